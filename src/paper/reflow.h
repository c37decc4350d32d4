/* Joining lines that were cut at the column's edge (rules J1-J8; CSS Text 3, section 4.1.3, is the
 * anchor): nothing between CJK characters, one space between Latin and between Korean words, a
 * hyphen dropped only where it cut a word, digits and URLs whole. */
#ifndef KANBAO_PAPER_REFLOW_H
#define KANBAO_PAPER_REFLOW_H

#include "base/str.h"
#include "paper/words.h"
#include "text/charclass.h"
#include "text/utf8.h"

/* The part of reflow_join that looks at words and marks. */
void reflow_join_looking(struct strbuf *out, struct str next, bool cjk, const struct words *words);

/* Appends the next line of a paragraph to what `out` holds. `cjk`: the paragraph is Chinese or
 * Japanese. Both sides are cleaned, without white space at their edges. */
static inline void reflow_join(struct strbuf *out, struct str next, bool cjk,
                               const struct words *words)
{
    struct str head = strbuf_str(out);

    if (utf8_begins_in_ideograph(next) &&
        (utf8_ends_in_ideograph(head) ||
         charclass_of(utf8_before(head, head.n)) != CC_HANGUL))
        strbuf_add_str(out, next); /* as between most lines */
    else
        reflow_join_looking(out, next, cjk, words);
}

#endif
