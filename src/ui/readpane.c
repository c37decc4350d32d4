#include <config.h>

#include "ui/readpane.h"

#include "ui/state.h"
#include "ui/theme.h"

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
static int measure_of(const struct rect *r, int most)
{
    int cols = r->cols >= MARGIN_FROM_COLS ? r->cols - 2 * MARGIN : r->cols;

    if (most == 0)
        most = MEASURE_MAX;
    if (cols > most)
        cols = most;
    return cols > 2 ? cols & ~1 : cols;
}

static struct readpane *text_of(struct pane *p)
{
    return (struct readpane *)p;
}

static const struct readpane *const_text_of(const struct pane *p)
{
    return (const struct readpane *)p;
}

/* Whether rows made with the one will do for the other: what changes while reading. */
static bool is_same(const struct layout_opts *a, const struct layout_opts *b)
{
    return a->cols == b->cols && glyph_mode_is(a->mode, b->mode);
}

/* Lays the article out anew for r, keeping the place; cheap when nothing has changed. */
static void arrange(struct pane *pane, const struct rect *r)
{
    struct readpane *p = text_of(pane);
    struct layout_opts opts = *p->base;

    pane->rect = *r;
    if (!p->open || r->rows == 0 || r->cols == 0)
        return;
    opts.cols = measure_of(r, p->base->cols);
    if (!p->layout || !is_same(&p->opts, &opts)) {
        layout_free(p->layout);
        p->layout = layout_new(&p->article, &opts);
        p->opts = opts;
        p->top = p->place > 0 ? layout_row_at(p->layout, p->place) : 0;
    }
    readpane_to(p, p->top);
}

void readpane_forget(struct readpane *p)
{
    layout_free(p->layout);
    p->layout = NULL;
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
    size_t end = p->top + (size_t)p->pane.rect.rows;

    return end < readpane_rows(p) ? end : readpane_rows(p);
}

void readpane_to(struct readpane *p, size_t row)
{
    size_t rows = readpane_rows(p), shown = (size_t)p->pane.rect.rows;
    size_t last = rows > shown ? rows - shown : 0;

    if (rows == 0)
        return;
    p->top = row < last ? row : last;
    if (layout_row_at(p->layout, p->place) != p->top)
        p->place = p->top > 0 ? layout_row(p->layout, p->top)->from : 0;
}

void readpane_show(struct readpane *p, size_t off)
{
    size_t row, third = (size_t)p->pane.rect.rows / 3;

    if (!p->layout) {
        p->place = off;
        return;
    }
    row = layout_row_at(p->layout, off);
    if (row < p->top || row >= readpane_bottom(p))
        readpane_to(p, row > third ? row - third : 0);
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
    enum style style = theme_block(p->article.blocks[row->block].kind);
    struct spans pieces = {0};
    struct strbuf text = {0};
    int end = p->pane.rect.col + p->pane.rect.cols;
    int col = p->pane.rect.col + (p->pane.rect.cols - p->opts.cols) / 2 + row->indent;
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

static void draw(const struct pane *pane, const struct app *app, bool focused)
{
    const struct readpane *p = const_text_of(pane);
    struct span hit = hit_at(p, app->hit);

    (void)focused;
    for (int k = 0; k < pane->rect.rows && p->top + (size_t)k < readpane_rows(p); k++) {
        const struct row *row = layout_row(p->layout, p->top + (size_t)k);

        if (!row->blank)
            draw_row(p, app->screen, pane->rect.row + k, row, &hit);
    }
}

static size_t count(const struct pane *p)
{
    return readpane_rows(const_text_of(p));
}

static size_t at(const struct pane *p)
{
    return const_text_of(p)->top;
}

static void go(struct pane *p, size_t line)
{
    readpane_to(text_of(p), line);
}

/* Whether a block begins in that row. */
static bool begins(const struct readpane *p, size_t row)
{
    const struct row *r = layout_row(p->layout, row);

    return !r->blank && (row == 0 || layout_row(p->layout, row - 1)->blank ||
                         layout_row(p->layout, row - 1)->block != r->block);
}

static void to_paragraph(struct readpane *p, struct command c)
{
    size_t row = p->top, rows = readpane_rows(p);

    for (size_t times = c.count > 0 ? c.count : 1; times > 0 && rows > 0; times--) {
        if (c.action == ACTION_NEXT_PARAGRAPH) {
            do {
                row++;
            } while (row < rows && !begins(p, row));
            row = row < rows ? row : rows - 1;
        } else {
            while (row > 0 && !begins(p, --row))
                continue;
        }
    }
    readpane_to(p, row);
}

/* A page down at an article's end goes on with the next one; a number with g or G is that of an
 * article, as in the list. */
static bool act(struct pane *pane, struct app *app, struct command c)
{
    struct readpane *p = text_of(pane);

    if (c.action == ACTION_PAGE_DOWN && readpane_bottom(p) == readpane_rows(p))
        state_step(app, 1);
    else if ((c.action == ACTION_TOP || c.action == ACTION_BOTTOM) && c.count > 0)
        state_go(app, c.count - 1, 0);
    else if (c.action == ACTION_NEXT_PARAGRAPH || c.action == ACTION_PREVIOUS_PARAGRAPH)
        to_paragraph(p, c);
    else
        return false;
    return true;
}

void readpane_init(struct readpane *p, const struct layout_opts *o)
{
    static const struct pane_class class = {
        .count = count,
        .at = at,
        .go = go,
        .arrange = arrange,
        .act = act,
        .draw = draw,
    };

    *p = (struct readpane){.pane.class = &class, .base = o};
}
