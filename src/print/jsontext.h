/* JSON written as text (RFC 8259), a value after another: no tree stands in between. Commas are set
 * where they belong. */
#ifndef KANBAO_PRINT_JSONTEXT_H
#define KANBAO_PRINT_JSONTEXT_H

#include <stdint.h>

#include "base/str.h"

/* Each appends a value, with its key inside an object; key is NULL inside an array and outside of
 * everything. Keys need no escapes. */
/* An object, '{', or an array, '['; what follows is inside of it until it is closed. */
void jsontext_open(struct strbuf *out, const char *key, char bracket);
void jsontext_close(struct strbuf *out, char bracket);
/* Valid UTF-8; a space stands for each of its control characters (tab, line end, form feed). */
void jsontext_string(struct strbuf *out, const char *key, struct str s);
void jsontext_integer(struct strbuf *out, const char *key, uint64_t n);
/* Four significant digits of a finite number. */
void jsontext_real(struct strbuf *out, const char *key, double x);
void jsontext_bool(struct strbuf *out, const char *key, bool b);
void jsontext_null(struct strbuf *out, const char *key);

#endif
