#include <config.h>

#include "find/query.h"

#include <stdlib.h>

#include "base/xalloc.h"

void ranges_add(struct ranges *r, size_t from, size_t to)
{
    r->v = xgrow(r->v, &r->cap, r->n + 1, sizeof *r->v);
    r->v[r->n++] = (struct range){from, to};
}

void ranges_free(struct ranges *r)
{
    free(r->v);
    *r = (struct ranges){0};
}
