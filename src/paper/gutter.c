#include <config.h>

#include "paper/gutter.h"

#include "paper/byline.h"
#include "paper/crossing.h"
#include "paper/pageform.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum {
    ENOUGH = 4,       /* rows with an open gap that make a gutter ... */
    ENOUGH_SURE = 2,  /* ... and rows with any, on a page that is known to have columns */
    ENOUGH_TIGHT = 3, /* rows that make a gutter without an open gap */
    LEAST_TIGHT = 16, /* cells of the column before such a gutter */
    LEAST_PROSE = 18, /* cells of text that is no verse */
    LEAST_TWIN = 20,  /* cells of columns that are alike ... */
    TWIN_SLACK = 6,   /* ... and by how many their lines differ, the lost indent counted in */
    ENOUGH_TWIN = 3,  /* rows that make a gutter where one is a twin */
    ENOUGH_APART = 3, /* rows below a blank one that show it no more */
    HEADING_ROWS = 4, /* of headings above columns */
    CANDIDATES = 32   /* gutters followed at a time */
};

/* Lines of plain extraction that belong to columns, though few: two that are parted at the same
 * place, or one among lines that end there. */
static bool is_twin_gutter(const struct gutter *c)
{
    return c->twin > 0 && (c->tight >= ENOUGH_SURE || c->tight + c->alone >= ENOUGH_TWIN);
}

static bool is_strong(const struct gutter *c, bool sure)
{
    if (is_twin_gutter(c))
        return true;
    if (c->tight >= ENOUGH_TIGHT || (sure && c->tight >= ENOUGH_SURE))
        return true;
    return sure ? c->both >= ENOUGH_SURE && c->open > 0
                : c->open + c->prose >= ENOUGH && c->open * 2 >= c->both;
}

static unsigned weight(const struct gutter *c)
{
    return c->both + c->open;
}

static bool is_ideograph(uint32_t cp)
{
    enum charclass c = charclass_of(cp);

    return c == CC_HAN || c == CC_KANA;
}

/* A single space between ideographs before word k: behind a mark it may be a stray one. */
static bool parts_ideographs(const struct grid *g, const struct gridword *w, size_t k)
{
    return grid_gap(w, k) == 1 && is_ideograph(utf8_at(g->text, w[k].from)) &&
           is_ideograph(utf8_before(g->text, w[k - 1].to));
}

/* The gutters that are being followed. */
struct chase {
    const struct grid *g;
    const struct gridbox *box;
    struct gutter v[CANDIDATES];
    size_t n;
    struct gutter best;
    uint32_t edge; /* left edge of the box's text */
    bool sure;
};

static enum crossing cross_row(const struct chase *c, size_t row, const struct gutter *gutter)
{
    size_t first, k, n = grid_words(c->g, row, c->box, &first);

    return crossing_find(c->g->words + first, n, gutter, &k);
}

static struct str text_of(const struct chase *c, const struct gridword *w, size_t n)
{
    return str_sub(c->g->text, w[0].from, w[n - 1].to);
}

static bool is_furniture(const struct chase *c, const struct gridword *w, size_t n)
{
    return pageform_match(text_of(c, w, n), true) != PAGEFORM_NONE;
}

/* A byline over all columns: its names stand apart by single spaces, too. */
static bool is_signature(const struct chase *c, const struct gridword *w, size_t n,
                         enum crossing how)
{
    return n > 0 && (how == TIGHT || how == SUPPORTS) &&
           byline_match(text_of(c, w, n), false) == BYLINE_STRONG;
}

/* A row whose text on the right stands in columns further on, or under whose heading on the right
 * nothing stands on the left. */
static bool is_parted(const struct chase *c, size_t row, const struct gutter *gutter)
{
    size_t first, k, n = grid_words(c->g, row, c->box, &first);
    const struct gridword *w = c->g->words + first;

    return crossing_find(w, n, gutter, &k) == PASSES && k < n && w[k].col >= gutter->col &&
           (k == 0 || grid_gap(w, k) >= 2) && !is_furniture(c, w, n);
}

