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

/* The classes of characters that terms are made of. */
static const uint64_t TERM_CLASSES = 1ull << CC_LETTER | 1ull << CC_HAN | 1ull << CC_HANGUL |
                                     1ull << CC_ITER | 1ull << CC_PROLONG | 1ull << CC_KANA |
                                     1ull << CC_SMALLKANA;

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

/* Writes the pairs of the ideographs from `off` on, behind *before, to *to; gives where these end.
 * Most terms are such. */
static size_t list_ideographs(struct str text, size_t off, uint32_t *before, uint16_t **to)
{
    uint32_t a = *before;
    uint16_t *out = *to;

    for (; off + 2 < text.n && utf8_row(text, off) < UTF8_ROWS; off += 3) {
        uint32_t b = utf8_ideograph(text, off);

        *out++ = (uint16_t)pair(a, b);
        a = b;
    }
    *before = a;
    *to = out;
    return off;
}

void cohesion_list(struct termlist *l, struct str text)
{
    uint32_t before = 0, word = 0;
    int letters = 0, syllable = 0;
    uint16_t *out;

    l->v = xgrow(l->v, &l->cap, l->n + text.n + 1, sizeof *l->v);
    out = l->v + l->n;
    for (size_t off = 0; off <= text.n;) {
        uint32_t cp = 0;
        size_t n;
        enum charclass c;

        if (before)
            off = list_ideographs(text, off, &before, &out);
        n = off < text.n ? utf8_get(text, off, &cp) : 1;
        off += n;
        c = charclass_of(cp);
        if (letters == 0 && !(TERM_CLASSES >> c & 1)) { /* most marks and digits */
            before = 0;
            syllable = 0;
            continue;
        }
        if (c == CC_LETTER) {
            word = word * 31 + (cp | 0x20);
            letters++;
        } else {
            if (letters >= WORD_MIN)
                *out++ = (uint16_t)term_of(word);
            word = 0;
            letters = 0;
        }
        syllable = c == CC_HANGUL ? syllable + 1 : 0;
        if (!is_topic_char(cp, c))
            cp = 0;
        if (before && cp && syllable <= STEM)
            *out++ = (uint16_t)pair(before, cp);
        before = cp;
    }
    l->n = (size_t)(out - l->v);
}

/* Without a branch: which terms come again cannot be foretold. */
void cohesion_add(struct terms *t, struct termspan text)
{
    uint16_t *seen;
    uint32_t n_twice = t->n_twice;

    t->seen = xgrow(t->seen, &t->cap, t->n_once + text.n + 1, sizeof *t->seen);
    seen = t->seen + t->n_once;
    for (size_t i = 0; i < text.n; i++) {
        unsigned term = text.v[i];
        uint64_t *once = &t->once[term / 64], *twice = &t->twice[term / 64];
        uint64_t bit = (uint64_t)1 << term % 64, again = *once & bit;

        *seen = (uint16_t)term;
        seen += !again;
        n_twice += (again & ~*twice) != 0;
        *twice |= again;
        *once |= bit;
    }
    t->n_once = (uint32_t)(seen - t->seen);
    t->n_twice = n_twice;
}

uint32_t cohesion_strike(struct terms *t, struct termspan text)
{
    uint32_t struck = 0;

    for (size_t i = 0; i < text.n; i++) {
        unsigned term = text.v[i];

        if (has(t->once, term)) { /* few are */
            t->once[term / 64] ^= (uint64_t)1 << term % 64;
            struck++;
        }
    }
    return struck;
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

double cohesion_part(const struct terms *part, const struct terms *whole)
{
    uint32_t common = 0;

    for (uint32_t i = 0; i < part->n_once; i++)
        common += has(whole->once, part->seen[i]);
    return part->n_once > 0 ? (double)common / part->n_once : 0;
}

double cohesion_overlap(const struct terms *a, const struct terms *b)
{
    return a->n_once < b->n_once ? cohesion_part(a, b) : cohesion_part(b, a);
}

/* Finds the terms of the run and how far each of them reaches. */
static void find_reach(const struct termspan *texts, size_t n, struct run *run)
{
    struct terms *all = &run->all;

    cohesion_clear(all);
    for (size_t k = 0; k < n; k++) {
        uint16_t *seen;

        all->seen = xgrow(all->seen, &all->cap, all->n_once + texts[k].n + 1, sizeof *all->seen);
        seen = all->seen + all->n_once;
        for (size_t i = 0; i < texts[k].n; i++) {
            unsigned term = texts[k].v[i];
            struct reach *reach = &run->reach[term];
            bool again = has(all->once, term);

            put(all->once, term);
            reach->first = again ? reach->first : (uint8_t)k;
            reach->last = (uint8_t)k;
            *seen = (uint16_t)term;
            seen += !again;
        }
        all->n_once = (uint32_t)(seen - all->seen);
    }
}

/* Counts, at each cut, the terms whose first text ends there and those whose last one begins. */
static void count_edges(const struct run *run, const struct terms *heading, struct cut *cuts)
{
    for (uint32_t i = 0; i < run->all.n_once; i++) {
        unsigned term = run->all.seen[i];
        struct reach reach = run->reach[term];
        struct cut *behind = &cuts[reach.first + 1], *before = &cuts[reach.last];

        behind->before++;
        before->after++;
        if (has(heading->once, term)) {
            behind->heading_before++;
            before->heading_after++;
        }
    }
}

void cohesion_cuts(const struct termspan *texts, size_t n, const struct terms *heading,
                   struct run *run, struct cut *cuts)
{
    for (size_t k = 0; k <= n; k++)
        cuts[k] = (struct cut){0};
    find_reach(texts, n, run);
    count_edges(run, heading, cuts);
    for (size_t k = 1; k <= n; k++) {
        cuts[k].before += cuts[k - 1].before;
        cuts[k].heading_before += cuts[k - 1].heading_before;
    }
    for (size_t k = n; k-- > 0;) {
        cuts[k].after += cuts[k + 1].after;
        cuts[k].heading_after += cuts[k + 1].heading_after;
        cuts[k].both = cuts[k].before + cuts[k].after - run->all.n_once;
    }
}
