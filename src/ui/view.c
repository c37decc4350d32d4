#include <config.h>

#include "ui/view.h"

#include "base/i18n.h"
#include "ui/around.h"
#include "ui/ask.h"
#include "ui/line.h"
#include "ui/path.h"
#include "ui/seek.h"
#include "ui/sources.h"
#include "ui/status.h"

enum { TITLE_ROWS = 2, TITLE_FROM_ROWS = 6 };

/* Rows that the title of a page takes; a low screen has none for it. */
static int title_rows(const struct app *app)
{
    return screen_rows(app->screen) >= TITLE_FROM_ROWS ? TITLE_ROWS : 0;
}

void view_arrange(struct app *app)
{
    int rows = screen_rows(app->screen), cols = screen_cols(app->screen);
    int above = title_rows(app), status = rows > 1;
    struct rect over = {above, 0, rows - above - status, cols};

    app->opts->layout.mode = screen_mode(app->screen);
    app->at = panes_arrange(rows, cols, app->panes, app->split, app->base == &app->text.pane);
    app->list.pane.class->arrange(&app->list.pane, &app->at.list);
    app->text.pane.class->arrange(&app->text.pane, &app->at.text);
    for (size_t i = 0; i < app->n_over; i++)
        app->over[i]->class->arrange(app->over[i], &over);
}

static void draw_between(const struct app *app)
{
    const struct rect *r = &app->at.between;

    for (int row = r->row; row < r->row + r->rows; row++)
        for (int col = r->col; col < r->col + r->cols; col++)
            screen_put(app->screen, row, col, 1, r->cols == 1 ? STR("|") : STR("-"), STYLE_FAINT);
}

/* The article's source above its text; where it has no printed headline, its first words, as in the
 * list. */
static void draw_head(const struct app *app)
{
    const struct rect *r = &app->at.head;
    const struct entry *e;
    struct line l = {.s = app->screen, .row = r->row, .col = r->col, .end = r->col + r->cols};

    if (r->rows == 0 || !app->text.open || app->shown >= library_count(app->lib))
        return;
    e = library_entry(app->lib, app->shown);
    line_pad(&l, readpane_left(&app->text));
    line_put_cut(&l, path_last(str_of(source_name(library_source(app->lib, e->source)))),
                 e->headline_printed ? l.end - l.col : r->cols / 3, STYLE_FAINT, NULL);
    if (e->headline_printed)
        return;
    line_put(&l, STR("  <"), STYLE_FAINT);
    line_put_cut(&l, entry_title(e), l.end - l.col - 1, STYLE_FAINT, NULL);
    line_put(&l, STR(">"), STYLE_FAINT);
}

/* Where the reader is among the lines of that pane. */
static void fill_place(const struct pane *p, struct status *st)
{
    size_t n = p->class->count(p), at = p->class->at(p), shown = pane_shown(p);
    size_t end = at + shown < n ? at + shown : n;

    if (p->rect.rows == 0)
        return;
    st->pages = (n + shown - 1) / shown;
    st->page = end == n ? st->pages : at / shown + 1;
    st->percent = n > 0 ? (int)(end * 100 / n) : 100;
}

/* How much comes through a pipe is not known before it ends. */
static int percent_loaded(const struct app *app)
{
    int percent = (int)(library_progress(app->lib) * 100);

    if (app->loaded)
        return 100;
    return library_waiting(app->lib) >= 0 ? -1 : percent < 99 ? percent : 99;
}

static const char *what_is_said(const struct app *app)
{
    const char *news = around_news(app);

    return app->message.msg[0] ? app->message.msg : news ? news : sources_note(app);
}

static void fill_status(const struct app *app, struct status *st)
{
    const struct scroll *list = &app->list.scroll;

    *st = (struct status){
        .message = what_is_said(app),
        .source = "",
        .count = app->count,
        .loaded = percent_loaded(app),
        .stopped = app->stopped,
    };
    if (app->n_over > 0) {
        fill_place(state_focus(app), st);
    } else if (list->n > 0 || listpane_filtered(&app->list)) {
        st->hits = seek_count(app, &st->hit);
        st->source = sources_name(app, &st->charset);
        st->article = list->n > 0 ? list->sel + 1 : 0;
        st->articles = list->n;
        st->all = listpane_filtered(&app->list) || !listpane_done(&app->list)
                      ? library_count(app->lib)
                      : 0;
        st->folded = listpane_folded(&app->list);
        fill_place(&app->text.pane, st);
    }
}

