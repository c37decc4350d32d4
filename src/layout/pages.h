/* Rows become pages of newspaper columns: filled column by column, page by page. A value, like the
 * rows; nothing here knows a terminal. */
#ifndef KANBAO_LAYOUT_PAGES_H
#define KANBAO_LAYOUT_PAGES_H

#include <stddef.h>

#include "layout/layout.h"

/* What a page is. */
struct page_shape {
    int columns; /* side by side, at least 1 */
    int cols;    /* measure of each */
    int gutter;  /* columns of the screen between two */
    int rows;    /* of each, at least 1 */
};

/* The columns for a width of `cols`. wanted: how many; 0: as many as are 44 columns of the screen
 * wide, or one if there is a measure. Fewer where they would be too narrow to read. most: the
 * widest measure; 0: what is comfortable, 44, and 76 where there is one column. Measures are even,
 * so that ideographs fill them. .rows is left 0. */
struct page_shape page_shape_fit(int cols, int wanted, int most);

/* Rows [from, to) of the layout stand in a column. */
struct page_column {
    size_t from, to;
};

struct pages;

/* No column but the first begins with a blank row. Unless it cannot be helped (a heading higher
 * than the column), no heading stands at a column's foot, and neither the first nor the last row
 * of a paragraph stands alone at a border. The columns of the last page are about equal. Borrows
 * nothing. */
struct pages *pages_new(const struct layout *l, const struct page_shape *shape);
void pages_free(struct pages *p);

/* At least 1. */
size_t pages_count(const struct pages *p);
/* Column k of a page; empty when the text ends before it. */
struct page_column pages_column(const struct pages *p, size_t page, int k);
/* The page that shows a row, or would if it were not blank. Logarithmic. */
size_t pages_of_row(const struct pages *p, size_t row);

#endif
