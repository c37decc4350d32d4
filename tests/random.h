/* Numbers by chance for tests, always the same ones: Marsaglia's xorshift generators ("Xorshift
 * RNGs", Journal of Statistical Software 8(14), 2003). */
#ifndef RANDOM_H
#define RANDOM_H

#include <stdint.h>

/* The next one after *state, which must not be 0 and becomes it. */
static inline uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* One of [0, n), from a sequence that begins anew in each program. */
static inline unsigned below(unsigned n)
{
    static uint64_t state = 88172645463325252;

    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (unsigned)(state >> 11) % n;
}

#endif
