/* Articles that go on elsewhere: （下转第3版） … （上接第1版） */
#ifndef KANBAO_PAPER_CONTINUED_H
#define KANBAO_PAPER_CONTINUED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "paper/blocks.h"

/* Whether a jump line says where the text comes from, and not where it goes on. */
bool continued_from(struct str jump);

/* Gives the pieces of each article that begins with such a line to the first article before it that
 * says that it goes on and has not yet: its headings become subheads. Returns how many articles are
 * left; they are numbered anew. Linear. */
size_t continued_join(struct pieces *p, size_t articles);

#endif
