#include <config.h>

#include "paper/columns.h"

#include "paper/byline.h"
#include "paper/gaps.h"
#include "paper/grid.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum {
    DEPTH = 24,      /* boxes in boxes */
    WINDOW = 256,    /* rows looked at for a gutter at a time */
    EARLY = 3,       /* cells by which a line is short that did not fill its column */
    INDENT = 6,      /* positions that a paragraph may begin behind its column's edge */
    WIDE_INDENT = 2  /* half ems of a position in East Asian text */
};

/* The walk over a page's boxes. */
struct reading {
    struct grid *g;
    columns_take *take;
    void *context;
    uint32_t blanks; /* empty rows since the last line */
};

/* A row's words inside a box as one line. */
struct part {
    size_t from, to;
    uint32_t col, end;
    uint32_t last; /* position behind its last gap */
    unsigned cells;
    bool wide;
};

static bool get_part(const struct grid *g, size_t row, const struct gridbox *box, struct part *out)
{
    size_t first, n = grid_words(g, row, box, &first);
    const struct gridword *w = g->words + first;

    if (n == 0)
        return false;
    *out = (struct part){w->from, w[n - 1].to, w->col, w[n - 1].end, w->col,
                         grid_cells(w, n), w->wide};
    for (size_t k = 1; k < n; k++)
        if (w[k].col > w[k - 1].end + 1)
            out->last = w[k].col;
    return true;
}

static bool ends_sentence(const struct grid *g, const struct part *p)
{
    struct str s = str_sub(g->text, p->from, p->to);

    while (s.n > 0) {
        size_t last = utf8_prev(s, s.n);
        uint32_t cp = utf8_at(s, last);
        enum charclass c = charclass_of(cp);

        if (c != CC_CLOSE && c != CC_CQUOTE && c != CC_ACLOSE && c != CC_AQUOTE)
            return (c == CC_STOP && cp != 0x3001 && cp != 0xFF0C) || c == CC_ELLIPSIS ||
                   cp == '.' || cp == '!' || cp == '?';
        s.n = last;
    }
    return false;
}

/* The left edge of most lines is the least one, since paragraphs are indented and not outdented. */
static uint32_t left_edge(const struct grid *g, const struct gridbox *box)
{
    uint32_t edge = UINT32_MAX;
    struct part p;

    for (size_t row = box->top; row < box->bottom; row++)
        if (get_part(g, row, box, &p) && p.col < edge)
            edge = p.col;
    return edge;
}

/* Gives the lines of a box that has no columns. Rows that are empty only because the columns beside
 * do not stand on the same lines part nothing: where they are the rule they do not count. */
static void give_lines(struct reading *r, const struct gridbox *box)
{
    uint32_t edge = left_edge(r->g, box), blanks = 0, given = 0, holes = 0;
    struct part p;

    for (size_t row = box->top; row < box->bottom; row++) {
        bool any = get_part(r->g, row, box, &p);

        given += any;
        holes += !any && row > box->top && get_part(r->g, row - 1, box, &p);
    }
    for (size_t row = box->top; row < box->bottom; row++) {
        struct span s;
        uint32_t indent;

        if (!get_part(r->g, row, box, &p)) {
            blanks++;
            continue;
        }
        indent = (p.col - edge) * (p.wide ? WIDE_INDENT : 1);
        s = (struct span){p.from, p.to, r->blanks + blanks, 0};
        s.indent = (uint16_t)(indent < UINT16_MAX ? indent : UINT16_MAX);
        if (holes * 2 > given && s.blanks > 0)
            s.blanks--;
        r->take(r->context, &s);
        r->blanks = blanks = 0;
    }
    r->blanks = blanks;
}

/* How the rows of a box stand to a gutter. */
struct sides {
    const struct grid *g;
    const struct gutter *gutter;
    struct gridbox both, left, right;
    unsigned full; /* cells of a full line of the first column */
};

/* The widest line of the first column on the left of a gutter. */
static unsigned first_column(const struct grid *g, struct gridbox box)
{
    struct gutter inner;
    struct part p;
    unsigned full = 0;

    while (grid_find_gutter(g, &box, true, &inner)) {
        box.right = inner.col;
        box.top = inner.top;
        box.bottom = inner.bottom;
    }
    for (size_t row = box.top; row < box.bottom; row++) {
        if (get_part(g, row, &box, &p) && p.cells > full)
            full = p.cells;
    }
    return full;
}

/* A row with text on the left alone that does not fill its column and ends neither a sentence nor
 * a part of one: a line of a heading, since a paragraph's last line ends one. */
