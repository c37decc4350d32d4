#include <config.h>

#include "ui/reading.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "text/sanitize.h"
#include "ui/state.h"
#include "ui/view.h"

enum {
    PLACES_WAIT_MS = 2000,    /* a new place is saved after so long */
    COMPARISONS_MAX = 1 << 20 /* of paths, when it begins */
};

static uint64_t key_of(const struct app *app, size_t article)
{
    return library_entry(app->lib, article)->key;
}

/* The path of an article's source by which it can be opened from everywhere; NULL when there is
 * none. The caller frees. */
static char *path_of(const struct app *app, size_t source)
{
    const char *path = source_path(library_source(app->lib, source));

    return path ? realpath(path, NULL) : NULL;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

static bool is_source(const struct app *app, size_t source, const char *id)
{
    const char *path = source_path(library_source(app->lib, source));
    char *real;
    bool is;

    if (!path || strcmp(base_name(path), base_name(id)) != 0)
        return false;
    real = path_of(app, source);
    is = real && strcmp(real, id) == 0;
    free(real);
    return is;
}

/* What the history of sources has of that source; NULL: nothing. */
static const struct store_item *known_source(struct app *app, size_t source)
{
    struct reading_state *r = &app->reading;

    for (size_t i = 0; i < store_count(r->store, STORE_SOURCE); i++) {
        const struct store_item *item = store_item(r->store, STORE_SOURCE, i);

        if (r->compared++ < COMPARISONS_MAX && is_source(app, source, item->id))
            return item;
    }
    return NULL;
}

/* Of the articles that were read last, each in its source, the very last is waited for. */
static void look_at_sources(struct app *app)
{
    struct reading_state *r = &app->reading;

    for (size_t n = library_sources(app->lib); r->sources < n && !r->begun; r->sources++) {
        const struct store_item *item = known_source(app, r->sources);

        if (item && item->time > r->time) {
            r->time = item->time;
            r->wanted.key = item->article;
            r->wanted.place = SIZE_MAX;
        }
    }
}

/* The entry with that key, from entry `from` on; their count when there is none. */
static size_t find_key(const struct app *app, uint64_t key, size_t from)
{
    size_t n = library_count(app->lib);

    while (from < n && key_of(app, from) != key)
        from++;
    return from;
}

size_t reading_article(const struct app *app, uint64_t key)
{
    return find_key(app, key, 0);
}

void reading_loaded(struct app *app)
{
    struct reading_state *r = &app->reading;
    size_t n = library_count(app->lib), i;

    look_at_sources(app);
    if (!r->wanted.key)
        return;
    i = find_key(app, r->wanted.key, r->wanted.looked);
    r->wanted.looked = library_settled(app->lib);
    if (i < n) {
        r->wanted.key = 0;
        if (r->wanted.place != SIZE_MAX) {
            state_go(app, i, r->wanted.place);
        } else {
            listpane_select(&app->list, i);
            if (app->opts->welcome == WELCOME_READ_ON)
                app->base = &app->text.pane;
        }
    } else if (app->loaded) {
        r->wanted.key = 0;
        if (r->wanted.asked)
            err_set(&app->message, "%s", _("that article is not in its file any more"));
    }
}

size_t reading_place(struct app *app)
{
    struct reading_state *r = &app->reading;
    size_t n = app->text.article.text.n;

    r->at = store_article(r->store, key_of(app, app->shown)).place;
    if (r->at > n)
        r->at = n;
    return r->at;
}

bool reading_here(const struct app *app, const char *id, struct store_item *item, char **path)
{
    const struct entry *e;
    char *title;

    if (!app->text.open)
        return false;
    e = library_entry(app->lib, app->shown);
    title = xmemdup0(entry_title(e).s, entry_title(e).n);
    *path = path_of(app, e->source);
    *item = (struct store_item){
        .id = id,
        .article = e->key,
        .place = app->text.place,
        .title = title,
        .source = *path ? *path : "",
    };
    return true;
}

/* The open article becomes the last one of its source. */
static void note_source(struct app *app)
{
    struct reading_state *r = &app->reading;
    struct store_item item;
    char *path;

    if (!reading_here(app, NULL, &item, &path))
        return;
    r->noted = item.article;
    item.id = path;
    item.source = "";
    if (path)
        store_put(r->store, STORE_SOURCE, &item);
    free((char *)item.title);
    free(path);
}

void reading_before(struct app *app)
{
    struct reading_state *r = &app->reading;

    r->at = app->text.place;
    r->begun = true;
    if (!r->wanted.asked)
        r->wanted.key = 0;
}

void reading_after(struct app *app)
{
    struct reading_state *r = &app->reading;
    bool moved = app->text.place != r->at;

    if (!app->text.open)
        return;
    view_arrange(app);
    if (moved)
        store_set_place(r->store, key_of(app, app->shown), app->text.place);
    if (state_focus(app) != &app->text.pane)
        return;
    if (readpane_at_end(&app->text))
        reading_done(app);
    if (r->noted != key_of(app, app->shown))
        note_source(app);
}

void reading_done(struct app *app)
{
    if (app->text.open)
        store_set_read(app->reading.store, key_of(app, app->shown), true);
}

bool reading_has_read(const struct app *app, size_t article)
{
    return store_article(app->reading.store, key_of(app, article)).read;
}

void reading_toggle(struct app *app)
{
    size_t article = listpane_selected(&app->list);

    if (article != SIZE_MAX)
        store_set_read(app->reading.store, key_of(app, article), !reading_has_read(app, article));
}

bool reading_next_unread(const struct app *app, size_t *line)
{
    const struct scroll *s = &app->list.scroll;

    for (*line = s->sel + 1; *line < s->n; ++*line)
        if (!reading_has_read(app, listpane_article(&app->list, *line)))
            return true;
    return false;
}

static bool is_open(const struct app *app, const char *path)
{
    for (size_t i = 0; i < library_sources(app->lib); i++)
        if (is_source(app, i, path))
            return true;
    return false;
}

void reading_go(struct app *app, const struct store_item *item)
{
    struct reading_state *r = &app->reading;
    size_t i = reading_article(app, item->article);

    app->base = &app->text.pane;
    if (i < library_count(app->lib)) {
        state_go(app, i, item->place);
        return;
    }
    if (item->source[0] == '\0' || (app->loaded && is_open(app, item->source))) {
        err_set(&app->message, "%s", _("that article is not in its file any more"));
        return;
    }
    if (!is_open(app, item->source) && !library_open(app->lib, item->source, &app->message))
        return;
    app->loaded = app->stopped = false;
    r->wanted.key = item->article;
    r->wanted.place = item->place;
    r->wanted.looked = library_count(app->lib);
    r->wanted.asked = true;
}

/* It is kept as the command that does the same: "search 北京". */
void reading_typed(struct app *app, enum action a, const char *text)
{
    struct strbuf line = {0};
    struct store_item item = {.title = "", .source = ""};

    strbuf_addf(&line, "%s %s", keymap_name(a), text);
    item.id = line.s;
    store_put(app->reading.store, STORE_TYPED, &item);
    strbuf_free(&line);
}

void reading_load_typed(struct app *app)
{
    struct reading_state *r = &app->reading;
    size_t n = r->typed_loaded ? 0 : store_count(r->store, STORE_TYPED);

    r->typed_loaded = true;
    while (n-- > 0) {
        char *line = sanitize_name(store_item(r->store, STORE_TYPED, n)->id);
        struct str name = {line, strcspn(line, " ")};
        enum action a = keymap_named(name);

        if (line[name.n] && a != ACTION_NONE)
            strlist_add(&app->typed[a], str_of(line + name.n + 1));
        free(line);
    }
}

int reading_wait(struct app *app)
{
    struct reading_state *r = &app->reading;
    int64_t now = clock_ms();

    switch (store_changes(r->store)) {
    case STORE_UNCHANGED:
        r->due = 0;
        return -1;
    case STORE_PLACES:
        if (r->due == 0)
            r->due = now + PLACES_WAIT_MS;
        return r->due > now ? (int)(r->due - now) : 0;
    case STORE_MORE:
        break;
    }
    return 0;
}

bool reading_problem(struct app *app)
{
    struct err e;
    char *clean;

    if (!store_problem(app->reading.store, &e))
        return false;
    clean = sanitize_name(e.msg);
    err_set(&app->message, "%s", clean);
    free(clean);
    return true;
}

bool reading_save(struct app *app)
{
    app->reading.due = 0;
    store_save(app->reading.store, false);
    return reading_problem(app);
}

void reading_end(struct app *app)
{
    uint64_t key;

    if (!app->text.open)
        return;
    key = key_of(app, app->shown);
    if (app->text.place != store_article(app->reading.store, key).place)
        store_set_place(app->reading.store, key, app->text.place);
    if (app->reading.noted != key)
        note_source(app);
}
