/* A paragraph becomes rows. */
#ifndef KANBAO_LAYOUT_FILL_H
#define KANBAO_LAYOUT_FILL_H

#include <stdbool.h>
#include <stddef.h>

#include "layout/cluster.h"
#include "layout/layout.h"

struct fill_opts {
    int cols;    /* measure; 0 = one row */
    int indent;  /* of the first row; less than cols */
    int hindent; /* of the others */
    size_t label; /* clusters at the head that nothing is inserted in or behind; they fit the row */
    int hang;    /* columns to the right of the measure for a stop */
    bool justify, avoid_orphans;
    bool grid; /* with the places of grid_mark; not with justify */
    enum autospace autospace; /* not AUTO */
    enum lang lang; /* not AUTO */
};

/* Rows in the making. Zero-initialise. */
struct rows {
    struct row *v;
    size_t n, cap;
    size_t *gaps;
    size_t n_gaps, cap_gaps;
};
void rows_free(struct rows *r);
void rows_reserve(struct rows *r, size_t n);
struct row *rows_add(struct rows *r);

/* Appends the rows of a paragraph whose breaks are marked; its text begins at byte `off` of the
 * article's, and `block` is its block. Nothing for an empty paragraph. Each row takes what fits up
 * to the last place where the next may begin; then, in this order,
 *
 *   squeezed   inserted autospaces are given up if that lets a stop stay
 *   hung       one stop goes beyond the measure
 *   cut        with no such place in a row: inside an address, inside a Korean word, else before
 *              what does not fit; a cluster wider than the measure has a row of its own
 *
 * Blanks at the rows' ends are dropped, and at the heads of all rows but the first. Returns how
 * often a row was cut. Linear. */
size_t fill_paragraph(const struct clusters *t, const struct fill_opts *o, size_t off, size_t block,
                      struct rows *out);

#endif
