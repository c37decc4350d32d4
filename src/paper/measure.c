#include <config.h>

#include "paper/measure.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "paper/byline.h"
#include "paper/chapter.h"
#include "text/utf8.h"

enum {
    WIDEST = 128,      /* half ems; wider lines are no columns */
    STEEP = 4,         /* half ems from a line that is full to one that is too wide */
    NEAR = 6,          /* half ems by which a line stops right before its column is full */
    WINDOW = 12,       /* lines on either side that say whether a text is hard-wrapped */
    CAPITAL = 10,      /* half ems of a drop cap ... */
    CAPITAL_LINES = 4, /* ... and lines beside it */
    FILLS = 1,         /* cost of a column that a line fills ... */
    ENDS = 2,          /* ... of a wider one, where it ends a sentence ... */
    STOPS_NEAR = 4,    /* ... where it stops in mid-sentence, right before the column is full ... */
    STOPS = 6,         /* ... and where it stops anywhere */
    CHANGE = 14,       /* cost of another measure ... */
    CHANGE_AT_GAP = 9, /* ... of one after blank lines or at a page's head ... */
    CHANGE_AT_END = 7  /* ... and of one behind the end of a sentence */
};

/* Costs of the columns 1 to WIDEST half ems wide, the first at index 0. Bytes, and loops without a
 * branch over a fixed number of them: the compiler makes a few vector instructions of each. */
typedef uint8_t cost_t;

enum { BLOCK = 32 /* columns of such a loop */ };

/* Sets the cost of columns from `from` to `to` (clipped to 1..WIDEST). */
static void fill(cost_t *cost, int from, int to, cost_t c)
{
    if (from < 1)
        from = 1;
    if (to > WIDEST)
        to = WIDEST;
    if (from <= to)
        memset(cost + from - 1, c, (size_t)to - (size_t)from + 1);
}

/* The same of one column. */
static void set(cost_t *cost, int column, cost_t c)
{
    if (column >= 1 && column <= WIDEST)
        cost[column - 1] = c;
}

/* What a line costs, to be read from where it gives the costs of all columns: those that it is too
 * wide for and those that it fills, and what more it costs in those that it does not fill. */
struct slopes {
    cost_t wide[2 * WIDEST + STEEP];
    cost_t more[STOPS][2 * WIDEST];
};

static void make_slopes(struct slopes *s)
{
    cost_t *full = s->wide + WIDEST + STEEP;

    memset(s->wide, 8, WIDEST);
    memset(full - STEEP, 5, STEEP);
    full[-1] = 3;
    memset(full, FILLS, WIDEST);
    for (int cost = 0; cost < STOPS; cost++) {
        memset(s->more[cost], 0, WIDEST);
        memset(s->more[cost] + WIDEST, cost, WIDEST);
    }
}

/* Where the costs are read from, of a line of at least so many half ems. */
static const cost_t *slope_of(const struct slopes *s, int least)
{
    int at = least < 1 ? 1 : least > WIDEST + STEEP ? WIDEST + STEEP : least;

    return s->wide + WIDEST + STEEP + 1 - at;
}

/* The same, of so much more in columns that are wider than `filled`. */
static const cost_t *more_of(const struct slopes *s, int cost, int filled)
{
    return s->more[cost] + WIDEST - (filled < 0 ? 0 : filled > WIDEST ? WIDEST : filled);
}

/* A paragraph may begin here, and have lost its indent. */
static bool may_begin(const struct line *prev, const struct line *l)
{
    return !prev || prev->ends == ENDS_YES || prev->chapter != CHAPTER_NO ||
           l->blanks > prev->blanks;
}

/* The widest column that a line fills. */
static inline int widest_filled(const struct line *l, const struct line *next)
{
    int unit = next ? next->unit + (next->cjk ? 0 : 1) : 0;
    int full = l->width + unit - 1 + measure_slack(l);

    return l->cjk && l->narrow > 0 ? full + 1 + l->narrow / 4 : full;
}

/* The widest column in which a line costs something of its own: it costs the same in all that are
 * wider than `filled`, and than it by a little. */
