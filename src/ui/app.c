#include <config.h>

#include "ui/app.h"

#include <signal.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "text/sanitize.h"
#include "ui/actions.h"
#include "ui/around.h"
#include "ui/ask.h"
#include "term/keyname.h"
#include "ui/pointer.h"
#include "term/signals.h"
#include "ui/sources.h"
#include "ui/view.h"

enum {
    PEEK_MS = 200,
    LOADING_MS = 100, /* between two drawings while a source is taken in */
    COUNT_MAX = 100000000
};

/* A text that is a single article is read at once where the list would hide it. */
static void open_single(struct app *app)
{
    if (app->loaded && !app->reading.begun && library_count(app->lib) == 1 &&
        app->at.panes == PANES_ONE)
        app->base = &app->text.pane;
}

bool app_load(struct app *app)
{
    struct err e;
    size_t settled = library_settled(app->lib);
    bool replaces = library_waiting(app->lib) >= 0 || settled < library_count(app->lib);
    bool more = library_step(app->lib, &e);

    app->loaded = !more && library_waiting(app->lib) < 0;
    if (e.msg[0])
        app->message = e;
    if (replaces)
        state_refresh(app, settled);
    listpane_update(&app->list);
    reading_loaded(app);
    sources_loaded(app);
    around_loaded(app);
    if (!app->left.pending)
        state_follow(app);
    open_single(app);
    return more;
}

/* Shows what has come through a pipe, but not at every line. False when nothing is to be shown now;
 * *ms: when it will be. */
static bool peek(struct app *app, int *ms)
{
    int64_t wait = app->peeked + PEEK_MS - clock_ms();
    size_t settled = library_settled(app->lib);
    struct err e;

    *ms = -1;
    if (!library_has_news(app->lib))
        return false;
    if (wait > 0) {
        *ms = (int)wait;
        return false;
    }
    library_peek(app->lib, &e);
    if (e.msg[0])
        app->message = e;
    app->peeked = clock_ms();
    state_refresh(app, settled);
    return true;
}

/* Trouble or welcome, until the next key. */
static void greet(struct app *app)
{
    const struct keymap *keys = &app->opts->keys;

    if (app->opts->trouble && app->opts->trouble->msg[0])
        app->message = *app->opts->trouble;
    else if (reading_problem(app))
        return;
    else if (app->opts->welcome == WELCOME_FIRST)
        err_set(&app->message, _("Welcome! %s: keys, %s: quit"),
                keymap_first(keys, ACTION_HELP).s, keymap_first(keys, ACTION_QUIT).s);
    else if (app->opts->welcome == WELCOME_SAMPLE)
        err_set(&app->message, _("Welcome! A sample page; %s: keys, %s: quit"),
                keymap_first(keys, ACTION_HELP).s, keymap_first(keys, ACTION_QUIT).s);
}

struct app *app_new(struct library *lib, struct screen *s, struct app_opts *o)
{
    struct app *app = xcalloc(1, sizeof *app);

    app->lib = lib;
    app->screen = s;
    app->opts = o;
    app->panes = o->panes;
    listpane_init(&app->list, app);
    readpane_init(&app->text, &o->layout);
    app->base = &app->list.pane;
    app->shown = app->hit = SIZE_MAX;
    app->marks = (struct marks){o->keywords, NULL};
    app->reading.store = o->store;
    greet(app);
    while (library_count(lib) == 0 && app_load(app))
        continue;
    state_refresh(app, 0); /* what was there before counts too */
    return app;
}

void app_free(struct app *app)
{
    ask_end(app);
    reading_end(app);
    while (app->n_over > 0)
        state_close(app, state_focus(app));
    readpane_close(&app->text);
    listpane_free(&app->list);
    prompt_free(&app->prompt);
    for (int a = 0; a < ACTION_COUNT; a++)
        strlist_free(&app->typed[a]);
    query_free(app->search);
    strbuf_free(&app->pattern);
    free(app);
}

/* A digit goes on with the number before a key; that can be taken back, as a whole or by digits. */
static bool take_digit(struct app *app, int key)
{
    if (app->count > 0 && key == KEY_ESCAPE)
        app->count = 0;
    else if (app->count > 0 && key == KEY_ERASE)
        app->count /= 10;
    else if (key < '0' || key > '9' || (key == '0' && app->count == 0))
        return false;
    else if (app->count < COUNT_MAX)
        app->count = app->count * 10 + (size_t)(key - '0');
    return true;
}

/* Where the help is, for who has typed what means nothing. */
static void say_unbound(struct app *app, int key)
{
    char name[32], *clean;

    if (key == KEY_UNKNOWN || key == KEY_NOTHING)
        return;
    keyname_write(key, true, name, sizeof name);
    clean = sanitize_name(name);
    err_set(&app->message, _("%s has no meaning; %s shows the keys"), clean,
            keymap_first(&app->opts->keys, ACTION_HELP).s);
    free(clean);
}

/* The command that a key makes complete; ACTION_NONE while there is none. */
static struct command command_of(struct app *app, int key)
{
    struct command c = {0};

