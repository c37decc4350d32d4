#include <config.h>

#include "ui/listpane.h"

#include <stdint.h>
#include <stdio.h>

#include "layout/fill.h"
#include "layout/linebreak.h"
#include "ui/line.h"
#include "ui/path.h"
#include "ui/state.h"

enum {
    NUMBER_FROM_COLS = 16,
    TITLE_LEAST = 32, /* columns that a headline needs before others get theirs */
    BYLINE_COLS = 16,
    SIZE_COLS = 7,
    SOURCE_COLS = 18,
    WRAP_MOST = 3, /* rows of a headline */
    SLICE_MS = 30  /* looked for articles at a time: a key is answered meanwhile */
};

enum { TITLE_FIRST = 1, TITLE_LAST = 2 };

/* Columns of an article's row; 0: not shown. */
struct columns {
    int number, title, byline, size, source;
};

static int digits(size_t n)
{
    int d = 1;

    while (n >= 10) {
        n /= 10;
        d++;
    }
    return d;
}

static int take(int *room, int cols)
{
    if (*room < TITLE_LEAST + cols)
        return 0;
    *room -= cols;
    return cols;
}

/* What has room, the most important first; a column of blanks stands behind the headline, which
 * takes the place of a byline that is not there. */
static struct columns columns_of(const struct library *lib, const struct entry *e, int cols)
{
    struct columns c = {.number = cols >= NUMBER_FROM_COLS ? digits(library_count(lib)) + 2 : 0};
    int room = cols - c.number - 1;

    c.byline = take(&room, BYLINE_COLS);
    c.size = take(&room, SIZE_COLS);
    c.source = library_sources(lib) > 1 ? take(&room, SOURCE_COLS) : 0;
    c.title = room + (e->byline.n == 0 ? c.byline : 0);
    return c;
}

/* The rows of a headline that is wrapped; at most WRAP_MOST of them are shown. */
static void wrap(const struct entry *e, int cols, struct glyph_mode mode, struct rows *rows)
{
    const struct linebreak_rules rules = {.level = KINSOKU_NORMAL};
    const struct fill_opts o = {
        .cols = e->headline_printed ? cols : cols - 2, .avoid_orphans = true, .lang = LANG_EN};
    struct clusters t = {0};

    clusters_split(e->title, mode, &t);
    linebreak_mark(&t, &rules);
    fill_paragraph(&t, &o, 0, 0, rows);
    clusters_free(&t);
}

/* Rows that the article of line i takes. */
static size_t height(const struct listpane *l, size_t i)
{
    const struct app *app = l->app;
    const struct entry *e = library_entry(app->lib, listpane_article(l, i));
    struct rows rows = {0};
    size_t n;

    if (!app->opts->wrap_titles)
        return 1;
    wrap(e, columns_of(app->lib, e, l->pane.rect.cols).title, screen_mode(app->screen), &rows);
    n = rows.n < WRAP_MOST ? rows.n : WRAP_MOST;
    rows_free(&rows);
    return n > 0 ? n : 1;
}

/* With a mark before it when the article was read. */
static void put_number(struct line *l, size_t number, size_t count, bool read)
{
    char text[32];
    int n = snprintf(text, sizeof text, "%c%*zu ", read ? '-' : ' ', digits(count), number);

    line_put(l, (struct str){text, (size_t)n}, STYLE_FAINT);
}

/* A part of the headline; `ends`: whether it is its first, its last row. */
static void put_title(struct line *l, const struct entry *e, struct str part, int cols, int ends,
                      const struct marks *marks)
{
    bool printed = e->headline_printed;

    if (!printed && (ends & TITLE_FIRST))
        line_put(l, STR("<"), STYLE_FAINT);
    line_put_cut(l, part, printed ? cols : cols - 2, printed ? STYLE_TEXT : STYLE_FAINT, marks);
    if (!printed && (ends & TITLE_LAST))
        line_put(l, STR(">"), STYLE_FAINT);
}

static void put_size(struct line *l, uint32_t bytes)
{
    char text[32];
    int n = snprintf(text, sizeof text, "%*.1fk ", SIZE_COLS - 2, bytes / 1000.0);

    line_put(l, (struct str){text, (size_t)n}, STYLE_FAINT);
}

/* What stands beside the headline. */
static void put_facts(struct line *l, const struct app *app, const struct entry *e,
                      const struct columns *c)
{
    int at = l->end - c->byline - c->size - c->source;

    line_pad(l, at);
    if (c->byline > 0)
        line_put_cut(l, e->byline, c->byline - 1, STYLE_BYLINE, &app->marks);
    line_pad(l, at + c->byline);
    if (c->size > 0)
        put_size(l, e->size);
    if (c->source > 0)
        line_put_cut(l, path_last(str_of(source_name(library_source(app->lib, e->source)))),
                     c->source - 1, STYLE_FAINT, NULL);
}

/* Draws row k of article i, whose headline has these rows. */
static void draw_row(struct line *l, const struct app *app, size_t i, size_t k,
                     const struct rows *rows)
{
    const struct entry *e = library_entry(app->lib, i);
    struct columns c = columns_of(app->lib, e, l->end - l->col);
    bool last = k + 1 >= rows->n || k + 1 == WRAP_MOST;
    struct str part = e->title;

    if (rows->n > 0)
        part = str_sub(part, rows->v[k].from, last ? part.n : rows->v[k].to);
    if (c.number > 0 && k == 0)
        put_number(l, i + 1, library_count(app->lib), reading_has_read(app, i));
    line_pad(l, l->col + (k > 0 ? c.number : 0));
    put_title(l, e, part, c.title, (k == 0 ? TITLE_FIRST : 0) | (last ? TITLE_LAST : 0),
              &app->marks);
    if (k == 0)
        put_facts(l, app, e, &c);
    line_pad(l, l->end);
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
    scroll_select(&list_of(p)->scroll, line);
}

