/* Styles as curses draws them. Beside screen, tty and keyboard the only file that knows curses. */
#ifndef KANBAO_TERM_INK_H
#define KANBAO_TERM_INK_H

#include <curses.h>
#include <stdbool.h>

#include "base/str.h"
#include "term/theme.h"

struct ink {
    attr_t attrs[STYLE_COUNT];
    short pairs[STYLE_COUNT];
};

/* Looks become attributes and, if they are wanted and the terminal has them, colour pairs. */
void ink_prepare(struct ink *ink, const struct looks *looks, bool color);
/* The first style that is drawn so; STYLE_TEXT for none. */
enum style ink_style(const struct ink *ink, attr_t attrs, short pair);
/* Appends "bold 4 on 7": attributes, and colours by the terminal's numbers, - for its own. */
void ink_describe(const struct ink *ink, enum style style, struct strbuf *out);

#endif
