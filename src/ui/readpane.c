#include <config.h>

#include "ui/readpane.h"

#include <stdint.h>

#include "ui/state.h"
#include "ui/textrow.h"

enum { MARGIN = 1, MARGIN_FROM_COLS = 24 };

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
    readpane_forget(p);
    if (p->open)
        article_free(&p->article);
    spans_free(&p->marks);
    p->open = false;
    p->place = p->top = 0;
}

static struct readpane *text_of(struct pane *p)
{
    return (struct readpane *)p;
}

static const struct readpane *const_text_of(const struct pane *p)
{
    return (const struct readpane *)p;
}

/* How many rows there are, or with columns how many pages. */
static size_t lines(const struct readpane *p)
{
    if (p->pages)
        return pages_count(p->pages);
    return p->layout ? layout_count(p->layout) : 0;
}

/* How many of them are shown at once. */
static size_t lines_shown(const struct readpane *p)
{
    return p->pages ? 1 : (size_t)p->pane.rect.rows;
}

/* The line behind the last one shown. */
static size_t bottom(const struct readpane *p)
{
    size_t end = p->top + lines_shown(p);

    return end < lines(p) ? end : lines(p);
}

bool readpane_at_end(const struct readpane *p)
{
    return bottom(p) == lines(p);
}

static size_t line_of_row(const struct readpane *p, size_t row)
{
    return p->pages ? pages_of_row(p->pages, row) : row;
}

static size_t first_row(const struct readpane *p, size_t line)
{
    return p->pages ? pages_column(p->pages, line, 0).from : line;
}

/* The line that the place stands in. */
static size_t line_of_place(const struct readpane *p)
{
    return p->place > 0 ? line_of_row(p, layout_row_at(p->layout, p->place)) : 0;
}

/* Shows a line at the top, or as far up as the end of the text lets it come. */
static void show_line(struct readpane *p, size_t line)
{
    size_t n = lines(p), shown = lines_shown(p);
    size_t last = n > shown ? n - shown : 0;

    p->top = line < last ? line : last;
    p->held = line > last;
}

/* The reader goes to that line: the place is what is at the top then. */
static void to_line(struct readpane *p, size_t line)
{
    if (lines(p) == 0)
        return;
    show_line(p, line);
    p->held = false;
    if (line_of_place(p) != p->top)
        p->place = p->top > 0 ? layout_row(p->layout, first_row(p, p->top))->from : 0;
}

static struct page_shape shape_for(const struct readpane *p, const struct rect *r, int columns)
{
    int cols = r->cols >= MARGIN_FROM_COLS ? r->cols - 2 * MARGIN : r->cols;
    struct page_shape shape = page_shape_fit(cols - p->base->hang, columns, p->base->cols);

    shape.rows = r->rows;
    return shape;
}

int readpane_more_columns(const struct readpane *p)
{
    int more = p->shape.columns + 1;

    return shape_for(p, &p->pane.rect, more).columns == more ? more : 1;
}

static bool is_same_shape(const struct page_shape *a, const struct page_shape *b)
{
    return a->columns == b->columns && a->cols == b->cols &&
           (a->columns == 1 || a->rows == b->rows);
}

/* Lays the article out anew for r, keeping the place; cheap when nothing has changed. */
static void arrange(struct pane *pane, const struct rect *r)
{
    struct readpane *p = text_of(pane);
    struct page_shape shape;

    pane->rect = *r;
    if (!p->open || r->rows == 0 || r->cols == 0)
        return;
    shape = shape_for(p, r, p->base->columns);
    if (!p->layout || !is_same_shape(&p->shape, &shape) ||
        !glyph_mode_is(p->opts.mode, p->base->mode)) {
        readpane_forget(p);
        p->shape = shape;
        p->opts = *p->base;
        p->opts.cols = shape.cols;
        p->layout = layout_new(&p->article, &p->opts);
        if (shape.columns > 1 && layout_count(p->layout) > 0)
            p->pages = pages_new(p->layout, &shape);
        p->held = true;
    }
    show_line(p, p->held ? line_of_place(p) : p->top);
}

