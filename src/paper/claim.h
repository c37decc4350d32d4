/* A headline that stands after its body, among articles whose headlines stand before theirs: with
 * it the headlines before may have stood after their bodies, too. */
#ifndef KANBAO_PAPER_CLAIM_H
#define KANBAO_PAPER_CLAIM_H

#include <stdbool.h>
#include <stddef.h>

#include "paper/blocks.h"
#include "paper/cohesion.h"
#include "paper/topics.h"

/* Headings and the bylines behind them: pieces [from, to), the bylines from `bylines` on. */
struct group {
    size_t from, bylines, to;
};

/* An article whose heading may turn out to be that of the article before: its heading, pieces
 * [from, start); its body from there to the next article. */
struct begun {
    size_t from, start;
    bool headed;
};

/* What is weighed. */
struct scales {
    struct terms heading; /* of a headline */
    struct run run;       /* of what is split */
};

/* The articles since the last one that was sure. Zero-initialise. */
struct region {
    struct begun *v;
    size_t n, cap;
    struct scales *scales; /* NULL as long as no headline claims */
};

/* Notes an article that begins; a heading of it with the pieces [from, start). */
void region_begin(struct region *r, size_t from, size_t start);
/* The last article has a heading. */
void region_head(struct region *r);
void region_free(struct region *r);

/* A headline follows the body of the last article, which ends with piece `end`, and is of it or of
 * a part of it. Finds where the headlines begin to stand after their bodies - at an article without
 * one, or at a paragraph that begins one - and tells the pieces from there on their articles.
 * Whether there is one article more then; *start is where the last one begins. Linear. */
bool region_claim(struct region *r, struct topics *t, struct pieces *p,
                  const struct group *headline, size_t end, size_t *start);

#endif
