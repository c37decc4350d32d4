/* The costs of paper/rolecost kept by what they depend on. Most lines are plain ones, of which a
 * text has a few hundred kinds: to tell the kind is a third of the work of the rules. */
#ifndef KANBAO_PAPER_ROLECACHE_H
#define KANBAO_PAPER_ROLECACHE_H

#include "paper/rolecost.h"

/* For the lines of one text, whose habits stay as they are. Zero-initialise. */
struct rolecache {
    struct rolerow {
        uint64_t facts; /* 0 where no costs are */
        struct rolecost cost;
    } rows[256];
    const struct line *last; /* the one that was looked at last ... */
    unsigned facts;          /* ... and those of its own */
};

/* What rolecost_look finds at p, which is set as for that; until the next call. */
const struct rolecost *rolecache_look(struct rolecache *c, struct place *p);

#endif
