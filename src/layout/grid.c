#include <config.h>

#include "layout/grid.h"

static bool is_cell(const struct cluster *c)
{
    return c->cols == 2;
}

/* Clusters [from, to) are a run, and an ideograph follows. */
static void mark_run(struct clusters *t, size_t from, size_t to)
{
    size_t place = to;
    int cols = 0; /* behind the place */

    while (place > from && t->v[place].before != LINEBREAK_ALLOWED)
        cols += t->v[--place].cols;
    if (place > 0 && t->v[place].before != LINEBREAK_ALLOWED)
        return;
    t->v[place].pad = cols % 2 != 0 ? GRID_IF_EVEN : GRID_IF_ODD;
}

void grid_mark(struct clusters *t)
{
    for (size_t from = 0, to; from < t->n; from = to + 1) {
        to = from;
        while (to < t->n && !is_cell(&t->v[to]))
            to++;
        if (to > from && to < t->n)
            mark_run(t, from, to);
    }
}
