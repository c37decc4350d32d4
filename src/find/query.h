/* Finding what the eye would call the same: pattern and text are folded (rules and flags in
 * find/fold.h) and the hits mapped back to the original bytes, whole clusters. A regular expression
 * sees the text folded too, but for FOLD_CASE, where it ignores case itself and minds accents, and
 * FOLD_SPACE, so that \s finds what is there. */
#ifndef KANBAO_FIND_QUERY_H
#define KANBAO_FIND_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "base/strlist.h"
#include "find/fold.h"

/* Bytes [from, to) of a text. */
struct range {
    size_t from, to;
};

/* A growing list of ranges, ascending. Zero-initialise. */
struct ranges {
    struct range *v;
    size_t n, cap;
    bool gave_up; /* a regular expression took too long: the rest of the text is left out */
};
void ranges_add(struct ranges *r, size_t from, size_t to);
void ranges_free(struct ranges *r);

/* Besides enum fold_flags. */
enum query_flags {
    QUERY_SMART = 64,  /* a pattern with capitals means them: FOLD_CASE is for the others */
    QUERY_REGEXP = 128 /* the pattern is a regular expression of PCRE2 */
};

struct query;

/* A pattern to look for, valid UTF-8; flags are of fold_flags and query_flags. NULL with a message
 * when nothing is left of it once folded, or it is no regular expression. */
struct query *query_new(struct str pattern, unsigned flags, struct err *e);
void query_free(struct query *q);

/* What is looked for, folded, and the folds; the pattern is empty for a regular expression. */
struct str query_pattern(const struct query *q);
unsigned query_fold(const struct query *q);
/* Texts of which every hit has one, folded by query_needs_fold; none where that cannot be told. */
const struct strlist *query_needs(const struct query *q);
unsigned query_needs_fold(const struct query *q);

/* Appends every hit in text, left to right, not overlapping. Linear in the text. With FOLD_SPACE a
 * hit may run over the '\n' between two blocks: callers that do not want that search block by
 * block. */
void query_find(const struct query *q, struct str text, struct ranges *out);

/* Whether there is a hit in text. */
bool query_matches(const struct query *q, struct str text);

#endif
