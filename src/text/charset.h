/* Charsets by name, and the conversion of bytes into UTF-8. */
#ifndef KANBAO_TEXT_CHARSET_H
#define KANBAO_TEXT_CHARSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

/* A conversion. Files hold more than their charset's name says, so that a name stands for the
 * widest charset that extends it, as in the WHATWG Encoding Standard: GB2312 and GBK are read as
 * GB18030 (where A1AA is — and A1A4 is ·), Shift_JIS as CP932, Big5 with the characters of HKSCS,
 * EUC-KR with those of CP949, EUC-JP with those of NEC and IBM. */
struct charset;

/* NULL when iconv does not know the name. Free with charset_close. */
struct charset *charset_open(const char *name);
void charset_close(struct charset *c);

/* Bytes of a code unit: 4 for UTF-32, 2 for UTF-16, else 1. */
size_t charset_unit(const struct charset *c);
/* Whether it is UTF-8: nothing to convert. */
bool charset_is_utf8(const char *name);
/* Where the first line end at or after byte `from` ends, by whole code units; raw.n when there is
 * none. In every charset but UTF-16 and UTF-32, 0x0A is a line end wherever it stands. */
size_t charset_line_end(const struct charset *c, struct str raw, size_t from);

/* Whether it is one of the usual charsets in which a line means the same whatever stands before it,
 * and which read 0x0A as a line feed even behind half a character. */
bool charset_keeps_lines(const struct charset *c);

/* Whether the code unit at `unit` is a line feed. */
bool charset_is_line_feed(const struct charset *c, const char *unit);

/* Appends raw as UTF-8 to *out; a damaged byte becomes one U+FFFD. Begins in the initial state.
 * Returns the bytes used: all of them, but where more follows (`more`) a character cut short. */
size_t charset_convert(struct charset *c, struct str raw, bool more, struct strbuf *out);

/* Appends the first character of raw, going on in the state that the last call left (after
 * charset_begin: the initial one). Returns its bytes. */
size_t charset_convert_one(struct charset *c, struct str raw, struct strbuf *out);
void charset_begin(struct charset *c);

/* What was met so far: characters that only the wider charset has, and U+FFFD put for damage. */
struct charset_met {
    size_t widened, damaged;
};
struct charset_met charset_met(const struct charset *c);

#endif
