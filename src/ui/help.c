#include <config.h>

#include "ui/help.h"

#include "base/i18n.h"
#include "ui/keymap.h"

enum { TITLE_LINES = 2, KEYS_COLS = 22, NARROW = 60 /* keys stand above what they do */ };

static int lines_each(int cols)
{
    return cols < NARROW ? 2 : 1;
}

size_t help_lines(int cols)
{
    return TITLE_LINES + (size_t)(lines_each(cols) * (ACTION_COUNT - 1));
}

static void draw_keys(struct screen *s, int row, int cols, enum action a)
{
    char keys[128];

    keymap_keys(a, keys, sizeof keys);
    screen_put(s, row, 1, cols, str_of(keys), STYLE_SUBHEAD);
}

static void draw_line(struct screen *s, int row, int cols, size_t line)
{
    int each = lines_each(cols);
    enum action a = (enum action)(line / (size_t)each + 1);
    int col = each == 1 ? KEYS_COLS : 3;

    if (each == 1 || line % 2 == 0)
        draw_keys(s, row, each == 1 ? KEYS_COLS - 2 : cols - 1, a);
    if (each == 1 || line % 2 == 1)
        screen_put(s, row, col, cols - col, str_of(keymap_help(a)), STYLE_TEXT);
}

void help_draw(struct screen *s, int rows, int cols, size_t top)
{
    for (int row = 0; row < rows && top + (size_t)row < help_lines(cols); row++) {
        size_t line = top + (size_t)row;

        if (line == 0)
            screen_put(s, row, 1, cols - 1, str_of(_("Keys of kanbao (q or Esc: back)")),
                       STYLE_HEADLINE);
        else if (line >= TITLE_LINES)
            draw_line(s, row, cols, line - TITLE_LINES);
    }
}