/* A number before the key is an article's, also where only some are shown. */
static bool act(struct pane *p, struct app *app, struct command c)
{
    struct listpane *l = list_of(p);

    if (!l->narrowing.filter || c.count == 0 ||
        (c.action != ACTION_TOP && c.action != ACTION_BOTTOM))
        return false;
    listpane_select(l, c.count <= library_count(app->lib) ? c.count - 1
                                                          : library_count(app->lib) - 1);
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
        size_t rows = height(l, i);

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
    size_t used = height(l, last);

    while (last > 0 && used + height(l, last - 1) <= rows)
        used += height(l, --last);
    return last;
}

/* As many articles as have room from the top on. */
static size_t fitting(const struct listpane *l, size_t rows)
{
    size_t used = 0, i = l->scroll.top;

    while (i < l->scroll.n && used + height(l, i) <= rows)
        used += height(l, i++);
    return i > l->scroll.top ? i - l->scroll.top : 1;
}

static void arrange(struct pane *p, const struct rect *r)
{
    struct listpane *l = list_of(p);
    struct scroll *s = &l->scroll;
    size_t rows = (size_t)r->rows;

    p->rect = *r;
    if (l->app->opts->wrap_titles && rows > 0 && s->n > 0) {
        size_t least = top_for(l, s->sel, rows), most = top_for(l, s->n - 1, rows);

        s->top = s->top > s->sel ? s->sel : s->top < least ? least : s->top;
        s->top = s->top > most ? most : s->top;
        rows = fitting(l, rows);
    }
    scroll_set_rows(s, rows);
}

/* Draws a line from that row of the pane on; returns how many rows it took. */
static int draw_entry(const struct listpane *p, size_t line, int row, bool focused)
{
    const struct app *app = p->app;
    size_t i = listpane_article(p, line);
    const struct entry *e = library_entry(app->lib, i);
    const struct rect *r = &p->pane.rect;
    int n = (int)height(p, line);
    struct rows rows = {0};

    if (n > 1)
        wrap(e, columns_of(app->lib, e, r->cols).title, screen_mode(app->screen), &rows);
    for (int k = 0; k < n && row + k < r->rows; k++) {
        struct line l = {
            .s = app->screen,
            .row = r->row + row + k,
            .col = r->col,
            .end = r->col + r->cols,
            .selected = line == p->scroll.sel,
            .selection = focused ? STYLE_SELECTED : STYLE_SELECTED_AWAY,
        };

        draw_row(&l, app, i, (size_t)k, &rows);
    }
    rows_free(&rows);
    return n;
}

static void draw(const struct pane *p, const struct app *app, bool focused)
{
    const struct listpane *l = (const struct listpane *)p;

    (void)app;
    for (int row = 0, i = 0; row < p->rect.rows && l->scroll.top + (size_t)i < l->scroll.n; i++)
        row += draw_entry(l, l->scroll.top + (size_t)i, row, focused);
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
}

void listpane_free(struct listpane *l)
{
    narrowing_free(&l->narrowing);
}

size_t listpane_article(const struct listpane *l, size_t line)
{
    return l->narrowing.filter ? l->narrowing.v[line] : line;
}

size_t listpane_selected(const struct listpane *l)
{
    return l->scroll.n > 0 ? listpane_article(l, l->scroll.sel) : SIZE_MAX;
}

void listpane_select(struct listpane *l, size_t article)
{
    const struct narrowing *w = &l->narrowing;
    size_t line = w->filter ? narrowing_place(w, article) : article;

    if (w->filter && (line == w->n || w->v[line] != article)) {
        listpane_filter(l, STR(""));
        line = article;
    }
    l->wanted = SIZE_MAX;
    scroll_select(&l->scroll, line);
}

/* Selects the article that is wanted, or the next one behind it, or the last one of all. */
static void select_wanted(struct listpane *l, bool done)
{
    size_t line = narrowing_place(&l->narrowing, l->wanted);

    if (l->wanted == SIZE_MAX || (line == l->narrowing.n && !done))
        return;
    l->wanted = SIZE_MAX;
    scroll_select(&l->scroll, line);
}

bool listpane_update(struct listpane *l)
{
    struct library *lib = l->app->lib;
    bool done = narrowing_step(&l->narrowing, lib, SLICE_MS);

    scroll_set_count(&l->scroll, l->narrowing.filter ? l->narrowing.n : library_count(lib));
    if (l->narrowing.filter)
        select_wanted(l, done);
    return done;
}

void listpane_restart(struct listpane *l)
{
    if (l->narrowing.filter && l->wanted == SIZE_MAX)
        l->wanted = l->app->shown;
    narrowing_restart(&l->narrowing);
    listpane_update(l);
}

void listpane_filter(struct listpane *l, struct str typed)
{
    struct filter *f = filter_new(typed, l->app->opts->fold);

    if (!f && !l->narrowing.filter)
        return;
    l->wanted = l->app->shown;
    narrowing_set(&l->narrowing, f);
    listpane_update(l);
    if (!f && l->wanted != SIZE_MAX)
        scroll_select(&l->scroll, l->wanted);
}

bool listpane_filtered(const struct listpane *l)
{
    return l->narrowing.filter != NULL;
}
