#include <config.h>

#include "paper/columns.h"

#include "paper/byline.h"
#include "paper/gaps.h"
#include "paper/gutter.h"
#include "paper/opening.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum {
    DEPTH = 24,       /* boxes in boxes */
    WINDOW = 256,     /* rows looked at for a gutter at a time */
    HEADING_ROWS = 4, /* of an article's heading and the line below it ... */
    HEADED = 8,       /* ... and of the text below that tells where its column begins */
    EARLY = 3,        /* cells by which a line is short that did not fill its column ... */
    EARLY_WIDE = 5,   /* ... in East Asian text */
    UNEVEN = 8,       /* rows by which columns that stand side by side differ */
    WIDE_INDENT = 2   /* half ems of a position in East Asian text */
};

/* The walk over a page's boxes. */
struct reading {
    struct grid *g;
    columns_take *take;
    void *context;
    uint32_t blanks; /* empty rows since the last line */
    size_t parted;   /* the row below the last break */
    size_t below;    /* the row where the columns begin that follow */
};

/* A row's words inside a box as one line. */
struct part {
    size_t from, to;
    uint32_t col, end;
    uint32_t last; /* position behind its last gap */
    uint32_t tail; /* the same, or in East Asian text behind its last space */
    unsigned cells;
    bool wide;
};

static struct part part_of(const struct gridword *w, size_t n)
{
    struct part p = {w->from, w[n - 1].to, w->col, w[n - 1].end, w->col, w->col,
                     grid_cells(w, n), w->wide};

    for (size_t k = 1; k < n; k++)
        if (w[k].col > w[k - 1].end + 1)
            p.last = w[k].col;
    p.tail = w[n - 1].wide && w[n - 1].cells > 2 ? w[n - 1].col : p.last;
    return p;
}

