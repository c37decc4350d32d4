/* Headings are set in about equal rows, and bylines to the right. */
#ifndef KANBAO_LAYOUT_HEADING_H
#define KANBAO_LAYOUT_HEADING_H

#include <stddef.h>

#include "layout/fill.h"

/* As fill_paragraph, in as few rows, but about equal ones. A title in 《》 that fits a row stays
 * whole where there is another place; rows end at a space between ideographs or after ：——！？ and
 * their like where that leaves none shorter than half of another. Changes the breaks of t. */
void heading_fill(struct clusters *t, const struct fill_opts *o, size_t off, size_t block,
                  struct rows *out);

/* As fill_paragraph; every row ends at the measure. */
void heading_fill_right(struct clusters *t, const struct fill_opts *o, size_t off,
                        size_t block, struct rows *out);

#endif
