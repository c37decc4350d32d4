#include <config.h>

#include "ui/spots.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/state.h"

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
        err_set(&app->message, _("bookmarked; %s shows the list"),
                keymap_first(&app->opts->keys, ACTION_BOOKMARKS).s);
    }
}
