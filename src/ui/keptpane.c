#include <config.h>

#include "ui/keptpane.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/i18n.h"
#include "text/sanitize.h"
#include "ui/linespane.h"
#include "ui/path.h"

enum { DATE_COLS = 11, SECOND_FROM_COLS = 60 };

static size_t count_bookmarks(void *data, int cols)
{
    (void)cols;
    return store_count((struct store *)data, STORE_BOOKMARK);
}

static size_t count_sources(void *data, int cols)
{
    (void)cols;
    return store_count((struct store *)data, STORE_SOURCE);
}

/* Untrusted text on one line. */
static void put_clean(struct line *l, const char *text, int cols, enum style style)
{
    char *clean = sanitize_name(text);

    line_put_cut(l, str_of(clean), cols, style, NULL);
    free(clean);
}

/* The date, then what the line is about, then where there is room a second text. */
static void put_item(struct line *l, int64_t time, const char *first, const char *second)
{
    time_t seconds = (time_t)(time / 1000);
    int cols = l->end - l->col, room = cols >= SECOND_FROM_COLS ? cols / 3 : 0;
    char date[16] = "";
    struct tm tm;

    if (localtime_r(&seconds, &tm))
        strftime(date, sizeof date, "%Y-%m-%d", &tm);
    if (cols > 3 * DATE_COLS)
        put_clean(l, date, DATE_COLS, STYLE_FAINT);
    line_put(l, STR(" "), STYLE_TEXT);
    put_clean(l, first, l->end - l->col - room - 1, STYLE_TEXT);
    line_pad(l, l->end - room);
    put_clean(l, second, room, STYLE_FAINT);
}

static void draw_bookmark(const void *data, size_t i, struct line *l)
{
    const struct store_item *item = store_item((struct store *)data, STORE_BOOKMARK, i);

    put_item(l, item->time, item->title, path_last(str_of(item->source)).s);
}

static void draw_source(const void *data, size_t i, struct line *l)
{
    const struct store_item *item = store_item((struct store *)data, STORE_SOURCE, i);

    put_item(l, item->time, path_last(str_of(item->id)).s, item->title);
}

static enum lines_answer act_bookmark(void *data, size_t i, struct app *app, struct command c)
{
    const struct store_item *item = store_item(data, STORE_BOOKMARK, i);

    if (c.action == ACTION_OPEN) {
        reading_go(app, item);
        return LINES_CLOSE;
    }
    if (c.action == ACTION_BOOKMARK) {
        store_remove(data, STORE_BOOKMARK, item->id);
        return LINES_STAY;
    }
    return LINES_PASS;
}

/* To the article that was read last in it, where it was left. */
static enum lines_answer act_source(void *data, size_t i, struct app *app, struct command c)
{
    struct store_item item = *store_item(data, STORE_SOURCE, i);

    if (c.action != ACTION_OPEN)
        return LINES_PASS;
    item.source = item.id;
    item.place = store_article(data, item.article).place;
    reading_go(app, &item);
    return LINES_CLOSE;
}

struct pane *keptpane_bookmarks(struct app *app)
{
    static const struct pane_hint hints[] = {{ACTION_BOOKMARK, N_("take away")}, {0}};
    static const struct lines_class class = {
        .count = count_bookmarks, .draw = draw_bookmark, .act = act_bookmark, .hints = hints};

    store_refresh(app->reading.store, STORE_BOOKMARK);
    if (store_count(app->reading.store, STORE_BOOKMARK) > 0)
        return linespane_new(_("Bookmarks"), &class, app->reading.store);
    err_set(&app->message, _("no bookmarks yet: %s keeps a place"),
            keymap_first(&app->opts->keys, ACTION_BOOKMARK).s);
    return NULL;
}

struct pane *keptpane_history(struct app *app)
{
    static const struct pane_hint hints[] = {{ACTION_OPEN, N_("read on")}, {0}};
    static const struct lines_class class = {
        .count = count_sources, .draw = draw_source, .act = act_source, .hints = hints};

    store_refresh(app->reading.store, STORE_SOURCE);
    if (store_count(app->reading.store, STORE_SOURCE) > 0)
        return linespane_new(_("Files that were read"), &class, app->reading.store);
    err_set(&app->message, "%s", _("no file was read before"));
    return NULL;
}
