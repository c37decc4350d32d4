/* Joining lines that were cut at the column's edge (rules J1-J8; CSS Text 3, section 4.1.3, is the
 * anchor): nothing between CJK characters, one space between Latin and between Korean words, a
 * hyphen dropped only where it cut a word, digits and URLs whole. */
#ifndef KANBAO_PAPER_REFLOW_H
#define KANBAO_PAPER_REFLOW_H

#include "base/str.h"
#include "paper/words.h"

/* Appends the next line of a paragraph to what `out` holds from byte `from` on. `cjk`: the
 * paragraph is Chinese or Japanese. Both sides are cleaned, without white space at their edges. */
void reflow_join(struct strbuf *out, size_t from, struct str next, bool cjk,
                 const struct words *words);

#endif
