#include <config.h>

#include "ui/help.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "term/keyname.h"
#include "ui/linespane.h"
#include "ui/seek.h"

enum {
    KEYS_COLS = 21,
    INDENT = 2,
    NARROW = 60, /* keys stand above what they do */
    ACTIONS = ACTION_COUNT - 1,
    BASICS = 10,
    ENTRIES = ACTIONS + SEEK_SWITCHES
};

/* A row of the page. */
struct help_row {
    const char *subject; /* NULL: it is of an entry; "": it is empty */
    int entry;           /* an action, or a key of the search prompt */
    bool keys;           /* its keys stand in it */
    struct str text;     /* and this part of what it does */
};

struct help {
    const struct keymap *keys;
    const struct screen *screen; /* how it counts columns */
    int cols;                    /* what the rows are for: so many columns, */
    struct glyph_mode mode;      /* counted in this way */
    struct help_row *rows;
    size_t n, cap;
};

/* What is known by them is enough to read; they stand first, and again each in its place. */
static const enum action basics[BASICS] = {
    ACTION_PAGE_DOWN, ACTION_OPEN,         ACTION_BACK,   ACTION_SEARCH,
    ACTION_NEXT_HIT,  ACTION_NEXT_ARTICLE, ACTION_FILTER, ACTION_KEYWORD,
    ACTION_COMMAND,   ACTION_QUIT,
};

static enum action action_of(int entry)
{
    return (enum action)(ACTION_NONE + 1 + entry);
}

static int entry_of(enum action a)
{
    return (int)a - (ACTION_NONE + 1);
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

static void add_row(struct help *h, struct help_row row)
{
    h->rows = xgrow(h->rows, &h->cap, h->n + 1, sizeof *h->rows);
    h->rows[h->n++] = row;
}

/* A part of the text in each row, the keys in the first one, or above it. */
static void add_entry(struct help *h, int entry)
{
    struct str text = str_of(text_of(entry));
    int room = h->cols - 2 - text_col(h->cols);
    struct help_row row = {.entry = entry, .keys = true};
    size_t from = 0;

    if (h->cols < NARROW) {
        add_row(h, row);
        row.keys = false;
    }
    do {
        size_t to = line_wrap(text, from, room, h->mode);

        row.text = str_sub(text, from, to);
        add_row(h, row);
        row.keys = false;
        from = to;
    } while (from < text.n);
}

static void lay_out(struct help *h)
{
    h->n = 0;
    add_row(h, (struct help_row){.subject = _("To begin with")});
    for (int i = 0; i < BASICS; i++)
        add_entry(h, entry_of(basics[i]));
    for (int entry = 0; entry < ENTRIES; entry++) {
        const char *subject = subject_of(entry);

        if (subject) {
            add_row(h, (struct help_row){.subject = ""});
            add_row(h, (struct help_row){.subject = subject});
        }
        add_entry(h, entry);
    }
}

static size_t count(void *data, int cols)
{
    struct help *h = data;
    struct glyph_mode mode = screen_mode(h->screen);

    if (h->n == 0 || cols != h->cols || !glyph_mode_is(mode, h->mode)) {
        h->cols = cols;
        h->mode = mode;
        lay_out(h);
    }
    return h->n;
}

static void draw(const void *data, size_t i, struct line *l)
{
    const struct help *h = data;
    const struct help_row *row = &h->rows[i];
    int at = l->col + text_col(h->cols);
    char keys[128];

    if (row->subject) {
        line_put(l, str_of(row->subject), STYLE_HEADLINE);
        return;
    }
    if (row->keys) {
        write_keys(h, row->entry, keys, sizeof keys);
        line_put_cut(l, str_of(keys), h->cols < NARROW ? l->end - l->col : KEYS_COLS - 1,
                     STYLE_SUBHEAD, NULL);
    }
    if (row->text.n > 0)
        line_pad(l, at);
    line_put(l, row->text, STYLE_TEXT);
}

static void free_help(void *data)
{
    struct help *h = data;

    free(h->rows);
    free(h);
}

struct pane *help_new(const struct keymap *keys, const struct screen *screen)
{
    static const struct lines_class class = {.count = count, .draw = draw, .free = free_help};
    struct help *h = xcalloc(1, sizeof *h);

    h->keys = keys;
    h->screen = screen;
    return linespane_new(_("Keys"), &class, h);
}
