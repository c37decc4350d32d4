/* Whether two texts speak of the same thing, by the words they share: pairs of ideographs or
 * syllables, whole Latin words. No dictionary. */
#ifndef KANBAO_PAPER_COHESION_H
#define KANBAO_PAPER_COHESION_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum { COHESION_BITS = 1 << 15 };

/* The terms of a text. Zero-initialise. */
struct terms {
    uint64_t once[COHESION_BITS / 64];  /* terms seen */
    uint64_t twice[COHESION_BITS / 64]; /* terms seen more than once */
    uint32_t n_once, n_twice;           /* how many these are */
};

void cohesion_add(struct terms *t, struct str text);

/* Share, 0 to 1, of the terms that occur twice and more in `part` that `whole` has too; -1 when
 * part has too few of them to tell. */
double cohesion_share(const struct terms *part, const struct terms *whole);

/* Share, 0 to 1, of the terms of the smaller text that the other has too. */
double cohesion_overlap(const struct terms *a, const struct terms *b);

/* How many of the terms of `part` `whole` has. */
size_t cohesion_common(const struct terms *part, const struct terms *whole);

#endif
