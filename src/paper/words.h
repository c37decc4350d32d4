/* The words of a text, to ask whether a word that a line may have cut is whole elsewhere. */
#ifndef KANBAO_PAPER_WORDS_H
#define KANBAO_PAPER_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "paper/lines.h"

/* A set of words by hash: it may rarely say yes to a word that is not there. */
struct words {
    uint64_t *slots; /* 0 = empty */
    size_t n, cap;   /* cap is a power of two */
    const struct syllables *syllables; /* the lines' own; NULL where no words are cut */
};

/* Collects the words that stand whole inside the lines: Latin ones that have a hyphen, and Korean
 * ones. Nothing is collected from lines that have neither. */
void words_collect(const struct lines *l, struct words *w);
/* Whether head and tail together, as one word, were seen. */
bool words_has(const struct words *w, struct str head, struct str tail);
void words_free(struct words *w);

#endif
