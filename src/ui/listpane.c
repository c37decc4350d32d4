#include <config.h>

#include "ui/listpane.h"

#include <stdio.h>

enum {
    BYLINE_COLS = 16,      /* of the byline, where it is shown */
    BYLINE_FROM_COLS = 52, /* panes that wide show it */
    NUMBER_FROM_COLS = 16
};

/* The row that is being drawn. */
struct line {
    struct screen *s;
    int row, col, end;
    bool selected;
    enum style selection;
};

static void put(struct line *l, struct str text, enum style style)
{
    l->col += screen_put(l->s, l->row, l->col, l->end - l->col, text,
                         l->selected ? l->selection : style);
}

/* text, or as much as fits with … behind it, its marks painted. */
static void put_cut(struct line *l, struct str text, int cols, enum style style,
                    const struct marks *marks)
{
    struct glyph_mode mode = screen_mode(l->s);
    int dots = glyph_cols(STR("…"), mode);
    size_t to = text.n;
    struct spans found = {0}, pieces = {0};

    if (glyph_cols(text, mode) > cols)
        to = glyph_fit(text, 0, cols > dots ? cols - dots : 0, mode, NULL);
    marks_find(marks, text, 0, &found);
    spans_cut(&found, 0, to, &pieces);
    for (size_t i = 0; i < pieces.n; i++) {
        const struct span *p = &pieces.v[i];

        put(l, str_sub(text, p->from, p->to), p->style ? (enum style)p->style : style);
    }
    if (to < text.n)
        put(l, STR("…"), style);
    spans_free(&found);
    spans_free(&pieces);
}

static int digits(size_t n)
{
    int d = 1;

    while (n >= 10) {
        n /= 10;
        d++;
    }
    return d;
}

static void put_number(struct line *l, size_t number, size_t count)
{
    char text[32];
    int n = snprintf(text, sizeof text, " %*zu ", digits(count), number);

    put(l, (struct str){text, (size_t)n}, STYLE_FAINT);
}

static void put_title(struct line *l, const struct entry *e, int cols, const struct marks *marks)
{
    if (e->headline_printed) {
        put_cut(l, e->title, cols, STYLE_TEXT, marks);
        return;
    }
    put(l, STR("<"), STYLE_FAINT);
    put_cut(l, e->title, cols - 2, STYLE_FAINT, marks);
    put(l, STR(">"), STYLE_FAINT);
}

static void draw_entry(struct line *l, const struct library *lib, size_t i,
                       const struct marks *marks)
{
    const struct entry *e = library_entry(lib, i);
    int cols = l->end - l->col, byline;

    if (cols >= NUMBER_FROM_COLS)
        put_number(l, i + 1, library_count(lib));
    byline = cols >= BYLINE_FROM_COLS && e->byline.n > 0 ? BYLINE_COLS : 0;
    put_title(l, e, l->end - l->col - byline - 1, marks);
    if (byline) {
        while (l->col < l->end - byline)
            put(l, STR(" "), STYLE_TEXT);
        put_cut(l, e->byline, byline - 1, STYLE_BYLINE, marks);
    }
    while (l->col < l->end)
        put(l, STR(" "), STYLE_TEXT);
}

void listpane_draw(struct screen *s, const struct rect *r, const struct library *lib,
                   const struct scroll *scroll, const struct marks *marks, bool focused)
{
    for (int k = 0; k < r->rows; k++) {
        size_t i = scroll->top + (size_t)k;
        struct line l = {
            .s = s,
            .row = r->row + k,
            .col = r->col,
            .end = r->col + r->cols,
            .selected = i == scroll->sel,
            .selection = focused ? STYLE_SELECTED : STYLE_SELECTED_AWAY,
        };

        if (i < scroll->n)
            draw_entry(&l, lib, i, marks);
    }
}
