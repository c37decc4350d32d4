/* How a style looks. No meaning rests on colour alone. */
#ifndef KANBAO_TERM_THEME_H
#define KANBAO_TERM_THEME_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"
#include "paper/article.h"
#include "term/style.h"

enum theme { THEME_AUTO, THEME_LIGHT, THEME_DARK, THEME_MONO };

/* A colour, for terminals with few and with many: one of the first eight (COLOR_OWN: the terminal's
 * own), and 0xRRGGBB. */
struct color {
    short ansi;
    int rgb;
};

enum { COLOR_OWN = -1 };

struct look {
    bool bold, dim, underline, reverse; /* reverse stands in for bg where there are no colours */
    struct color fg, bg;
};

struct looks {
    struct look v[STYLE_COUNT];
};

/* AUTO: the terminal's own letters and ground, some things in its first eight colours. LIGHT and
 * DARK bring a ground of their own, MONO has no colours. */
void theme_make(enum theme theme, struct looks *looks);

/* Changes one look: name is that of a style ("headline", "keyword1"), value its words: "bold",
 * "dim", "underline", "reverse", a colour, "on" and a colour; a colour is one of the eight names,
 * "default" or #RRGGBB. False with a message when it is not understood. */
bool theme_change(struct looks *looks, const char *name, const char *value, struct err *e);

/* Whether a style has that name. */
bool theme_has(const char *name);
/* What a style is called there. */
const char *theme_style(enum style style);
/* Appends the words that theme_change would take for the look. */
void theme_words(const struct look *l, struct strbuf *out);

/* The number that a terminal with so many colours has for c (more than 256: direct colours). */
int theme_color(struct color c, int colors);

/* Whether bold letters of that look can be read with so many colours: where there are but eight,
 * bold is the brighter one of two, and on white, or in black, that is hardly seen. */
bool theme_bears_bold(const struct look *l, int colors);

/* The style of a block of text. */
enum style theme_block(enum block_kind kind);

#endif
