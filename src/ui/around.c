#include <config.h>

#include "ui/around.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "ui/sources.h"
#include "ui/state.h"

enum {
    SLICE_MS = 1,  /* a key waits for so long ... */
    PAUSE_MS = 50, /* ... and the next slice of a round for so long */
    FILES_MS = 3   /* the same for files, of which there is a slice a round */
};

/* Says how many files have changed, but the shown one, once all have been looked at. */
static bool end_round(struct app *app)
{
    struct around *a = &app->around;
    bool news = a->changed > a->told;

    a->told = a->changed;
    a->changed = a->source = 0;
    if (news)
        err_set(&a->news,
                ngettext_("%zu file has changed; %s reads it again",
                          "%zu files have changed; %s reads them", a->told),
                a->told, keymap_first(&app->opts->keys, ACTION_RELOAD).s);
    return news;
}

/* Looks at as many files as a slice has time for: there may be very many. */
static bool look_at_files(struct app *app)
{
    struct around *a = &app->around;
    int64_t until = clock_ms() + FILES_MS;
    size_t shown = app->file.source;

    for (; a->source < library_sources(app->lib) && clock_ms() < until; a->source++)
        a->changed += a->source != shown &&
                      source_look(library_source(app->lib, a->source)) == SOURCE_CHANGED;
    return a->source >= library_sources(app->lib) && end_round(app);
}

bool around_look(struct app *app)
{
    struct around *a = &app->around;
    bool round, arrived;

    if (!app->loaded || clock_ms() < a->due)
        return false;
    round = library_look(app->lib, SLICE_MS, &arrived);
    if (arrived) {
        reading_before(app); /* and does not go where one of them was left */
        app->list.chosen = true;
        a->from = library_count(app->lib);
        a->arriving = true;
        app->loaded = false;
    }
    a->due = clock_ms() + (round ? SOURCES_LOOK_MS : PAUSE_MS);
    return round && look_at_files(app);
}

int around_wait(const struct app *app)
{
    int64_t ms = app->around.due - clock_ms();

    if (!app->loaded)
        return app->around.arriving && !app->stopped ? 0 : SOURCES_LOOK_MS;
    return ms > 0 ? (int)ms : 0;
}

void around_loaded(struct app *app)
{
    struct around *a = &app->around;
    size_t n = library_count(app->lib);

    if (!a->arriving || !app->loaded)
        return;
    a->arriving = false;
    if (n <= a->from)
        return;
    a->came += n - a->from;
    err_set(&a->news, ngettext_("%zu new article", "%zu new articles", a->came), a->came);
}

void around_seen(struct app *app)
{
    if (app->asked.action != ACTION_NONE)
        return;
    app->around.came = 0;
    app->around.news.msg[0] = '\0';
}

const char *around_news(const struct app *app)
{
    return app->around.news.msg[0] ? app->around.news.msg : NULL;
}
