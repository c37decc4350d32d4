/* One page as `pdftotext -layout` leaves it: rows of words at character positions. */
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
    uint32_t sum;      /* that of the row up to its end, wider gaps left out */
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

/* Reads text (one page, valid UTF-8), which is borrowed. */
void grid_read(struct str text, struct grid *out);
void grid_free(struct grid *g);

/* The words of a row inside a box: *first becomes the index of the first of them. */
size_t grid_words(const struct grid *g, size_t row, const struct gridbox *box, size_t *first);

/* Positions of white space before word k of a row's words; 0 before the first. */
uint32_t grid_gap(const struct gridword *w, size_t k);

/* Cells of n words of a row and the single spaces between them; wider gaps count nothing. */
unsigned grid_cells(const struct gridword *w, size_t n);

#endif
