/* How much of what they try one by one, or make up by the ten thousand, tests take. */
#ifndef PORTION_H
#define PORTION_H

#include <stdlib.h>

/* One in so many: each, but where each costs a hundredfold and is run for its memory alone
 * (`make check-valgrind`). */
static inline unsigned one_in(void)
{
    const char *n = getenv("TRY_ONE_IN");

    return n ? (unsigned)strtoul(n, NULL, 10) : 1;
}

#endif
