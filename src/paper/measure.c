#include <config.h>

#include "paper/measure.h"

#include <stdlib.h>

#include "base/xalloc.h"

enum {
    WIDEST = 128,   /* half ems; wider lines are no columns */
    WINDOW = 12,    /* lines on either side that say whether a text is hard-wrapped */
    ISLAND = 3,     /* lines that make a column */
    INDENT = 4,     /* half ems of a first-line indent */
    CHANGE = 14,       /* cost of another measure ... */
    CHANGE_AT_GAP = 9, /* ... of one after blank lines or at a page's head ... */
    CHANGE_AT_END = 7  /* ... and of one behind the end of a sentence */
};

typedef uint16_t cost_t;

/* Fills cost[from..to] (clipped to 1..WIDEST). */
static void fill(cost_t *cost, int from, int to, cost_t c)
{
    if (from < 1)
        from = 1;
    for (int f = from; f <= to && f <= WIDEST; f++)
        cost[f] = c;
}

/* What a line costs in a column of every width f. */
static void line_costs(const struct line *prev, const struct line *l, const struct line *next,
                       cost_t *cost)
{
    int unit = next ? next->unit + (next->cjk ? 0 : 1) : 0;
    int full = l->width + unit - 1; /* the widest column that it fills */

    if (l->cjk && l->narrow > 0)
        full += 1 + l->narrow / 4;
    fill(cost, 1, l->least - 5, 8);
    fill(cost, l->least - 4, l->least - 2, 5);
    fill(cost, l->least - 1, l->least - 1, 3);
    fill(cost, l->least, full, 1);
    if (l->ends == ENDS_YES || !next) {
        fill(cost, full + 1, WIDEST, 2);
    } else {
        fill(cost, full + 1, l->width + 6, !prev || prev->ends == ENDS_YES ? 2 : 4);
        fill(cost, full > l->width + 6 ? full + 1 : l->width + 7, WIDEST, 6);
    }
    if (l->spread)
        fill(cost, l->width, WIDEST, 0);
    fill(cost, l->width, l->width, 0);
}

static unsigned change_cost(const struct line *before, const struct line *l)
{
    if (before->ends == ENDS_YES)
        return CHANGE_AT_END;
    return l->page || l->blanks != before->blanks ? CHANGE_AT_GAP : CHANGE;
}

/* One step of the search: best[f] is the least cost of a sequence that ends with measure f, from[f]
 * the measure before it. Costs are kept small by taking the least one off. */
static void step(cost_t *best, uint8_t *from, const cost_t *cost, cost_t change)
{
    cost_t least = best[1];
    uint8_t where = 1;

    for (int f = 2; f <= WIDEST; f++)
        least = best[f] < least ? best[f] : least;
    while (best[where] != least)
        where++;
    change += least;
    for (int f = 1; f <= WIDEST; f++) {
        from[f] = best[f] <= change ? (uint8_t)f : where;
        best[f] = (cost_t)((best[f] <= change ? best[f] : change) - least + cost[f]);
    }
}

static const struct line *following(struct line *const *v, size_t n, size_t i)
{
    return i + 1 < n ? v[i + 1] : NULL;
}

/* Fills measure for the lines v[0..n). */
static void find_measures(struct line **v, size_t n)
{
    uint8_t(*from)[WIDEST + 1] = xmalloc(n * sizeof *from);
    cost_t best[WIDEST + 1] = {0}, cost[WIDEST + 1];
    int f = 1;

    for (size_t i = 0; i < n; i++) {
        const struct line *prev = i > 0 ? v[i - 1] : NULL;

        line_costs(prev, v[i], following(v, n, i), cost);
        step(best, from[i], cost, prev ? (cost_t)change_cost(prev, v[i]) : 0);
    }
    for (int g = 2; g <= WIDEST; g++)
        if (best[g] < best[f])
            f = g;
    for (size_t i = n; i-- > 0;) {
        v[i]->measure = (uint16_t)f;
        f = from[i][f];
    }
    free(from);
}

/* A line or two with a measure of their own are no column but a heading: they get the one around.
 */
static void drown_islands(struct line **v, size_t n)
{
    for (size_t a = 0, b; a < n; a = b) {
        for (b = a + 1; b < n && v[b]->measure == v[a]->measure;)
            b++;
        if (b - a >= ISLAND || b - a == n)
            continue;
        for (size_t i = a; i < b; i++)
            v[i]->measure = b < n ? v[b]->measure : v[a - 1]->measure;
    }
}

/* A line that fills the column in mid-sentence. */
static bool is_full(const struct line *l, const struct line *next)
{
    return l->ends == ENDS_NO && l->width + 3 >= l->measure && !measure_is_over(l) &&
           !measure_is_early(l, next);
}

/* Hard-wrapped: at least a quarter of the lines around are full, and more lines are full than there
 * are lines wider than any column. */
static void clear_unwrapped(struct line **v, size_t n)
{
    bool *wrapped = xcalloc(n, sizeof *wrapped);

    for (size_t i = 0; i < n; i++) {
        size_t a = i > WINDOW ? i - WINDOW : 0, b = i + WINDOW < n ? i + WINDOW + 1 : n;
        size_t full = 0, wide = 0;

        for (size_t k = a; k < b; k++) {
            full += is_full(v[k], following(v, n, k));
            wide += v[k]->width > WIDEST;
        }
        wrapped[i] = full * 4 >= b - a && full > wide;
    }
    for (size_t i = 0; i < n; i++)
        if (!wrapped[i])
            v[i]->measure = 0;
    free(wrapped);
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
        drown_islands(v, n);
        if (!force)
            clear_unwrapped(v, n);
    }
    free(v);
}

/* Half ems that would have been left on the line behind the next unit; negative: it did not fit. */
static int room(const struct line *l, const struct line *next)
{
    int unit = next ? next->unit + (next->cjk || l->cjk ? 0 : 1) : 2;

    return l->measure > 0 && !l->spread ? l->measure - l->width - unit : -1;
}

bool measure_is_early(const struct line *l, const struct line *next)
{
    return room(l, next) >= 0;
}

bool measure_is_just_early(const struct line *l, const struct line *next)
{
    int r = room(l, next);

    return r >= 0 &&
           r <= 1 + l->narrow / 4 + (next && !charclass_is_cjk((enum charclass)next->first));
}

bool measure_is_short_of_indent(const struct line *l, const struct line *next)
{
    int r = room(l, next);

    return r >= 0 && r <= INDENT;
}

bool measure_has_ghost_indent(const struct line *l, const struct line *next, bool japanese)
{
    int least = l->measure - l->width, most = l->measure - l->least;

    if (!l->cjk || !measure_is_early(l, next))
        return false;
    return japanese ? most >= 2 && least <= 3 : most >= 3 && least <= 6;
}

bool measure_is_over(const struct line *l)
{
    return l->measure > 0 && l->least > l->measure + 1;
}
