#include <config.h>

#include "layout/spans.h"

#include <stdlib.h>

#include "base/xalloc.h"

void spans_add(struct spans *s, size_t from, size_t to, int style)
{
    s->v = xgrow(s->v, &s->cap, s->n + 1, sizeof *s->v);
    s->v[s->n++] = (struct span){from, to, style};
}

void spans_clear(struct spans *s)
{
    s->n = 0;
}

void spans_free(struct spans *s)
{
    free(s->v);
    *s = (struct spans){0};
}

/* The piece that begins at `from`, up to the next border of a span and to `to` at most. */
static struct span next_piece(const struct spans *marks, size_t from, size_t to)
{
    struct span piece = {from, to, 0};

    for (size_t i = 0; i < marks->n; i++) {
        const struct span *m = &marks->v[i];

        if (m->from > from && m->from < piece.to)
            piece.to = m->from;
        if (m->from <= from && m->to > from) {
            if (m->to < piece.to)
                piece.to = m->to;
            if (m->style > piece.style)
                piece.style = m->style;
        }
    }
    return piece;
}

void spans_cut(const struct spans *marks, size_t from, size_t to, struct spans *out)
{
    struct spans near = {0}; /* those of them that matter here, mostly none */

    spans_clear(out);
    for (size_t i = 0; i < marks->n; i++)
        if (marks->v[i].from < to && marks->v[i].to > from && marks->v[i].from < marks->v[i].to)
            spans_add(&near, marks->v[i].from, marks->v[i].to, marks->v[i].style);
    while (from < to) {
        struct span piece = next_piece(&near, from, to);

        spans_add(out, piece.from, piece.to, piece.style);
        from = piece.to;
    }
    spans_free(&near);
}
