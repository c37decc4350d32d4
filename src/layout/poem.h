/* Poems: lines that are alike (五言, 七言), and free verse. */
#ifndef KANBAO_LAYOUT_POEM_H
#define KANBAO_LAYOUT_POEM_H

#include <stddef.h>

#include "paper/article.h"
#include "text/glyph.h"

/* How many paragraphs from this block on are the lines of a poem, none wider than `cols`; 0 when
 * there is none; three are the fewest. Either all have phrases of five ideographs, or all of seven,
 * each with a mark behind it unless it ends the line; or a mark ends every line, and half of them
 * with ，、 or ；, which never ends a paragraph of prose. *widest becomes the columns of the widest
 * line. A longer poem than of 64 lines is found in parts. */
size_t poem_find(const struct article *a, size_t block, int cols, struct glyph_mode mode,
                 int *widest);

#endif