/* Rows above that have text on the right, or on both sides, belong to the gutter too. */
static void extend_up(const struct chase *c, struct gutter *gutter)
{
    while (gutter->top > c->box->top) {
        size_t first, k, n = grid_words(c->g, gutter->top - 1, c->box, &first);
        enum crossing how = crossing_find(c->g->words + first, n, gutter, &k);

        if ((how < TIGHT && !is_parted(c, gutter->top - 1, gutter)) ||
            is_signature(c, c->g->words + first, n, how))
            return;
        gutter->top--;
        gutter->both += how >= TIGHT;
        gutter->open += how == INDENTED || how == SUPPORTS_OPEN;
        gutter->tight += how == TIGHT && gutter->tight > 0;
    }
}

/* A row with text that begins where the right side of the gutter does, or nearly so: headings are
 * set in another size. */
static bool has_heading_beside(const struct chase *c, size_t row, const struct gutter *gutter)
{
    size_t first, n = grid_words(c->g, row, c->box, &first);
    const struct gridword *w = c->g->words + first;
    size_t k = crossing_first(w, n, gutter->col - 1);

    return k < n && w[k].col + 1 >= gutter->col && w[k].col <= gutter->col + GUTTER_INDENT &&
           (k == 0 || grid_gap(w, k) >= 2) && !is_furniture(c, w, n);
}

/* The first row of the headings above a gutter, of which some stand on the left alone: they begin
 * below a blank row. Above that one, or one that the text beside the box left empty, only a heading
 * on the right alone can be theirs. */
static size_t headings_top(const struct chase *c, const struct gutter *gutter)
{
    size_t top = gutter->top, row = top;
    bool blank = false;

    while (row > c->box->top && row + HEADING_ROWS > gutter->top) {
        size_t first, n = grid_words(c->g, --row, c->box, &first);
        bool beside = n > 0 && (has_heading_beside(c, row, gutter) || is_parted(c, row, gutter));

        if (n > 0 && blank && (!beside || c->g->words[first].col + 1 < gutter->col))
            return top;
        blank |= n == 0;
        if (beside)
            top = row;
        else if (n > 0 && cross_row(c, row, gutter) == CROSSES)
            return gutter->top;
    }
    return blank || row == c->box->top ? top : gutter->top;
}

/* The page's head and a byline above columns are none of their rows. */
static void drop_head(const struct chase *c, struct gutter *gutter)
{
    for (; gutter->top < gutter->bottom; gutter->top++) {
        size_t first, k, n = grid_words(c->g, gutter->top, c->box, &first);
        const struct gridword *w = c->g->words + first;
        enum crossing how = crossing_find(w, n, gutter, &k);

        if (n == 0 || !(is_furniture(c, w, n) || is_signature(c, w, n, how)))
            return;
        gutter->both -= how >= TIGHT;
        gutter->open -= how == INDENTED || how == SUPPORTS_OPEN;
        gutter->tight -= how >= TIGHT && parts_ideographs(c->g, w, k);
    }
}

/* The last gutters of equal weight are the best: what ends in the last column has ended. */
static void close_gutter(struct chase *c, size_t i)
{
    struct gutter *gutter = &c->v[i];

    drop_head(c, gutter);
    extend_up(c, gutter);
    gutter->top = headings_top(c, gutter);
    if (is_strong(gutter, c->sure) &&
        (weight(gutter) > weight(&c->best) ||
         (weight(gutter) == weight(&c->best) && gutter->col > c->best.col)))
        c->best = *gutter;
    c->v[i] = c->v[--c->n];
}

/* Cells of the first k words of a row, from the edge of their column on. */
static unsigned cells_before(const struct chase *c, const struct gridword *w, size_t k)
{
    return grid_cells(w, k) + crossing_indent(w, c->edge) * (w[0].wide ? 2 : 1);
}

/* The same behind what may fill a column. */
static bool may_be_tight(const struct chase *c, const struct gridword *w, size_t k)
{
    return parts_ideographs(c->g, w, k) && cells_before(c, w, k) >= LEAST_TIGHT;
}

/* An open gap before word k, behind ideographs that may fill a column: neither a table nor a verse
 * in two parts has so many before it. */
