#include <config.h>

#include "layout/pages.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/xalloc.h"

enum {
    MEASURE_MAX = 76,
    COLUMN_MIN = 24,
    COLUMN_MAX = 44,
    COLUMN_LEAST = 12,
    GUTTER_MIN = 2,
    GUTTER_MAX = 4,
    BALANCED_ROWS = 6 /* lower columns are not worth the way to the next */
};

struct pages {
    int columns; /* of a page */
    struct page_column *v;
    size_t n, cap;
};

static int even(int cols)
{
    return cols > 2 ? cols & ~1 : cols;
}

static int at_most(int n, int most)
{
    return n < most ? n : most;
}

static int column_cols(int cols, int columns, int gutter)
{
    return even((cols - (columns - 1) * gutter) / columns);
}

struct page_shape page_shape_fit(int cols, int wanted, int most)
{
    struct page_shape shape = {.columns = wanted, .gutter = GUTTER_MAX};

    if (wanted == 0)
        shape.columns = most == 0 ? (cols + GUTTER_MAX) / (COLUMN_MAX + GUTTER_MAX) : 1;
    if (shape.columns > (cols + GUTTER_MIN) / (COLUMN_LEAST + GUTTER_MIN))
        shape.columns = (cols + GUTTER_MIN) / (COLUMN_LEAST + GUTTER_MIN);
    if (shape.columns < 1)
        shape.columns = 1;
    if (column_cols(cols, shape.columns, GUTTER_MAX) < COLUMN_MIN)
        shape.gutter = GUTTER_MIN;
    if (most == 0)
        most = shape.columns > 1 ? COLUMN_MAX : MEASURE_MAX;
    shape.cols = at_most(column_cols(cols, shape.columns, shape.gutter), even(most));
    return shape;
}

static enum block_kind kind_of(const struct layout *l, size_t row)
{
    return layout_block(l, layout_row(l, row))->kind;
}

static bool is_heading(enum block_kind kind)
{
    return kind == BLOCK_KICKER || kind == BLOCK_HEADLINE || kind == BLOCK_BYLINE ||
           kind == BLOCK_SUBHEAD;
}

static bool is_blank(const struct layout *l, size_t row)
{
    return layout_row(l, row)->blank;
}

/* Whether both are rows of one paragraph. */
static bool is_same(const struct layout *l, size_t a, size_t b)
{
    return !is_blank(l, a) && !is_blank(l, b) && layout_row(l, a)->block == layout_row(l, b)->block;
}

/* Whether a column that begins with row `from` may end before row `end`. */
static bool may_end(const struct layout *l, size_t from, size_t end)
{
    size_t foot = end;

    do
        foot--;
    while (foot > from && is_blank(l, foot));
    if (is_heading(kind_of(l, foot)))
        return false;
    if (foot + 1 < end || !is_same(l, foot, end))
        return true;
    if (kind_of(l, foot) != BLOCK_PARAGRAPH)
        return true;
    return foot > from && is_same(l, foot - 1, foot) && end + 1 < layout_count(l) &&
           is_same(l, end, end + 1);
}

/* Where the column that begins with row `from` ends; *well is left alone, or made false where it
 * can end nowhere well. */
static size_t column_end(const struct layout *l, size_t from, size_t rows, bool *well)
{
    size_t full = from + rows;

    if (full >= layout_count(l))
        return layout_count(l);
    for (size_t end = full; end > from; end--)
        if (may_end(l, from, end))
            return end;
    *well = false;
    return full;
}

/* The first row of the next column. */
static size_t next_head(const struct layout *l, size_t end)
{
    while (end < layout_count(l) && is_blank(l, end))
        end++;
    return end;
}

/* Fills one page from row `from` on with columns of so many rows; returns the row after it. */
static size_t fill_page(struct pages *p, const struct layout *l, size_t from, size_t rows,
                        bool *well)
{
    p->v = xgrow(p->v, &p->cap, p->n + (size_t)p->columns, sizeof *p->v);
    for (int k = 0; k < p->columns; k++) {
        size_t end = from < layout_count(l) ? column_end(l, from, rows, well) : from;

        p->v[p->n++] = (struct page_column){from, end};
        from = next_head(l, end);
    }
    return from;
}

/* Fills the last page, which begins with row `from`, anew with the lowest columns that do. */
static void balance(struct pages *p, const struct layout *l, size_t from, size_t most)
{
    size_t rows = (layout_count(l) - from) / (size_t)p->columns;

    if (rows < BALANCED_ROWS)
        rows = BALANCED_ROWS;
    for (size_t n = p->n - (size_t)p->columns; rows <= most; rows++) {
        bool well = true;

        p->n = n;
        if (fill_page(p, l, from, rows, &well) == layout_count(l) && (well || rows == most))
            return;
    }
}

struct pages *pages_new(const struct layout *l, const struct page_shape *shape)
{
    struct pages *p = xcalloc(1, sizeof *p);
    size_t from = 0, next = 0, rows = (size_t)shape->rows;
    bool well;

    p->columns = shape->columns;
    do {
        from = next;
        next = fill_page(p, l, from, rows, &well);
    } while (next < layout_count(l));
    balance(p, l, from, rows);
    return p;
}

void pages_free(struct pages *p)
{
    if (p)
        free(p->v);
    free(p);
}

size_t pages_count(const struct pages *p)
{
    return p->n / (size_t)p->columns;
}

struct page_column pages_column(const struct pages *p, size_t page, int k)
{
    return p->v[page * (size_t)p->columns + (size_t)k];
}

size_t pages_of_row(const struct pages *p, size_t row)
{
    size_t low = 0, high = p->n;

    /* Empty columns at the end begin behind the last row. */
    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (p->v[mid].from <= row)
            low = mid + 1;
        else
            high = mid;
    }
    return low > 0 ? (low - 1) / (size_t)p->columns : 0;
}
