/* Looking for hits over all articles, or those of a narrowed list. What is not shown is not rebuilt
 * unless its raw bytes may hold a hit (find/sieve). */
#ifndef KANBAO_UI_SEARCH_H
#define KANBAO_UI_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "find/keywords.h"
#include "find/query.h"
#include "find/sieve.h"
#include "paper/library.h"
#include "paper/order.h"
#include "ui/narrowing.h"

/* Fill in lib, query or keywords, within, order and ask, which may be NULL; zero-initialise the
 * rest. */
struct search {
    struct library *lib; /* borrowed, as query, keywords, within and order are */
    const struct query *query;
    const struct keywords *keywords; /* without a query: those of them that are on */
    const struct narrowing *within; /* the articles that are looked at; NULL: all */
    const struct order *order; /* what is but a copy there is not looked at; NULL: none is */
    /* Asked before each article, at least every few milliseconds of work, with the share that is
     * done, 0 to 1: false stops. */
    bool (*ask)(void *data, double share);
    void *data;
    struct sieve **sieves; /* what passes none of them has no hit; none: everything passes */
    size_t n_sieves;
    bool begun;            /* they were made */
    bool gave_up;          /* the expression took too long somewhere: hits may be missing */
    size_t source;       /* the one whose raw bytes were read last, from 1; 0: none */
    struct strbuf raw;
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

/* Whether an article is looked at and can have a hit, as far as its raw bytes tell. */
bool search_may_have(struct search *s, size_t article);
/* Appends the hits of an article, by bytes of its text, a block at a time; *a is the article,
 * borrowed from the library, NULL where it was not needed. False with a message when it cannot be
 * read. */
bool search_article(struct search *s, size_t article, const struct article **a,
                    struct ranges *hits, struct err *e);

/* Frees what it holds. */
void search_end(struct search *s);

#endif
