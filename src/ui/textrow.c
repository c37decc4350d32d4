#include <config.h>

#include "ui/textrow.h"

#include "term/theme.h"

/* Bytes [from, to) of the row as they are shown: with the columns that the layout inserts and
 * without the spaces that it drops. *gap is the next of the row's gaps. */
static void shown_text(const struct textrow_look *look, const struct row *row,
                       const struct span *piece, size_t *gap, struct strbuf *out)
{
    const size_t *gaps = layout_gaps(look->layout, row);

    strbuf_clear(out);
    for (size_t off = piece->from; off < piece->to; off++) {
        char c = look->text.s[off];

        if (*gap < row->n_gaps && gaps[*gap] == off) {
            strbuf_add_char(out, ' ');
            ++*gap;
        }
        if (!layout_drops(look->layout, off))
            strbuf_add_char(out, (char)(c == '\t' ? ' ' : c));
    }
}

static enum style piece_style(const struct span *piece, enum style text, const struct span *now)
{
    if (piece->style == 0)
        return text;
    if (piece->from >= now->from && piece->to <= now->to)
        return STYLE_HIT_NOW;
    return (enum style)piece->style;
}

void textrow_draw(const struct textrow_look *look, const struct row *r, struct screen *s, int row,
                  int col, int cols)
{
    enum style style = theme_block(layout_block(look->layout, r)->kind);
    struct spans pieces = {0};
    struct strbuf text = {0};
    int used = r->indent;
    size_t gap = 0;

    if (r->blank)
        return;
    if (r->bars > 0) {
        layout_render_indent(r, &text);
        screen_put(s, row, col, cols, strbuf_str(&text), style);
    }
    spans_cut(look->marks, r->from, r->to, &pieces);
    for (size_t i = 0; i < pieces.n; i++) {
        const struct span *piece = &pieces.v[i];

        shown_text(look, r, piece, &gap, &text);
        used += screen_put(s, row, col + used, cols - used, strbuf_str(&text),
                           piece_style(piece, style, &look->now));
    }
    spans_free(&pieces);
    strbuf_free(&text);
}
