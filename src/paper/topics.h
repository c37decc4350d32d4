/* The terms of the pieces of a page, each piece's found when it is first asked for. */
#ifndef KANBAO_PAPER_TOPICS_H
#define KANBAO_PAPER_TOPICS_H

#include <stddef.h>

#include "paper/blocks.h"
#include "paper/cohesion.h"

struct topics {
    const struct pieces *p;
    struct termlist list;
    struct topic {
        size_t from, to;
    } * v; /* each piece's place in the list; to is 0 while it has none */
};

/* Borrows the pieces, whose texts and number must not change. */
void topics_begin(struct topics *t, const struct pieces *p);
void topics_free(struct topics *t);

/* Finds the terms of the pieces [from, to). */
void topics_find(struct topics *t, size_t from, size_t to);
/* The terms of a piece; dead when those of another one are found. */
struct termspan topics_of(struct topics *t, size_t i);

#endif
