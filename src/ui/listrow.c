#include <config.h>

#include "ui/listrow.h"

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
    WRAP_MOST = 3 /* rows of a headline */
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
static struct columns columns_of(const struct app *app, const struct entry *e, int cols)
{
    const struct library *lib = app->lib;
    bool names = library_sources(lib) > 1 && !app->opts->order.grouped;
    struct columns c = {.number = cols >= NUMBER_FROM_COLS ? digits(library_count(lib)) + 2 : 0};
    int room = cols - c.number - 1;

    c.byline = take(&room, BYLINE_COLS);
    c.size = take(&room, SIZE_COLS);
    c.source = names ? take(&room, SOURCE_COLS) : 0;
    c.title = room + (entry_byline(e).n == 0 ? c.byline : 0);
    return c;
}

/* The rows of a headline that is wrapped; at most WRAP_MOST of them are shown. */
static void wrap(const struct entry *e, int cols, struct glyph_mode mode, struct rows *rows)
{
    const struct linebreak_rules rules = {.level = KINSOKU_NORMAL};
    const struct fill_opts o = {
        .cols = e->headline_printed ? cols : cols - 2, .avoid_orphans = true, .lang = LANG_EN};
    struct clusters t = {0};

    clusters_split(entry_title(e), mode, &t);
    linebreak_mark(&t, &rules);
    fill_paragraph(&t, &o, 0, 0, rows);
    clusters_free(&t);
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
        line_put_cut(l, entry_byline(e), c->byline - 1, STYLE_BYLINE, &app->marks);
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
    struct columns c = columns_of(app, e, l->end - l->col);
    bool last = k + 1 >= rows->n || k + 1 == WRAP_MOST;
    struct str part = entry_title(e);

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

size_t listrow_count(const struct app *app, size_t i, int cols)
{
    const struct entry *e = library_entry(app->lib, i);
    struct rows rows = {0};
    size_t n;

    if (!app->opts->wrap_titles)
        return 1;
    wrap(e, columns_of(app, e, cols).title, screen_mode(app->screen), &rows);
    n = rows.n < WRAP_MOST ? rows.n : WRAP_MOST;
    rows_free(&rows);
    return n > 0 ? n : 1;
}

/* What is drawn next into that row of r. */
static struct line line_in(const struct app *app, const struct rect *r, int row)
{
    return (struct line){
        .s = app->screen, .row = r->row + row, .col = r->col, .end = r->col + r->cols};
}

void listrow_draw(const struct app *app, size_t i, const struct rect *r, bool selected,
                  enum style selection)
{
    const struct entry *e = library_entry(app->lib, i);
    int n = (int)listrow_count(app, i, r->cols);
    struct rows rows = {0};

    if (n > 1)
        wrap(e, columns_of(app, e, r->cols).title, screen_mode(app->screen), &rows);
    for (int k = 0; k < n && k < r->rows; k++) {
        struct line l = line_in(app, r, k);

        l.selected = selected;
        l.selection = selection;
        draw_row(&l, app, i, (size_t)k, &rows);
    }
    rows_free(&rows);
}

void listrow_draw_heading(const struct app *app, size_t i, const struct rect *r)
{
    uint32_t source = library_entry(app->lib, i)->source;
    struct str name = str_of(source_name(library_source(app->lib, source)));
    struct line l = line_in(app, r, 0);

    line_pad(&l, l.col + 1);
    if (glyph_cols(name, screen_mode(app->screen)) > l.end - l.col)
        name = path_last(name);
    line_put_cut(&l, name, l.end - l.col, STYLE_BYLINE, NULL);
}
