/* The columns that are inserted into a row: autospaces, and what makes its end meet the measure. */
#ifndef KANBAO_LAYOUT_STRETCH_H
#define KANBAO_LAYOUT_STRETCH_H

#include <stdbool.h>
#include <stddef.h>

#include "layout/cluster.h"

/* Clusters [from, to) are a row. */
struct stretch {
    size_t from, to;
    int autospaces;   /* inserted between ideographs and Latin: the first so many of the row's */
    int spare;        /* columns to fill; 0 for none */
    bool spaces_only; /* only by making spaces wider, as Korean has it */
};

/* Puts into gaps (room for one a cluster of the row) the bytes of the paragraph before which a
 * column goes, ascending; returns how many. Places by rank, one column each: after spaces, between
 * ideographs and Latin, after stops and closing marks and before opening ones. With fewer places
 * than columns to fill the row stays ragged: ideographs are never spaced. */
size_t stretch_row(const struct clusters *t, const struct stretch *s, size_t *gaps);

#endif
