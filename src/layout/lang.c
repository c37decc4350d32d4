#include <config.h>

#include "layout/lang.h"

#include "base/bytes.h"
#include "layout/cluster.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum { ENOUGH = 16 * 1024 }; /* bytes that tell as much as all of them */

/* Where a byte and the two behind it are of a character that speaks against simplified Chinese:
 * kana, Hangul or a corner bracket. A few others are among them. */
static bytes tells_other(const char *s)
{
    bytes a = bytes_load(s), b = bytes_load(s + 1), c = bytes_load(s + 2);
    bytes form = bytes_is(a, 0xEF) & bytes_is(b, 0xBC);

    return bytes_is(a, 0xE1) | (bytes_is_within(a, 0xEA, 0xFF) & ~form) |
           (bytes_is(a, 0xE3) & (~bytes_is(b, 0x80) | bytes_is(c, 0x8C)));
}

/* Whether text is as most are: it has ideographs (U+5000 and on), and nothing that makes it more
 * than simplified Chinese. A quarter of the work of counting, and nothing to be foretold. */
static bool is_plain_chinese(struct str text)
{
    bytes other = {0}, ideographs = {0};
    size_t i = 0, last = text.n - BYTES_AT_ONCE - 2;

    if (text.n < BYTES_AT_ONCE + 2)
        return false;
    for (;; i = i + BYTES_AT_ONCE < last ? i + BYTES_AT_ONCE : last) {
        other |= tells_other(text.s + i);
        ideographs |= bytes_is_within(bytes_load(text.s + i), 0xE5, 0xE9);
        if (i == last)
            break;
    }
    return bytes_holds_anywhere(ideographs) && !bytes_holds_anywhere(other);
}

enum lang lang_guess(struct str text)
{
    size_t n[CC_COUNT] = {0}, corner = 0, han, kana;
    uint32_t cp;

    if (is_plain_chinese(str_sub(text, 0, text.n < ENOUGH ? text.n : ENOUGH)))
        return LANG_ZH_HANS;
    for (size_t off = 0, begin; off < text.n && off < ENOUGH;) {
        begin = off;
        off = utf8_skip_ideographs(text, off);
        n[CC_HAN] += (off - begin) / 3;
        begin = off;
        off = utf8_skip_syllables(text, off);
        n[CC_HANGUL] += (off - begin) / 3;
        if (off == text.n)
            break;
        off += utf8_get(text, off, &cp);
        n[charclass_of(cp)]++;
        corner += cp == 0x300C;
    }
    han = n[CC_HAN];
    kana = n[CC_KANA] + n[CC_SMALLKANA];
    if (n[CC_HANGUL] > han + kana)
        return LANG_KO;
    if (kana * 10 > han)
        return LANG_JA;
    if (han == 0 && n[CC_LETTER] > 0)
        return LANG_EN;
    return corner > 0 && n[CC_OQUOTE] == 0 ? LANG_ZH_HANT : LANG_ZH_HANS;
}

enum autospace lang_guess_autospace(struct str text)
{
    size_t spaced = 0, solid = 0;
    enum charclass a = CC_CONTROL, c;

    for (size_t off = 0, next; off < text.n && off < ENOUGH; off = next, a = c) {
        uint32_t cp;

        next = off + utf8_get(text, off, &cp);
        c = charclass_of(cp);
        if (c == CC_MARK || c == CC_FORMAT)
            c = a; /* it belongs to the character before */
        else if (clusters_is_autospace(text, off))
            spaced++;
        else if (charclass_is_script_border(a, c))
            solid++;
    }
    if (spaced == solid)
        return AUTOSPACE_KEEP;
    return spaced > solid ? AUTOSPACE_INSERT : AUTOSPACE_STRIP;
}
