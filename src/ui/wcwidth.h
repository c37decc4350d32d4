/* ncurses asks wcwidth() how wide a character is. This program defines that function itself, so
 * that ncurses and layout believe the same table (text/glyph). */
#ifndef KANBAO_UI_WCWIDTH_H
#define KANBAO_UI_WCWIDTH_H

#include <wchar.h>

#include "text/glyph.h"

/* Before the screen is opened, and when the terminal turns out to count otherwise. */
void wcwidth_set_mode(struct glyph_mode mode);

/* What the C library's own function says. */
int wcwidth_of_locale(wchar_t c);

#endif
