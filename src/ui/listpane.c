#include <config.h>

#include "ui/listpane.h"

#include <stdint.h>

#include "base/clock.h"
#include "ui/listrow.h"
#include "ui/state.h"

enum {
    A_LOOK = 256,  /* articles put in order between two looks at the clock */
    TOP_ROWS = 3,  /* from which on the first source is always named */
    HOLD_SHARE = 64 /* the part of the lines that may wait for their places */
};

static bool has_groups(const struct listpane *l)
{
    return l->app->opts->order.grouped && library_sources(l->app->lib) > 1;
}

/* Whether the line is the first one of its source, with that above it. */
static bool has_heading(const struct listpane *l, size_t line)
{
    const struct library *lib = l->app->lib;

    return has_groups(l) &&
           (line == 0 || library_entry(lib, listpane_article(l, line))->source !=
                             library_entry(lib, listpane_article(l, line - 1))->source);
}

/* Rows that a line takes; at the top, its source stands above it in any case, where there is room
 * for that and more than one article. */
static size_t height(const struct listpane *l, size_t line, bool at_top)
{
    return (has_heading(l, line) || (at_top && has_groups(l) && l->pane.rect.rows >= TOP_ROWS)) +
           listrow_count(l->app, listpane_article(l, line), l->pane.rect.cols);
}

static struct listpane *list_of(struct pane *p)
{
    return (struct listpane *)p;
}

static const struct scroll *scroll_of(const struct pane *p)
{
    return &((const struct listpane *)p)->scroll;
}

static size_t count(const struct pane *p)
{
    return scroll_of(p)->n;
}

static size_t at(const struct pane *p)
{
    return scroll_of(p)->sel;
}

static void go(struct pane *p, size_t line)
{
    list_of(p)->wanted = SIZE_MAX;
    list_of(p)->chosen = true;
    scroll_select(&list_of(p)->scroll, line);
}

/* Whether lines are other numbers than articles. */
static bool is_ordered(const struct listpane *l)
{
    return order_is_needed(&l->order.opts);
}

/* A number before the key is an article's, also where only some are shown. */
static bool act(struct pane *p, struct app *app, struct command c)
{
    (void)app;
    if (c.count == 0 || (c.action != ACTION_TOP && c.action != ACTION_BOTTOM))
        return false;
    listpane_select(list_of(p), c.count - 1);
    return true;
}

static size_t shown(const struct pane *p)
{
    return scroll_of(p)->rows;
}

static size_t line_at(const struct pane *p, int row)
{
    const struct listpane *l = (const struct listpane *)p;
    size_t i = l->scroll.top, below = (size_t)row;

    while (i < l->scroll.n) {
        size_t rows = height(l, i, i == l->scroll.top);

        if (below < rows)
            break;
        below -= rows;
        i++;
    }
    return i;
}

/* The first article to show so that article `last` is shown whole at the bottom. */
static size_t top_for(const struct listpane *l, size_t last, size_t rows)
{
    size_t used = height(l, last, false);

    while (last > 0 && used + height(l, last - 1, true) <= rows)
        used += height(l, --last, false);
    return last;
}

/* As many articles as have room from the top on. */
static size_t fitting(const struct listpane *l, size_t rows)
{
    size_t used = 0, i = l->scroll.top;

    while (i < l->scroll.n && used + height(l, i, i == l->scroll.top) <= rows) {
        used += height(l, i, i == l->scroll.top);
        i++;
    }
    return i > l->scroll.top ? i - l->scroll.top : 1;
}

static void arrange(struct pane *p, const struct rect *r)
{
    struct listpane *l = list_of(p);
    struct scroll *s = &l->scroll;
    size_t rows = (size_t)r->rows;

    p->rect = *r;
    if ((l->app->opts->wrap_titles || l->app->opts->order.grouped) && rows > 0 && s->n > 0) {
        size_t least = top_for(l, s->sel, rows), most = top_for(l, s->n - 1, rows);

        s->top = s->top > s->sel ? s->sel : s->top < least ? least : s->top;
        s->top = s->top > most ? most : s->top;
        rows = fitting(l, rows);
    }
    scroll_set_rows(s, rows);
}