static int widest_told(const struct line *l, int filled)
{
    return filled > l->width + NEAR ? filled : l->width + NEAR;
}

static void add_block(cost_t *restrict sum, const cost_t *a, const cost_t *b, const cost_t *c)
{
    for (int f = 0; f < BLOCK; f++)
        sum[f] = (cost_t)(a[f] + b[f] + c[f]);
}

/* What a line costs in the first `cols` columns, where paragraphs lost an indent of so many half
 * ems. */
static void line_costs(const struct slopes *s, const struct line *prev, const struct line *l,
                       const struct line *next, int indent, size_t cols, cost_t *cost)
{
    int full = widest_filled(l, next), far = widest_told(l, full);
    bool ends = l->ends == ENDS_YES || !next, begins = may_begin(prev, l);
    int beyond = (ends ? ENDS : begins ? FILLS : STOPS_NEAR) - FILLS;
    int beyond_far = (ends ? ENDS : STOPS) - FILLS - beyond;
    const cost_t *wide = slope_of(s, l->least - measure_slack(l));
    const cost_t *near = more_of(s, beyond, full), *more = more_of(s, beyond_far, far);

    for (size_t from = 0; from < cols; from += BLOCK)
        add_block(cost + from, wide + from, near + from, more + from);
    if (l->spread)
        fill(cost, l->width, WIDEST, 0);
    set(cost, l->width, 0);
    if (begins && l->cjk && l->ends == ENDS_NO)
        set(cost, l->width + indent, 0);
}

static unsigned change_cost(const struct line *before, const struct line *l)
{
    if (before->ends == ENDS_YES)
        return CHANGE_AT_END;
    return l->page || l->blanks != before->blanks ? CHANGE_AT_GAP : CHANGE;
}

/* The search: how the best column before each line goes on. */
struct search {
    size_t cols; /* columns looked at, whole blocks: in wider ones all lines cost the same */
    cost_t best[WIDEST];
    bool *stays;    /* [line * cols + f]: column f stays, or becomes ... */
    uint8_t *other; /* ... this one, index of a column of least cost */
};

static cost_t least_of_block(const cost_t *best)
{
    cost_t least = best[0];

    for (int f = 0; f < BLOCK; f++)
        least = best[f] < least ? best[f] : least;
    return least;
}

static cost_t least_of(const struct search *s)
{
    cost_t least = least_of_block(s->best);

    for (size_t from = BLOCK; from < s->cols; from += BLOCK) {
        cost_t here = least_of_block(s->best + from);

        least = here < least ? here : least;
    }
    return least;
}

static inline uint8_t best_column(const struct search *s)
{
    return (uint8_t)((cost_t *)memchr(s->best, least_of(s), s->cols) - s->best);
}

/* Costs are kept small by taking the least one off. */
static void step_block(cost_t *restrict best, const cost_t *restrict cost, cost_t least,
                       cost_t most, bool *restrict stays)
{
    for (int f = 0; f < BLOCK; f++)
        stays[f] = best[f] <= most;
    for (int f = 0; f < BLOCK; f++)
        best[f] = (cost_t)((best[f] < most ? best[f] : most) - least + cost[f]);
}

/* One step: best[f] is the least cost of a sequence that ends with column f. */
static void step(struct search *s, const cost_t *cost, cost_t change, size_t line)
{
    uint8_t other = best_column(s);
    cost_t least = s->best[other], most = (cost_t)(least + change);

    s->other[line] = other;
    for (size_t from = 0; from < s->cols; from += BLOCK)
        step_block(s->best + from, cost + from, least, most, s->stays + line * s->cols + from);
}

static const struct line *following(struct line *const *v, size_t n, size_t i)
{
    return i + 1 < n ? v[i + 1] : NULL;
}

static size_t count_columns(struct line **v, size_t n)
{
    int cols = 0;

    for (size_t i = 0; i < n && cols < WIDEST; i++) {
        int told = widest_told(v[i], widest_filled(v[i], following(v, n, i)));

        cols = told + 1 > cols ? told + 1 : cols;
    }
    return cols < WIDEST ? ((size_t)cols + BLOCK - 1) / BLOCK * BLOCK : WIDEST;
}

