#include <config.h>

#include "ui/help.h"

#include "base/i18n.h"
#include "ui/linespane.h"

enum { KEYS_COLS = 21, INDENT = 2, NARROW = 60 /* keys stand above what they do */ };

static size_t lines_each(int cols)
{
    return cols < NARROW ? 2 : 1;
}

static size_t count(const void *data, int cols)
{
    (void)data;
    return lines_each(cols) * (ACTION_COUNT - 1);
}

static void draw(const void *data, size_t i, struct line *l)
{
    size_t each = lines_each(l->end - l->col + 1);
    enum action a = (enum action)(i / each + 1);
    char keys[128];

    keymap_keys(data, a, keys, sizeof keys);
    if (each == 1) {
        int col = l->col + KEYS_COLS;

        line_put_cut(l, str_of(keys), KEYS_COLS - 1, STYLE_SUBHEAD, NULL);
        line_pad(l, col);
        line_put(l, str_of(keymap_help(a)), STYLE_TEXT);
    } else if (i % 2 == 0) {
        line_put(l, str_of(keys), STYLE_SUBHEAD);
    } else {
        line_pad(l, l->col + INDENT);
        line_put(l, str_of(keymap_help(a)), STYLE_TEXT);
    }
}

struct pane *help_new(const struct keymap *keys)
{
    static const struct lines_class class = {.count = count, .draw = draw};

    return linespane_new(_("Keys of kanbao (q or Esc: back)"), &class, (void *)keys);
}
