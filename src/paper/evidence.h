/* What in a line and its neighbours speaks for what it was taken for. */
#ifndef KANBAO_PAPER_EVIDENCE_H
#define KANBAO_PAPER_EVIDENCE_H

#include "paper/lines.h"
#include "paper/rule.h"

/* What speaks most for the role that a line has, as paper/label weighs it. prev and next, the
 * neighbours that are not set aside, may be NULL. */
enum rule evidence_for(const struct line *prev, const struct line *line, const struct line *next);

#endif
