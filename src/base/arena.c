#include <config.h>

#include "base/arena.h"

#include <stdlib.h>

#include "base/xalloc.h"

enum { BLOCK_SIZE = 1 << 16 };

struct arena_block {
    struct arena_block *next;
    size_t used, size;
    char bytes[];
};

struct str arena_copy(struct arena *a, struct str s)
{
    struct arena_block *b = a->blocks;
    char *copy;

    if (!b || b->size - b->used < s.n) {
        size_t size = s.n > BLOCK_SIZE ? s.n : BLOCK_SIZE;

        b = xmalloc(sizeof *b + size);
        b->next = a->blocks;
        b->used = 0;
        b->size = size;
        a->blocks = b;
    }
    copy = b->bytes + b->used;
    if (s.n > 0)
        memcpy(copy, s.s, s.n);
    b->used += s.n;
    return (struct str){copy, s.n};
}

void arena_free(struct arena *a)
{
    while (a->blocks) {
        struct arena_block *next = a->blocks->next;

        free(a->blocks);
        a->blocks = next;
    }
}
