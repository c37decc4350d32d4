/* The library's articles in another order than that of their sources, and each but once: a list
 * that takes them in as they become known. */
#ifndef KANBAO_LIBRARY_ORDER_H
#define KANBAO_LIBRARY_ORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "library/library.h"

/* By the headline, as text/natural.h has it; the longest first; the source written last first. What
 * is the same stays in the order of the sources. */
enum order_by { ORDER_SOURCE, ORDER_TITLE, ORDER_SIZE, ORDER_DATE };

struct order_opts {
    enum order_by by;
    bool grouped; /* the articles of a source stay together */
    bool unique;  /* of articles with the same key, the first one only (library_opts.keys) */
};

struct order_item {
    uint64_t key; /* what decides, as far as a number can; the least comes first */
    size_t article;
};

/* Zero-initialise, then order_restart. */
struct order {
    struct order_opts opts;
    struct order_item *v; /* the articles in their order, but for the batch */
    size_t n, cap;
    struct order_item *batch; /* of those added last; with as much room behind them, to sort */
    size_t n_batch;
    size_t *first; /* of each key the first article + 1, by hashing; 0: free */
    size_t n_first, cap_first;
};

void order_free(struct order *o);
/* Whether there is anything to do; else an article's index is its place. */
bool order_is_needed(const struct order_opts *opts);
/* Begins with no articles. */
void order_restart(struct order *o, const struct order_opts *opts);

/* Adds an article, behind those that were added before it. False when it is another copy of one of
 * them and each is wanted once. It may stand in v only after order_settle. */
bool order_add(struct order *o, const struct library *lib, size_t article);
/* Makes sure that all that was added stands in v. */
void order_settle(struct order *o, const struct library *lib);
/* Forgets the articles from `from` on: they are other ones now. */
void order_cut(struct order *o, size_t from);

/* The place in v of the first article that does not come before this one; n when there is none. */
size_t order_place(const struct order *o, const struct library *lib, size_t article);
/* The copy of it that was added first, where each is wanted once; else the article. */
size_t order_first_copy(const struct order *o, const struct library *lib, size_t article);

#endif
