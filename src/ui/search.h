/* Looking for hits over all articles, or those of a narrowed list. What is not shown is not rebuilt
 * unless its raw bytes may hold a hit (find/sift). */
#ifndef KANBAO_UI_SEARCH_H
#define KANBAO_UI_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "find/keywords.h"
#include "find/query.h"
#include "find/sift.h"
#include "library/library.h"
#include "library/order.h"
#include "ui/narrowing.h"

/* Fill in lib, query or keywords, within, order and ask, which may be NULL; zero-initialise the
 * rest. */
struct search {
    struct library *lib; /* borrowed, as query, keywords, within and order are */
    const struct query *query;
    const struct keywords *keywords; /* without a query: those of them that are on */
    const struct narrowing *within; /* the articles that are looked at; NULL: all */
    const struct order *order; /* the articles are gone through in this order, and copies left out;
                                * NULL: in the order of the sources */
    /* Asked before each article, at least every few milliseconds of work, with the share that is
     * done, 0 to 1: false stops. */
    bool (*ask)(void *data, double share);
    void *data;
    size_t *ordered; /* the articles as `order` had them, if that is not as their sources stand */
    size_t n_ordered, rest; /* `rest`: the first article behind all of those */
    struct sift *sift; /* what cannot have a hit is left out; NULL: nothing is */
    bool begun;        /* both were made */
    bool gave_up;      /* the expression took too long somewhere: hits may be missing */
};

struct search_place {
    size_t article;
    size_t off; /* byte of its text */
};

enum search_result {
    SEARCH_FOUND,
    SEARCH_WRAPPED, /* found beyond the last article, or before the first */
    SEARCH_NOTHING,
    SEARCH_STOPPED  /* by ask, or a source could not be read: the message is in *e */
};

/* From *at: forward, the first hit at that byte or behind it; backward, the last one before it
 * (SIZE_MAX: the last of the article). Goes on through the other articles, once around. *at becomes
 * the hit. */
enum search_result search_find(struct search *s, bool forward, struct search_place *at,
                               struct err *e);

/* The first hit in the article *from or one behind it. *from becomes how many have been looked at.
 */
enum search_result search_behind(struct search *s, size_t *from, struct search_place *at,
                                 struct err *e);

/* How many articles there are to be gone through; which is the i-th. What is loaded meanwhile comes
 * behind the others. */
size_t search_count(struct search *s);
size_t search_nth(struct search *s, size_t i);
/* Whether an article is looked at. */
bool search_wants(const struct search *s, size_t article);
/* Whether an article is looked at and can have a hit, as far as its raw bytes tell. */
bool search_may_have(struct search *s, size_t article);
/* Whether what has not been taken in yet can have a hit; told in steps of some milliseconds, until
 * then it can. To be asked when all articles have been looked at. */
bool search_may_follow(struct search *s);
/* Appends the hits of an article, by bytes of its text, a block at a time; *a is the article,
 * borrowed from the library, NULL where it was not needed. False with a message when it cannot be
 * read. */
bool search_article(struct search *s, size_t article, const struct article **a,
                    struct ranges *hits, struct err *e);

/* Frees what it holds. */
void search_end(struct search *s);

#endif
