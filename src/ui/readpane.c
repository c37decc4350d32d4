#include <config.h>

#include "ui/readpane.h"

enum { MEASURE_MAX = 76, MARGIN = 1, MARGIN_FROM_COLS = 24 };

void readpane_open(struct readpane *p, struct article *article, const struct marks *marks)
{
    readpane_close(p);
    p->article = *article;
    article_init(article);
    p->open = true;
    readpane_mark(p, marks);
}

void readpane_close(struct readpane *p)
{
    layout_free(p->layout);
    p->layout = NULL;
    if (p->open)
        article_free(&p->article);
    spans_free(&p->marks);
    p->open = false;
    p->place = p->top = 0;
}

/* An even measure: a line of ideographs fills it. */
static int measure_of(const struct rect *r)
{
    int cols = r->cols >= MARGIN_FROM_COLS ? r->cols - 2 * MARGIN : r->cols;

    if (cols > MEASURE_MAX)
        cols = MEASURE_MAX;
    return cols > 2 ? cols & ~1 : cols;
}

void readpane_arrange(struct readpane *p, const struct rect *r, const struct layout_opts *o)
{
    struct layout_opts opts = *o;

    p->rect = *r;
    if (!p->open || r->rows == 0 || r->cols == 0)
        return;
    opts.cols = measure_of(r);
    if (!p->layout || p->opts.cols != opts.cols) {
        layout_free(p->layout);
        p->layout = layout_new(&p->article, &opts);
        p->opts = opts;
        p->top = p->place > 0 ? layout_row_at(p->layout, p->place) : 0;
    }
    readpane_to(p, p->top);
}

void readpane_mark(struct readpane *p, const struct marks *marks)
{
    struct str text = strbuf_str(&p->article.text);

    spans_clear(&p->marks);
    for (size_t i = 0; p->open && i < p->article.n_blocks; i++) {
        const struct block *b = &p->article.blocks[i];

        marks_find(marks, str_sub(text, b->from, b->to), b->from, &p->marks);
    }
}

size_t readpane_rows(const struct readpane *p)
{
    return p->layout ? layout_count(p->layout) : 0;
}

size_t readpane_bottom(const struct readpane *p)
{
    size_t end = p->top + (size_t)p->rect.rows;

    return end < readpane_rows(p) ? end : readpane_rows(p);
}

void readpane_to(struct readpane *p, size_t row)
{
    size_t rows = readpane_rows(p), shown = (size_t)p->rect.rows;
    size_t last = rows > shown ? rows - shown : 0;

    if (rows == 0)
        return;
    p->top = row < last ? row : last;
    if (layout_row_at(p->layout, p->place) != p->top)
        p->place = p->top > 0 ? layout_row(p->layout, p->top)->from : 0;
}

bool readpane_scroll(struct readpane *p, long d)
{
    size_t before = p->top;

    if (d < 0 && (size_t)-d > p->top)
        readpane_to(p, 0);
    else
        readpane_to(p, p->top + (size_t)d);
    return p->top != before;
}

void readpane_show(struct readpane *p, size_t off)
{
    size_t row;

    if (!p->layout) {
        p->place = off;
        return;
    }
    row = layout_row_at(p->layout, off);
    if (row < p->top || row >= readpane_bottom(p))
        readpane_to(p, row > (size_t)p->rect.rows / 3 ? row - (size_t)p->rect.rows / 3 : 0);
}

static enum style block_style(enum block_kind kind)
{
    switch (kind) {
    case BLOCK_KICKER:
        return STYLE_KICKER;
    case BLOCK_HEADLINE:
        return STYLE_HEADLINE;
    case BLOCK_BYLINE:
        return STYLE_BYLINE;
    case BLOCK_SUBHEAD:
        return STYLE_SUBHEAD;
    case BLOCK_CAPTION:
    case BLOCK_JUMP:
        return STYLE_CAPTION;
    case BLOCK_PARAGRAPH:
    case BLOCK_VERBATIM:
        break;
    }
    return STYLE_TEXT;
}

/* Bytes [from, to) of the row as they are shown: with the columns that the layout inserts and
 * without the spaces that it drops. *gap is the next of the row's gaps. */
static void shown_text(const struct readpane *p, const struct row *row, size_t from, size_t to,
                       size_t *gap, struct strbuf *out)
{
    const size_t *gaps = layout_gaps(p->layout, row);

    strbuf_clear(out);
    for (size_t off = from; off < to; off++) {
        char c = p->article.text.s[off];

        if (*gap < row->n_gaps && gaps[*gap] == off) {
            strbuf_add_char(out, ' ');
            ++*gap;
        }
        if (!layout_drops(p->layout, off))
            strbuf_add_char(out, c == '\t' ? ' ' : c);
    }
}

/* The hit that begins at byte `from`; empty when there is none. */
static struct span hit_at(const struct readpane *p, size_t from)
{
    for (size_t i = 0; i < p->marks.n; i++)
        if (p->marks.v[i].style == STYLE_HIT && p->marks.v[i].from == from)
            return p->marks.v[i];
    return (struct span){from, from, 0};
}

static enum style piece_style(const struct span *piece, enum style text, const struct span *now)
{
    if (piece->style == 0)
        return text;
    if (piece->from >= now->from && piece->to <= now->to)
        return STYLE_HIT_NOW;
    return (enum style)piece->style;
}

static void draw_row(const struct readpane *p, struct screen *s, int at, const struct row *row,
                     const struct span *now)
{
    enum style style = block_style(p->article.blocks[row->block].kind);
    struct spans pieces = {0};
    struct strbuf text = {0};
    int end = p->rect.col + p->rect.cols;
    int col = p->rect.col + (p->rect.cols - p->opts.cols) / 2 + row->indent;
    size_t gap = 0;

    spans_cut(&p->marks, row->from, row->to, &pieces);
    for (size_t i = 0; i < pieces.n; i++) {
        const struct span *piece = &pieces.v[i];

        shown_text(p, row, piece->from, piece->to, &gap, &text);
        col += screen_put(s, at, col, end - col, strbuf_str(&text), piece_style(piece, style, now));
    }
    spans_free(&pieces);
    strbuf_free(&text);
}

void readpane_draw(const struct readpane *p, struct screen *s, size_t now)
{
    struct span hit = hit_at(p, now);

    for (int k = 0; k < p->rect.rows && p->top + (size_t)k < readpane_rows(p); k++) {
        const struct row *row = layout_row(p->layout, p->top + (size_t)k);

        if (!row->blank)
            draw_row(p, s, p->rect.row + k, row, &hit);
    }
}
