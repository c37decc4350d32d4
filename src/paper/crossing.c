#include <config.h>

#include "paper/crossing.h"

enum {
    SLACK = 4,     /* cells by which full lines differ ... */
    SHORT = 6,     /* ... and by which one is short whose indent was lost ... */
    LOOSE = 6,     /* ... or that share of lines across several columns */
    SPREAD = 4,    /* cells of a word and the space behind it where letters are spread */
    OVERHANG = 16, /* letters that stand over a gutter at most */
    PULL = 2       /* positions by which a line may begin before its column's edge */
};

size_t crossing_first(const struct gridword *w, size_t n, uint32_t col)
{
    size_t lo = 0, hi = n;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (w[mid].end < col)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

/* Letters that were spread to fill the column: the space before word k is no part of it. */
static bool is_spread(const struct gridword *w, size_t k)
{
    return w[k].wide && w[k].cells == 2 && w[k - 1].wide && w[k - 1].cells == 2;
}

/* The single space between East Asian characters before which the text on the left fills its column
 * best: *k becomes the first word on the right. Words on the left begin before the gutter,
 * unless they are letters that were spread. */
static bool is_tight(const struct gridword *w, size_t n, const struct gutter *gutter, size_t *k)
{
    unsigned cells = n > 0 ? w[0].cells + crossing_indent(w, gutter->edge) * 2 : 0;
    unsigned best = gutter->full / LOOSE > SHORT ? gutter->full / LOOSE : SHORT + 1;

    *k = n;
    for (size_t i = 1; i < n && cells <= gutter->full + SLACK; i++) {
        unsigned off = cells < gutter->full ? gutter->full - cells : cells - gutter->full;

        if (w[i - 1].col >= gutter->col && !(i > 1 && is_spread(w, i - 1)))
            break;
        if (grid_gap(w, i) == 1 && (w[i].wide || w[i - 1].wide) && off < best) {
            best = off;
            *k = i;
        }
        cells += w[i].cells + !is_spread(w, i);
    }
    return *k < n;
}

/* Nothing but a line that fills a column whose gutter tight rows alone show. */
static bool fills_column(const struct gridword *w, size_t n, const struct gutter *gutter)
{
    return gutter->twin > 0 && gutter->open == 0 &&
           grid_cells(w, n) + crossing_indent(w, gutter->edge) * 2 <= gutter->full + SLACK;
}

/* Word k begins a little before the gutter, with nothing on the left or, once the gutter is known,
 * behind an open gap: some column of its row stands close, and extraction pulled the rest. */
static bool is_pulled(const struct gridword *w, size_t k, const struct gutter *gutter)
{
    return w[k].wide && w[k].col < gutter->col && w[k].col + PULL >= gutter->col &&
           (k > 0 ? gutter->found && grid_gap(w, k) >= 2 : w->col > gutter->edge + GUTTER_INDENT);
}

/* Word k fills the gutter, too, and what stands on the right begins behind an open gap. */
static bool touches(const struct gridword *w, size_t n, size_t k, const struct gutter *gutter)
{
    return k + 1 < n && w[k].end == gutter->col && grid_gap(w, k + 1) >= 2 &&
           w[k + 1].col <= gutter->col + GUTTER_INDENT;
}

size_t crossing_overhang(const struct gridword *w, size_t n, size_t k,
                           const struct gutter *gutter)
{
    size_t end = k;

    if (k == 0 || k >= n || w[k].col < gutter->col || w[k - 1].end >= gutter->col)
        return k;
    while (end < n && end - k <= OVERHANG && grid_gap(w, end) == 1 && is_spread(w, end))
        end++;
    return end == n || grid_gap(w, end) >= 2 ? end : k;
}

enum crossing crossing_find(const struct gridword *w, size_t n, const struct gutter *gutter,
                           size_t *k)
{
    uint32_t gap, col = gutter->col;
    size_t end;

    *k = crossing_first(w, n, col);
    if (*k == n)
        return PASSES;
    if (is_pulled(w, *k, gutter))
        return PULLED;
    end = crossing_overhang(w, n, *k, gutter);
    if (end > *k) {
        *k = end;
        return end == n ? PASSES : INDENTED;
    }
    if (touches(w, n, *k, gutter)) {
        ++*k;
        return INDENTED;
    }
    /* It may run over the place where others end, or have a space there: spread letters. */
    if ((w[*k].col < col || n * SPREAD >= grid_cells(w, n)) && fills_column(w, n, gutter)) {
        *k = n;
        return PASSES;
    }
    if (w[*k].col < col)
        return is_tight(w, n, gutter, k) ? TIGHT : CROSSES;
    if (*k == 0)
        return PASSES;
    gap = grid_gap(w, *k);
    if (w[*k].col > col)
        return w[*k].col <= col + GUTTER_INDENT && gap > w[*k].col - col ? INDENTED : PASSES;
    if (gap == 1)
        return w[*k].wide || w[*k - 1].wide ? SUPPORTS : CROSSES;
    return SUPPORTS_OPEN;
}