static void take_rows(struct rect *r, int n)
{
    r->row += n;
    r->rows -= n;
}

static void draw(const struct pane *p, const struct app *app, bool focused)
{
    const struct listpane *l = (const struct listpane *)p;
    struct rect rest = p->rect;

    for (size_t line = l->scroll.top; rest.rows > 0 && line < l->scroll.n; line++) {
        size_t i = listpane_article(l, line);
        int rows = (int)listrow_count(app, i, rest.cols);

        if (height(l, line, line == l->scroll.top) > (size_t)rows) {
            listrow_draw_heading(app, i, &rest);
            take_rows(&rest, 1);
        }
        listrow_draw(app, i, &rest, line == l->scroll.sel,
                     focused ? STYLE_SELECTED : STYLE_SELECTED_AWAY);
        take_rows(&rest, rows);
    }
}

/* The articles are put in order anew. */
static void reorder(struct listpane *l)
{
    order_restart(&l->order, &l->app->opts->order);
    l->ordered = 0;
}

void listpane_init(struct listpane *l, const struct app *app)
{
    static const struct pane_class class = {
        .count = count,
        .at = at,
        .shown = shown,
        .go = go,
        .line_at = line_at,
        .arrange = arrange,
        .act = act,
        .draw = draw,
    };

    *l = (struct listpane){.pane.class = &class, .wanted = SIZE_MAX, .app = app};
    reorder(l);
}

void listpane_free(struct listpane *l)
{
    narrowing_free(&l->narrowing);
    order_free(&l->order);
}

size_t listpane_article(const struct listpane *l, size_t line)
{
    if (is_ordered(l))
        return l->order.v[line].article;
    return l->narrowing.filter ? l->narrowing.v[line] : line;
}

/* The articles that the filter has let through. */
static size_t narrowed(const struct listpane *l)
{
    return l->narrowing.filter ? l->narrowing.n : library_count(l->app->lib);
}

static size_t count_lines(const struct listpane *l)
{
    return is_ordered(l) ? l->order.n : narrowed(l);
}

/* The line of an article. False when it has none (yet): then *line is the one that comes next. */
static bool find_line(const struct listpane *l, size_t article, size_t *line)
{
    size_t n = count_lines(l);

    if (article >= library_count(l->app->lib))
        *line = n;
    else if (is_ordered(l))
        *line = order_place(&l->order, l->app->lib, article);
    else
        *line = l->narrowing.filter ? narrowing_place(&l->narrowing, article) : article;
    return *line < n && listpane_article(l, *line) == article;
}

/* The article of the selected line; SIZE_MAX when there is no line. */
static size_t article_here(const struct listpane *l)
{
    return l->scroll.n > 0 ? listpane_article(l, l->scroll.sel) : SIZE_MAX;
}

size_t listpane_selected(const struct listpane *l)
{
    return l->wanted < library_count(l->app->lib) ? l->wanted : article_here(l);
}

/* Whether what was put in order takes its places later, with more: all lines may move each time,
 * and what is loading would bring ten at a time. */
static bool holds_back(const struct listpane *l)
{
    const struct app *app = l->app;

    return l->order.n_batch * HOLD_SHARE < l->order.n && state_is_loading(app) &&
           library_waiting(app->lib) < 0;
}

/* Whether all articles have been looked at. */
static bool is_taken_in(const struct listpane *l)
{
    return narrowing_done(&l->narrowing, l->app->lib) &&
           (!is_ordered(l) || l->ordered == narrowed(l));
}

bool listpane_done(const struct listpane *l)
{
    return is_taken_in(l) && l->order.n_batch == 0;
}

bool listpane_idle(const struct listpane *l)
{
    return is_taken_in(l) && (l->order.n_batch == 0 || holds_back(l));
}

