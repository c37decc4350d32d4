/* How often each keyword occurs in all articles, counted a slice of time after the other, and the
 * articles that have most of them. */
#ifndef KANBAO_UI_KEYCOUNT_H
#define KANBAO_UI_KEYCOUNT_H

#include "find/keywords.h"
#include "library/library.h"
#include "ui/search.h"

/* A word's hits in the open article and in all; how many articles have some. */
struct counted {
    size_t here, hits, articles;
};

/* An article that has keywords. */
struct rich {
    size_t article, total;
    size_t first;  /* byte of its first hit */
    size_t *count; /* of each word */
};

/* To be read; made by keycount_begin. */
struct keycount {
    struct keywords words; /* all of them on */
    struct counted *v;     /* of each word */
    size_t *order;         /* words, those with most hits first */
    struct rich *articles; /* at most some hundreds, those with most hits first */
    size_t n_articles;
    size_t next;           /* article that is counted next */
    size_t looked;         /* those counted, without copies */
    struct search search;
};

/* Begins with the words that there are now, found under `fold`; borrows lib, and the order, whose
 * copies are not counted. */
void keycount_begin(struct keycount *c, const struct keywords *k, unsigned fold,
                    struct library *lib, const struct order *order);
/* Counts the open article, as `here`. */
void keycount_here(struct keycount *c, const struct article *a);
/* Goes on for about `ms` milliseconds; false when there was nothing left to count. */
bool keycount_step(struct keycount *c, int ms);
void keycount_free(struct keycount *c);

#endif
