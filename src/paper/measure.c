#include <config.h>

#include "paper/measure.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "paper/byline.h"
#include "paper/chapter.h"
#include "paper/widths.h"
#include "text/utf8.h"

enum {
    WIDEST = WIDTHS_MAX,
    WINDOW = 12,      /* lines on either side that say whether a text is hard-wrapped */
    CAPITAL = 16,     /* half ems of a drop cap ... */
    CAPITAL_LINES = 4 /* ... and lines beside it */
};

static const struct line *following(struct line *const *v, size_t n, size_t i)
{
    return i + 1 < n ? v[i + 1] : NULL;
}

static const struct line *preceding(struct line *const *v, size_t i)
{
    return i > 0 ? v[i - 1] : NULL;
}

/* A line that fills the column in mid-sentence, but for the indent that it may have lost. */
static bool is_full(const struct line *l, const struct line *next, int indent)
{
    return l->ends == ENDS_NO && l->width + 3 + indent + 2 * measure_slack(l) >= l->measure &&
           !measure_is_over(l) && measure_room(l, next) < indent;
}

/* A sentence of Latin goes on on the next line. */
static bool is_cut(const struct line *l, const struct line *next)
{
    uint32_t first;

    if (l->cjk || l->ends != ENDS_NO || l->width > WIDEST || !next)
        return false;
    first = utf8_at(next->text, 0);
    return first >= 'a' && first <= 'z';
}

/* Lines so far: full ones, ones that are wider than any column, ones that stop in mid-sentence. */
struct tally {
    uint32_t full, wide, stopped;
};

static struct tally *count_lines(struct line *const *v, size_t n, const struct telling *told)
{
    struct tally *before = xcalloc(n + 1, sizeof *before);

    for (size_t i = 0; i < n; i++) {
        const struct line *next = following(v, n, i);
        struct tally *t = &before[i + 1];

        *t = before[i];
        t->full += is_full(v[i], next, i > 0 && told[i].begins ? MEASURE_INDENT : 0) ||
                   is_cut(v[i], next);
        t->wide += v[i]->width > WIDEST;
        t->stopped += v[i]->ends == ENDS_NO && v[i]->chapter == CHAPTER_NO &&
                      measure_room(v[i], next) > MEASURE_INDENT && !is_cut(v[i], next);
    }
    return before;
}

static size_t lesser(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Hard-wrapped around line i: at least a quarter of the lines are full, or an eighth where hardly
 * any stops in mid-sentence before it is full, as among short paragraphs; and more lines are full
 * than there are lines wider than any column. How many lines from i on are so, as far as is known
 * from that: from line to line each count grows or falls by no more than one. */
static size_t count_wrapped(const struct tally *before, size_t n, size_t i)
{
    size_t a = i > WINDOW ? i - WINDOW : 0, b = lesser(i + WINDOW + 1, n);
    size_t full = before[b].full - before[a].full, wide = before[b].wide - before[a].wide;
    size_t stopped = before[b].stopped - before[a].stopped;

    if (full <= wide)
        return 0;
    if (full * 4 >= b - a)
        return 1 + lesser((full - wide - 1) / 2, (full * 4 - (b - a)) / 5);
    return full * 8 >= b - a && full > 4 * stopped;
}

/* The end of the lines from `a` on that are hard-wrapped as that one is, or are not. */
static size_t wrapped_end(const struct tally *before, size_t n, size_t a, bool *wrapped)
{
    size_t more = count_wrapped(before, n, a), b = a;

    *wrapped = more > 0;
    for (; b < n && (more > 0) == *wrapped; more = b < n ? count_wrapped(before, n, b) : 0)
        b += more > 0 ? more : 1;
    return lesser(b, n);
}

/* Lines [a, b) beside hard-wrapped ones go on in their column: none is wider than a column, and
 * more are full than stop in mid-sentence. */
static bool goes_on(const struct tally *before, size_t a, size_t b)
{
    return before[b].wide == before[a].wide &&
           before[b].stopped - before[a].stopped <= before[b].full - before[a].full;
}

static void clear_unwrapped(struct line **v, size_t n, const struct telling *told)
{
    struct tally *before = count_lines(v, n, told);

    for (size_t a = 0, b; a < n; a = b) {
        bool wrapped;

        b = wrapped_end(before, n, a, &wrapped);
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
           (a->ends != ENDS_YES && widths_may_begin(prev, a) &&
            both >= a->measure - MEASURE_INDENT && least <= a->measure - MEASURE_INDENT);
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

        if (left < 2 || left > CAPITAL || other > 4 || other < -4 ||
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

/* Kana is at the head or the end of more than every fifth line. */
static bool is_japanese(struct line *const *v, size_t n)
{
    size_t kana = 0;

    for (size_t i = 0; i < n; i++)
        kana += (v[i]->first == CC_KANA) | (v[i]->last == CC_KANA);
    return kana * 5 > n;
}

void measure_find(struct lines *l, bool force)
{
    struct line **v = xmalloc(l->n * sizeof *v);
    struct telling *told = xmalloc(l->n * sizeof *told);
    size_t n = 0;

    for (size_t i = 0; i < l->n; i++)
        if (!line_is_aside(&l->v[i]))
            v[n++] = &l->v[i];
    l->japanese = is_japanese(v, n);
    if (n > 0) {
        widths_tell(v, n, told);
        widths_find(v, n, told, l->japanese);
        find_torn(v, n);
        find_beside_capital(v, n);
        if (!force)
            clear_unwrapped(v, n, told);
    }
    free(told);
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
