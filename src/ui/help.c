#include <config.h>

#include "ui/help.h"

#include "base/i18n.h"
#include "ui/keymap.h"

enum { TITLE_LINES = 2, KEYS_COLS = 22, KEYS_COLS_NARROW = 14, NARROW = 50 };

size_t help_lines(void)
{
    return TITLE_LINES + ACTION_COUNT - 1;
}

void help_draw(struct screen *s, int rows, int cols, size_t top)
{
    int keys_cols = cols < NARROW ? KEYS_COLS_NARROW : KEYS_COLS;

    for (int row = 0; row < rows && top + (size_t)row < help_lines(); row++) {
        size_t line = top + (size_t)row;
        enum action a = (enum action)(line - TITLE_LINES + 1);
        char keys[128];

        if (line == 0)
            screen_put(s, row, 1, cols - 1, str_of(_("Keys of kanbao (q or Esc: back)")),
                       STYLE_HEADLINE);
        if (line < TITLE_LINES)
            continue;
        keymap_keys(a, keys, sizeof keys);
        screen_put(s, row, 1, keys_cols - 2, str_of(keys), STYLE_SUBHEAD);
        screen_put(s, row, keys_cols, cols - keys_cols, str_of(keymap_help(a)), STYLE_TEXT);
    }
}
