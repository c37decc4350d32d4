/* Which line begins a paragraph, goes on with one, is a heading or a byline: found for all lines
 * together, as the sequence of roles that costs least (Viterbi) by paper/rolecost. */
#ifndef KANBAO_PAPER_LABEL_H
#define KANBAO_PAPER_LABEL_H

#include "paper/lift.h"
#include "paper/lines.h"

/* Sets line->role of every line that is not set aside. Needs paper/measure. Linear in the lines. */
void label_lines(struct lines *l);
/* How paragraphs begin in the text. Needs paper/measure. */
struct indents label_indents(const struct lines *l);

#endif
