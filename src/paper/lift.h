/* A heading in the middle of a sentence - a box, a photograph's title - is lifted out, and the
 * sentence goes on behind it. */
#ifndef KANBAO_PAPER_LIFT_H
#define KANBAO_PAPER_LIFT_H

#include "paper/lines.h"

/* Whether `line`, the first behind a heading, goes on with a sentence that `before` the heading did
 * not end; `next` follows it and may be NULL. */
bool lift_resumes(const struct line *before, const struct line *line, const struct line *next,
                  bool japanese);

/* Finds such headings among the labelled lines: they become `lifted`, and what goes on behind them
 * ROLE_MORE. */
void lift_headings(struct lines *l, bool japanese);

#endif
