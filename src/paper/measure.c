#include <config.h>

#include "paper/measure.h"

#include <stdlib.h>

#include "base/xalloc.h"

enum {
    WIDEST = 160,   /* half ems; wider lines are no columns */
    WINDOW = 12,    /* lines on either side that say whether a text is hard-wrapped */
    ISLAND = 3,     /* lines that make a column */
    INDENT = 4,     /* half ems of a first-line indent */
    CHANGE = 14,       /* cost of another measure ... */
    CHANGE_AT_GAP = 9, /* ... of one after blank lines or at a page's head ... */
    CHANGE_AT_END = 7  /* ... and of one behind the end of a sentence */
};

/* What a line costs in a column of width f. */
static unsigned line_cost(const struct line *prev, const struct line *l, const struct line *next,
                          int f)
{
    int w = l->width, short_by = f - w, over = l->least - f;
    int unit = next ? next->unit + (next->cjk ? 0 : 1) : 0;

    if (w == f || (l->spread && w <= f))
        return 0;
    if (over > 0)
        return over > 4 ? 8 : over > 1 ? 5 : 3;
    if (short_by < unit || (l->cjk && l->narrow > 0 && short_by <= unit + l->narrow / 4))
        return 1;
    if (l->ends == ENDS_YES || !next)
        return 2;
    if (short_by > 6)
        return 6;
    return !prev || prev->ends == ENDS_YES ? 2 : 4;
}

static unsigned change_cost(const struct line *before, const struct line *l)
{
    if (before->ends == ENDS_YES)
        return CHANGE_AT_END;
    return l->page || l->blanks != before->blanks ? CHANGE_AT_GAP : CHANGE;
}

/* One step of the search: best[f] is the least cost of a sequence that ends with measure f, from[f]
 * the measure before it. */
static void step(unsigned *best, uint8_t *from, const unsigned *cost, unsigned change)
{
    unsigned least = best[1];
    uint8_t where = 1;

    for (int f = 2; f <= WIDEST; f++) {
        if (best[f] < least) {
            least = best[f];
            where = (uint8_t)f;
        }
    }
    for (int f = 1; f <= WIDEST; f++) {
        bool stay = best[f] <= least + change;

        from[f] = stay ? (uint8_t)f : where;
        best[f] = (stay ? best[f] : least + change) - least + cost[f];
    }
}

static const struct line *following(const struct line **v, size_t n, size_t i)
{
    return i + 1 < n ? v[i + 1] : NULL;
}

/* Fills measure for the lines v[0..n). */
static void find_measures(struct line **v, size_t n)
{
    uint8_t(*from)[WIDEST + 1] = xmalloc(n * sizeof *from);
    unsigned best[WIDEST + 1] = {0}, cost[WIDEST + 1];
    int f = 1;

    for (size_t i = 0; i < n; i++) {
        for (int g = 1; g <= WIDEST; g++)
            cost[g] = line_cost(i > 0 ? v[i - 1] : NULL, v[i], following((const struct line **)v, n, i), g);
        step(best, from[i], cost, i > 0 ? change_cost(v[i - 1], v[i]) : 0);
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

/* A line or two with a measure of their own are no column but a heading: they get the one around. */
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
            full += is_full(v[k], following((const struct line **)v, n, k));
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

    return r >= 0 && r <= 1 + l->narrow / 4 + (next && !charclass_is_cjk((enum charclass)next->first));
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
