/* What must be true of the account of every text: for the unit test and the fuzz target. */
#ifndef KANBAO_ACCOUNT_CHECK_H
#define KANBAO_ACCOUNT_CHECK_H

#include "base/str.h"
#include "paper/page.h"

/* NULL, or what is wrong with the account of raw bytes; *off is where.
 *   the shares stand side by side from the first byte to the last
 *   every character of every article was found in the text, and nothing that can be seen is lost
 *   for each article and kind of block: the visible characters that the account gives it are those
 *   that page_build puts there */
const char *account_fault(struct str raw, enum text_kind as, size_t *off);

#endif
