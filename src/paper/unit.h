/* What a line can not be broken inside. */
#ifndef KANBAO_PAPER_UNIT_H
#define KANBAO_PAPER_UNIT_H

#include "base/str.h"

/* Length of what can not be parted from the first character of s: a word, or an ideograph with the
 * marks around it. */
size_t unit_length(struct str s);

#endif
