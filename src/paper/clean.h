/* What extraction leaves in a line, and its removal: stray spaces (S1-S6), letters spread beside
 * pictures, ornaments, private-use characters. */
#ifndef KANBAO_PAPER_CLEAN_H
#define KANBAO_PAPER_CLEAN_H

#include "base/str.h"
#include "paper/lines.h"

/* Sets line->text to the cleaned raw line, and indent, ornament, dropped and
 * spread. When nothing had to go
 * the text is a part of raw, else a copy in arena. A line of nothing but white space and artefacts
 * gives an empty text.
 *
 * A space goes
 *   S1, S2  after and before an East Asian stop or closing mark
 *   S3      after an East Asian opening mark
 *   S4      before an East Asian opening mark when CJK stands before the space
 *   S5      at a quotation mark, dash or ellipsis with CJK on the space's other side, when the
 *           character on the mark's other side is CJK or a mark too
 *   S6      between three and more single CJK characters, each spaced from the next
 * All others stay: between words of Latin, Latin and Han, two words of Han (记者 沈艺飞 朱亮). */
void clean_line(struct str raw, struct arena *arena, struct line *line);

/* As clean_line, the text alone, appended to out. */
void clean_text(struct str raw, struct strbuf *out);

#endif