void readpane_forget(struct readpane *p)
{
    pages_free(p->pages);
    layout_free(p->layout);
    p->pages = NULL;
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

void readpane_show(struct readpane *p, size_t off)
{
    size_t line, third = lines_shown(p) / 3;

    if (!p->layout) {
        p->place = off;
        return;
    }
    line = line_of_row(p, layout_row_at(p->layout, off));
    if (line < p->top || line >= bottom(p))
        to_line(p, line > third ? line - third : 0);
}

void readpane_return(struct readpane *p, size_t place)
{
    p->place = place;
    if (p->layout)
        show_line(p, line_of_place(p));
}

size_t readpane_end(const struct readpane *p)
{
    if (!p->layout || readpane_at_end(p))
        return SIZE_MAX;
    return layout_row(p->layout, first_row(p, bottom(p)))->from;
}

size_t readpane_hit(const struct readpane *p, size_t from, bool forward)
{
    size_t hit = SIZE_MAX;

    for (size_t i = 0; i < p->marks.n && (!forward || hit == SIZE_MAX); i++) {
        const struct span *s = &p->marks.v[i];

        if (s->style == STYLE_HIT && (forward ? s->from >= from : s->from < from))
            hit = s->from;
    }
    return hit;
}

size_t readpane_hits(const struct readpane *p, size_t hit, size_t *at)
{
    size_t n = 0;

    *at = 0;
    for (size_t i = 0; i < p->marks.n; i++) {
        if (p->marks.v[i].style != STYLE_HIT)
            continue;
        n++;
        if (p->marks.v[i].from == hit)
            *at = n;
    }
    return n;
}

/* What is marked from byte `from` on, a hit before a keyword; empty when there is nothing. */
static struct span mark_at(const struct readpane *p, size_t from)
{
    struct span found = {from, from, 0};

    for (size_t i = 0; i < p->marks.n && found.style != STYLE_HIT; i++)
        if (p->marks.v[i].from == from)
            found = p->marks.v[i];
    return found;
}

/* Rows [from, to) below one another, from column `col` of the pane on. */
static void draw_rows(const struct readpane *p, const struct app *app, size_t from, size_t to,
                      int col)
{
    const struct rect *r = &p->pane.rect;
    struct textrow_look look = {p->layout, strbuf_str(&p->article.text), &p->marks,
                                mark_at(p, app->hit)};

    for (int k = 0; from + (size_t)k < to; k++)
        textrow_draw(&look, layout_row(p->layout, from + (size_t)k), app->screen, r->row + k,
                     r->col + col, r->cols - col);
}

int readpane_left(const struct readpane *p)
{
    const struct rect *r = &p->pane.rect;
    const struct page_shape *shape = &p->shape;

    return r->col +
           (r->cols - shape->columns * (shape->cols + shape->gutter) + shape->gutter -
            p->base->hang) / 2;
}

static void draw(const struct pane *pane, const struct app *app, bool focused)
{
    const struct readpane *p = const_text_of(pane);
    const struct page_shape *shape = &p->shape;
    int step = shape->cols + shape->gutter, left = readpane_left(p) - pane->rect.col;

    (void)focused;
    if (!p->pages) {
        draw_rows(p, app, p->top, bottom(p), left);
        return;
    }
    for (int k = 0; k < shape->columns; k++) {
        struct page_column c = pages_column(p->pages, p->top, k);

        draw_rows(p, app, c.from, c.to, left + k * step);
    }
}

static size_t count(const struct pane *p)
{
    return lines(const_text_of(p));
}

static size_t at(const struct pane *p)
{
    return const_text_of(p)->top;
}

static size_t shown(const struct pane *p)
{
    return lines_shown(const_text_of(p));
}

static void go(struct pane *p, size_t line)
{
    to_line(text_of(p), line);
}

/* Whether a block begins in that row. */
static bool begins(const struct readpane *p, size_t row)
{
    const struct row *r = layout_row(p->layout, row);

    return !r->blank && (row == 0 || layout_row(p->layout, row - 1)->blank ||
                         layout_row(p->layout, row - 1)->block != r->block);
}

/* With columns, pages: the eye finds the paragraphs. */
static bool to_paragraph(struct readpane *p, struct command c)
{
    size_t row = p->top, rows = lines(p);

    if (p->pages)
        return pane_move(&p->pane, (struct command){.action = c.action == ACTION_NEXT_PARAGRAPH
                                                                  ? ACTION_DOWN
                                                                  : ACTION_UP,
                                                    .count = c.count});
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
    to_line(p, row);
    return true;
}

/* A page down at an article's end goes on with the next one; a number with g or G is that of an
 * article, as in the list. */
static bool act(struct pane *pane, struct app *app, struct command c)
{
    struct readpane *p = text_of(pane);

    if (c.action == ACTION_PAGE_DOWN && readpane_at_end(p))
        state_step(app, 1);
    else if ((c.action == ACTION_TOP || c.action == ACTION_BOTTOM) && c.count > 0)
        state_go(app, c.count - 1, 0);
    else if (c.action == ACTION_NEXT_PARAGRAPH || c.action == ACTION_PREVIOUS_PARAGRAPH)
        return to_paragraph(p, c);
    else
        return false;
    return true;
}

void readpane_init(struct readpane *p, const struct layout_opts *o)
{
    static const struct pane_class class = {
        .count = count,
        .at = at,
        .shown = shown,
        .go = go,
        .arrange = arrange,
        .act = act,
        .draw = draw,
    };

    *p = (struct readpane){.pane.class = &class, .base = o};
}
