/* Words that are marked wherever they occur, in groups that are painted alike and switched on and
 * off together. */
#ifndef KANBAO_FIND_KEYWORDS_H
#define KANBAO_FIND_KEYWORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "find/query.h"

struct keyword {
    char *text;
    struct query *query;
    size_t group;
};

struct keyword_group {
    char *name; /* of the settings file; else the text of its one word */
    bool off;
    size_t color; /* the lowest number that no group before it had when it was added */
};

/* Zero-initialise; free with keywords_free. */
struct keywords {
    struct keyword *v;
    size_t n, cap;
    struct keyword_group *groups;
    size_t n_groups, cap_groups;
    bool off; /* all of them */
};

/* Adds text, valid UTF-8, to the group of that name (NULL: a group of its own). False with a
 * message when it is no query (see query_new). */
bool keywords_add(struct keywords *k, const char *group, struct str text, unsigned flags,
                  struct err *e);
/* The group of that name, k->n_groups when there is none. */
size_t keywords_group(const struct keywords *k, const char *name);
/* The word of that text, k->n when there is none. */
size_t keywords_index(const struct keywords *k, struct str text);
/* Removes word i, and its group when it was the last one of it. */
void keywords_remove(struct keywords *k, size_t i);
void keywords_free(struct keywords *k);

struct keyword_hit {
    size_t from, to; /* bytes */
    size_t keyword;  /* index */
};

/* Zero-initialise. */
struct keyword_hits {
    struct keyword_hit *v;
    size_t n, cap;
};

/* Appends the hits of all words that are on, ascending; where some overlap the longest stays, of
 * equals the word that was added first. */
void keywords_find(const struct keywords *k, struct str text, struct keyword_hits *out);

#endif