static bool is_heading(const struct sides *s, size_t row)
{
    struct part p, right;

    return get_part(s->g, row, &s->left, &p) && !get_part(s->g, row, &s->right, &right) &&
           !grid_is_tight(s->g, row, &s->both, s->gutter) &&
           p.last == p.col && p.col <= s->gutter->edge + INDENT &&
           (p.cells + EARLY <= s->full || p.cells >= s->full + EARLY) &&
           charclass_of(utf8_before(s->g->text, p.to)) != CC_STOP && !ends_sentence(s->g, &p);
}

static bool has_right(const struct sides *s, size_t row)
{
    struct part p;

    return get_part(s->g, row, &s->right, &p) || grid_is_tight(s->g, row, &s->both, s->gutter);
}

/* The first row of the heading whose last row is `row`. A byline does not stand alone. */
static size_t heading_begin(const struct sides *s, size_t top, size_t row)
{
    struct part p;

    while (row > top && (is_heading(s, row - 1) || !(get_part(s->g, row - 1, &s->left, &p) ||
                                                     has_right(s, row - 1))))
        row--;
    while (!is_heading(s, row))
        row++;
    if (row > top && get_part(s->g, row, &s->left, &p) && !has_right(s, row - 1) &&
        byline_match(str_sub(s->g->text, p.from, p.to), false) == BYLINE_STRONG)
        row--;
    return row;
}

/* Where rows [top, bottom) with columns end and a heading over the next ones begins: a heading on
 * the left, nothing beside it, and the text of the last column has come to its end. */
static size_t band_end(const struct sides *s, size_t top, size_t bottom)
{
    struct part p;
    uint32_t last = 0;  /* where the last column is */
    bool ended = false; /* its text ends a sentence */

    for (size_t row = top; row < bottom; row++) {
        if (get_part(s->g, row, &s->right, &p)) {
            ended = p.last + INDENT >= last ? ends_sentence(s->g, &p) : ended;
            last = p.last > last ? p.last : last;
            continue;
        }
        if (ended && is_heading(s, row) && (row + 1 == bottom || !is_heading(s, row + 1)))
            return heading_begin(s, top, row);
    }
    return bottom;
}

static void read_box(struct reading *r, const struct gridbox *box, int depth);

/* The rows of a gutter up to the next heading across it, column by column. Returns where they end.
 */
static size_t read_band(struct reading *r, const struct gridbox *box, struct gutter *gutter,
                        int depth)
{
    struct sides s = {r->g, gutter, *box, *box, *box, 0};
    struct gridbox band = *box;
    size_t bottom;

    grid_follow(r->g, box, gutter);
    s.left.top = s.right.top = gutter->top;
    s.left.bottom = s.right.bottom = gutter->bottom;
    s.left.right = s.right.left = gutter->col;
    s.full = first_column(r->g, s.left);
    bottom = band_end(&s, gutter->top, gutter->bottom);
    s.left.bottom = s.right.bottom = band.bottom = bottom;
    band.top = gutter->top;
    grid_settle(r->g, &band, gutter);
    read_box(r, &s.left, depth + 1);
    r->blanks = 0;
    read_box(r, &s.right, depth + 1);
    return bottom;
}

/* Band by band: the rows above a gutter, and the rows that have it. */
static void read_box(struct reading *r, const struct gridbox *box, int depth)
{
    struct gridbox rest = *box;

    while (rest.top < box->bottom) {
        struct gridbox part = rest;
        struct gutter gutter;

        if (rest.top + WINDOW < rest.bottom)
            part.bottom = rest.top + WINDOW;
        if (depth >= DEPTH || !grid_find_gutter(r->g, &part, true, &gutter)) {
            give_lines(r, &part);
            rest.top = part.bottom;
            continue;
        }
        part.bottom = gutter.top;
        read_box(r, &part, depth + 1);
        rest.top = read_band(r, &rest, &gutter, depth);
    }
}

bool columns_read(struct str text, columns_take *take, void *context)
{
    struct grid g;
    struct gutter gutter;
    struct gridbox all = {.right = UINT32_MAX};
    struct reading r = {.g = &g, .take = take, .context = context};
    bool found;

    if (!gaps_are_likely(text))
        return false;
    grid_read(text, &g);
    all.bottom = g.n_rows;
    found = grid_find_gutter(&g, &all, false, &gutter);
    if (found)
        read_box(&r, &all, 0);
    grid_free(&g);
    return found;
}
