/* Finding what the eye would call the same: pattern and text are folded (rules in find/fold.h) and
 * the hits mapped back to the original bytes, whole clusters. */
#ifndef KANBAO_FIND_QUERY_H
#define KANBAO_FIND_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

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

/* What counts as the same (--ignore). */
enum fold_flags {
    FOLD_WIDTH = 1, /* ＡＢＣ = ABC */
    FOLD_CASE = 2,  /* ABC = abc */
    FOLD_SCRIPT = 4, /* 發展 = 发展; not before the Search issue */
    FOLD_KANA = 8,  /* カナ = かな */
    FOLD_SPACE = 16, /* spaces and line ends between CJK characters count for nothing, elsewhere one */
    FOLD_DEFAULT = FOLD_WIDTH | FOLD_CASE | FOLD_KANA | FOLD_SPACE
};

struct query;

/* A pattern to look for. NULL with a message when it is empty once folded. */
struct query *query_new(struct str pattern, unsigned fold, struct err *e);
void query_free(struct query *q);

/* Appends every hit in text, left to right, not overlapping. Linear in the text. A hit may run over
 * the '\n' between two blocks only if `fold` ignores spaces and both sides are CJK: callers that do
 * not want that search block by block. */
void query_find(const struct query *q, struct str text, struct ranges *out);

#endif
