/* Walking text that is known to be valid UTF-8 (everything behind text/decode). */
#ifndef KANBAO_TEXT_UTF8_H
#define KANBAO_TEXT_UTF8_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/str.h"

/* The code point at byte `off` (off < s.n) into *cp; returns its length in bytes, 1 to 4. */
static inline size_t utf8_get(struct str s, size_t off, uint32_t *cp)
{
    const unsigned char *p = (const unsigned char *)s.s + off;

    if (p[0] < 0x80) {
        *cp = p[0];
        return 1;
    }
    if (p[0] < 0xE0) {
        *cp = (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
        return 2;
    }
    if (p[0] < 0xF0) {
        *cp = (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
        return 3;
    }
    *cp = (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 |
          (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
    return 4;
}

/* Whether an ideograph of the main block, U+4E00 to U+9FFF, begins at byte `off`: three bytes,
 * told without decoding them, and by tests that nearly always come out the same. Most characters of
 * a Chinese page are such, and one kind to typesetting. */
static inline bool utf8_is_ideograph(struct str s, size_t off)
{
    unsigned lead = (unsigned char)s.s[off];

    return lead >= 0xE4 && lead <= 0xE9 && (lead << 8 | (unsigned char)s.s[off + 1]) >= 0xE4B8;
}

/* The one that begins there. */
static inline uint32_t utf8_ideograph(struct str s, size_t off)
{
    const unsigned char *p = (const unsigned char *)s.s + off;

    return ((uint32_t)p[0] << 12) + ((uint32_t)p[1] << 6) + p[2] - 0xE2080; /* less the marks */
}

/* Those ideographs in rows of 64, which have their first two bytes in common: the row of the one at
 * byte `off`, behind which two more bytes are; UTF8_ROWS or more when none begins there. Its first
 * two bytes are taken for one number, whatever they are: half the work of utf8_is_ideograph. */
enum { UTF8_ROWS = 0xE9C0 - 0xE4B8 };

static inline unsigned utf8_row(struct str s, size_t off)
{
    uint16_t two;

    memcpy(&two, s.s + off, sizeof two);
    return (unsigned)be16toh(two) - 0xE4B8;
}

static inline bool utf8_begins_in_ideograph(struct str s)
{
    return s.n >= 3 && utf8_row(s, 0) < UTF8_ROWS;
}

static inline bool utf8_ends_in_ideograph(struct str s)
{
    return s.n >= 3 && utf8_row(s, s.n - 3) < UTF8_ROWS;
}

/* Whether a character of three bytes begins at byte `off` whose first two, taken for one number,
 * are in a range. */
static inline bool utf8_is_between(struct str s, size_t off, unsigned first, unsigned last)
{
    uint16_t two;

    if (off + 2 >= s.n)
        return false;
    memcpy(&two, s.s + off, sizeof two);
    return (unsigned)be16toh(two) - first <= last - first;
}

/* The end of the run of such characters from byte `off` on. */
static inline size_t utf8_skip_between(struct str s, size_t off, unsigned first, unsigned last)
{
    while (utf8_is_between(s, off, first, last))
        off += 3;
    return off;
}

/* Of such ideographs. */
static inline size_t utf8_skip_ideographs(struct str s, size_t off)
{
    return utf8_skip_between(s, off, 0xE4B8, 0xE9BF);
}

/* Whether a Hangul syllable begins there, U+AC00 to U+D77F (the few behind those are told by
 * decoding). */
static inline bool utf8_is_syllable(struct str s, size_t off)
{
    return utf8_is_between(s, off, 0xEAB0, 0xED9D);
}

static inline size_t utf8_skip_syllables(struct str s, size_t off)
{
    while (utf8_is_syllable(s, off))
        off += 3;
    return off;
}

/* Offset of the character behind the one at byte `off` (off < s.n). */
static inline size_t utf8_next(struct str s, size_t off)
{
    unsigned char lead = (unsigned char)s.s[off];

    return off + (lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
}

/* Offset of the character before byte `off` (off > 0). */
static inline size_t utf8_prev(struct str s, size_t off)
{
    do
        off--;
    while (off > 0 && ((unsigned char)s.s[off] & 0xC0) == 0x80);
    return off;
}

/* The code point that begins at `off`, or 0 at the end of s. */
static inline uint32_t utf8_at(struct str s, size_t off)
{
    uint32_t cp = 0;

    if (off < s.n)
        utf8_get(s, off, &cp);
    return cp;
}

/* The code point that ends at `off`, or 0 at the beginning of s. */
static inline uint32_t utf8_before(struct str s, size_t off)
{
    return off > 0 ? utf8_at(s, utf8_prev(s, off)) : 0;
}

/* Writes cp into out (at least 4 bytes); returns the number of bytes. */
static inline size_t utf8_put(char *out, uint32_t cp)
{
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xC0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (char)(0xE0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (char)(0x80 | (cp & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
    out[3] = (char)(0x80 | (cp & 0x3F));
    return 4;
}

#endif