static bool get_part(const struct grid *g, size_t row, const struct gridbox *box, struct part *out)
{
    size_t first, n = grid_words(g, row, box, &first);

    if (n > 0)
        *out = part_of(g->words + first, n);
    return n > 0;
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

/* Where the leftmost line of rows [from, to) begins; UINT32_MAX when there is none. */
static uint32_t least_col(const struct grid *g, const struct gridbox *box, size_t from, size_t to)
{
    uint32_t edge = UINT32_MAX;
    struct part p;

    for (size_t row = from; row < to; row++)
        if (get_part(g, row, box, &p) && p.col < edge)
            edge = p.col;
    return edge;
}

/* The left edge of most lines is the least one, since paragraphs are indented and not outdented. A
 * heading at the box's head may begin before it. */
static uint32_t left_edge(const struct grid *g, const struct gridbox *box)
{
    size_t below = box->top + HEADING_ROWS;
    uint32_t least = least_col(g, box, box->top, box->bottom), body;

    if (box->bottom < below + HEADED)
        return least;
    body = least_col(g, box, below, box->bottom);
    return body <= least + GUTTER_INDENT ? body : least;
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
        indent = p.col > edge ? (p.col - edge) * (p.wide ? WIDE_INDENT : 1) : 0;
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
    size_t below;  /* the row where other columns begin */
};

/* Cells of a full line of the first column on the left of a gutter, as those lines have them that
 * have a column beside them: headings have none. */
static unsigned first_column(const struct grid *g, struct gridbox box, const struct gutter *gutter)
{
    struct gutter inner;
    unsigned full = gutter->full;

    while (gutter_find(g, &box, true, &inner) && inner.col < box.right) {
        box.right = inner.col;
        box.top = inner.top;
        box.bottom = inner.bottom;
        full = inner.full;
    }
    return full;
}

/* A line of Latin text inside a sentence. */
static bool begins_small(const struct grid *g, const struct part *p)
{
    return g->text.s[p->from] >= 'a' && g->text.s[p->from] <= 'z';
}

/* Too short for a full line of the column, or too long: in letters lines differ less than where
 * marks are set close. */
static bool is_off_measure(const struct part *p, unsigned full)
{
    unsigned early = p->wide ? EARLY_WIDE : EARLY, late = p->wide ? EARLY : 1;

    return p->cells + early <= full || p->cells >= full + late;
}

static bool is_blank(const struct sides *s, size_t row)
{
    size_t first;

    return grid_words(s->g, row, &s->both, &first) == 0;
}

/* A byline or a dateline on one side of the row. */
static bool is_signed(const struct sides *s, size_t row, const struct gridbox *side)
{
    struct part p;
    struct str text;

    if (!get_part(s->g, row, side, &p))
        return false;
    text = str_sub(s->g->text, p.from, p.to);
    return opening_match(text) || byline_match(text, false) == BYLINE_STRONG;
}

/* The next row on the left begins a paragraph or an article: what ends no sentence above it is a
 * heading, however long it is. */
static bool ends_above(const struct sides *s, size_t row)
{
    struct part p;

    return row + 1 < s->left.bottom && get_part(s->g, row + 1, &s->left, &p) &&
           ((p.wide && p.col > s->gutter->edge && p.col <= s->gutter->edge + GUTTER_INDENT) ||
            is_signed(s, row + 1, &s->left));
}

/* What stands in the first column on the left, where the row is tight too. */
static bool get_first(const struct sides *s, size_t row, struct part *out)
{
    const struct gridword *w;
    struct gridbox left = s->left;
    size_t first, k = 0, n;

    if (gutter_is_tight(s->g, row, &s->both, s->gutter, &w))
        left.right = w->col;
    n = grid_words(s->g, row, &left, &first);
    for (w = s->g->words + first; k < n && grid_gap(w, k) < 2;)
        k++;
    if (k > 0)
        *out = part_of(w, k);
    return k > 0;
}

/* The row above ends a paragraph, and this one begins where paragraphs do not. */
static bool begins_flush(const struct sides *s, size_t row, const struct part *p)
{
    struct part above;

    return p->wide && p->col == s->gutter->edge && row > s->left.top &&
           get_first(s, row - 1, &above) && ends_sentence(s->g, &above) &&
           is_off_measure(&above, s->full);
}

/* Text on the left that ends neither a sentence nor a part of one, and does not fill its column or
 * stands below a blank row or above a paragraph: a line of a heading, since a paragraph's last line
 * ends a sentence. */
static bool has_heading(const struct sides *s, size_t row)
{
    struct part p;

    return get_part(s->g, row, &s->left, &p) && p.last == p.col &&
           p.col <= s->gutter->edge + GUTTER_INDENT &&
           (is_off_measure(&p, s->full) || (row > s->both.top && is_blank(s, row - 1)) ||
            ends_above(s, row) || begins_flush(s, row, &p)) &&
           charclass_of(utf8_before(s->g->text, p.to)) != CC_STOP && !ends_sentence(s->g, &p) &&
           !begins_small(s->g, &p);
}

/* What stands on the right, likewise. */
static bool get_right(const struct sides *s, size_t row, struct part *out)
{
    const struct gridword *w;
    struct gridbox right = s->right;

    if (gutter_is_tight(s->g, row, &s->both, s->gutter, &w))
        right.left = w->col;
    return get_part(s->g, row, &right, out);
}

static bool has_right(const struct sides *s, size_t row)
{
    struct part p;

    return get_right(s, row, &p);
}

/* A heading with nothing beside it. */
static bool is_heading(const struct sides *s, size_t row)
{
    return has_heading(s, row) && !has_right(s, row);
}

/* The first row of the heading whose last row is `row`. A byline does not stand alone. */
static size_t heading_begin(const struct sides *s, size_t top, size_t row)
{
    struct part p;

    while (row > top && (is_heading(s, row - 1) ||
                         !(get_part(s->g, row - 1, &s->left, &p) || has_right(s, row - 1))))
        row--;
    while (!is_heading(s, row))
        row++;
    if (row > top && get_part(s->g, row, &s->left, &p) && !has_right(s, row - 1) &&
        byline_match(str_sub(s->g->text, p.from, p.to), false) == BYLINE_STRONG)
        row--;
    return row;
}

/* Where a heading over the next columns stands at the latest: rows without the gutter follow, other
 * columns, or rows that have text on the right, or too many that have none. */
static size_t headings_end(const struct sides *s, size_t top, size_t bottom)
{
    size_t last = bottom;

    if (bottom < s->both.bottom || bottom == s->below)
        return bottom;
    while (last > top && !has_right(s, last - 1))
        last--;
    return bottom - last > UNEVEN ? bottom : last;
}

/* A blank row over all columns, and below it the headings of articles that stand side by side: a
 * few lines, one of which is signed, even where text crosses the gutter. */
static bool is_break(const struct sides *s, size_t row)
{
    if (!is_blank(s, row))
        return false;
    for (size_t k = row + 1;
         k < s->both.bottom && k <= row + HEADING_ROWS && !is_blank(s, k); k++)
        if (k > row + 1 && (is_signed(s, k, &s->left) || is_signed(s, k, &s->right)))
            return true;
    return false;
}

/* The columns below begin right here, without a blank row: a signed heading on the left, and no
 * line on the right that begins where those of the column do. */
static bool is_change(const struct sides *s, size_t row, size_t bottom)
{
    for (size_t k = row; k < bottom && k <= row + HEADING_ROWS; k++) {
        struct part p;

        if (get_part(s->g, k, &s->right, &p) && p.col <= s->gutter->col + 1)
            return false;
        if (k > row && is_signed(s, k, &s->left))
            return true;
        if (get_part(s->g, k, &s->left, &p) && !has_heading(s, k))
            return false;
    }
    return false;
}

/* Where rows [top, bottom) with columns end and the next ones begin: below a break, or with a
 * heading over the next ones: a heading on the left, nothing beside it, more columns below it, and
 * the text of the last column has come to its end. */
static size_t band_end(const struct sides *s, size_t top, size_t bottom)
{
    struct part p;
    uint32_t last = 0;  /* where the last column is */
    bool ended = false; /* its text ends a sentence */
    size_t end = headings_end(s, top, bottom);

    for (size_t row = top; row < end; row++) {
        if (is_break(s, row))
            return row + 1;
        if (ended && has_heading(s, row) && is_change(s, row, bottom))
            return row;
        if (get_right(s, row, &p)) {
            if (p.tail + GUTTER_INDENT >= last || p.end > last)
                ended = ends_sentence(s->g, &p);
            last = p.last > last ? p.last : last;
            continue;
        }
        if (ended && is_heading(s, row) && (row + 1 == bottom || !is_heading(s, row + 1)))
            return heading_begin(s, top, row);
    }
    return bottom;
}

/* The column on the right begins with the heading of its own article: at the head of a band below a
 * break, or above the text on the left. */
static bool begins_article(const struct sides *s, size_t top, size_t parted)
{
    struct part left, right;

    return get_part(s->g, top, &s->right, &right) && right.col <= s->gutter->col + GUTTER_INDENT &&
           (top == parted || !get_part(s->g, top, &s->left, &left));
}

/* Rows empty at a column's head because the one beside it begins above part nothing. */
static void skip_empty(const struct grid *g, struct gridbox *box)
{
    size_t first;

    while (box->top < box->bottom && grid_words(g, box->top, box, &first) == 0)
        box->top++;
}

static void read_box(struct reading *r, const struct gridbox *box, int depth);

/* The rows of a gutter up to the next heading across it, column by column; where they end. */
static size_t read_band(struct reading *r, const struct gridbox *box, struct gutter *gutter,
                        int depth)
{
    struct sides s = {r->g, gutter, *box, *box, *box, 0, r->below};
    struct gridbox band = *box;
    size_t bottom;

    gutter_follow(r->g, box, gutter);
    s.left.top = s.right.top = gutter->top;
    s.left.bottom = s.right.bottom = gutter->bottom;
    s.left.right = s.right.left = gutter->col;
    s.full = first_column(r->g, s.left, gutter);
    bottom = gutter_end(r->g, box, gutter, band_end(&s, gutter->top, gutter->bottom));
    if (bottom > gutter->top && is_blank(&s, bottom - 1))
        r->parted = bottom;
    s.left.bottom = s.right.bottom = band.bottom = bottom;
    band.top = gutter->top;
    gutter_settle(r->g, &band, gutter);
    skip_empty(r->g, &s.left);
    read_box(r, &s.left, depth + 1);
    r->blanks = begins_article(&s, gutter->top, r->parted);
    skip_empty(r->g, &s.right);
    read_box(r, &s.right, depth + 1);
    return bottom;
}

/* Band by band: the rows above a gutter, and the rows that have it. */
static void read_box(struct reading *r, const struct gridbox *box, int depth)
{
    struct gridbox rest = *box;
    size_t below = r->below;

    while (rest.top < box->bottom) {
        struct gridbox part = rest;
        struct gutter gutter;

        if (rest.top + WINDOW < rest.bottom)
            part.bottom = rest.top + WINDOW;
        if (depth >= DEPTH || !gutter_find(r->g, &part, true, &gutter)) {
            give_lines(r, &part);
            rest.top = part.bottom;
            continue;
        }
        part.bottom = r->below = gutter.top;
        read_box(r, &part, depth + 1);
        r->below = below;
        rest.top = read_band(r, &rest, &gutter, depth);
    }
}

bool columns_read(struct str text, columns_take *take, void *context)
{
    struct grid g;
    struct gutter gutter;
    struct gridbox all = {.right = UINT32_MAX};
    struct reading r = {
        .g = &g, .take = take, .context = context, .parted = SIZE_MAX, .below = SIZE_MAX};
    bool found;

    if (!gaps_are_likely(text))
        return false;
    grid_read(text, &g);
    all.bottom = g.n_rows;
    found = gutter_find(&g, &all, false, &gutter);
    if (found)
        read_box(&r, &all, 0);
    grid_free(&g);
    return found;
}
