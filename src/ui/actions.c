#include <config.h>

#include "ui/actions.h"

#include <stdint.h>

#include "base/i18n.h"
#include "ui/search.h"
#include "ui/view.h"

void actions_open_selected(struct app *app)
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

static void select_article(struct app *app, size_t i)
{
    scroll_select(&app->list, i);
    actions_open_selected(app);
    view_arrange(app);
}

static void move_list(struct app *app, long d)
{
    size_t before = app->list.sel;

    scroll_move(&app->list, d);
    if (app->list.sel != before)
        actions_open_selected(app);
}

/* The article d places on; says so at the list's end. */
static void step_article(struct app *app, long d)
{
    size_t before = app->list.sel;

    move_list(app, d);
    if (app->list.sel == before)
        err_set(&app->message, "%s",
                d > 0 ? _("this is the last article") : _("this is the first article"));
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

static void move_half(struct app *app, long d)
{
    move(app, d * ((page_rows(app) + 1) / 2));
}

/* A page down at an article's end goes on with the next one. */
static void move_page(struct app *app, long d)
{
    bool at_end = readpane_bottom(&app->text) == readpane_rows(&app->text);

    if (d > 0 && app->focus == FOCUS_TEXT && at_end)
        step_article(app, 1);
    else
        move(app, d * page_rows(app));
}

static void to_end(struct app *app, long end)
{
    if (app->focus == FOCUS_LIST && app->list.n > 0)
        select_article(app, end ? app->list.n - 1 : 0);
    else if (app->focus == FOCUS_TEXT)
        readpane_to(&app->text, end ? SIZE_MAX : 0);
}

static void focus_on(struct app *app, long focus)
{
    app->focus = (enum focus)focus;
}

static void switch_focus(struct app *app, long unused)
{
    (void)unused;
    app->focus = app->focus == FOCUS_LIST ? FOCUS_TEXT : FOCUS_LIST;
}

/* Goes to the next hit in that direction from where the reader is. */
static void find(struct app *app, long direction)
{
    bool forward = direction > 0;
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
        view_arrange(app);
        app->hit = at.off;
        readpane_show(&app->text, at.off);
    }
    if (r == SEARCH_WRAPPED)
        err_set(&app->message, "%s",
                forward ? _("search went on at the top") : _("search went on at the bottom"));
    else if (r == SEARCH_NOTHING)
        err_set(&app->message, "%s", _("not found"));
    else if (r == SEARCH_STOPPED)
        app->message = e;
}

void actions_search(struct app *app)
{
    struct query *q = query_new(strbuf_str(&app->prompt.text), app->opts->fold, &app->message);

    if (!q)
        return;
    query_free(app->search);
    app->search = q;
    app->marks.search = q;
    app->hit = SIZE_MAX;
    readpane_mark(&app->text, &app->marks);
    find(app, 1);
}

/* Prompt and help return to where they were called from. */
static void enter(struct app *app, long focus)
{
    app->back = app->focus;
    app->focus = (enum focus)focus;
    app->help_top = 0;
    prompt_begin(&app->prompt);
}

static void next_panes(struct app *app, long unused)
{
    (void)unused;
    app->panes = app->at.panes == PANES_SIDE    ? PANES_STACK
                 : app->at.panes == PANES_STACK ? PANES_ONE
                                                : PANES_SIDE;
}

static void redraw(struct app *app, long unused)
{
    (void)unused;
    screen_redraw(app->screen);
}

bool actions_do(struct app *app, enum action a)
{
    static const struct {
        void (*function)(struct app *, long);
        long argument;
    } functions[ACTION_COUNT] = {
        [ACTION_DOWN] = {move, 1},
        [ACTION_UP] = {move, -1},
        [ACTION_PAGE_DOWN] = {move_page, 1},
        [ACTION_PAGE_UP] = {move_page, -1},
        [ACTION_HALF_DOWN] = {move_half, 1},
        [ACTION_HALF_UP] = {move_half, -1},
        [ACTION_TOP] = {to_end, 0},
        [ACTION_BOTTOM] = {to_end, 1},
        [ACTION_OPEN] = {focus_on, FOCUS_TEXT},
        [ACTION_BACK] = {focus_on, FOCUS_LIST},
        [ACTION_SWITCH] = {switch_focus, 0},
        [ACTION_NEXT_ARTICLE] = {step_article, 1},
        [ACTION_PREVIOUS_ARTICLE] = {step_article, -1},
        [ACTION_SEARCH] = {enter, FOCUS_PROMPT},
        [ACTION_NEXT_HIT] = {find, 1},
        [ACTION_PREVIOUS_HIT] = {find, -1},
        [ACTION_PANES] = {next_panes, 0},
        [ACTION_REDRAW] = {redraw, 0},
        [ACTION_HELP] = {enter, FOCUS_HELP},
    };

    if (functions[a].function)
        functions[a].function(app, functions[a].argument);
    return a != ACTION_QUIT;
}
