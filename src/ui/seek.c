#include <config.h>

#include "ui/seek.h"

#include <stdint.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "ui/actions.h"
#include "ui/hitspane.h"
#include "ui/keyview.h"
#include "ui/search.h"
#include "ui/view.h"

enum {
    LOOK_MS = 5,      /* between two looks at the keyboard */
    SILENCE_MS = 10,  /* until it is said that it takes longer */
    PROGRESS_MS = 100 /* between two words on how far it is */
};

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

/* What is switched while a pattern is typed, and how it is shown when it is on. */
static const struct {
    int key;
    unsigned flag; /* of fold_flags and query_flags */
    const char *sign, *help;
} switches[SEEK_SWITCHES] = {
    {KEY_CONTROL('t'), FOLD_SCRIPT, "繁=简 ", N_("繁 is 简, or is not")},
    {KEY_CONTROL('l'), FOLD_CASE, "A=a ", N_("A is a, or is not")},
    {KEY_CONTROL('r'), QUERY_REGEXP, ".* ", N_("it is a regular expression, or is not")},
};

int seek_switch_key(int i)
{
    return switches[i].key;
}

const char *seek_switch_help(int i)
{
    return _(switches[i].help);
}

unsigned seek_fold(const struct app *app)
{
    return app->opts->fold ^ app->switched;
}

bool seek_switch(struct app *app, int key)
{
    for (int i = 0; i < SEEK_SWITCHES; i++) {
        if (switches[i].key != key)
            continue;
        app->switched ^= switches[i].flag;
        seek_typed(app);
        return true;
    }
    return false;
}

void seek_note(const struct app *app, struct strbuf *out)
{
    unsigned on = seek_fold(app);
    size_t at, n = seek_count(app, &at);

    if (app->search && !(on & QUERY_REGEXP))
        on = query_fold(app->search); /* capitals may have switched the case */
    for (int i = 0; i < SEEK_SWITCHES; i++)
        if (on & switches[i].flag)
            strbuf_add_str(out, str_of(switches[i].sign));
    if (app->search)
        strbuf_addf(out, "%zu/%zu", at, n);
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
    set_query(app, typed.n > 0 ? query_new(typed, seek_fold(app), &e) : NULL);
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

/* A search that the reader waits for. */
struct waiting {
    struct app *app;
    int64_t look; /* when the keyboard is to be looked at ... */
    int64_t due;  /* ... and it is to be said how far it is */
};

static void say_share(struct app *app, double share)
{
    if (!app->loaded)
        share *= library_progress(app->lib);
    err_set(&app->message, _("searching: %d%%; Esc stops"), (int)(share * 100));
    view_draw(app);
    app->message.msg[0] = '\0';
}

/* Says how far the search is, and whether Esc was not pressed. */
static bool ask(void *data, double share)
{
    struct waiting *w = data;
    int64_t now = clock_ms();

    if (now < w->look)
        return true;
    w->look = now + LOOK_MS;
    if (now >= w->due) {
        w->due = now + PROGRESS_MS;
        say_share(w->app, share);
    }
    return !screen_stopped(w->app->screen);
}

/* Takes in what has not been yet, and looks for the first hit there. */
static enum search_result search_rest(struct app *app, struct search *s, struct search_place *at,
                                      struct err *e)
{
    size_t from = library_count(app->lib);
    enum search_result r = SEARCH_NOTHING;
    bool more = state_is_loading(app);

    while (more && r == SEARCH_NOTHING) {
        more = app_load(app);
        r = search_behind(s, &from, at, e);
        more = more && search_may_follow(s);
    }
    return r;
}

/* Shows a hit, before everything that is over the text. */
static void show(struct app *app, const struct search_place *at)
{
    while (app->n_over > 0)
        state_close(app, state_focus(app));
    app->base = &app->text.pane;
    view_arrange(app);
    state_go(app, at->article, at->off);
    app->hit = at->off;
}

static void tell(struct app *app, enum search_result r, const struct search *s, bool forward,
                 const struct err *e)
{
    if (r != SEARCH_STOPPED && s->gave_up)
        err_set(&app->message, "%s", _("expression too slow: hits may be missing"));
    else if (r == SEARCH_WRAPPED)
        err_set(&app->message, "%s",
                forward ? _("search went on at the top") : _("search went on at the bottom"));
    else if (r == SEARCH_NOTHING)
        err_set(&app->message, "%s",
                listpane_filtered(&app->list) ? _("not found in the articles of the list")
                                              : _("not found"));
    else if (r == SEARCH_STOPPED)
        app->message = *e;
}

/* To the next hit of s from where the reader is. */
static void go_on(struct app *app, struct search *s, bool forward)
{
    int64_t now = clock_ms();
    struct waiting w = {app, now + LOOK_MS, now + SILENCE_MS};
    struct search_place at = {app->shown, app->hit};
    struct err e = {""};
    enum search_result r;

    s->lib = app->lib;
    s->within = &app->list.narrowing;
    s->order = &app->list.order;
    s->ask = ask;
    /* cppcheck-suppress autoVariables ; nobody asks for it after search_end */
    s->data = &w;
    if (app->hit == SIZE_MAX)
        at.off = forward ? app->text.place : readpane_end(&app->text);
    else if (forward)
        at.off = app->hit + 1;
    r = search_find(s, forward, &at, &e);
    if (r == SEARCH_NOTHING)
        r = search_rest(app, s, &at, &e);
    search_end(s);
    if (r == SEARCH_FOUND || r == SEARCH_WRAPPED)
        show(app, &at);
    tell(app, r, s, forward, &e);
}

void seek_nothing(struct app *app)
{
    err_set(&app->message, _("nothing to look for yet: %s asks"),
            keymap_first(&app->opts->keys, ACTION_SEARCH).s);
}

void seek_next(struct app *app, struct command c)
{
    struct search s = {.query = app->search};

    if (app->search)
        go_on(app, &s, seek_forward(app, c.action));
    else
        seek_nothing(app);
}

void seek_keyword(struct app *app, struct command c)
{
    struct keywords *k = app->opts->keywords;
    struct search s = {.keywords = k};

    if (k->n == 0) {
        keyview_nothing(app);
        return;
    }
    k->off = false;
    readpane_mark(&app->text, &app->marks);
    go_on(app, &s, c.action == ACTION_NEXT_KEYWORD);
}

/* Takes a pattern that was typed. */
static bool set_pattern(struct app *app, struct str pattern)
{
    struct query *q = query_new(pattern, seek_fold(app), &app->message);

    if (!q)
        return false;
    query_free(app->search);
    set_query(app, q);
    strbuf_clear(&app->pattern);
    strbuf_add_str(&app->pattern, pattern);
    return true;
}

void seek_new(struct app *app, struct command c)
{
    if (!set_pattern(app, c.text))
        return;
    app->backward = c.action == ACTION_SEARCH_BACK;
    actions_do(app, (struct command){.action = ACTION_NEXT_HIT});
}

void seek_all(struct app *app, struct command c)
{
    struct pane *p;

    if (c.text.n > 0 && !set_pattern(app, c.text))
        return;
    if (!app->search)
        seek_nothing(app);
    else if ((p = hitspane_new(app, strbuf_str(&app->pattern), &app->message)))
        state_push(app, p);
}

size_t seek_count(const struct app *app, size_t *at)
{
    *at = 0;
    return app->search ? readpane_hits(&app->text, app->hit, at) : 0;
}
