#include <config.h>

#include "ui/app.h"

#include <signal.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "ui/actions.h"
#include "ui/help.h"
#include "ui/signals.h"
#include "ui/view.h"

enum { LOADING_REDRAW = 8 /* sheets between two drawings while a source is taken in */ };

bool app_load(struct app *app)
{
    struct err e;

    app->loaded = !library_step(app->lib, &e);
    if (e.msg[0])
        app->message = e;
    if (app->list.n == 0 && library_count(app->lib) > 0) {
        scroll_set_count(&app->list, library_count(app->lib));
        actions_open_selected(app);
    }
    scroll_set_count(&app->list, library_count(app->lib));
    return !app->loaded;
}

struct app *app_new(struct library *lib, struct screen *s, const struct app_opts *o)
{
    struct app *app = xcalloc(1, sizeof *app);

    app->lib = lib;
    app->screen = s;
    app->opts = o;
    app->panes = o->panes;
    app->hit = SIZE_MAX;
    app->marks = (struct marks){o->keywords, o->n_keywords, NULL};
    if (o->message)
        err_set(&app->message, "%s", o->message);
    while (library_count(lib) == 0 && app_load(app))
        continue;
    return app;
}

void app_free(struct app *app)
{
    readpane_close(&app->text);
    prompt_free(&app->prompt);
    query_free(app->search);
    free(app);
}

static void help_key(struct app *app, int key)
{
    size_t rows = (size_t)screen_rows(app->screen), lines = help_lines(screen_cols(app->screen));
    size_t last = lines > rows ? lines - rows : 0;
    size_t top = app->help_top;

    switch (keymap_action(key)) {
    case ACTION_DOWN:
        top++;
        break;
    case ACTION_UP:
        top -= top > 0;
        break;
    case ACTION_PAGE_DOWN:
        top += rows;
        break;
    case ACTION_PAGE_UP:
        top -= top > rows ? rows : top;
        break;
    case ACTION_NONE:
        break;
    default:
        app->focus = app->back;
    }
    app->help_top = top < last ? top : last;
}

static void type(struct app *app, int key)
{
    enum prompt_state state = prompt_key(&app->prompt, key);

    if (state == PROMPT_TYPING)
        return;
    app->focus = app->back;
    if (state == PROMPT_DONE)
        actions_search(app);
}

bool app_key(struct app *app, int key)
{
    view_arrange(app);
    if (key == KEY_RESIZED)
        return true;
    app->message.msg[0] = '\0';
    if (app->focus == FOCUS_PROMPT)
        type(app, key);
    else if (app->focus == FOCUS_HELP)
        help_key(app, key);
    else
        return actions_do(app, keymap_action(key));
    return true;
}

static void loop(struct app *app)
{
    unsigned steps = 0;

    view_draw(app);
    for (;;) {
        int key = screen_key(app->screen, app->loaded ? -1 : 0);

        if (key == KEY_GONE || signals_pending())
            return;
        if (key != KEY_NOTHING) {
            if (!app_key(app, key))
                return;
            view_draw(app);
        } else if (!app->loaded && (!app_load(app) || ++steps % LOADING_REDRAW == 0)) {
            view_draw(app);
        }
    }
}

bool app_run(struct library *lib, const struct app_opts *o, struct err *e)
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
    }
    sig = signals_pending();
    signals_remove();
    if (sig)
        raise(sig);
    return s != NULL;
}
