#include <config.h>

#include "ui/app.h"

#include <signal.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "layout/scroll.h"
#include "ui/help.h"
#include "ui/keymap.h"
#include "ui/listpane.h"
#include "ui/prompt.h"
#include "ui/readpane.h"
#include "ui/search.h"
#include "ui/signals.h"
#include "ui/status.h"

/* What the keys go to. */
enum focus { FOCUS_LIST, FOCUS_TEXT, FOCUS_PROMPT, FOCUS_HELP };

enum { LOADING_REDRAW = 8 /* sheets between two drawings while a source is taken in */ };

struct app {
    struct library *lib;
    struct screen *screen;
    const struct app_opts *opts;
    enum panes panes;
    struct arrangement at;
    enum focus focus, back; /* `back`: where prompt and help return to */
    struct scroll list;
    struct readpane text;
    struct marks marks;
    struct query *search;
    size_t hit; /* byte of the current hit in the open article; SIZE_MAX: none */
    struct prompt prompt;
    size_t help_top;
    struct err message; /* "" when there is nothing to say */
    bool loaded;
};

/* Shows the selected article. */
static void open_selected(struct app *app)
{
    const struct article *a;
    struct article copy;
    struct err e = {""};

    app->hit = SIZE_MAX;
    if (app->list.n == 0)
        return;
    a = library_article(app->lib, app->list.sel, &e);
    if (!a) {
        app->message = e;
        readpane_close(&app->text);
        return;
    }
    article_copy(a, &copy);
    readpane_open(&app->text, &copy, &app->marks);
}

static void arrange(struct app *app)
{
    bool reading = app->focus == FOCUS_TEXT || (app->focus >= FOCUS_PROMPT && app->back == FOCUS_TEXT);

    app->at = panes_arrange(screen_rows(app->screen), screen_cols(app->screen), app->panes, reading);
    scroll_set_rows(&app->list, (size_t)app->at.list.rows);
    readpane_arrange(&app->text, &app->at.text, &app->opts->layout);
}

