/* What extraction leaves in a line, and its removal: stray spaces (S1-S6), letters spread beside
 * pictures, ornaments, private-use characters. */
#ifndef KANBAO_PAPER_CLEAN_H
#define KANBAO_PAPER_CLEAN_H

#include "base/str.h"
#include "paper/lines.h"
#include "text/utf8.h"

/* Sets line->text to the part of raw between white space and ornaments, and indent and ornament. A
 * line of nothing else gives an empty text. */
void clean_look_at_edges(struct str raw, struct line *line);
/* False where s ends with ASCII but a blank, or with three bytes but U+3000: other white space of
 * three bytes begins below 0xE3. */
static inline bool clean_may_end_in_space(struct str s)
{
    unsigned tail = s.n >= 3 ? str_head(s.s + s.n - 3) : 0;

    return tail < 0xE30000 ? (tail & 0xFF) - 0x21 > 0x7E - 0x21 : tail == 0xE38080;
}

/* The same, of a line that begins with an ideograph and ends with no space told in place. */
static inline void clean_edges(struct str raw, struct line *line)
{
    if (!utf8_begins_in_ideograph(raw) || clean_may_end_in_space(raw)) {
        clean_look_at_edges(raw, line);
        return;
    }
    line->text = raw;
    line->indent = 0;
    line->ornament = false;
}

/* Takes stray spaces and private-use characters out of line->text, which becomes a copy in arena
 * when something had to go; sets dropped and spread. False when the text stayed: always for
 * one without spaces and private-use characters. A space goes
 *   S1, S2  after and before an East Asian stop or closing mark
 *   S3      after an East Asian opening mark
 *   S4      before an East Asian opening mark when CJK or a mark but · stands before the space
 *   S5      at a quotation mark, dash or ellipsis with CJK on the space's other side, when the
 *           character on the mark's other side, past spaces, is CJK or a mark too
 *   S6      between three and more single CJK characters, each spaced from the next
 * All others stay: between words of Latin, Latin and Han, two words of Han (记者 沈艺飞 朱亮). */
bool clean_inside(struct line *line, struct arena *arena);

#endif
