/* Where the sheets of all sources stand, and the number of the first article of each. */
#ifndef KANBAO_LIBRARY_PLACES_H
#define KANBAO_LIBRARY_PLACES_H

#include <stddef.h>
#include <stdint.h>

#include "library/borders.h"

struct place {
    uint32_t source;
    uint32_t max; /* bytes it was read from, at most */
    uint64_t off;
    size_t first; /* article */
};

/* Zero-initialise; free with places_free. */
struct places {
    struct place *v; /* in the order of their articles */
    size_t n, cap;
};

void places_add(struct places *p, struct place place);
void places_free(struct places *p);

/* The sheet that an article is in; there must be one. */
size_t places_of(const struct places *p, size_t article);
/* The first sheet of the source or of one behind it; n when there is none. */
size_t places_first(const struct places *p, size_t source);

/* Keeps the sheets [from, to), all of `source` so far, for the next run (borders_keep). `articles`
 * is the number of the article behind them, `end` where the next sheet begins. */
void places_keep(const struct places *p, size_t from, size_t to, size_t articles, struct border end,
                 const struct borders *known, const struct source *source);

#endif
