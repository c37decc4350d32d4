/* Where the Unicode line breaking algorithm (UAX #14) lets a row begin: libunistring decides, but
 * for the pairs that make up most of a text and need no context. */
#ifndef KANBAO_LAYOUT_LINEBASE_H
#define KANBAO_LAYOUT_LINEBASE_H

#include "layout/cluster.h"

/* Sets `before` of every cluster but the first to LINEBREAK_ALLOWED or LINEBREAK_NO, as
 * u8_possible_linebreaks with "UTF-8" does. Linear. The classes must still be those of
 * clusters_split. */
void linebase_mark(struct clusters *t);

#endif
