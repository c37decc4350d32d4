/* The search for the width of the column: by its rows of costs as by the sum it stands for. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "paper/chapter.h"
#include "paper/measure.h"
#include "random.h"

enum { LINES = 60, TEXTS = 400, WIDEST = 128, INDENT = 4, NEAR = 6, STEEP = 4 };

static bool may_begin(const struct line *prev, const struct line *l)
{
    return !prev || prev->ends == ENDS_YES || prev->chapter != CHAPTER_NO ||
           l->blanks > prev->blanks;
}

static int change_cost(const struct line *prev, const struct line *l)
{
    if (!prev)
        return 0;
    if (prev->ends == ENDS_YES)
        return 7;
    return l->page || l->blanks != prev->blanks ? 9 : 14;
}

static int filled(const struct line *l, const struct line *next)
{
    int unit = next ? next->unit + (next->cjk ? 0 : 1) : 0;
    int full = l->width + unit - 1 + measure_slack(l);

    return l->cjk && l->narrow > 0 ? full + 1 + l->narrow / 4 : full;
}

/* Of a line that neither fills the column nor is too wide for it. */
static int room_cost(const struct line *prev, const struct line *l, const struct line *next,
                     int column, int full)
{
    if (column <= full)
        return 1;
    if (l->ends == ENDS_YES || !next)
        return 2;
    if (column > l->width + NEAR)
        return 6;
    return may_begin(prev, l) ? 1 : 4;
}

static int line_cost(const struct line *prev, const struct line *l, const struct line *next,
                     int column)
{
    int least = l->least - measure_slack(l), full = filled(l, next), over;
    bool lost = may_begin(prev, l) && l->cjk && l->ends == ENDS_NO;
    int beyond = room_cost(prev, l, next, column, full) - 1;

    least = least < 1 ? 1 : least > WIDEST + STEEP ? WIDEST + STEEP : least;
    over = least - column;
    if (column == l->width || (lost && column == l->width + INDENT) ||
        (l->spread && column >= l->width))
        return 0;
    return (over > STEEP ? 8 : over > 1 ? 5 : over == 1 ? 3 : 1) + beyond;
}

/* The widths of the least sum, of several those that change late and to the narrowest. */
static void find_plainly(const struct line *v, int n, int *measure)
{
    static int best[LINES + 1][WIDEST], other[LINES];

    memset(best, 0, sizeof best);
    for (int i = 0; i < n; i++) {
        const struct line *prev = i > 0 ? &v[i - 1] : NULL, *next = i + 1 < n ? &v[i + 1] : NULL;
        int change = change_cost(prev, &v[i]);

        other[i] = 0;
        for (int f = 1; f < WIDEST; f++)
            if (best[i][f] < best[i][other[i]])
                other[i] = f;
        for (int f = 0; f < WIDEST; f++) {
            int most = best[i][other[i]] + change;

            best[i + 1][f] = (best[i][f] < most ? best[i][f] : most) +
                             line_cost(prev, &v[i], next, f + 1);
        }
    }
    measure[n - 1] = 0;
    for (int f = 1; f < WIDEST; f++)
        if (best[n][f] < best[n][measure[n - 1]])
            measure[n - 1] = f;
    for (int i = n - 1, f = measure[i]; i >= 0; i--) {
        measure[i] = f + 1;
        if (best[i][f] > best[i][other[i]] + change_cost(i > 0 ? &v[i - 1] : NULL, &v[i]))
            f = other[i];
    }
}

/* Mostly of one column, now and then of another or of no column at all. */
static void draw_lines(struct line *v, unsigned n)
{
    unsigned column = 16 + 2 * below(60);

    memset(v, 0, n * sizeof *v);
    for (unsigned i = 0; i < n; i++) {
        unsigned width;

        if (below(20) == 0)
            column = 8 + below(140);
        width = below(3) > 0 ? column - below(3) : below(30) == 0 ? below(400) : below(column + 4);
        v[i] = (struct line){
            .text = STR("a"),
            .width = (uint16_t)width,
            .least = (uint16_t)(width - below(width < 4 ? width + 1 : 4)),
            .unit = (uint16_t)(1 + below(6)),
            .narrow = (uint16_t)(below(2) * below(20)),
            .cjk = below(4) > 0,
            .proportional = below(9) == 0,
            .spread = below(30) == 0,
            .ends = (uint8_t)below(3),
            .blanks = below(8) == 0,
            .page = below(40) == 0,
            .chapter = (uint8_t)(below(30) == 0 ? CHAPTER_TITLE : CHAPTER_NO),
        };
    }
}

static void test_as_plainly(void **state)
{
    (void)state;
    for (int text = 0; text < TEXTS; text++) {
        struct line v[LINES];
        unsigned n = 1 + below(LINES);
        struct lines l = {.v = v, .n = n};
        int measure[LINES];

        draw_lines(v, n);
        find_plainly(v, (int)n, measure);
        measure_find(&l, true);
        for (unsigned i = 0; i < n; i++)
            assert_int_equal(v[i].measure, measure[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_as_plainly)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
