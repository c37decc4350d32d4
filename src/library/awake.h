/* The sources whose files are open, those read last: descriptors are few, sources may be many. */
#ifndef KANBAO_LIBRARY_AWAKE_H
#define KANBAO_LIBRARY_AWAKE_H

#include <stddef.h>

#include "text/source.h"

enum { AWAKE = 16 };

/* Zero-initialise. */
struct awake {
    size_t v[AWAKE]; /* sources that may be open, from 1; 0: none */
    size_t next;
};

/* The source is about to be read: the one that was not for the longest time goes to rest. */
void awake_keep(struct awake *a, struct source *const *sources, size_t source);

#endif
