/* Bytes side by side: what is asked of one is asked of sixteen at once. An answer is such a row
 * too, all ones where something holds, zero elsewhere: answers go together with & | ~. */
#ifndef KANBAO_BASE_BYTES_H
#define KANBAO_BASE_BYTES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#if defined __x86_64__
#include <emmintrin.h>
#endif

enum { BYTES_AT_ONCE = 16 };
typedef uint8_t bytes __attribute__((vector_size(BYTES_AT_ONCE)));

/* Those at s. */
static inline bytes bytes_load(const void *s)
{
    bytes b;

    memcpy(&b, s, BYTES_AT_ONCE);
    return b;
}

static inline bytes bytes_is(bytes b, uint8_t byte)
{
    return (bytes)(b == byte);
}

static inline bytes bytes_is_within(bytes b, uint8_t from, uint8_t to)
{
    return (bytes)((b - from) <= (uint8_t)(to - from));
}

/* An answer as a set: bit k stands for byte k. */
static inline unsigned bytes_set(bytes b)
{
#if defined __x86_64__
    return (unsigned)_mm_movemask_epi8((__m128i)b);
#else
    unsigned set = 0;

    for (unsigned k = 0; k < BYTES_AT_ONCE; k++)
        set |= (b[k] & 1u) << k;
    return set;
#endif
}

static inline bool bytes_holds_everywhere(bytes b)
{
    return bytes_set(b) == (1u << BYTES_AT_ONCE) - 1;
}

static inline bool bytes_holds_anywhere(bytes b)
{
    return bytes_set(b) != 0;
}

#endif
