/* The gutters between the columns of a grid. */
#ifndef KANBAO_PAPER_GUTTER_H
#define KANBAO_PAPER_GUTTER_H

#include "paper/grid.h"

enum { GUTTER_INDENT = 6 /* positions that a paragraph may begin behind its column's edge */ };

/* White space at position col - 1 in all rows [top, bottom), and text that begins at col in many.
 * Where two full lines stand close beside each other extraction leaves one space between them,
 * wherever it falls: such rows are tight. */
struct gutter {
    uint32_t col;
    uint32_t edge; /* where the text on the left of it begins */
    size_t top, bottom;
    unsigned both;  /* rows with text on both sides, that on the right beginning at col */
    unsigned open;  /* those of them with two spaces or more between ... */
    unsigned tight; /* ... and those with one, between ideographs */
    unsigned prose; /* rows with the ideographs of a full line on the left, in mid-sentence */
    unsigned twin;  /* tight rows whose text on both sides fills columns that are alike ... */
    unsigned alone; /* ... and rows since the first that fill the left one alone */
    bool found;     /* it is no candidate any more */
    unsigned full;  /* cells of the widest line on the left */
};

/* The gutter of most rows inside the box. `sure`: the page is known to have columns, and less
 * evidence is enough. False when there is none. Linear in the words of the box. */
bool gutter_find(const struct grid *g, const struct gridbox *box, bool sure, struct gutter *out);

/* Follows a gutter down to where text crosses it, within the box. */
void gutter_follow(const struct grid *g, const struct gridbox *box, struct gutter *gutter);
/* Where its rows [top, bottom) end when only tight ones show it, as plain extraction leaves them
 * that parts blocks of lines by a blank row: below the first one under which some rows have no text
 * on the right. */
size_t gutter_end(const struct grid *g, const struct gridbox *box, const struct gutter *gutter,
                  size_t bottom);
/* Whether a row is tight; *right becomes its first word on the right. */
bool gutter_is_tight(const struct grid *g, size_t row, const struct gridbox *box,
                     const struct gutter *gutter, const struct gridword **right);
/* Moves what stands on the right of the gutter to its position in the tight rows of the box. */
void gutter_settle(struct grid *g, const struct gridbox *box, const struct gutter *gutter);

#endif
