/* How the words of a row stand to a gutter. */
#ifndef KANBAO_PAPER_CROSSING_H
#define KANBAO_PAPER_CROSSING_H

#include <stddef.h>
#include <stdint.h>

#include "paper/grid.h"
#include "paper/gutter.h"

enum crossing {
    CROSSES,
    PASSES,       /* nothing on one side, or the columns are further on */
    PULLED,       /* the text on the right begins a little before it */
    TIGHT,        /* one space parts the columns, wherever it falls */
    INDENTED,     /* the text on the right begins behind it, as a paragraph does */
    SUPPORTS,     /* the text on the right begins there, behind one space ... */
    SUPPORTS_OPEN /* ... or behind more */
};

/* Of a row of n words; *k becomes the first word on the right of the gutter. A single space between
 * two words of Latin is no gap. */
enum crossing crossing_find(const struct gridword *w, size_t n, const struct gutter *gutter,
                            size_t *k);

/* The first of n words that ends at position col or behind it. */
size_t crossing_first(const struct gridword *w, size_t n, uint32_t col);

/* The end of the words from k on that are letters spread to fill the column on the left, though
 * they stand in the gutter or behind it: nothing is on the right, or what is stands behind an open
 * gap. k when there are none. */
size_t crossing_overhang(const struct gridword *w, size_t n, size_t k,
                         const struct gutter *gutter);

/* Positions by which a row of words begins behind the edge of its column, or 0: extraction may pull
 * it before that. */
static inline uint32_t crossing_indent(const struct gridword *w, uint32_t edge)
{
    return w->col > edge ? w->col - edge : 0;
}

#endif
