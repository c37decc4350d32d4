/* Bytes side by side: what is asked of one is asked of sixteen at once. An answer is such a row
 * too, all ones where something holds, zero elsewhere: answers go together with & | ~. */
#ifndef KANBAO_BASE_BYTES_H
#define KANBAO_BASE_BYTES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

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

static inline bool bytes_holds_everywhere(bytes b)
{
    uint64_t halves[2];

    memcpy(halves, &b, BYTES_AT_ONCE);
    return (halves[0] & halves[1]) == UINT64_MAX;
}

static inline bool bytes_holds_anywhere(bytes b)
{
    uint64_t halves[2];

    memcpy(halves, &b, BYTES_AT_ONCE);
    return (halves[0] | halves[1]) != 0;
}

#endif
