/* How the cost of work grows with its input: a ratio of two runs of the same process, so that the
 * verdict is the same on a slow machine, under load, and in valgrind. */
#ifndef GROWTH_H
#define GROWTH_H

#include <stddef.h>
#include <time.h>

#include "portion.h"

enum { GROWTH_FACTOR = 8, GROWTH_RUNS = 3 };

/* Less than this is linear: 8 would be, 64 would be quadratic. */
static const double GROWTH_LINEAR = 24;

/* The least CPU time of some runs of `work` on n bytes; of one where they are long. */
static clock_t growth_least(void (*work)(size_t n), size_t n)
{
    clock_t least = 0;
    int runs = one_in() > 1 ? 1 : GROWTH_RUNS;

    for (int i = 0; i < runs; i++) {
        clock_t start = clock(), spent;

        work(n);
        spent = clock() - start;
        least = i == 0 || spent < least ? spent : least;
    }
    return least;
}

/* The time of `work` on 8 n bytes over that on n. */
static double growth(void (*work)(size_t n), size_t n)
{
    clock_t small = growth_least(work, n);

    return (double)growth_least(work, GROWTH_FACTOR * n) / (double)(small > 0 ? small : 1);
}

#endif
