#include <config.h>

#include "ui/help.h"

#include "base/i18n.h"
#include "ui/keyname.h"
#include "ui/linespane.h"
#include "ui/seek.h"

enum {
    KEYS_COLS = 21,
    INDENT = 2,
    NARROW = 60, /* keys stand above what they do */
    ACTIONS = ACTION_COUNT - 1
};

static size_t lines_each(int cols)
{
    return cols < NARROW ? 2 : 1;
}

static size_t count(const void *data, int cols)
{
    (void)data;
    return lines_each(cols) * (ACTIONS + SEEK_SWITCHES);
}

/* The keys of line i, and what they are for. */
static const char *keys_of(const struct keymap *m, size_t i, char *keys, size_t size)
{
    enum action a = (enum action)(ACTION_NONE + 1 + i);

    if (i < ACTIONS) {
        keymap_keys(m, a, keys, size);
        return keymap_help(a);
    }
    keyname_write(seek_switch_key((int)i - ACTIONS), true, keys, size);
    return seek_switch_help((int)i - ACTIONS);
}

static void draw(const void *data, size_t i, struct line *l)
{
    size_t each = lines_each(l->end - l->col + 1);
    char keys[128];
    const char *text = keys_of(data, i / each, keys, sizeof keys);

    if (each == 1) {
        int col = l->col + KEYS_COLS;

        line_put_cut(l, str_of(keys), KEYS_COLS - 1, STYLE_SUBHEAD, NULL);
        line_pad(l, col);
        line_put(l, str_of(text), STYLE_TEXT);
    } else if (i % 2 == 0) {
        line_put(l, str_of(keys), STYLE_SUBHEAD);
    } else {
        line_pad(l, l->col + INDENT);
        line_put(l, str_of(text), STYLE_TEXT);
    }
}

struct pane *help_new(const struct keymap *keys)
{
    static const struct lines_class class = {.count = count, .draw = draw};

    return linespane_new(_("Keys of kanbao (q or Esc: back)"), &class, (void *)keys);
}
