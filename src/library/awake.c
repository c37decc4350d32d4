#include <config.h>

#include "library/awake.h"

void awake_keep(struct awake *a, struct source *const *sources, size_t source)
{
    for (size_t i = 0; i < AWAKE; i++)
        if (a->v[i] == source + 1)
            return;
    if (a->v[a->next])
        source_rest(sources[a->v[a->next] - 1]);
    a->v[a->next] = source + 1;
    a->next = (a->next + 1) % AWAKE;
}
