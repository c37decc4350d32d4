#include <config.h>

#include "ui/theme.h"

enum { OWN = -1, BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };

struct look theme_look(enum style style)
{
    static const struct look looks[STYLE_COUNT] = {
        [STYLE_TEXT] = {.fg = OWN, .bg = OWN},
        [STYLE_KICKER] = {.fg = CYAN, .bg = OWN},
        [STYLE_HEADLINE] = {.bold = true, .fg = OWN, .bg = OWN},
        [STYLE_BYLINE] = {.dim = true, .fg = CYAN, .bg = OWN},
        [STYLE_SUBHEAD] = {.bold = true, .fg = CYAN, .bg = OWN},
        [STYLE_CAPTION] = {.dim = true, .fg = OWN, .bg = OWN},
        [STYLE_FAINT] = {.dim = true, .fg = OWN, .bg = OWN},
        [STYLE_SELECTED] = {.reverse = true, .fg = OWN, .bg = OWN},
        [STYLE_SELECTED_AWAY] = {.underline = true, .fg = OWN, .bg = OWN},
        [STYLE_STATUS] = {.reverse = true, .fg = OWN, .bg = OWN},
        [STYLE_ERROR] = {.bold = true, .reverse = true, .fg = OWN, .bg = OWN},
        [STYLE_KEYWORD] = {.bold = true, .underline = true, .fg = RED, .bg = OWN},
        [STYLE_KEYWORD + 1] = {.bold = true, .underline = true, .fg = GREEN, .bg = OWN},
        [STYLE_KEYWORD + 2] = {.bold = true, .underline = true, .fg = BLUE, .bg = OWN},
        [STYLE_KEYWORD + 3] = {.bold = true, .underline = true, .fg = MAGENTA, .bg = OWN},
        [STYLE_KEYWORD + 4] = {.bold = true, .underline = true, .fg = YELLOW, .bg = OWN},
        [STYLE_KEYWORD + 5] = {.bold = true, .underline = true, .fg = CYAN, .bg = OWN},
        [STYLE_HIT] = {.reverse = true, .fg = BLACK, .bg = YELLOW},
        [STYLE_HIT_NOW] =
            {.bold = true, .underline = true, .reverse = true, .fg = BLACK, .bg = GREEN},
    };

    return looks[style];
}

enum style theme_block(enum block_kind kind)
{
    switch (kind) {
    case BLOCK_KICKER:
        return STYLE_KICKER;
    case BLOCK_HEADLINE:
        return STYLE_HEADLINE;
    case BLOCK_BYLINE:
        return STYLE_BYLINE;
    case BLOCK_SUBHEAD:
        return STYLE_SUBHEAD;
    case BLOCK_CAPTION:
    case BLOCK_JUMP:
        return STYLE_CAPTION;
    case BLOCK_PARAGRAPH:
    case BLOCK_VERBATIM:
        break;
    }
    return STYLE_TEXT;
}