bool measure_is_japanese(struct line *const *v, size_t n)
{
    size_t kana = 0;

    for (size_t i = 0; i < n; i++)
        kana += v[i]->first == CC_KANA || v[i]->last == CC_KANA;
    return kana * 5 > n;
}

/* Fills measure for the lines v[0..n). */
static void find_measures(struct line **v, size_t n)
{
    struct search s = {.cols = count_columns(v, n)};
    int indent = measure_is_japanese(v, n) ? MEASURE_INDENT / 2 : MEASURE_INDENT;
    struct slopes slopes;
    cost_t cost[WIDEST];
    size_t f;

    s.stays = xmalloc(n * s.cols * sizeof *s.stays);
    s.other = xmalloc(n * sizeof *s.other);
    make_slopes(&slopes);
    for (size_t i = 0; i < n; i++) {
        const struct line *prev = i > 0 ? v[i - 1] : NULL;

        line_costs(&slopes, prev, v[i], following(v, n, i), indent, s.cols, cost);
        step(&s, cost, prev ? (cost_t)change_cost(prev, v[i]) : 0, i);
    }
    f = best_column(&s);
    for (size_t i = n; i-- > 0;) {
        v[i]->measure = (uint16_t)(f + 1);
        f = s.stays[i * s.cols + f] ? f : s.other[i];
    }
    free(s.stays);
    free(s.other);
}

static const struct line *preceding(struct line *const *v, size_t i)
{
    return i > 0 ? v[i - 1] : NULL;
}

/* A line that fills the column in mid-sentence, but for the indent that it may have lost. */
static bool is_full(const struct line *prev, const struct line *l, const struct line *next)
{
    int indent = l->cjk && prev && may_begin(prev, l) ? MEASURE_INDENT : 0;

    return l->ends == ENDS_NO && l->width + 3 + indent + 2 * measure_slack(l) >= l->measure &&
           !measure_is_over(l) && measure_room(l, next) < indent;
}

/* A sentence of Latin goes on on the next line. */
static bool is_cut(const struct line *l, const struct line *next)
{
    uint32_t first = next ? utf8_at(next->text, 0) : 0;

    return l->ends == ENDS_NO && !l->cjk && l->width <= WIDEST && first >= 'a' && first <= 'z';
}

/* Lines so far: full ones, ones that are wider than any column, ones that stop in mid-sentence. */
struct tally {
    uint32_t full, wide, stopped;
};

static struct tally *count_lines(struct line *const *v, size_t n)
{
    struct tally *before = xcalloc(n + 1, sizeof *before);

    for (size_t i = 0; i < n; i++) {
        const struct line *next = following(v, n, i);
        struct tally *t = &before[i + 1];

        *t = before[i];
        t->full += is_full(preceding(v, i), v[i], next) || is_cut(v[i], next);
        t->wide += v[i]->width > WIDEST;
        t->stopped += v[i]->ends == ENDS_NO && v[i]->chapter == CHAPTER_NO &&
                      measure_room(v[i], next) > MEASURE_INDENT && !is_cut(v[i], next);
    }
    return before;
}

/* Hard-wrapped around line i: at least a quarter of the lines are full, or an eighth where hardly
 * any stops in mid-sentence before it is full, as among short paragraphs; and more lines are full
 * than there are lines wider than any column. */
static bool is_wrapped(const struct tally *before, size_t n, size_t i)
{
    size_t a = i > WINDOW ? i - WINDOW : 0, b = i + WINDOW < n ? i + WINDOW + 1 : n;
    size_t full = before[b].full - before[a].full, wide = before[b].wide - before[a].wide;
    size_t stopped = before[b].stopped - before[a].stopped;

    return full > wide && (full * 4 >= b - a || (full * 8 >= b - a && full > 4 * stopped));
}

/* Lines [a, b) beside hard-wrapped ones go on in their column: none is wider than a column, and
 * more are full than stop in mid-sentence. */
