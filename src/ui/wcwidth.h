/* ncurses asks wcwidth() how wide a character is. This program defines that function itself, so
 * that ncurses and layout believe the same table (text/glyph). */
#ifndef KANBAO_UI_WCWIDTH_H
#define KANBAO_UI_WCWIDTH_H

#include "text/glyph.h"

/* Set once, before the screen is opened. */
void wcwidth_set_mode(struct glyph_mode mode);

#endif
