/* Which habits a text follows, where nobody says: those of a language, and its spaces. */
#ifndef KANBAO_LAYOUT_LANG_H
#define KANBAO_LAYOUT_LANG_H

#include "base/str.h"
#include "layout/layout.h"

/* By the letters of the first 64 KiB: kana make Japanese, Hangul Korean, Latin alone English, the
 * rest Chinese, which is traditional where it quotes with corner brackets only. Never LANG_AUTO. */
enum lang lang_guess(struct str text);

/* Of the first 64 KiB: AUTOSPACE_INSERT where more ideographs have a space between themselves and a
 * Latin letter or digit than have none, AUTOSPACE_STRIP where fewer have, else AUTOSPACE_KEEP. */
enum autospace lang_guess_autospace(struct str text);

#endif
