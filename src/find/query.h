/* Finding what the eye would call the same: pattern and text are folded (rules and flags in
 * find/fold.h) and the hits mapped back to the original bytes, whole clusters. */
#ifndef KANBAO_FIND_QUERY_H
#define KANBAO_FIND_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "find/fold.h"

/* Bytes [from, to) of a text. */
struct range {
    size_t from, to;
};

/* A growing list of ranges, ascending. Zero-initialise. */
struct ranges {
    struct range *v;
    size_t n, cap;
};
void ranges_add(struct ranges *r, size_t from, size_t to);
void ranges_free(struct ranges *r);

struct query;

/* A pattern to look for, valid UTF-8. NULL with a message when nothing is left of it once folded.
 */
struct query *query_new(struct str pattern, unsigned fold, struct err *e);
void query_free(struct query *q);

/* Appends every hit in text, left to right, not overlapping. Linear in the text. With FOLD_SPACE a
 * hit may run over the '\n' between two blocks: callers that do not want that search block by
 * block. */
void query_find(const struct query *q, struct str text, struct ranges *out);

/* Whether there is a hit in text. */
bool query_matches(const struct query *q, struct str text);

#endif
