#include <config.h>

#include "ui/spots.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "text/sanitize.h"
#include "ui/linespane.h"
#include "ui/state.h"

enum { DATE_COLS = 11, SOURCE_FROM_COLS = 60 };

static void put_here(struct app *app, enum store_kind kind, const char *id)
{
    struct store_item item;
    char *path;

    if (!reading_here(app, id, &item, &path))
        return;
    store_put(app->reading.store, kind, &item);
    free((char *)item.title);
    free(path);
}

void spots_mark(struct app *app, struct str name)
{
    char *id = xmemdup0(name.s, name.n);

    put_here(app, STORE_MARK, id);
    err_set(&app->message, _("this is mark %s now"), id);
    free(id);
}

void spots_to_mark(struct app *app, struct str name)
{
    char *id = xmemdup0(name.s, name.n);
    const struct store_item *mark = store_find(app->reading.store, STORE_MARK, id);

    if (mark)
        reading_go(app, mark);
    else
        err_set(&app->message, _("there is no mark %s"), id);
    free(id);
}

void spots_bookmark(struct app *app)
{
    char id[48];

    if (!app->text.open)
        return;
    snprintf(id, sizeof id, "%016" PRIx64 ":%zu", library_entry(app->lib, app->shown)->key,
             app->text.place);
    if (store_find(app->reading.store, STORE_BOOKMARK, id)) {
        store_remove(app->reading.store, STORE_BOOKMARK, id);
        err_set(&app->message, "%s", _("the bookmark is gone"));
    } else {
        put_here(app, STORE_BOOKMARK, id);
        err_set(&app->message, "%s", _("bookmarked; B shows the list"));
    }
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

static size_t count(const void *data, int cols)
{
    (void)cols;
    return store_count((struct store *)data, STORE_BOOKMARK);
}

/* Untrusted text on one line. */
static void put_clean(struct line *l, const char *text, int cols, enum style style)
{
    char *clean = sanitize_name(text);

    line_put_cut(l, str_of(clean), cols, style, NULL);
    free(clean);
}

static void draw(const void *data, size_t i, struct line *l)
{
    const struct store_item *item = store_item((struct store *)data, STORE_BOOKMARK, i);
    time_t seconds = (time_t)(item->time / 1000);
    int cols = l->end - l->col, source = cols >= SOURCE_FROM_COLS ? cols / 3 : 0;
    char date[16] = "";
    struct tm tm;

    if (localtime_r(&seconds, &tm))
        strftime(date, sizeof date, "%Y-%m-%d", &tm);
    if (cols > 3 * DATE_COLS)
        put_clean(l, date, DATE_COLS, STYLE_FAINT);
    line_put(l, STR(" "), STYLE_TEXT);
    put_clean(l, item->title, l->end - l->col - source - 1, STYLE_TEXT);
    line_pad(l, l->end - source);
    put_clean(l, base_name(item->source), source, STYLE_FAINT);
}

static enum lines_answer act(void *data, size_t i, struct app *app, struct command c)
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

struct pane *spots_list_new(struct app *app)
{
    static const struct lines_class class = {.count = count, .draw = draw, .act = act};

    if (store_count(app->reading.store, STORE_BOOKMARK) == 0) {
        err_set(&app->message, "%s", _("there are no bookmarks yet: a keeps a place"));
        return NULL;
    }
    return linespane_new(_("Bookmarks (a: take away)"), &class, app->reading.store);
}
