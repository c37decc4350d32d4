#include <config.h>

#include "paper/widths.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "paper/chapter.h"
#include "paper/measure.h"

enum {
    WIDEST = WIDTHS_MAX,
    STEEP = 4,         /* half ems from a line that is full to one that is too wide */
    NEAR = 6,          /* half ems by which a line stops right before its column is full */
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

static void tell(const struct line *prev, const struct line *l, const struct line *next,
                 struct telling *out)
{
    bool ends = l->ends == ENDS_YES || !next, begins = widths_may_begin(prev, l);
    int full = widest_filled(l, next), near = l->width + NEAR;
    int beyond = (ends ? ENDS : begins ? FILLS : STOPS_NEAR) - FILLS;

    *out = (struct telling){
        .least = l->least - measure_slack(l),
        .width = l->width,
        .full = full,
        .far = full > near ? full : near,
        .beyond = (cost_t)beyond,
        .beyond_far = (cost_t)((ends ? ENDS : STOPS) - FILLS - beyond),
        .change = prev ? (cost_t)change_cost(prev, l) : 0,
        .spread = l->spread,
        .begins = begins & l->cjk & (l->ends == ENDS_NO),
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
    const cost_t *before = after - s->cols;
    size_t f = (size_t)column - 1;
    cost_t cost;

    if (column < 1 || f >= s->cols)
        return;
    cost = before[f];
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

void widths_tell(struct line *const *v, size_t n, struct telling *t)
{
    const struct line *prev = NULL;

    for (size_t i = 0; i < n; i++) {
        tell(prev, v[i], i + 1 < n ? v[i + 1] : NULL, &t[i]);
        prev = v[i];
    }
}

void widths_find(struct line **v, size_t n, const struct telling *t, bool japanese)
{
    struct search s = {
        .indent = japanese ? MEASURE_INDENT / 2 : MEASURE_INDENT,
        .cols = count_columns(t, n),
    };

    make_slopes(&s.slopes);
    s.best = xmalloc((n + 1) * s.cols * sizeof *s.best);
    s.most = xmalloc(n * sizeof *s.most);
    memset(s.best, 0, s.cols);
    for (size_t i = 0; i < n; i++)
        step(&s, &t[i], i);
    trace_back(&s, v, n);
    free(s.best);
    free(s.most);
}