static bool parts_prose(const struct chase *c, const struct gridword *w, size_t k)
{
    return grid_gap(w, k) >= 2 && is_ideograph(utf8_before(c->g->text, w[k - 1].to)) &&
           charclass_is_cjk(charclass_of(utf8_at(c->g->text, w[k].from))) &&
           cells_before(c, w, k) >= LEAST_PROSE;
}

static bool is_alike(unsigned a, unsigned b)
{
    return (a > b ? a - b : b - a) <= TWIN_SLACK;
}

/* Cells of the text behind a single space before word k, up to some space, when it is as long as
 * the text before it: two lines of columns that are alike. 0 for none. */
static unsigned twin_cells(const struct chase *c, const struct gridword *w, size_t n, size_t k)
{
    unsigned left = cells_before(c, w, k);
    size_t lo = k, hi = n; /* the first word with which it is not too short */

    if (left < LEAST_TWIN || !parts_ideographs(c->g, w, k))
        return 0;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (grid_cells(w + k, mid + 1 - k) + TWIN_SLACK < left)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < n && is_alike(left, grid_cells(w + k, lo + 1 - k))
               ? grid_cells(w + k, lo + 1 - k)
               : 0;
}

/* A gap of two spaces and more before word k begins a candidate; the least proven one makes room
 * for it. */
static void add_candidate(struct chase *c, const struct gridword *w, size_t n, size_t k,
                          size_t row)
{
    size_t least = 0;
    unsigned left, right;

    for (size_t i = 0; i < c->n; i++) {
        if (c->v[i].col == w[k].col)
            return;
        if (weight(&c->v[i]) < weight(&c->v[least]))
            least = i;
    }
    if (c->n == CANDIDATES)
        close_gutter(c, least);
    left = cells_before(c, w, k);
    right = twin_cells(c, w, n, k);
    c->v[c->n++] = (struct gutter){.col = w[k].col,
                                   .edge = c->edge,
                                   .top = row,
                                   .bottom = row + 1,
                                   .both = 1,
                                   .open = grid_gap(w, k) >= 2,
                                   .tight = grid_gap(w, k) == 1,
                                   .prose = parts_prose(c, w, k),
                                   .twin = right > 0,
                                   .full = left > right ? left : right};
}

/* Rows with one space speak for a gutter only as long as one follows the other. */
static bool is_tight_alone(const struct gutter *gutter)
{
    return gutter->tight == 1 && gutter->open == 0;
}

/* A row with nothing on the right: the rule above ends there, but for blank rows and full lines of
 * a column that has a twin. */
static bool ends_tight(const struct chase *c, const struct gridword *w, size_t n,
                       struct gutter *gutter)
{
    if (!is_tight_alone(gutter))
        return false;
    if (gutter->twin == 0)
        return true;
    if (n > 0 && !is_alike(cells_before(c, w, n), gutter->full))
        return gutter->alone == 0;
    gutter->alone += n > 0;
    return false;
}

/* A single space between two columns: behind a mark only where they are alike. */
static bool parts_columns(const struct grid *g, const struct gridword *w, size_t k,
                          const struct gutter *gutter)
{
    return parts_ideographs(g, w, k) || (gutter->twin > 0 && grid_gap(w, k) == 1);
}

static void follow_row(struct chase *c, const struct gridword *w, size_t n, size_t row)
{
    for (size_t i = 0; i < c->n;) {
        struct gutter *gutter = &c->v[i];
        size_t k;
        enum crossing how = crossing_find(w, n, gutter, &k);

        if (how == CROSSES || (how == PASSES && k == n && ends_tight(c, w, n, gutter))) {
            close_gutter(c, i);
            continue;
        }
        if (how >= INDENTED && cells_before(c, w, k) > gutter->full)
            gutter->full = cells_before(c, w, k);
        gutter->both += how >= TIGHT;
        gutter->open += how == SUPPORTS_OPEN || how == INDENTED;
        gutter->tight += how >= TIGHT && parts_columns(c->g, w, k, gutter);
        gutter->prose += how >= INDENTED && parts_prose(c, w, k);
        gutter->twin += how >= TIGHT && twin_cells(c, w, n, k) > 0;
        gutter->bottom = row + 1;
        i++;
    }
    for (size_t k = 1; k < n; k++)
        if (grid_gap(w, k) >= 2 || may_be_tight(c, w, k))
            add_candidate(c, w, n, k, row);
}

