/* The width of the column around each line. It changes inside an article (a picture, a box), so it
 * is found line by line: the sequence of widths that explains the lines at the least cost. */
#ifndef KANBAO_PAPER_MEASURE_H
#define KANBAO_PAPER_MEASURE_H

#include "paper/lines.h"

/* Whether lines v[0..n) are Japanese, where paragraphs are indented by one em and not by two. */
bool measure_is_japanese(struct line *const *v, size_t n);

/* Sets line->measure of every line that is not set aside. 0 where the text is not hard-wrapped
 * there: most lines end a sentence, or the lines that do not have no width in common. `force`
 * treats everything as hard-wrapped. Linear in the lines. */
void measure_find(struct lines *l, bool force);

/* How a line stands to its measure. All false where measure is 0. */
/* The next unit would have fitted: the line was ended before the column was full. */
bool measure_is_early(const struct line *l, const struct line *next);
/* Early, but widths are not known to half an em: the next unit may not have fitted. */
bool measure_is_just_early(const struct line *l, const struct line *next);
/* Early by no more than a first-line indent: two ems and what a mark at the line's end may cost. */
bool measure_is_short_of_indent(const struct line *l, const struct line *next);
/* Narrower than the column by just about the first-line indent that extraction lost: two ems in
 * Chinese, one in Japanese. */
bool measure_has_ghost_indent(const struct line *l, const struct line *next, bool japanese);
/* Wider than the column, beyond what compressed marks explain. */
bool measure_is_over(const struct line *l);

#endif
