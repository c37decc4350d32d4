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

enum { BLOCK = 16 /* columns of such a loop */ };

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
static int widest_filled(const struct line *l, const struct line *next)
{
    int unit = next ? next->unit + (next->cjk ? 0 : 1) : 0;
    int full = l->width + unit - 1 + measure_slack(l);

    return full + l->cjk * ((l->narrow > 0) + l->narrow / 4);
}

static unsigned change_cost(const struct line *before, const struct line *l)
{
    if (before->ends == ENDS_YES)
        return CHANGE_AT_END;
    return l->page || l->blanks != before->blanks ? CHANGE_AT_GAP : CHANGE;
}

/* All that the search asks of a line, close together. */
struct telling {
    int least, width;
    int full;      /* the widest column that it fills ... */
    int far;       /* ... and the widest told apart: all wider ones cost the same */
    cost_t beyond, beyond_far; /* what is added behind the one and the other */
    cost_t change; /* cost of another measure than that of the line before */
    bool spread;
    bool begins;   /* a paragraph, which may have lost its indent */
};

static struct telling tell(const struct line *prev, const struct line *l, const struct line *next)
{
    bool ends = l->ends == ENDS_YES || !next, begins = may_begin(prev, l);
    int full = widest_filled(l, next), near = l->width + NEAR;
    int beyond = (ends ? ENDS : begins ? FILLS : STOPS_NEAR) - FILLS;

    return (struct telling){
        .least = l->least - measure_slack(l),
        .width = l->width,
        .full = full,
        .far = full > near ? full : near,
        .beyond = (cost_t)beyond,
        .beyond_far = (cost_t)((ends ? ENDS : STOPS) - FILLS - beyond),
        .change = prev ? (cost_t)change_cost(prev, l) : 0,
        .spread = l->spread,
        .begins = begins && l->cjk && l->ends == ENDS_NO,
    };
}

/* The search, a row of costs before each line and one behind the last. */
struct search {
    struct slopes slopes;
    int indent;   /* half ems that paragraphs lost */
    size_t cols;  /* columns looked at, whole blocks: in wider ones all lines cost the same */
    cost_t *best; /* [line * cols + f]: least cost of the lines before, the last in column f */
    cost_t *most; /* [line]: what they cost when the column changes behind them */
    cost_t least; /* of the last row */
};

/* The costs of one line, to be read from there. */
struct costs {
    const cost_t *wide, *near, *far;
};

/* Costs are kept small by taking the least one off. */
static void step_block(const cost_t *restrict before, cost_t *restrict after,
                       const struct costs *c, cost_t least, cost_t most, cost_t *restrict low)
{
    for (int f = 0; f < BLOCK; f++) {
        after[f] = (cost_t)((before[f] < most ? before[f] : most) - least + c->wide[f] +
                            c->near[f] + c->far[f]);
        low[f] = after[f] < low[f] ? after[f] : low[f];
    }
}

static cost_t least_of_block(const cost_t *v)
{
    cost_t least = v[0];

    for (int f = 0; f < BLOCK; f++)
        least = v[f] < least ? v[f] : least;
    return least;
}

/* The line costs nothing in that column after all. */
static inline void spare(struct search *s, cost_t *after, int column, cost_t least, cost_t most)
{
    size_t f = (size_t)column - 1;
    cost_t cost;

    if (column < 1 || f >= s->cols)
        return;
    cost = after[f - s->cols];
    cost = (cost_t)((cost < most ? cost : most) - least);
    after[f] = cost;
    s->least = cost < s->least ? cost : s->least;
}

/* The row behind a line, of the one before it. */
static void step(struct search *s, const struct telling *t, size_t line)
{
    struct costs c = {slope_of(&s->slopes, t->least), more_of(&s->slopes, t->beyond, t->full),
                      more_of(&s->slopes, t->beyond_far, t->far)};
    cost_t *before = s->best + line * s->cols, *after = before + s->cols;
    cost_t least = s->least, most = (cost_t)(least + t->change), low[BLOCK];

    memset(low, UINT8_MAX, sizeof low);
    for (size_t from = 0; from < s->cols; from += BLOCK) {
        struct costs here = {c.wide + from, c.near + from, c.far + from};

        step_block(before + from, after + from, &here, least, most, low);
    }
    s->least = least_of_block(low);
    s->most[line] = most;
    spare(s, after, t->width, least, most);
    if (t->begins)
        spare(s, after, t->width + s->indent, least, most);
    for (int column = t->width + 1; t->spread && column <= WIDEST; column++)
        spare(s, after, column, least, most);
}

static const struct line *following(struct line *const *v, size_t n, size_t i)
{
    return i + 1 < n ? v[i + 1] : NULL;
}

static const struct line *preceding(struct line *const *v, size_t i)
{
    return i > 0 ? v[i - 1] : NULL;
}

bool measure_is_japanese(struct line *const *v, size_t n)
{
    size_t kana = 0;

    for (size_t i = 0; i < n; i++)
        kana += v[i]->first == CC_KANA || v[i]->last == CC_KANA;
    return kana * 5 > n;
}

/* So many columns, in whole blocks, that all lines cost the same in wider ones. */
static size_t count_columns(const struct telling *t, size_t n)
{
    int far = 0;

    for (size_t i = 0; i < n; i++)
        far = t[i].far > far ? t[i].far : far;
    return far < WIDEST ? ((size_t)far + BLOCK) / BLOCK * BLOCK : WIDEST;
}

static size_t best_column(const struct search *s, size_t line)
{
    const cost_t *best = s->best + line * s->cols;
    size_t f = 0;

    for (size_t i = 1; i < s->cols; i++)
        if (best[i] < best[f])
            f = i;
    return f;
}

/* From the best column behind the last line back: it was the same before a line unless a change to
 * it, of the best one, cost less. */
static void trace_back(const struct search *s, struct line **v, size_t n)
{
    size_t f = best_column(s, n);

    for (size_t i = n; i-- > 0;) {
        v[i]->measure = (uint16_t)(f + 1);
        if (s->best[i * s->cols + f] > s->most[i])
            f = best_column(s, i);
    }
}

/* Fills measure for the lines v[0..n). */
static void find_measures(struct line **v, size_t n)
{
    struct telling *t = xmalloc(n * sizeof *t);
    struct search s = {
        .indent = measure_is_japanese(v, n) ? MEASURE_INDENT / 2 : MEASURE_INDENT,
    };

    for (size_t i = 0; i < n; i++)
        t[i] = tell(preceding(v, i), v[i], following(v, n, i));
    make_slopes(&s.slopes);
    s.cols = count_columns(t, n);
    s.best = xmalloc((n + 1) * s.cols * sizeof *s.best);
    s.most = xmalloc(n * sizeof *s.most);
    memset(s.best, 0, s.cols);
    for (size_t i = 0; i < n; i++)
        step(&s, &t[i], i);
    trace_back(&s, v, n);
    free(s.best);
    free(s.most);
    free(t);
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