static void draw_status(const struct app *app)
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
    bool done = listpane_done(&app->list);
    const char *text = app->loaded && done ? _("There is no text here.") : _("Reading...");

    if (listpane_filtered(&app->list) && done)
        text = _("No article has these words.");
    screen_put(app->screen, 0, 1, screen_cols(app->screen) - 1, str_of(text), STYLE_FAINT);
}

static void draw_pane(const struct app *app, const struct pane *p)
{
    p->class->draw(p, app, p == state_focus(app));
}

/* Appends "  a: take away" if that has room in *cols, and takes it from there. */
static void add_hint(const struct app *app, enum action a, const char *what, int *cols,
                     struct strbuf *out)
{
    size_t before = out->n;
    int used;

    strbuf_addf(out, "  %s: %s", keymap_first(&app->opts->keys, a).s, what);
    used = glyph_cols(str_sub(strbuf_str(out), before, out->n), screen_mode(app->screen));
    if (used > *cols)
        strbuf_truncate(out, before);
    else
        *cols -= used;
}

/* The title of a page, and at the right what its keys do, as far as there is room. */
static void draw_title(const struct app *app, const struct pane *p)
{
    struct line l = {.s = app->screen, .col = 1, .end = screen_cols(app->screen)};
    int room = l.end - l.col - glyph_cols(str_of(p->title), screen_mode(app->screen)) - 1;
    struct strbuf hints = {0};

    for (const struct pane_hint *h = p->hints; h && h->action != ACTION_NONE; h++)
        add_hint(app, h->action, _(h->what), &room, &hints);
    add_hint(app, ACTION_QUIT, _("back"), &room, &hints);
    line_put_cut(&l, str_of(p->title), l.end - l.col, STYLE_HEADLINE, NULL);
    line_pad(&l, l.col + room);
    line_put(&l, strbuf_str(&hints), STYLE_FAINT);
    strbuf_free(&hints);
}

static void draw_page(const struct app *app, const struct pane *p)
{
    if (title_rows(app) > 0)
        draw_title(app, p);
    draw_pane(app, p);
}

/* What a search or a filter has found so far stands at the right of what is typed. */
static void draw_prompt(const struct app *app)
{
    int row = app->at.status.rows > 0 ? app->at.status.row : 0;
    int cols = screen_cols(app->screen), used;
    struct strbuf note = {0};

    screen_fill(app->screen, row, 0, cols, STYLE_TEXT);
    if (seek_is(app->asked.action))
        seek_note(app, &note);
    if (app->asked.action == ACTION_FILTER)
        strbuf_addf(&note, "%zu/%zu", app->list.scroll.n, library_count(app->lib));
    used = glyph_cols(strbuf_str(&note), screen_mode(app->screen));
    if (used > 0 && used < cols / 2) {
        cols -= used + 1;
        screen_put(app->screen, row, cols, used, strbuf_str(&note), STYLE_FAINT);
    }
    prompt_draw(&app->prompt, app->screen, row, cols, ask_label(app->asked.action));
    strbuf_free(&note);
}

static void compose(struct app *app)
{
    view_arrange(app);
    screen_erase(app->screen);
    if (app->n_over > 0) {
        draw_page(app, state_focus(app));
    } else {
        if (app->list.scroll.n == 0)
            draw_empty(app);
        draw_pane(app, &app->list.pane);
        draw_between(app);
        draw_head(app);
        draw_pane(app, &app->text.pane);
    }
    if (app->asked.action != ACTION_NONE)
        draw_prompt(app);
    else
        draw_status(app);
}

void view_draw(struct app *app)
{
    compose(app);
    screen_flush(app->screen);
}

bool view_refresh(struct app *app)
{
    compose(app);
    return screen_flush_changes(app->screen, app->at.status.row);
}
