/* How often two characters stand side by side in texts: chosen ones, all counted in one pass. */
#ifndef KANBAO_FIND_PAIRS_H
#define KANBAO_FIND_PAIRS_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct pair {
    uint32_t a, b; /* a 0: none */
    size_t count;
};

/* Zero-initialise. */
struct pairs {
    struct pair *v; /* a hash table, its size a power of 2 */
    size_t n, size;
};

void pairs_free(struct pairs *p);
/* Chooses a pair of characters, none of them 0. */
void pairs_add(struct pairs *p, uint32_t a, uint32_t b);
/* Counts the chosen ones in text, valid UTF-8. */
void pairs_look(struct pairs *p, struct str text);
/* How often the pair was seen since it was chosen; 0 when it was not. */
size_t pairs_count(const struct pairs *p, uint32_t a, uint32_t b);

#endif
