#include <config.h>

#include "ui/help.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/keyname.h"
#include "ui/linespane.h"
#include "ui/seek.h"

enum {
    KEYS_COLS = 21,
    INDENT = 2,
    NARROW = 60, /* keys stand above what they do */
    ACTIONS = ACTION_COUNT - 1,
    ENTRIES = ACTIONS + SEEK_SWITCHES
};

struct help {
    const struct keymap *keys;
    const struct screen *screen; /* how it counts columns */
};

/* A row of the page. */
struct help_row {
    const char *subject; /* NULL: it is of an entry; "": it is empty */
    int entry;           /* an action, or a key of the search prompt */
    bool keys;           /* its keys stand in it */
    struct str text;     /* and this part of what it does */
};

static enum action action_of(int entry)
{
    return (enum action)(ACTION_NONE + 1 + entry);
}

static const char *subject_of(int entry)
{
    if (entry < ACTIONS)
        return keymap_subject(action_of(entry));
    return entry == ACTIONS ? _("While a search is typed") : NULL;
}

static const char *text_of(int entry)
{
    return entry < ACTIONS ? keymap_help(action_of(entry)) : seek_switch_help(entry - ACTIONS);
}

static void write_keys(const struct help *h, int entry, char *keys, size_t size)
{
    if (entry < ACTIONS)
        keymap_keys(h->keys, action_of(entry), keys, size);
    else
        keyname_write(seek_switch_key(entry - ACTIONS), true, keys, size);
}

/* Columns before what a key does. */
static int text_col(int cols)
{
    return cols < NARROW ? INDENT : KEYS_COLS;
}

/* The rows of an entry, one after the other; *i becomes what is left of it behind them. True when
 * it was one of them. */
static bool find_in_entry(const struct help *h, int entry, int cols, size_t *i,
                          struct help_row *row)
{
    struct str text = str_of(text_of(entry));
    int room = cols - 2 - text_col(cols);
    size_t from = 0;

    *row = (struct help_row){.entry = entry, .keys = true};
    if (cols < NARROW && (*i)-- == 0)
        return true;
    row->keys = cols >= NARROW;
    do {
        size_t to = line_wrap(text, from, room, screen_mode(h->screen));

        row->text = str_sub(text, from, to);
        if ((*i)-- == 0)
            return true;
        row->keys = false;
        from = to;
    } while (from < text.n);
    return false;
}

/* Row i of the page in that width; false, and *i is how many there are, when it has fewer. */
static bool find_row(const struct help *h, size_t *i, int cols, struct help_row *row)
{
    size_t wanted = *i;

    for (int entry = 0; entry < ENTRIES; entry++) {
        const char *subject = subject_of(entry);

        *row = (struct help_row){.subject = ""};
        if (subject && entry > 0 && (*i)-- == 0)
            return true;
        row->subject = subject;
        if (subject && (*i)-- == 0)
            return true;
        if (find_in_entry(h, entry, cols, i, row))
            return true;
    }
    *i = wanted - *i;
    return false;
}

static size_t count(const void *data, int cols)
{
    struct help_row row;
    size_t n = SIZE_MAX;

    find_row(data, &n, cols, &row);
    return n;
}

static void draw(const void *data, size_t i, struct line *l)
{
    const struct help *h = data;
    int cols = l->end - l->col + 1, at = l->col + text_col(cols);
    struct help_row row;
    char keys[128];

    if (!find_row(h, &i, cols, &row))
        return;
    if (row.subject) {
        line_put(l, str_of(row.subject), STYLE_HEADLINE);
        return;
    }
    if (row.keys) {
        write_keys(h, row.entry, keys, sizeof keys);
        line_put_cut(l, str_of(keys), cols < NARROW ? l->end - l->col : KEYS_COLS - 1,
                     STYLE_SUBHEAD, NULL);
    }
    if (row.text.n > 0)
        line_pad(l, at);
    line_put(l, row.text, STYLE_TEXT);
}

struct pane *help_new(const struct keymap *keys, const struct screen *screen)
{
    static const struct lines_class class = {.count = count, .draw = draw, .free = free};
    struct help *h = xcalloc(1, sizeof *h);

    h->keys = keys;
    h->screen = screen;
    return linespane_new(_("Keys"), &class, h);
}
