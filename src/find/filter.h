/* Which articles a list shows: those that have every word that was typed, in their title, byline or
 * source's name, as query finds it or by how it is read (find/reading.h); a word after title:, by:,
 * source: or body: in that alone. */
#ifndef KANBAO_FIND_FILTER_H
#define KANBAO_FIND_FILTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "text/source.h"

struct filter;

/* What a word of field i begins with: title:; NULL behind the last. */
const char *filter_field(size_t i);

/* The words of typed, valid UTF-8; fold is of enum fold_flags and QUERY_SMART. NULL when there is
 * none. */
struct filter *filter_new(struct str typed, unsigned fold);
void filter_free(struct filter *f);

/* Whether texts must be looked into. */
bool filter_needs_body(const struct filter *f);
/* Whether text made of bytes [from, to) of the source can have all words that are to be in bodies:
 * where it cannot, the article need not be rebuilt (find/sift.h). */
bool filter_may_have(struct filter *f, struct source *s, uint64_t from, uint64_t to);

/* Whether what fits `narrower` is sure to fit `wider`, for it only goes on with the same words. */
bool filter_narrows(const struct filter *wider, const struct filter *narrower);

/* What is looked into, valid UTF-8. */
struct filter_subject {
    struct str title, byline, source;
    struct str body; /* where filter_needs_body says so; else of any value */
};

bool filter_has(const struct filter *f, const struct filter_subject *s);

#endif
