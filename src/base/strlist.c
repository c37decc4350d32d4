#include <config.h>

#include "base/strlist.h"

#include <stdlib.h>

#include "base/xalloc.h"

void strlist_add(struct strlist *l, struct str s)
{
    l->v = xgrow(l->v, &l->cap, l->n + 1, sizeof *l->v);
    l->v[l->n++] = xmemdup0(s.s, s.n);
}

void strlist_remove(struct strlist *l, size_t i)
{
    free(l->v[i]);
    l->n--;
    memmove(l->v + i, l->v + i + 1, (l->n - i) * sizeof *l->v);
}

void strlist_free(struct strlist *l)
{
    for (size_t i = 0; i < l->n; i++)
        free(l->v[i]);
    free(l->v);
    *l = (struct strlist){0};
}
