#include <config.h>

#include "layout/lang.h"

#include "text/charclass.h"
#include "text/utf8.h"

enum { ENOUGH = 64 * 1024 };

enum lang lang_guess(struct str text)
{
    size_t n[CC_COUNT] = {0}, corner = 0, han, kana;
    uint32_t cp;

    for (size_t off = 0; off < text.n && off < ENOUGH;) {
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
