/* One page as `pdftotext -layout` leaves it: rows of words at character positions, and the gutters
 * between its columns. */
#ifndef KANBAO_PAPER_GRID_H
#define KANBAO_PAPER_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* Characters without a space between them. */
struct gridword {
    size_t from, to;   /* bytes of the text */
    uint32_t col, end; /* positions in the row, counted in characters */
    uint32_t cells;    /* its width, 2 for an East Asian character */
    bool wide;         /* it has one */
};

/* A line: words[first, first + n). */
struct gridrow {
    size_t first, n;
};

struct grid {
    struct str text;
    struct gridword *words;
    size_t n_words, cap_words;
    struct gridrow *rows;
    size_t n_rows, cap_rows;
};

/* A part of a grid: rows [top, bottom), positions [left, right). */
struct gridbox {
    size_t top, bottom;
    uint32_t left, right;
};

/* White space at position col - 1 in all rows [top, bottom), and text that begins at col in many.
 * Where two full lines stand close beside each other extraction leaves one space between them,
 * wherever it falls: such rows are tight. */
struct gutter {
    uint32_t col;
    uint32_t edge; /* where the text on the left of it begins */
    size_t top, bottom;
    unsigned both; /* rows with text on both sides, that on the right beginning at col */
    unsigned open; /* those of them with two spaces or more between ... */
    unsigned tight; /* ... and those with one, between ideographs */
    unsigned full; /* cells of the widest line on the left */
};

/* Reads text (one page, valid UTF-8), which is borrowed. */
void grid_read(struct str text, struct grid *out);
void grid_free(struct grid *g);

/* The words of a row inside a box: *first becomes the index of the first of them. */
size_t grid_words(const struct grid *g, size_t row, const struct gridbox *box, size_t *first);

/* The gutter of most rows inside the box. `sure`: the page is known to have columns, and less
 * evidence is enough. False when there is none. Linear in the words of the box. */
bool grid_find_gutter(const struct grid *g, const struct gridbox *box, bool sure,
                      struct gutter *out);

/* Follows a gutter down to where text crosses it, within the box. */
void grid_follow(const struct grid *g, const struct gridbox *box, struct gutter *gutter);
bool grid_is_tight(const struct grid *g, size_t row, const struct gridbox *box,
                   const struct gutter *gutter);
/* Moves what stands on the right of the gutter to its position in the tight rows of the box. */
void grid_settle(struct grid *g, const struct gridbox *box, const struct gutter *gutter);

/* Cells of n words of a row and the single spaces between them; wider gaps count nothing. */
unsigned grid_cells(const struct gridword *w, size_t n);

#endif
