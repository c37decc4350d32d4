#include <config.h>

#include "ui/seek.h"

#include <stdint.h>

#include "base/i18n.h"
#include "ui/actions.h"
#include "ui/search.h"
#include "ui/view.h"

bool seek_is(enum action a)
{
    return a == ACTION_SEARCH || a == ACTION_SEARCH_BACK;
}

/* Takes the query: from now on it is the one that is painted and looked for. */
static void set_query(struct app *app, struct query *q)
{
    app->search = q;
    app->marks.search = q;
    app->hit = SIZE_MAX;
    readpane_mark(&app->text, &app->marks);
}

void seek_begin(struct app *app)
{
    if (app->n_over > 0)
        return;
    app->before = (struct before){true, app->search, app->hit, app->shown, app->text.place};
}

void seek_typed(struct app *app)
{
    bool forward = app->asked.action == ACTION_SEARCH;
    struct str typed = strbuf_str(&app->prompt.text);
    struct err e;
    size_t from;

    if (!app->before.on)
        return;
    if (app->search != app->before.search)
        query_free(app->search);
    set_query(app, typed.n > 0 ? query_new(typed, app->opts->fold, &e) : NULL);
    readpane_return(&app->text, app->before.place);
    from = forward ? app->text.place : readpane_end(&app->text);
    app->hit = readpane_hit(&app->text, from, forward);
    if (app->hit != SIZE_MAX)
        readpane_show(&app->text, app->hit);
}

void seek_end(struct app *app)
{
    if (!app->before.on)
        return;
    app->before.on = false;
    if (app->search != app->before.search)
        query_free(app->search);
    set_query(app, app->before.search);
    if (app->shown != app->before.shown)
        return;
    app->hit = app->before.hit;
    readpane_return(&app->text, app->before.place);
}

bool seek_forward(const struct app *app, enum action a)
{
    return (a == ACTION_NEXT_HIT) != app->backward;
}

void seek_next(struct app *app, struct command c)
{
    bool forward = seek_forward(app, c.action);
    struct search_place at = {app->list.scroll.sel, app->hit};
    enum search_result r;
    struct err e = {""};

    if (!app->search) {
        err_set(&app->message, "%s", _("nothing to look for yet: / asks"));
        return;
    }
    if (app->hit == SIZE_MAX)
        at.off = forward ? app->text.place : readpane_end(&app->text);
    else if (forward)
        at.off = app->hit + 1;
    r = search_find(app->lib, app->search, app->screen, forward, &at, &e);
    if (r == SEARCH_FOUND || r == SEARCH_WRAPPED) {
        while (app->n_over > 0)
            state_close(app, state_focus(app));
        app->base = &app->text.pane;
        view_arrange(app);
        state_go(app, at.article, at.off);
        app->hit = at.off;
    }
    if (r == SEARCH_WRAPPED)
        err_set(&app->message, "%s",
                forward ? _("search went on at the top") : _("search went on at the bottom"));
    else if (r == SEARCH_NOTHING)
        err_set(&app->message, "%s", _("not found"));
    else if (r == SEARCH_STOPPED)
        app->message = e;
}

void seek_new(struct app *app, struct command c)
{
    struct query *q = query_new(c.text, app->opts->fold, &app->message);

    if (!q)
        return;
    query_free(app->search);
    set_query(app, q);
    app->backward = c.action == ACTION_SEARCH_BACK;
    actions_do(app, (struct command){.action = ACTION_NEXT_HIT});
}

size_t seek_count(const struct app *app, struct strbuf *out)
{
    size_t at, n;

    if (!app->search)
        return 0;
    n = readpane_hits(&app->text, app->hit, &at);
    strbuf_addf(out, "%zu/%zu", at, n);
    return n;
}
