#include <config.h>

#include "library/places.h"

#include <stdlib.h>

#include "base/xalloc.h"

void places_add(struct places *p, struct place place)
{
    p->v = xgrow(p->v, &p->cap, p->n + 1, sizeof *p->v);
    p->v[p->n++] = place;
}

void places_free(struct places *p)
{
    free(p->v);
    *p = (struct places){0};
}

size_t places_of(const struct places *p, size_t article)
{
    size_t lo = 0, hi = p->n;

    while (hi - lo > 1) {
        size_t mid = lo + (hi - lo) / 2;

        if (p->v[mid].first <= article)
            lo = mid;
        else
            hi = mid;
    }
    return lo;
}

size_t places_first(const struct places *p, size_t source)
{
    size_t i = 0;

    while (i < p->n && p->v[i].source < source)
        i++;
    return i;
}

void places_keep(const struct places *p, size_t from, size_t to, size_t articles, struct border end,
                 const struct borders *known, const struct source *source)
{
    struct borders now = {0};

    for (size_t i = from; i < to; i++) {
        const struct place *place = &p->v[i];
        size_t next = i + 1 < to ? place[1].first : articles;

        borders_add(&now, place->off, place->max, next - place->first);
    }
    borders_add(&now, end.off, end.max, 0);
    borders_keep(known, &now, source);
    borders_free(&now);
}
