#include <config.h>

#include "ui/line.h"

#include "layout/linebreak.h"
#include "text/utf8.h"

enum { CONTEXT = 8 /* characters behind a row that tell how it may end */ };

void line_put(struct line *l, struct str text, enum style style)
{
    l->col += screen_put(l->s, l->row, l->col, l->end - l->col, text,
                         l->selected ? l->selection : style);
}

void line_put_cut(struct line *l, struct str text, int cols, enum style style,
                  const struct marks *marks)
{
    struct glyph_mode mode = screen_mode(l->s);
    int dots = glyph_cols(STR(GLYPH_CUT), mode);
    size_t to = text.n;
    struct spans found = {0}, pieces = {0};

    if (glyph_cols(text, mode) > cols)
        to = glyph_fit(text, 0, cols > dots ? cols - dots : 0, mode, NULL);
    if (marks)
        marks_find(marks, text, 0, &found);
    spans_cut(&found, 0, to, &pieces);
    for (size_t i = 0; i < pieces.n; i++) {
        const struct span *p = &pieces.v[i];

        line_put(l, str_sub(text, p->from, p->to), p->style ? (enum style)p->style : style);
    }
    if (to < text.n)
        line_put(l, STR(GLYPH_CUT), style);
    spans_free(&found);
    spans_free(&pieces);
}

void line_pad(struct line *l, int col)
{
    while (l->col < col && l->col < l->end)
        line_put(l, STR(" "), STYLE_TEXT);
}

/* The last place up to byte `to` where a row that begins at `from` may end; `to` if there is none.
 */
static size_t good_end(struct str s, size_t from, size_t to, struct glyph_mode mode)
{
    static const struct linebreak_rules rules = {.level = KINSOKU_NORMAL, .korean_words = true};
    struct clusters t = {0};
    size_t end = to, i;

    for (int n = 0; n < CONTEXT && end < s.n; n++)
        end = utf8_next(s, end);
    clusters_split(str_sub(s, from, end), mode, &t);
    linebreak_mark(&t, &rules);
    for (i = t.n; i > 0; i--)
        if (from + t.v[i].from <= to && t.v[i].before == LINEBREAK_ALLOWED)
            break;
    end = i > 0 ? from + t.v[i].from : to;
    clusters_free(&t);
    return end;
}

size_t line_wrap(struct str s, size_t from, int cols, struct glyph_mode mode)
{
    size_t to = glyph_fit(s, from, cols, mode, NULL);

    if (to == from)
        return from < s.n ? glyph_next(s, from) : from;
    while (to < s.n && s.s[to] == ' ')
        to++;
    return to < s.n ? good_end(s, from, to, mode) : to;
}
