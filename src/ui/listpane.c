#include <config.h>

#include "ui/listpane.h"

#include <stdio.h>

#include "ui/line.h"
#include "ui/state.h"

enum {
    BYLINE_COLS = 16,      /* of the byline, where it is shown */
    BYLINE_FROM_COLS = 52, /* panes that wide show it */
    NUMBER_FROM_COLS = 16
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

/* With a mark before it when the article was read. */
static void put_number(struct line *l, size_t number, size_t count, bool read)
{
    char text[32];
    int n = snprintf(text, sizeof text, "%c%*zu ", read ? '-' : ' ', digits(count), number);

    line_put(l, (struct str){text, (size_t)n}, STYLE_FAINT);
}

static void put_title(struct line *l, const struct entry *e, int cols, const struct marks *marks)
{
    if (e->headline_printed) {
        line_put_cut(l, e->title, cols, STYLE_TEXT, marks);
        return;
    }
    line_put(l, STR("<"), STYLE_FAINT);
    line_put_cut(l, e->title, cols - 2, STYLE_FAINT, marks);
    line_put(l, STR(">"), STYLE_FAINT);
}

static void draw_entry(struct line *l, const struct app *app, size_t i)
{
    const struct marks *marks = &app->marks;
    const struct entry *e = library_entry(app->lib, i);
    int cols = l->end - l->col, byline;

    if (cols >= NUMBER_FROM_COLS)
        put_number(l, i + 1, library_count(app->lib), reading_has_read(app, i));
    byline = cols >= BYLINE_FROM_COLS && e->byline.n > 0 ? BYLINE_COLS : 0;
    put_title(l, e, l->end - l->col - byline - 1, marks);
    if (byline) {
        line_pad(l, l->end - byline);
        line_put_cut(l, e->byline, byline - 1, STYLE_BYLINE, marks);
    }
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
    scroll_select(&list_of(p)->scroll, line);
}

static size_t line_at(const struct pane *p, int row)
{
    return scroll_of(p)->top + (size_t)row;
}

static void arrange(struct pane *p, const struct rect *r)
{
    p->rect = *r;
    scroll_set_rows(&list_of(p)->scroll, (size_t)r->rows);
}

static void draw(const struct pane *p, const struct app *app, bool focused)
{
    const struct scroll *scroll = scroll_of(p);
    const struct rect *r = &p->rect;

    for (int k = 0; k < r->rows; k++) {
        size_t i = scroll->top + (size_t)k;
        struct line l = {
            .s = app->screen,
            .row = r->row + k,
            .col = r->col,
            .end = r->col + r->cols,
            .selected = i == scroll->sel,
            .selection = focused ? STYLE_SELECTED : STYLE_SELECTED_AWAY,
        };

        if (i < scroll->n)
            draw_entry(&l, app, i);
    }
}

void listpane_init(struct listpane *l)
{
    static const struct pane_class class = {
        .count = count,
        .at = at,
        .go = go,
        .line_at = line_at,
        .arrange = arrange,
        .draw = draw,
    };

    *l = (struct listpane){.pane.class = &class};
}
