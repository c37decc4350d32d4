#include <config.h>

#include "paper/topics.h"

#include <stdlib.h>

#include "base/xalloc.h"

void topics_begin(struct topics *t, const struct pieces *p)
{
    *t = (struct topics){.p = p, .v = xcalloc(p->n, sizeof *t->v)};
}

void topics_free(struct topics *t)
{
    free(t->v);
    free(t->list.v);
}

void topics_find(struct topics *t, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (t->v[i].to > 0)
            continue;
        t->v[i].from = t->list.n;
        cohesion_list(&t->list, t->p->v[i].text);
        t->v[i].to = t->list.n;
    }
}

struct termspan topics_of(struct topics *t, size_t i)
{
    topics_find(t, i, i + 1);
    return (struct termspan){t->list.v + t->v[i].from, t->v[i].to - t->v[i].from};
}
