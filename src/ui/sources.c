#include <config.h>

#include "ui/sources.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "text/decode.h"

enum { PATIENCE_MS = 50 /* until the screen is drawn without the place that was left */ };

/* The source of the article that is shown, else the one that was read again, else NULL. */
static struct source *shown_source(const struct app *app, size_t *index)
{
    if (app->shown < library_count(app->lib))
        *index = library_entry(app->lib, app->shown)->source;
    else if (library_count(app->lib) == 0 && library_sources(app->lib) > 0)
        *index = app->left.source;
    else
        return NULL;
    return library_source(app->lib, *index);
}

/* Whether the place that was left can be gone back to: its article is there again, or will not come
 * any more. */
static bool has_come(const struct app *app)
{
    size_t n = library_count(app->lib);

    return app->loaded ||
           (n > app->left.article && library_entry(app->lib, n - 1)->source >= app->left.source) ||
           (n > 0 && library_entry(app->lib, n - 1)->source > app->left.source);
}

/* The article that was left: by its key, else by its number. */
static size_t find_left(const struct app *app)
{
    size_t n = library_count(app->lib), i = n;

    while (app->left.key != 0 && i > 0 &&
           library_entry(app->lib, i - 1)->source >= app->left.source)
        if (library_entry(app->lib, --i)->key == app->left.key)
            return i;
    return app->left.article < n ? app->left.article : n - 1;
}

void sources_loaded(struct app *app)
{
    size_t article;

    if (!app->left.pending || !has_come(app))
        return;
    app->left.pending = false;
    if (library_count(app->lib) == 0)
        return;
    article = find_left(app);
    listpane_select(&app->list, article);
    state_follow(app);
    if (app->text.open && app->left.off < app->text.article.text.n)
        readpane_show(&app->text, app->left.off);
}

/* Takes those of the other sources anew that have changed; how many. */
static size_t reread_changed(struct app *app, size_t but)
{
    size_t n = 0;

    for (size_t i = library_sources(app->lib); i-- > 0;)
        if (i != but && source_look(library_source(app->lib, i)) == SOURCE_CHANGED)
            n += library_reread(app->lib, i, NULL, &app->message);
    return n;
}

/* Reads the source again, and with `others` those that have changed, and goes back to the place.
 * How many were read: 0 with a message. */
static size_t reread(struct app *app, size_t source, const char *encoding, bool others)
{
    size_t n = 1;
    struct left left = {true, source, 0, 0, 0};
    int64_t until = clock_ms() + PATIENCE_MS;

    if (app->shown < library_count(app->lib)) {
        left.article = app->shown;
        left.off = app->text.place;
        left.key = library_entry(app->lib, app->shown)->key;
    }
    if (!library_reread(app->lib, source, encoding, &app->message))
        return 0;
    if (others)
        n += reread_changed(app, source);
    app->left = left;
    app->loaded = app->stopped = false;
    app->file.change = SOURCE_SAME;
    app->shown = SIZE_MAX;
    readpane_close(&app->text);
    listpane_cut(&app->list, library_count(app->lib));
    while (app->left.pending && clock_ms() < until)
        app_load(app);
    return n;
}

void sources_reload(struct app *app, struct command c)
{
    size_t index, n;
    struct source *s = shown_source(app, &index);

    (void)c;
    if (!s)
        return;
    if (!source_path(s))
        err_set(&app->message,
                source_is_piped(s) ? _("%s: came through a pipe and cannot be read again")
                                   : _("%s: was unpacked; start anew to read it again"),
                source_name(s));
    else if ((n = reread(app, index, NULL, true)) > 0 && !app->message.msg[0])
        err_set(&app->message,
                n == 1 ? _("%s: was read again") : _("%s and others: were read again"),
                source_name(s));
}

void sources_charset(struct app *app, struct command c)
{
    size_t index;
    struct source *s = shown_source(app, &index);
    const char *charset = NULL;
    char *typed;

    if (!s || (c.text.n == 0 && !decode_other(s, &charset, &app->message)))
        return;
    typed = c.text.n > 0 ? xmemdup0(c.text.s, c.text.n) : NULL;
    if (reread(app, index, typed ? typed : charset, false) > 0 && !app->message.msg[0])
        err_set(&app->message, _("%s: is read as %s"), source_name(s), source_encoding(s));
    free(typed);
}

static void stop(struct app *app)
{
    app->stopped = true;
    err_set(&app->message, _("stopped; %s goes on"), keymap_first(&app->opts->keys, ACTION_STOP).s);
}

void sources_stop(struct app *app, struct command c)
{
    (void)c;
    if (app->loaded)
        err_set(&app->message, "%s", _("everything has been read"));
    else if (app->stopped)
        app->stopped = false;
    else
        stop(app);
}

void sources_interrupt(struct app *app, struct command c)
{
    (void)c;
    if (state_is_loading(app))
        stop(app);
    else
        err_set(&app->message, _("%s quits"), keymap_first(&app->opts->keys, ACTION_LEAVE).s);
}

bool sources_look(struct app *app)
{
    size_t index = 0;
    const struct source *s = shown_source(app, &index);
    int64_t now = clock_ms();
    enum source_change before = app->file.change;

    if (s && app->file.source == index && now < app->file.looked + SOURCES_LOOK_MS)
        return false;
    app->file.change = s ? source_look(s) : SOURCE_SAME;
    app->file.source = index;
    app->file.looked = now;
    if (app->file.change == SOURCE_CHANGED)
        err_set(&app->file.note, _("%s: has changed on the disk; %s reads it again"),
                source_name(s), keymap_first(&app->opts->keys, ACTION_RELOAD).s);
    else if (app->file.change == SOURCE_GONE)
        err_set(&app->file.note, _("%s: is not on the disk any more"), source_name(s));
    if (app->file.change == before)
        return false;
    app->message.msg[0] = '\0';
    return true;
}

const char *sources_name(const struct app *app, const char **charset)
{
    size_t index;
    const struct source *s = shown_source(app, &index);

    *charset = s && !charset_is_utf8(source_encoding(s)) ? source_encoding(s) : NULL;
    return s ? source_name(s) : "";
}

const char *sources_note(const struct app *app)
{
    return app->file.change == SOURCE_SAME ? NULL : app->file.note.msg;
}
