/* What is no text, by its first bytes. */
#ifndef KANBAO_TEXT_SNIFF_H
#define KANBAO_TEXT_SNIFF_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"

enum { SNIFF_BYTES = 8192 /* that are looked at */ };

enum sniff_kind {
    SNIFF_TEXT,
    SNIFF_NULS,   /* looks like a text, but has NUL bytes in it */
    SNIFF_PACKED, /* compressed, or an archive */
    SNIFF_OTHER
};

/* `head`: the first bytes; `whole`: that is all. Of SNIFF_OTHER, *e says what the file of that name
 * is and what to do. */
enum sniff_kind sniff(struct str head, bool whole, const char *name, struct err *e);

#endif
