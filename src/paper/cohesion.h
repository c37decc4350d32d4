/* Whether two texts speak of the same thing, by the words they share: pairs of ideographs, the
 * first syllables of Korean words, whole Latin words. No dictionary. */
#ifndef KANBAO_PAPER_COHESION_H
#define KANBAO_PAPER_COHESION_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum {
    COHESION_TERMS = 1 << 15, /* terms are told apart by so many hashes */
    COHESION_RUN = 255        /* texts of a run at most */
};

/* The terms of texts one behind the other, each as often as it comes: what a text is counted by,
 * which is found once however often it is counted. Zero-initialise, free v. */
struct termlist {
    uint16_t *v;
    size_t n, cap;
};

/* Those of one text; borrows from the list. */
struct termspan {
    const uint16_t *v;
    size_t n;
};

/* Appends the terms of the text. */
void cohesion_list(struct termlist *l, struct str text);

/* The terms of a text. Zero-initialise, free with cohesion_free. A byte a term takes half the work
 * of a bit or two. */
struct terms {
    uint8_t times[COHESION_TERMS]; /* 0: not seen; 1: once; higher: more often */
    uint16_t *seen;                /* those terms, each once, and room for more */
    size_t cap;
    uint32_t n_once, n_twice; /* how many these are */
};

void cohesion_add(struct terms *t, struct termspan text);
/* Strikes out those terms that the text has too; how many these were. */
uint32_t cohesion_strike(struct terms *t, struct termspan text);
/* Forgets the terms and keeps the memory; takes no longer than there are terms. */
void cohesion_clear(struct terms *t);
void cohesion_free(struct terms *t);

/* Share, 0 to 1, of the terms that occur twice and more in `part` that `whole` has too; -1 when
 * part has too few of them to tell. */
double cohesion_share(const struct terms *part, const struct terms *whole);

/* Share, 0 to 1, of the terms of the smaller text that the other has too. */
double cohesion_overlap(const struct terms *a, const struct terms *b);

/* Share, 0 to 1, of the terms of `part` that `whole` has; 0 when part has none. */
double cohesion_part(const struct terms *part, const struct terms *whole);

/* What a cut before one text of a run would part: how many terms stand before it, behind it and on
 * both sides, and how many of the first two a heading has. */
struct cut {
    uint32_t before, after, both;
    uint32_t heading_before, heading_after;
};

/* The terms of a run of texts while they are counted. Zero-initialise, free `seen`. */
struct run {
    struct reach {
        uint8_t behind; /* the text behind the first one that has the term; 0: none has it */
        uint8_t last;   /* the last one that has it */
    } reach[COHESION_TERMS];
    uint16_t *seen; /* as in struct terms */
    size_t n, cap;
};

/* The cuts before each of texts[0..n), n <= COHESION_RUN, and behind the last, into cuts[0..n].
 * Linear in the texts. */
void cohesion_cuts(const struct termspan *texts, size_t n, const struct terms *heading,
                   struct run *run, struct cut *cuts);

#endif
