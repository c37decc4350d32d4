/* A sentence of the text set again, larger, to catch the eye. */
#ifndef KANBAO_PAPER_PULLQUOTE_H
#define KANBAO_PAPER_PULLQUOTE_H

#include "paper/blocks.h"

/* Makes captions of the pieces that repeat, word for word, a sentence of a paragraph near them: a
 * paragraph whose column is another than its neighbours', with the lines above it that were taken
 * for a heading. */
void pullquote_find(struct pieces *p);

#endif
