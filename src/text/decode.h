/* Charsets: whatever the bytes of a source were in, behind this they are UTF-8. */
#ifndef KANBAO_TEXT_DECODE_H
#define KANBAO_TEXT_DECODE_H

#include <stdbool.h>

#include "base/err.h"
#include "text/source.h"

/* Makes the source's bytes UTF-8. `charset` is NULL to find out (byte order mark, then UTF-8 even
 * if damaged in places, then uchardet's guess, from the first 64 KiB), or a name that iconv knows.
 * What is converted goes through a temporary file once; a byte that is not of the charset becomes
 * one U+FFFD. UTF-8 stays as it is (damage is repaired by text/sanitize). False with a message when
 * the charset is unknown, or a file cannot be read or written. */
bool decode_source(struct source *s, const char *charset, struct err *e);

#endif
