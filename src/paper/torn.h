/* What of one line stands on several: words that extraction took for lines, marks that it cut off,
 * datelines and bylines that did not fit a narrow column. */
#ifndef KANBAO_PAPER_TORN_H
#define KANBAO_PAPER_TORN_H

#include "paper/lines.h"

/* Tells the lines of a text, all of them measured, what they are parts of: sets spread, width,
 * least, ends, opening, byline, signs_on, and the place of drop caps. */
void torn_find(struct lines *l);

#endif