static bool goes_on(const struct tally *before, size_t a, size_t b)
{
    return before[b].wide == before[a].wide &&
           before[b].stopped - before[a].stopped <= before[b].full - before[a].full;
}

static void clear_unwrapped(struct line **v, size_t n)
{
    struct tally *before = count_lines(v, n);

    for (size_t a = 0, b; a < n; a = b) {
        bool wrapped = is_wrapped(before, n, a);

        for (b = a + 1; b < n && is_wrapped(before, n, b) == wrapped;)
            b++;
        if (!wrapped && (b - a == n || !goes_on(before, a, b)))
            for (size_t i = a; i < b; i++)
                v[i]->measure = 0;
    }
    free(before);
}

/* Two parts of a line together fill the column, or all of it but a first line's indent. */
static bool fill_column(const struct line *prev, const struct line *a, const struct line *b)
{
    int both = a->width + b->width + 1, least = a->least + b->least - 1;

    return (both >= a->measure && least <= a->measure) ||
           (a->ends != ENDS_YES && may_begin(prev, a) && both >= a->measure - MEASURE_INDENT &&
            least <= a->measure - MEASURE_INDENT);
}

/* Extraction made two lines of one where marks left a gap before an opening one: the second goes on
 * where the first stopped, and both together fill the column. */
static void find_torn(struct line **v, size_t n)
{
    for (size_t i = 0; i + 1 < n; i++) {
        struct line *a = v[i], *b = v[i + 1];

        if ((b->first != CC_OPEN && b->first != CC_OQUOTE) || a->measure == 0 || !a->cjk ||
            b->ends != ENDS_NO || b->blanks > a->blanks || measure_room(a, b) < 0 ||
            measure_room(b, following(v, n, i + 1)) < (a->ends == ENDS_NO ? 0 : MEASURE_INDENT + 1))
            continue;
        if (fill_column(preceding(v, i), a, b))
            a->spread = b->spread = true;
    }
}

/* The end of the lines from `from` on that may stand beside a drop cap: in mid-sentence, one as
 * wide as the other, with room left for it. */
static size_t beside_capital(struct line *const *v, size_t n, size_t from)
{
    size_t k = from;

    while (k < n && k < from + CAPITAL_LINES && v[k]->ends == ENDS_NO) {
        int left = v[k]->measure - v[k]->width, other = v[k]->width - v[from]->width;

        if (left < 2 || left > CAPITAL || other > 2 || other < -2 ||
            v[k]->byline == BYLINE_STRONG)
            break;
        k++;
    }
    return k;
}

/* Lines beside a drop cap, at least two, are full. */
static void find_beside_capital(struct line **v, size_t n)
{
    for (size_t i = 0; i + 1 < n; i++) {
        bool single = line_is_single(v[i]) && v[i]->ends == ENDS_NO;
        size_t end = single ? beside_capital(v, n, i + 1) : 0;

        for (size_t k = i + 1; k < end && end > i + 2; k++) {
            v[k]->spread = true;
            v[k]->indent = 0;
        }
    }
}

void measure_find(struct lines *l, bool force)
{
    struct line **v = xmalloc(l->n * sizeof *v);
    size_t n = 0;

    for (size_t i = 0; i < l->n; i++)
        if (!line_is_aside(&l->v[i]))
            v[n++] = &l->v[i];
    if (n > 0) {
        find_measures(v, n);
        find_torn(v, n);
        find_beside_capital(v, n);
        if (!force)
            clear_unwrapped(v, n);
    }
    free(v);
}

bool measure_is_just_early(const struct line *l, const struct line *next)
{
    int room = measure_room(l, next);

    return room >= 0 && room <= 1 +
                                    (l->proportional ? measure_slack(l)
                                                     : l->narrow / (l->cjk || l->hangul ? 4 : 12)) +
                                    (next && !charclass_is_cjk((enum charclass)next->first));
}

bool measure_is_doubled(const struct line *l)
{
    int missing = 2 * l->measure - l->width;

    return l->proportional && missing <= l->measure / 4 && missing >= -measure_slack(l);
}
