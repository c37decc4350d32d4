/* The width of the column around each line. It changes inside an article (a picture, a box), so it
 * is found line by line (paper/widths). */
#ifndef KANBAO_PAPER_MEASURE_H
#define KANBAO_PAPER_MEASURE_H

#include "paper/lines.h"

/* Sets line->measure of every line that is not set aside. 0 where the text is not hard-wrapped
 * there: most lines end a sentence, or the lines that do not have no width in common. `force`
 * treats everything as hard-wrapped. Sets lines->japanese before. Linear in the lines. */
void measure_find(struct lines *l, bool force);

enum { MEASURE_INDENT = 4 /* half ems of a first-line indent */ };

/* Half ems by which the width of a line in a book face is not known. */
static inline int measure_slack(const struct line *l)
{
    return l->proportional ? l->width / 24 : 0;
}

/* Half ems that would have been left on the line behind the next unit; negative: it did not fit, or
 * the line is full, or there is no column. next may be NULL. */
static inline int measure_room(const struct line *l, const struct line *next)
{
    int unit = next ? next->unit + (next->cjk || l->cjk ? 0 : 1) : 2;

    return l->measure > 0 && !l->spread ? l->measure - l->width - unit - measure_slack(l) : -1;
}

/* How a line stands to its measure. All false where measure is 0. */
/* The next unit would have fitted: the line was ended before the column was full. */
static inline bool measure_is_early(const struct line *l, const struct line *next)
{
    return measure_room(l, next) >= 0;
}

/* Early, but widths are not known to half an em: the next unit may not have fitted. */
bool measure_is_just_early(const struct line *l, const struct line *next);

/* Early by no more than a first-line indent: two ems and what a mark at the line's end may cost. */
static inline bool measure_is_short_of_indent(const struct line *l, const struct line *next)
{
    int room = measure_room(l, next);

    return room >= 0 && room <= (l->cjk ? MEASURE_INDENT : MEASURE_INDENT / 2);
}

/* Narrower than the column by just about the first-line indent that extraction lost: two ems in
 * Chinese, one in Japanese. */
static inline bool measure_has_ghost_indent(const struct line *l, const struct line *next,
                                            bool japanese)
{
    int least = l->measure - l->width, most = l->measure - l->least;

    return (japanese ? most >= 2 && least <= 3 : most >= 3 && least <= 6) && l->cjk &&
           measure_is_early(l, next);
}

/* Extraction takes the hyphen of a cut word out, and makes one line of two. */
bool measure_is_doubled(const struct line *l);

/* Wider than the column, beyond what compressed marks explain. */
static inline bool measure_is_over(const struct line *l)
{
    return l->least > l->measure + 1 && l->measure > 0 &&
           l->least > l->measure + 1 + measure_slack(l) && !measure_is_doubled(l);
}

#endif
