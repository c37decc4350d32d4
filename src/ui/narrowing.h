/* The articles of the list that fit a filter, found a slice of time after the other. What is typed
 * on only looks through what was found before. */
#ifndef KANBAO_UI_NARROWING_H
#define KANBAO_UI_NARROWING_H

#include <stdbool.h>
#include <stddef.h>

#include "find/filter.h"
#include "library/library.h"

/* Zero-initialise: all articles are shown. Free with narrowing_free. */
struct narrowing {
    struct filter *filter; /* NULL: none */
    size_t *v;             /* the articles that fit, ascending */
    size_t n, cap;
    size_t looked; /* articles before this one have been looked at ... */
    size_t *rest;  /* ... but for these of what was found before, from `at` on */
    size_t n_rest, at;
};

void narrowing_free(struct narrowing *w);
/* Takes f (NULL: all articles are shown) and begins with it. */
void narrowing_set(struct narrowing *w, struct filter *f);
/* The articles from `from` on are other ones. */
void narrowing_cut(struct narrowing *w, size_t from);
/* Looks at articles for about `ms` milliseconds. True when all were looked at. */
bool narrowing_step(struct narrowing *w, struct library *lib, int ms);
/* Whether all articles of the library have been looked at. */
bool narrowing_done(const struct narrowing *w, const struct library *lib);
/* Whether an article fits, also when it was not looked at yet. */
bool narrowing_has(const struct narrowing *w, struct library *lib, size_t article);
/* The place in v of the first one that is not before the article; n when there is none. */
size_t narrowing_place(const struct narrowing *w, size_t article);

#endif