void listpane_select(struct listpane *l, size_t article)
{
    const struct narrowing *w = &l->narrowing;
    size_t n = library_count(l->app->lib), line;

    if (n == 0)
        return;
    article = order_first_copy(&l->order, l->app->lib, article < n ? article : n - 1);
    l->chosen = true;
    if (w->filter && !narrowing_has(w, l->app->lib, article))
        listpane_filter(l, STR(""));
    if (!find_line(l, article, &line)) {
        l->wanted = article;
        return;
    }
    l->wanted = SIZE_MAX;
    scroll_select(&l->scroll, line);
}

/* Selects the article that is wanted, or the next one behind it, or the last one of all. */
static void select_wanted(struct listpane *l)
{
    size_t line;
    bool found;

    if (l->wanted == SIZE_MAX)
        return;
    found = find_line(l, l->wanted, &line);
    if (!found && !listpane_done(l) && (is_ordered(l) || line == l->scroll.n))
        return;
    l->wanted = SIZE_MAX;
    scroll_select(&l->scroll, line);
}

/* Puts in order what was narrowed since, as far as the time goes. */
static void put_in_order(struct listpane *l, int64_t until)
{
    const struct library *lib = l->app->lib;
    size_t n = narrowed(l);

    for (size_t k = 1; l->ordered < n; k++) {
        size_t i = l->ordered++;

        order_add(&l->order, lib, l->narrowing.filter ? l->narrowing.v[i] : i);
        if (k % A_LOOK == 0 && clock_ms() >= until)
            break;
    }
    if (!holds_back(l))
        order_settle(&l->order, lib);
}

/* The lines are other ones than before: the article stays selected, in its row. */
static void hold(struct listpane *l, size_t article)
{
    size_t line;

    if (l->chosen && find_line(l, article, &line))
        scroll_shift(&l->scroll, count_lines(l), line);
    else
        scroll_set_count(&l->scroll, count_lines(l));
}

bool listpane_update(struct listpane *l)
{
    int64_t until = clock_ms() + PANE_WORK_MS;
    size_t here = article_here(l);

    narrowing_step(&l->narrowing, l->app->lib, PANE_WORK_MS);
    if (is_ordered(l))
        put_in_order(l, until);
    hold(l, here);
    select_wanted(l);
    return listpane_done(l);
}

void listpane_cut(struct listpane *l, size_t from)
{
    size_t here = article_here(l);

    if (here != SIZE_MAX && here >= from && l->wanted == SIZE_MAX &&
        (l->narrowing.filter || is_ordered(l)))
        l->wanted = here;
    narrowing_cut(&l->narrowing, from);
    order_cut(&l->order, from);
    if (l->ordered > narrowed(l))
        l->ordered = narrowed(l);
    if (!l->narrowing.filter && l->ordered > from)
        l->ordered = from;
    hold(l, here);
    listpane_update(l);
}

void listpane_reorder(struct listpane *l)
{
    const struct order_opts *now = &l->order.opts, *wanted = &l->app->opts->order;

    if (now->by == wanted->by && now->grouped == wanted->grouped && now->unique == wanted->unique)
        return;
    l->wanted = l->app->shown;
    l->chosen = true;
    reorder(l);
    scroll_set_count(&l->scroll, 0);
    listpane_update(l);
}

size_t listpane_folded(const struct listpane *l)
{
    return l->order.opts.unique ? l->ordered - l->order.n - l->order.n_batch : 0;
}

void listpane_filter(struct listpane *l, struct str typed)
{
    struct filter *f = filter_new(typed, l->app->opts->fold);

    if (!f && !l->narrowing.filter)
        return;
    l->wanted = l->app->shown;
    narrowing_set(&l->narrowing, f);
    reorder(l);
    scroll_set_count(&l->scroll, 0);
    listpane_update(l);
}

bool listpane_filtered(const struct listpane *l)
{
    return l->narrowing.filter != NULL;
}
