#include <config.h>

#include "paper/cohesion.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum {
    ENOUGH = 5,
    WORD_MIN = 5,
    STEM = 2 /* syllables of a Korean word before its particles */
};

static bool has(const uint64_t *set, unsigned term)
{
    return set[term / 64] >> term % 64 & 1;
}

static void put(uint64_t *set, unsigned term)
{
    set[term / 64] |= (uint64_t)1 << term % 64;
}

static unsigned term_of(uint32_t h)
{
    h = (h ^ h >> 15) * 0x2C1B3C6Du;
    return (h ^ h >> 12) & (COHESION_TERMS - 1);
}

/* Room for up to so many terms that were not seen yet, and for one that was. */
static void make_room(struct terms *t, size_t more)
{
    size_t need = t->n_once + more;

    t->seen = xgrow(t->seen, &t->cap, (need < COHESION_TERMS ? need : COHESION_TERMS) + 1,
                    sizeof *t->seen);
}

/* Without a branch: which terms come again cannot be foretold. */
static inline void add_term(struct terms *t, unsigned term)
{
    uint64_t bit = (uint64_t)1 << term % 64, *once = &t->once[term / 64];
    uint64_t *twice = &t->twice[term / 64], again = *once & bit;

    t->seen[t->n_once] = (uint16_t)term;
    t->n_once += !again;
    t->n_twice += (again & ~*twice) != 0;
    *twice |= again;
    *once |= bit;
}

/* Hiragana carry grammar, not topics. */
static bool is_topic_char(uint32_t cp, enum charclass c)
{
    return c == CC_HAN || c == CC_HANGUL || c == CC_ITER || c == CC_PROLONG ||
           ((c == CC_KANA || c == CC_SMALLKANA) && cp >= 0x30A0);
}

static unsigned pair(uint32_t a, uint32_t b)
{
    return term_of(a * 0x10001u + b);
}

/* The pairs of the ideographs from `off` on, behind *before; gives where these end. Most terms are
 * such. */
static size_t add_ideographs(struct terms *t, struct str text, size_t off, uint32_t *before)
{
    uint32_t a = *before;

    for (; off < text.n && utf8_is_ideograph(text, off); off += 3) {
        uint32_t b = utf8_ideograph(text, off);

        add_term(t, pair(a, b));
        a = b;
    }
    *before = a;
    return off;
}

void cohesion_add(struct terms *t, struct str text)
{
    uint32_t before = 0, word = 0;
    int letters = 0, syllable = 0;

    make_room(t, text.n);
    for (size_t off = 0; off <= text.n;) {
        uint32_t cp = 0;
        size_t n;
        enum charclass c;

        if (before)
            off = add_ideographs(t, text, off, &before);
        n = off < text.n ? utf8_get(text, off, &cp) : 1;
        c = charclass_of(cp);
        if (c == CC_LETTER) {
            word = word * 31 + (cp | 0x20);
            letters++;
        } else {
            if (letters >= WORD_MIN)
                add_term(t, term_of(word));
            word = 0;
            letters = 0;
        }
        syllable = c == CC_HANGUL ? syllable + 1 : 0;
        if (!is_topic_char(cp, c))
            cp = 0;
        if (before && cp && syllable <= STEM)
            add_term(t, pair(before, cp));
        before = cp;
        off += n;
    }
}

void cohesion_clear(struct terms *t)
{
    for (uint32_t i = 0; i < t->n_once; i++)
        t->once[t->seen[i] / 64] = t->twice[t->seen[i] / 64] = 0;
    t->n_once = t->n_twice = 0;
}

void cohesion_free(struct terms *t)
{
    free(t->seen);
    *t = (struct terms){0};
}

double cohesion_share(const struct terms *part, const struct terms *whole)
{
    uint32_t common = 0;

    if (part->n_twice < ENOUGH)
        return -1;
    for (uint32_t i = 0; i < part->n_once; i++)
        common += has(part->twice, part->seen[i]) && has(whole->once, part->seen[i]);
    return (double)common / part->n_twice;
}

double cohesion_overlap(const struct terms *a, const struct terms *b)
{
    const struct terms *smaller = a->n_once < b->n_once ? a : b, *larger = smaller == a ? b : a;
    uint32_t common = 0;

    for (uint32_t i = 0; i < smaller->n_once; i++)
        common += has(larger->once, smaller->seen[i]);
    return smaller->n_once > 0 ? (double)common / smaller->n_once : 0;
}

/* The first and the last text of a run that has each term. */
struct reach {
    uint8_t first[COHESION_TERMS], last[COHESION_TERMS];
};

/* The terms of all texts into `all`, how far each of them reaches into `reach`. */
static void find_reach(const struct str *texts, size_t n, struct terms *all, struct reach *reach)
{
    struct terms *one = xcalloc(1, sizeof *one);

    for (size_t k = 0; k < n; k++) {
        cohesion_add(one, texts[k]);
        make_room(all, one->n_once);
        for (uint32_t i = 0; i < one->n_once; i++) {
            unsigned term = one->seen[i];

            if (!has(all->once, term)) {
                all->seen[all->n_once++] = (uint16_t)term;
                put(all->once, term);
                reach->first[term] = (uint8_t)k;
            }
            reach->last[term] = (uint8_t)k;
        }
        cohesion_clear(one);
    }
    cohesion_free(one);
    free(one);
}

/* Counts, at each cut, the terms whose first text ends there and those whose last one begins. */
static void count_edges(const struct terms *all, const struct reach *reach,
                        const struct terms *heading, struct cut *cuts)
{
    for (uint32_t i = 0; i < all->n_once; i++) {
        unsigned term = all->seen[i];
        struct cut *behind = &cuts[reach->first[term] + 1], *before = &cuts[reach->last[term]];

        behind->before++;
        before->after++;
        if (has(heading->once, term)) {
            behind->heading_before++;
            before->heading_after++;
        }
    }
}

void cohesion_cuts(const struct str *texts, size_t n, const struct terms *heading,
                   struct cut *cuts)
{
    struct terms *all = xcalloc(1, sizeof *all);
    struct reach *reach = xmalloc(sizeof *reach);

    for (size_t k = 0; k <= n; k++)
        cuts[k] = (struct cut){0};
    find_reach(texts, n, all, reach);
    count_edges(all, reach, heading, cuts);
    for (size_t k = 1; k <= n; k++) {
        cuts[k].before += cuts[k - 1].before;
        cuts[k].heading_before += cuts[k - 1].heading_before;
    }
    for (size_t k = n; k-- > 0;) {
        cuts[k].after += cuts[k + 1].after;
        cuts[k].heading_after += cuts[k + 1].heading_after;
        cuts[k].both = cuts[k].before + cuts[k].after - all->n_once;
    }
    cohesion_free(all);
    free(all);
    free(reach);
}
