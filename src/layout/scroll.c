#include <config.h>

#include "layout/scroll.h"

/* The first item of the last full view. */
static size_t last_top(const struct scroll *s)
{
    return s->n > s->rows ? s->n - s->rows : 0;
}

/* Puts the selection inside the items, and the view no more than needed around it. */
static void follow(struct scroll *s)
{
    if (s->n == 0) {
        s->top = s->sel = 0;
        return;
    }
    if (s->sel >= s->n)
        s->sel = s->n - 1;
    if (s->top > last_top(s))
        s->top = last_top(s);
    if (s->sel < s->top || s->rows == 0)
        s->top = s->sel;
    else if (s->sel - s->top >= s->rows)
        s->top = s->sel - s->rows + 1;
}

/* i moved by d, but not beyond 0 and max. */
static size_t moved(size_t i, long d, size_t max)
{
    if (d < 0) {
        size_t up = -(size_t)d;

        return up < i ? i - up : 0;
    }
    return i < max && (size_t)d < max - i ? i + (size_t)d : max;
}

void scroll_set_count(struct scroll *s, size_t n)
{
    s->n = n;
    follow(s);
}

void scroll_set_rows(struct scroll *s, size_t rows)
{
    s->rows = rows;
    follow(s);
}

void scroll_shift(struct scroll *s, size_t n, size_t i)
{
    size_t above = s->sel - s->top;

    s->n = n;
    s->sel = i;
    s->top = i > above ? i - above : 0;
    follow(s);
}

void scroll_move(struct scroll *s, long d)
{
    scroll_select(s, moved(s->sel, d, s->n > 0 ? s->n - 1 : 0));
}

void scroll_select(struct scroll *s, size_t i)
{
    s->sel = i;
    follow(s);
}

void scroll_top(struct scroll *s, size_t i)
{
    s->top = i < last_top(s) ? i : last_top(s);
    if (s->sel < s->top)
        s->sel = s->top;
    else if (s->rows > 0 && s->sel - s->top >= s->rows)
        s->sel = s->top + s->rows - 1;
    follow(s);
}
