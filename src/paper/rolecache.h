/* The costs of paper/rolecost kept by what they depend on. Most lines are plain ones, of which a
 * text has a few hundred kinds: to tell the kind is a third of the work of the rules. */
#ifndef KANBAO_PAPER_ROLECACHE_H
#define KANBAO_PAPER_ROLECACHE_H

#include "paper/rolecost.h"

enum { ROLECACHE_BITS = 8 };

/* For the lines of one text, whose habits stay as they are. Zero-initialise. */
struct rolecache {
    unsigned last; /* facts of the line before; 0 before the first one */
    struct rolerow {
        uint64_t facts; /* 0 where no costs are */
        struct rolecost cost;
    } rows[1 << ROLECACHE_BITS];
    struct roleline {
        bool known;
        int16_t heading; /* as in struct place */
    } lines[1 << 9];     /* by what this depends on */
};

/* What rolecost_look finds at p, which is set as for that: line by line, in order. The costs stand
 * until the next call. */
const struct rolecost *rolecache_look(struct rolecache *c, struct place *p);

#endif