    if (key == KEY_PASTE_BEGIN || key == KEY_PASTE_END) {
        app->pasting = key == KEY_PASTE_BEGIN;
        ask_follow(app);
    }
    else if (app->asked.action != ACTION_NONE)
        c = ask_key(app, key);
    else if (!app->pasting && !take_digit(app, key)) {
        c = (struct command){.action = keymap_action(&app->opts->keys, key), .count = app->count};
        app->count = 0;
        if (c.action == ACTION_NONE)
            say_unbound(app, key);
    }
    return c;
}

/* The reader has seen what was said. */
static void begin_action(struct app *app)
{
    app->message.msg[0] = '\0';
    around_seen(app);
    reading_before(app);
}

void app_pointer(struct app *app, struct mouse m)
{
    if (app->asked.action != ACTION_NONE)
        return;
    view_arrange(app);
    begin_action(app);
    pointer_do(app, &m);
    state_follow(app);
    reading_after(app);
}

bool app_key(struct app *app, int key)
{
    struct command c;

    if (key == KEY_POINTER) {
        app_pointer(app, screen_mouse(app->screen));
        return !app->leaving;
    }
    view_arrange(app);
    if (key == KEY_RESIZED)
        return true;
    app->left.pending = false;
    begin_action(app);
    c = command_of(app, key);
    log_say(app->opts->log, "key %d: %s", key,
            c.action == ACTION_NONE ? "nothing yet" : keymap_name(c.action));
    actions_do(app, c);
    if (!app->left.pending)
        state_follow(app);
    if (app->asked.action == ACTION_NONE)
        reading_after(app);
    return !app->leaving;
}

/* Saves what is to be saved by now. *ms: when that will be, if it is sooner. */
static void keep(struct app *app, int *ms)
{
    int wait = reading_wait(app);

    if (wait == 0 && reading_save(app))
        view_draw(app);
    if (wait > 0 && (*ms < 0 || wait < *ms))
        *ms = wait;
}

bool app_work(struct app *app)
{
    struct pane *p = state_focus(app);
    bool list = !listpane_idle(&app->list);

    app->lists_turn = list && (!p->class->work || !app->lists_turn);
    if (!app->lists_turn)
        return (p->class->work && p->class->work(p, app)) || list;
    listpane_update(&app->list);
    state_follow(app);
    return true;
}

/* How often what is loaded and worked out is drawn. */
struct pace {
    int64_t drawn; /* when it was last */
    bool stale;    /* there is more by now */
};

/* Loads and works, and looks for what the list shows, while no key waits; when there is nothing to
 * do, waits for a key or a pipe. */
static void pass_time(struct app *app, struct pace *pace)
{
    bool was_loading = state_is_loading(app), works = app_work(app);
    bool news;
    int ms = -1;

    if ((was_loading && app_load(app)) || works) {
        pace->stale = clock_ms() - pace->drawn < LOADING_MS;
        if (!pace->stale) {
            view_draw(app);
            pace->drawn = clock_ms();
        }
        keep(app, &ms);
        return;
    }
    news = state_is_loading(app) ? peek(app, &ms) : was_loading;
    news |= sources_look(app);
    news |= around_look(app);
    if (news || pace->stale)
        view_draw(app);
    pace->stale = false;
    if (ms < 0)
        ms = around_wait(app);
    keep(app, &ms);
    screen_wait(app->screen, state_is_loading(app) ? library_waiting(app->lib) : -1, ms);
}

/* The first screen may show no more than a glance at a long source: its first sheet follows before
 * the first key is heard. False when it changes nothing but what the status line counts. */
static bool settle(struct app *app)
{
    if (library_waiting(app->lib) >= 0 || library_settled(app->lib) == library_count(app->lib))
        return true;
    do
        app_load(app);
    while (!app->loaded && library_settled(app->lib) == 0);
    return view_refresh(app);
}

static void loop(struct app *app)
{
    struct pace pace;

    view_draw(app);
    pace.stale = !settle(app);
    pace.drawn = clock_ms();
    for (;;) {
        int key = screen_key(app->screen, 0);

        if (key == KEY_GONE || signals_pending())
            return;
        if (key == KEY_NOTHING) {
            pass_time(app, &pace);
        } else {
            if (!app_key(app, key))
                return;
            view_draw(app);
            log_say(app->opts->log, "article %zu of %zu, at byte %zu; %s", app->shown + 1,
                    library_count(app->lib), app->text.place, app->message.msg);
        }
    }
}

bool app_run(struct library *lib, struct app_opts *o, struct err *e)
{
    struct screen *s;
    struct app *app;
    int sig;

    signals_install();
    s = screen_open(&o->screen, e);
    if (s) {
        app = app_new(lib, s, o);
        loop(app);
        app_free(app);
        screen_close(s);
        store_save(o->store, true);
    }
    sig = signals_pending();
    signals_remove();
    if (sig)
        raise(sig);
    return s != NULL;
}
