/* The order in which a person looks for names: by code point, numbers by their value (2 before 10,
 * 二 before 十), full-width digits as digits. */
#ifndef KANBAO_TEXT_NATURAL_H
#define KANBAO_TEXT_NATURAL_H

#include <stdint.h>

#include "base/str.h"

/* Less than, equal to or greater than 0; 0 only for the same bytes. */
int natural_compare(struct str a, struct str b);
/* How the string begins: where the keys of two differ, natural_compare says the same. */
uint64_t natural_key(struct str s);

#endif
