/* Which language's habits a text follows, where nobody says. */
#ifndef KANBAO_LAYOUT_LANG_H
#define KANBAO_LAYOUT_LANG_H

#include "base/str.h"
#include "layout/layout.h"

/* By the letters of the first 64 KiB: kana make Japanese, Hangul Korean, Latin alone English, the
 * rest Chinese, which is traditional where it quotes with corner brackets only. Never LANG_AUTO. */
enum lang lang_guess(struct str text);

#endif
