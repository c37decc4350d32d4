/* Memory that only grows and is freed at once; what it gave out never moves. */
#ifndef KANBAO_BASE_ARENA_H
#define KANBAO_BASE_ARENA_H

#include <stddef.h>

#include "base/str.h"

struct arena_block;

/* Zero-initialise. */
struct arena {
    struct arena_block *blocks;
};

/* A copy of s, not NUL-terminated. */
struct str arena_copy(struct arena *a, struct str s);
void arena_free(struct arena *a);

#endif
