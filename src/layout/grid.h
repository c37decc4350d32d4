/* Grid alignment (CLREQ): what is not an ideograph or a mark of two columns takes an even number of
 * columns, so that those stand one below the other. */
#ifndef KANBAO_LAYOUT_GRID_H
#define KANBAO_LAYOUT_GRID_H

#include "layout/cluster.h"

/* Sets `pad` of the clusters, which must have their breaks marked: for every run of clusters that
 * are not two columns wide, the last place in it or behind it where a row may begin can take a
 * column. Linear. */
void grid_mark(struct clusters *t);

/* Whether a column goes before the cluster when so many are taken before it. */
static inline bool grid_pads(const struct cluster *c, int cols)
{
    return c->pad != GRID_NO && (c->pad == GRID_IF_ODD) == (cols % 2 != 0);
}

#endif
