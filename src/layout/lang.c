#include <config.h>

#include "layout/lang.h"

#include "layout/cluster.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum { ENOUGH = 16 * 1024 }; /* bytes that tell as much as all of them */

enum lang lang_guess(struct str text)
{
    size_t n[CC_COUNT] = {0}, corner = 0, han, kana;
    uint32_t cp;

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
