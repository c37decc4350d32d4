#include <config.h>

#include "ui/linespane.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "layout/scroll.h"
#include "ui/state.h"

struct linespane {
    struct pane pane;
    const struct lines_class *class;
    void *data;
    struct scroll scroll;
};

static struct linespane *lines_of(struct pane *p)
{
    return (struct linespane *)p;
}

static const struct linespane *const_lines_of(const struct pane *p)
{
    return (const struct linespane *)p;
}

static size_t count(const struct pane *p)
{
    const struct linespane *l = const_lines_of(p);

    return l->class->count(l->data, p->rect.cols);
}

static size_t at(const struct pane *p)
{
    const struct linespane *l = const_lines_of(p);

    return l->class->act ? l->scroll.sel : l->scroll.top;
}

static void go(struct pane *p, size_t line)
{
    struct linespane *l = lines_of(p);

    if (l->class->act)
        scroll_select(&l->scroll, line);
    else
        scroll_top(&l->scroll, line);
}

static size_t line_at(const struct pane *p, int row)
{
    const struct linespane *l = const_lines_of(p);

    return l->class->act ? l->scroll.top + (size_t)row : l->scroll.n;
}

static void arrange(struct pane *p, const struct rect *r)
{
    struct linespane *l = lines_of(p);

    p->rect = *r;
    scroll_set_count(&l->scroll, count(p));
    scroll_set_rows(&l->scroll, (size_t)r->rows);
}

static bool act(struct pane *p, struct app *app, struct command c)
{
    struct linespane *l = lines_of(p);
    enum lines_answer answer = LINES_PASS;

    if (l->class->act && l->scroll.n > 0)
        answer = l->class->act(l->data, l->scroll.sel, app, c);
    if (answer == LINES_CLOSE)
        state_close(app, p);
    return answer != LINES_PASS;
}

static struct str word(const struct pane *p)
{
    const struct linespane *l = const_lines_of(p);

    return l->class->word && l->scroll.n > 0 ? l->class->word(l->data, l->scroll.sel) : STR("");
}

static bool work(struct pane *p, struct app *app)
{
    struct linespane *l = lines_of(p);

    return l->class->work && l->class->work(l->data, app);
}

static void draw(const struct pane *p, const struct app *app, bool focused)
{
    const struct linespane *l = const_lines_of(p);
    const struct rect *r = &p->rect;

    for (size_t k = 0; k < l->scroll.rows && l->scroll.top + k < l->scroll.n; k++) {
        size_t i = l->scroll.top + k;
        struct line line = {
            .s = app->screen,
            .row = r->row + (int)k,
            .col = r->col,
            .end = r->col + r->cols,
            .selected = l->class->act && i == l->scroll.sel,
            .selection = focused ? STYLE_SELECTED : STYLE_SELECTED_AWAY,
        };

        line_pad(&line, r->col + 1);
        l->class->draw(l->data, i, &line);
        if (line.selected)
            line_pad(&line, line.end);
    }
}

static void close_lines(struct pane *p)
{
    struct linespane *l = lines_of(p);

    if (l->class->free)
        l->class->free(l->data);
    free(l);
}

struct pane *linespane_new(const char *title, const struct lines_class *class, void *data)
{
    static const struct pane_class pane_class = {
        .count = count,
        .at = at,
        .go = go,
        .line_at = line_at,
        .arrange = arrange,
        .act = act,
        .word = word,
        .work = work,
        .draw = draw,
        .close = close_lines,
    };
    struct linespane *l = xcalloc(1, sizeof *l);

    l->pane.class = &pane_class;
    l->pane.title = title;
    l->pane.hints = class->hints;
    l->class = class;
    l->data = data;
    return &l->pane;
}
