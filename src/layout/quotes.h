/* Quotation marks. “ ” ‘ ’ are of line breaking class QU, which glues to both sides, and nothing in
 * UAX #14 up to Unicode 15 lets a row of Chinese begin with one or end behind one. */
#ifndef KANBAO_LAYOUT_QUOTES_H
#define KANBAO_LAYOUT_QUOTES_H

#include "layout/cluster.h"

/* Gives every quotation mark that stands in CJK text (an East Asian character on either side, the
 * quotation marks themselves passed over) the class of what it does there, CC_OQUOTE or CC_CQUOTE;
 * all others, and apostrophes, become CC_AQUOTE and keep to UAX #14. ASCII " opens and closes by
 * turns. */
void quotes_resolve(struct clusters *t);

#endif
