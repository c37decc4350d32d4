/* Kickers, the lines above a headline or below it, told from the headline. */
#ifndef KANBAO_PAPER_KICKER_H
#define KANBAO_PAPER_KICKER_H

#include "paper/blocks.h"
#include "paper/claim.h"

/* Makes kickers and headlines of a group of headings. The headline is its last part that stands
 * together; what comes before a gap or a dash, or after a dash, is its kicker. A chapter's name
 * begins the headline. */
void kicker_tell(struct pieces *p, const struct group *g);

#endif
