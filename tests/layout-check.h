/* What must be true of every layout, for the property test and the fuzz target; rows as text. */
#ifndef KANBAO_LAYOUT_CHECK_H
#define KANBAO_LAYOUT_CHECK_H

#include "layout/layout.h"

/* NULL, or what is wrong with the layout of a; *row is where. `o` must name kinsoku, lang and
 * korean (no AUTO).
 *   no row is wider than the measure, but one cluster alone may be
 *   rows begin and end between clusters; together they are the text, up to blanks at their edges
 *   no stop or closing mark begins a row and no opening mark ends one, at levels strict and normal
 *   a row that is cut where it may not be had no better place
 *   gaps stand inside their row, ascending
 *   a row's first byte leads back to the row */
const char *layout_fault(const struct article *a, const struct layout_opts *o,
                         const struct layout *l, size_t *row);

/* Appends the rows of the article, a line each. */
void layout_print(const struct article *a, const struct layout_opts *o, struct strbuf *out);

#endif
