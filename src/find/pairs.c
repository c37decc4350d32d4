#include <config.h>

#include "find/pairs.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "text/utf8.h"

enum { SIZE_FIRST = 64 };

/* Where the pair is, or could be put. */
static struct pair *slot_of(const struct pairs *p, uint32_t a, uint32_t b)
{
    uint64_t hash = ((uint64_t)a << 32 | b) * 0x9E3779B97F4A7C15U;
    size_t i = (size_t)(hash >> 40) & (p->size - 1);

    while (p->v[i].a != 0 && (p->v[i].a != a || p->v[i].b != b))
        i = (i + 1) & (p->size - 1);
    return &p->v[i];
}

static void grow(struct pairs *p)
{
    struct pairs more = {.n = p->n, .size = p->size > 0 ? 2 * p->size : SIZE_FIRST};

    more.v = xcalloc(more.size, sizeof *more.v);
    for (size_t i = 0; i < p->size; i++)
        if (p->v[i].a != 0)
            *slot_of(&more, p->v[i].a, p->v[i].b) = p->v[i];
    free(p->v);
    *p = more;
}

void pairs_free(struct pairs *p)
{
    free(p->v);
    *p = (struct pairs){0};
}

void pairs_add(struct pairs *p, uint32_t a, uint32_t b)
{
    struct pair *slot;

    if (2 * p->n >= p->size)
        grow(p);
    slot = slot_of(p, a, b);
    p->n += slot->a == 0;
    slot->a = a;
    slot->b = b;
}

void pairs_look(struct pairs *p, struct str text)
{
    uint32_t last = 0, cp;

    for (size_t off = 0; p->n > 0 && off < text.n; last = cp) {
        struct pair *slot;

        off += utf8_get(text, off, &cp);
        slot = slot_of(p, last, cp);
        slot->count += slot->a != 0;
    }
}

size_t pairs_count(const struct pairs *p, uint32_t a, uint32_t b)
{
    return p->n > 0 ? slot_of(p, a, b)->count : 0;
}
