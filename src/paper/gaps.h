/* White space inside lines that may part columns, looked for at speed. */
#ifndef KANBAO_PAPER_GAPS_H
#define KANBAO_PAPER_GAPS_H

#include <stdbool.h>

#include "base/str.h"

/* Whether text may have columns at all: enough lines with a gap of two spaces inside, or lines in a
 * row with one between ideographs. Linear, one look at each space. */
bool gaps_are_likely(struct str text);

#endif
