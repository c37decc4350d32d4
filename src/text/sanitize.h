/* The one place where untrusted characters are judged. Works by code point and denies by default:
 * what is left is safe to print and to hand to a terminal. No escape sequences are parsed.
 *   kept      everything assigned or not that is listed under none of the following
 *   replaced  C0 and C1 controls but tab and line ends, DEL, noncharacters: one U+FFFD each
 *   dropped   format characters (Cf: bidi controls, zero-width, tags, U+FEFF, soft hyphen; and
 *             what is reserved for more of them), but U+200D between two emoji and a variation
 *             selector behind a visible character; annotation is set in brackets
 *   bounded   combining marks: 30 a base (UAX #15 Stream-Safe), blanks and U+FFFD being none;
 *             joiners: 10 a sequence of emoji
 *   line ends U+0085, U+2028, U+2029 and CR, CR LF become LF; form feed and tab stay */
#ifndef KANBAO_TEXT_SANITIZE_H
#define KANBAO_TEXT_SANITIZE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* Where clean text and raw bytes stop running side by side: from text byte `text` on, text byte
 * t + k comes from raw byte `raw` + k, until the next entry. */
struct offset_pair {
    size_t text, raw;
};

/* Clean text with the way back to the raw bytes. Owned; free with sanitized_free. */
struct sanitized {
    struct strbuf text;       /* valid UTF-8 without controls but \n \t \f */
    struct offset_pair *map;  /* ascending; empty when text and raw bytes are the same */
    size_t n_map, cap_map;
    size_t repaired;          /* damaged bytes that became U+FFFD */
};

/* Decodes raw bytes as UTF-8 and judges every code point. A damaged sequence (overlong, surrogate,
 * cut short, beyond U+10FFFF) becomes one U+FFFD as libunistring's u8_mbtouc delimits it: never
 * more than what the first byte announces, never a byte of the next character. Never fails. `out`
 * must be zero or freed. */
void sanitize_utf8(struct str raw, struct sanitized *out);
void sanitized_free(struct sanitized *s);

/* Whether it stands on the character before it and is counted there. */
bool sanitize_is_mark(uint32_t cp);

/* What may follow sanitized `before` when the two did not stand side by side: sanitized `next`
 * without the first of the marks at its head where they are too many on one base together. */
struct str sanitize_joint(struct str before, struct str next);

/* The raw byte that text byte `off` came from; off may be the end of the text. */
size_t sanitized_raw(const struct sanitized *s, size_t off);

/* A name or message on one line: as above, and tab and line ends become a space. The caller frees.
 */
char *sanitize_name(const char *name);

#endif
