/* Poems whose lines are alike: 五言, 七言. */
#ifndef KANBAO_LAYOUT_POEM_H
#define KANBAO_LAYOUT_POEM_H

#include <stddef.h>

#include "paper/article.h"
#include "text/glyph.h"

/* How many paragraphs from this block on are the lines of a poem, none wider than `cols`; 0 when
 * there is none. A line has phrases of five ideographs or of seven, each with a mark behind it
 * unless it ends the line, the same in all lines; three lines are the fewest. *widest becomes the
 * columns of the widest line. Linear in what it finds. */
size_t poem_find(const struct article *a, size_t block, int cols, struct glyph_mode mode,
                 int *widest);

#endif
