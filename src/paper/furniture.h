/* What belongs to the page and not to an article: running heads, dates, page numbers, section
 * labels, editors' lines, site banners, buttons of web copies, and the jump lines between pages. */
#ifndef KANBAO_PAPER_FURNITURE_H
#define KANBAO_PAPER_FURNITURE_H

#include "paper/lines.h"

/* Gives such lines ROLE_FURNITURE or ROLE_JUMP; they are recognised by their form, by their place
 * (at the head or foot of a page) and by repetition at the heads and feet of pages. */
void furniture_find(struct lines *l);

#endif
