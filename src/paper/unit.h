/* What a line can not be broken inside. */
#ifndef KANBAO_PAPER_UNIT_H
#define KANBAO_PAPER_UNIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* Length of what can not be parted from the first character of s: a word, or an ideograph with the
 * marks around it; in spaced text, as Korean is, all up to a space. */
size_t unit_length(struct str s, bool spaced);

#endif
