/* A heading in the middle of a sentence - a box, a photograph's title - is lifted out, and the
 * sentence goes on behind it. */
#ifndef KANBAO_PAPER_LIFT_H
#define KANBAO_PAPER_LIFT_H

#include "paper/lines.h"

/* How paragraphs begin in a text: with white space, or short by an indent that extraction lost. Of
 * one em in Japanese, else of two. */
struct indents {
    bool kept, lost, japanese;
};

enum lift {
    LIFT_NO,
    LIFT_MAY, /* nothing speaks against it */
    LIFT_SURE /* and `before` has the indent of a paragraph that `line` lacks */
};

/* Whether `line`, the first behind a heading, goes on with a sentence that `before` the heading did
 * not end; `first`: a paragraph may begin with that line. `next` is behind `line` and may be NULL.
 */
enum lift lift_resumes(const struct line *before, bool first, const struct line *line,
                       const struct line *next, const struct indents *indents);

/* Finds such headings among the labelled lines: they become `lifted`, and what goes on behind them
 * ROLE_MORE. */
void lift_headings(struct lines *l, const struct indents *indents);

#endif
