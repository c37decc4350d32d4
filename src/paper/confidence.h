/* How sure the borders of an article are: of the articles that a rule began on pages with gold, the
 * share that began where they should. */
#ifndef KANBAO_PAPER_CONFIDENCE_H
#define KANBAO_PAPER_CONFIDENCE_H

#include "paper/rule.h"

/* The share, 0 to 1, for what says that an article begins: a rule of paper/segment about its
 * heading, or for one that has none RULE_OPENING, RULE_BEGINNING of the text, RULE_NONE. */
double confidence_of(enum rule begins);

#endif
