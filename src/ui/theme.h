/* How a style looks. No meaning rests on colour alone. */
#ifndef KANBAO_UI_THEME_H
#define KANBAO_UI_THEME_H

#include <stdbool.h>

#include "paper/article.h"
#include "ui/style.h"

/* Colours are those of the terminal's first eight, -1 its own. */
struct look {
    bool bold, dim, underline, reverse; /* reverse stands in for bg where there are no colours */
    short fg, bg;
};

struct look theme_look(enum style style);

/* The style of a block of text. */
enum style theme_block(enum block_kind kind);

#endif
