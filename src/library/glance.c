#include <config.h>

#include "library/glance.h"

enum {
    FIRST = 12 << 10, /* bytes of the first piece; of the others: */
    LEAST = 4 << 10,
    MOST = 24 << 10,
    MORE = 3 /* articles: the last one is left to the piece behind, and they may be longer */
};

uint32_t glance_next(size_t wanted, size_t known, uint64_t off)
{
    uint64_t bytes;

    if (wanted <= known)
        return 0;
    if (known == 0)
        return FIRST;
    bytes = off / known * (wanted - known + MORE);
    return (uint32_t)(bytes < LEAST ? LEAST : bytes < MOST ? bytes : MOST);
}