bool app_load(struct app *app)
{
    struct err e;

    app->loaded = !library_step(app->lib, &e);
    if (e.msg[0])
        app->message = e;
    if (app->list.n == 0 && library_count(app->lib) > 0) {
        scroll_set_count(&app->list, library_count(app->lib));
        open_selected(app);
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

/* --- drawing */

static void draw_between(const struct app *app)
{
    const struct rect *r = &app->at.between;

    for (int row = r->row; row < r->row + r->rows; row++)
        for (int col = r->col; col < r->col + r->cols; col++)
            screen_put(app->screen, row, col, 1, r->cols == 1 ? STR("|") : STR("-"), STYLE_FAINT);
}

/* Percentage of the article's rows that have been shown. */
static int percent_shown(const struct readpane *p)
{
    size_t rows = readpane_rows(p);

    return rows > 0 ? (int)(readpane_bottom(p) * 100 / rows) : 100;
}

static void fill_status(const struct app *app, struct status *st)
{
    size_t shown = app->at.text.rows > 0 ? (size_t)app->at.text.rows : 1;

    *st = (struct status){
        .message = app->message.msg[0] ? app->message.msg : NULL,
        .source = "",
        .loaded = app->loaded ? 100 : (int)(library_progress(app->lib) * 100),
    };
    if (!app->loaded && st->loaded > 99)
        st->loaded = 99;
    if (app->list.n == 0)
        return;
    st->source = source_name(library_source(app->lib, library_entry(app->lib, app->list.sel)->source));
    st->article = app->list.sel + 1;
    st->articles = app->list.n;
    if (app->text.layout && app->at.text.rows > 0) {
        st->pages = (readpane_rows(&app->text) + shown - 1) / shown;
        st->page = readpane_bottom(&app->text) == readpane_rows(&app->text)
                       ? st->pages
                       : app->text.top / shown + 1;
        st->percent = percent_shown(&app->text);
    }
}

static void draw_status(struct app *app)
{
    const struct rect *r = &app->at.status;
    struct strbuf line = {0};
    struct status st;

    if (r->rows == 0)
        return;
    fill_status(app, &st);
    status_format(&st, r->cols, screen_mode(app->screen), &line);
    screen_put(app->screen, r->row, r->col, r->cols, strbuf_str(&line), STYLE_STATUS);
    strbuf_free(&line);
}

static void draw_empty(const struct app *app)
{
    screen_put(app->screen, 0, 1, screen_cols(app->screen) - 1,
               str_of(app->loaded ? _("There is no text here.") : _("Reading...")), STYLE_FAINT);
}

void app_draw(struct app *app)
{
    arrange(app);
    screen_erase(app->screen);
    if (app->focus == FOCUS_HELP) {
        help_draw(app->screen, screen_rows(app->screen), screen_cols(app->screen), app->help_top);
        screen_flush(app->screen);
        return;
    }
    if (app->list.n == 0)
        draw_empty(app);
    listpane_draw(app->screen, &app->at.list, app->lib, &app->list, &app->marks,
                  app->focus == FOCUS_LIST);
    draw_between(app);
    readpane_draw(&app->text, app->screen, app->hit);
    draw_status(app);
    if (app->focus == FOCUS_PROMPT) {
        int row = app->at.status.rows > 0 ? app->at.status.row : 0;

        screen_fill(app->screen, row, 0, screen_cols(app->screen), STYLE_TEXT);
        prompt_draw(&app->prompt, app->screen, row, screen_cols(app->screen), "/");
    }
    screen_flush(app->screen);
}

/* --- actions */

static void select_article(struct app *app, size_t i)
{
    scroll_select(&app->list, i);
    open_selected(app);
    arrange(app);
}

static void move_list(struct app *app, long d)
{
    size_t before = app->list.sel;

    scroll_move(&app->list, d);
    if (app->list.sel != before)
        open_selected(app);
}

/* The article d places on; says so at the list's end. */
static bool step_article(struct app *app, long d)
{
    size_t before = app->list.sel;

    move_list(app, d);
    if (app->list.sel == before)
        err_set(&app->message, "%s", d > 0 ? _("this is the last article") : _("this is the first article"));
    return app->list.sel != before;
}

static void move(struct app *app, long d)
{
    if (app->focus == FOCUS_LIST)
        move_list(app, d);
    else
        readpane_scroll(&app->text, d);
}

/* Rows of a page: one stays to keep the thread. */
static long page_rows(const struct app *app)
{
    int rows = app->focus == FOCUS_LIST ? app->at.list.rows : app->at.text.rows;

    return rows > 2 ? rows - 1 : 1;
}

static void page_down(struct app *app)
{
    if (app->focus == FOCUS_LIST)
        move_list(app, page_rows(app));
    else if (readpane_bottom(&app->text) == readpane_rows(&app->text))
        step_article(app, 1);
    else
        readpane_scroll(&app->text, page_rows(app));
}

static void to_end(struct app *app, bool end)
{
    if (app->focus == FOCUS_LIST && app->list.n > 0)
        select_article(app, end ? app->list.n - 1 : 0);
    else if (app->focus == FOCUS_TEXT)
        readpane_to(&app->text, end ? SIZE_MAX : 0);
}

/* Goes to the next hit in that direction from where the reader is. */
static void find(struct app *app, bool forward)
{
    struct search_place at = {app->list.sel, app->hit};
    enum search_result r;
    struct err e = {""};

    if (!app->search) {
        err_set(&app->message, "%s", _("nothing to look for yet: / asks"));
        return;
    }
    if (app->hit == SIZE_MAX && forward)
        at.off = app->text.place;
    else if (app->hit != SIZE_MAX && forward)
        at.off = app->hit + 1;
    r = search_find(app->lib, app->search, app->screen, forward, &at, &e);
    if (r == SEARCH_FOUND || r == SEARCH_WRAPPED) {
        app->focus = FOCUS_TEXT;
        if (at.article != app->list.sel)
            select_article(app, at.article);
        arrange(app);
        app->hit = at.off;
        readpane_show(&app->text, at.off);
    }
    if (r == SEARCH_WRAPPED)
        err_set(&app->message, "%s", forward ? _("search went on at the top") : _("search went on at the bottom"));
    else if (r == SEARCH_NOTHING)
        err_set(&app->message, "%s", _("not found"));
    else if (r == SEARCH_STOPPED)
        app->message = e;
}

static void begin_search(struct app *app)
{
    struct query *q = query_new(strbuf_str(&app->prompt.text), app->opts->fold, &app->message);

    if (!q)
        return;
    query_free(app->search);
    app->search = q;
    app->marks.search = q;
    app->hit = SIZE_MAX;
    readpane_mark(&app->text, &app->marks);
    find(app, true);
}

static void enter(struct app *app, enum focus focus)
{
    app->back = app->focus;
    app->focus = focus;
}

static void next_panes(struct app *app)
{
    app->panes = app->at.panes == PANES_SIDE    ? PANES_STACK
                 : app->at.panes == PANES_STACK ? PANES_ONE
                                                : PANES_SIDE;
}

static bool app_do(struct app *app, enum action a)
{
    switch (a) {
    case ACTION_DOWN:
        move(app, 1);
        break;
    case ACTION_UP:
        move(app, -1);
        break;
    case ACTION_PAGE_DOWN:
        page_down(app);
        break;
    case ACTION_PAGE_UP:
        move(app, -page_rows(app));
        break;
    case ACTION_HALF_DOWN:
        move(app, (page_rows(app) + 1) / 2);
        break;
    case ACTION_HALF_UP:
        move(app, -(page_rows(app) + 1) / 2);
        break;
    case ACTION_TOP:
    case ACTION_BOTTOM:
        to_end(app, a == ACTION_BOTTOM);
        break;
    case ACTION_OPEN:
        app->focus = FOCUS_TEXT;
        break;
    case ACTION_BACK:
        app->focus = FOCUS_LIST;
        break;
    case ACTION_SWITCH:
        app->focus = app->focus == FOCUS_LIST ? FOCUS_TEXT : FOCUS_LIST;
        break;
    case ACTION_NEXT_ARTICLE:
        step_article(app, 1);
        break;
    case ACTION_PREVIOUS_ARTICLE:
        step_article(app, -1);
        break;
    case ACTION_SEARCH:
        prompt_begin(&app->prompt);
        enter(app, FOCUS_PROMPT);
        break;
    case ACTION_NEXT_HIT:
    case ACTION_PREVIOUS_HIT:
        find(app, a == ACTION_NEXT_HIT);
        break;
    case ACTION_PANES:
        next_panes(app);
        break;
    case ACTION_REDRAW:
        screen_redraw(app->screen);
        break;
    case ACTION_HELP:
        app->help_top = 0;
        enter(app, FOCUS_HELP);
        break;
    case ACTION_QUIT:
        return false;
    case ACTION_NONE:
    case ACTION_COUNT:
        break;
    }
    return true;
}

static void help_key(struct app *app, int key)
{
    size_t rows = (size_t)screen_rows(app->screen);
    size_t last = help_lines() > rows ? help_lines() - rows : 0;
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
        begin_search(app);
}

bool app_key(struct app *app, int key)
{
    arrange(app);
    if (key == KEY_RESIZED)
        return true;
    app->message.msg[0] = '\0';
    if (app->focus == FOCUS_PROMPT)
        type(app, key);
    else if (app->focus == FOCUS_HELP)
        help_key(app, key);
    else
        return app_do(app, keymap_action(key));
    return true;
}

static void loop(struct app *app)
{
    unsigned steps = 0;

    app_draw(app);
    for (;;) {
        int key = screen_key(app->screen, app->loaded ? -1 : 0);

        if (key == KEY_GONE || signals_pending())
            return;
        if (key != KEY_NOTHING) {
            if (!app_key(app, key))
                return;
            app_draw(app);
        } else if (!app->loaded && (!app_load(app) || ++steps % LOADING_REDRAW == 0)) {
            app_draw(app);
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