/* Paragraphs are indented and not outdented: a column begins where its first line does that begins
 * most to the left. */
static uint32_t left_edge(const struct grid *g, const struct gridbox *box)
{
    uint32_t edge = UINT32_MAX;

    for (size_t row = box->top; row < box->bottom; row++) {
        size_t first, n = grid_words(g, row, box, &first);

        if (n > 0 && g->words[first].col < edge)
            edge = g->words[first].col;
    }
    return edge;
}

bool gutter_find(const struct grid *g, const struct gridbox *box, bool sure, struct gutter *out)
{
    struct chase c = {.g = g, .box = box, .sure = sure, .edge = left_edge(g, box)};

    for (size_t row = box->top; row < box->bottom; row++) {
        size_t first, n = grid_words(g, row, box, &first);

        follow_row(&c, g->words + first, n, row);
    }
    while (c.n > 0)
        close_gutter(&c, c.n - 1);
    *out = c.best;
    out->found = true;
    return c.best.both > 0;
}

/* Moves n words so that the first begins at position col; wider gaps between them take it up. */
static void shift(struct gridword *w, size_t n, uint32_t col)
{
    int64_t by = (int64_t)col - w->col;

    for (size_t k = 0; k < n && by != 0; k++) {
        int64_t room = k + 1 < n ? (int64_t)w[k + 1].col - w[k].end - 1 : 0;

        w[k].col = (uint32_t)(w[k].col + by);
        w[k].end = (uint32_t)(w[k].end + by);
        if (by > 0)
            by -= room < by ? room : by;
        else if (room > 0)
            by = 0;
    }
}

size_t gutter_end(const struct grid *g, const struct gridbox *box, const struct gutter *gutter,
                  size_t bottom)
{
    size_t end = bottom; /* below the first blank row since the last row with both sides */
    unsigned rows = 0;   /* rows below that one */

    if (gutter->open > 0 || gutter->twin == 0)
        return bottom;
    for (size_t row = gutter->top; row < bottom && rows < ENOUGH_APART; row++) {
        size_t first, k, n = grid_words(g, row, box, &first);

        if (n == 0 && end == bottom)
            end = row + 1;
        else if (n > 0 && crossing_find(g->words + first, n, gutter, &k) >= TIGHT)
            end = bottom;
        rows = end == bottom ? 0 : rows + (n > 0);
    }
    return end;
}

static enum crossing cross_box(const struct grid *g, size_t row, const struct gridbox *box,
                               const struct gutter *gutter, struct gridword **right)
{
    size_t first, k, n = grid_words(g, row, box, &first);
    enum crossing how = crossing_find(g->words + first, n, gutter, &k);

    *right = g->words + first + k;
    return how;
}

void gutter_follow(const struct grid *g, const struct gridbox *box, struct gutter *gutter)
{
    struct gridword *right;

    while (gutter->bottom < box->bottom &&
           cross_box(g, gutter->bottom, box, gutter, &right) != CROSSES)
        gutter->bottom++;
}

bool gutter_is_tight(const struct grid *g, size_t row, const struct gridbox *box,
                     const struct gutter *gutter, const struct gridword **right)
{
    struct gridword *first;
    enum crossing how = cross_box(g, row, box, gutter, &first);

    *right = first;
    return how == TIGHT;
}

/* Of n words, those that begin at the gutter or behind it are put back before it. */
static void pull_back(struct gridword *w, size_t n, const struct gutter *gutter)
{
    while (n > 0 && w[n - 1].col >= gutter->col) {
        n--;
        w[n].col = w[n].end = gutter->col - 1;
    }
}

void gutter_settle(struct grid *g, const struct gridbox *box, const struct gutter *gutter)
{
    for (size_t row = box->top; row < box->bottom; row++) {
        const struct gridrow *r = &g->rows[row];
        size_t first = r->first, n;
        struct gridword *w;
        enum crossing how = cross_box(g, row, box, gutter, &w);

        n = (size_t)(w - (g->words + first));
        pull_back(g->words + first, n, gutter);
        if (how == TIGHT || how == PULLED)
            shift(w, r->n - n, gutter->col);
    }
}
