#include <config.h>

#include "paper/cohesion.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum {
    ENOUGH = 5,
    WORD_MIN = 5,
    MANY = 1000, /* terms that are cleared sooner with all others than one by one */
    STEM = 2 /* syllables of a Korean word before its particles */
};

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

/* Writes the pairs of the ideographs from `off` on to *to, the first with *before, which is 0 where
 * no term can begin with it; gives where they end. Most terms are such. */
static size_t list_ideographs(struct str text, size_t off, uint32_t *before, uint16_t **to)
{
    uint32_t a = *before;
    uint16_t *out = *to;

    if (!a && off + 2 < text.n && utf8_row(text, off) < UTF8_ROWS) {
        a = utf8_ideograph(text, off);
        off += 3;
    }
    if (!a)
        return off;
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

        if (letters == 0)
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
        uint16_t term = text.v[i];
        uint8_t times = t->times[term];

        *seen = term;
        seen += times == 0;
        n_twice += times == 1;
        t->times[term] = (uint8_t)(times * 2 + 1); /* stays at 255 */
    }
    t->n_once = (uint32_t)(seen - t->seen);
    t->n_twice = n_twice;
}

uint32_t cohesion_strike(struct terms *t, struct termspan text)
{
    uint32_t struck = 0;

    for (size_t i = 0; i < text.n; i++) {
        uint8_t *times = &t->times[text.v[i]];

        if (*times > 0) { /* few are */
            *times = 0;
            struck++;
        }
    }
    return struck;
}

void cohesion_clear(struct terms *t)
{
    if (t->n_once > MANY)
        memset(t->times, 0, sizeof t->times);
    else
        for (uint32_t i = 0; i < t->n_once; i++)
            t->times[t->seen[i]] = 0;
    t->n_once = t->n_twice = 0;
}

void cohesion_free(struct terms *t)
{
    free(t->seen);
    t->seen = NULL;
}

double cohesion_share(const struct terms *part, const struct terms *whole)
{
    uint32_t common = 0;

    if (part->n_twice < ENOUGH)
        return -1;
    for (uint32_t i = 0; i < part->n_once; i++)
        common += (part->times[part->seen[i]] > 1) & (whole->times[part->seen[i]] > 0);
    return (double)common / part->n_twice;
}

double cohesion_part(const struct terms *part, const struct terms *whole)
{
    uint32_t common = 0;

    for (uint32_t i = 0; i < part->n_once; i++)
        common += whole->times[part->seen[i]] > 0;
    return part->n_once > 0 ? (double)common / part->n_once : 0;
}

double cohesion_overlap(const struct terms *a, const struct terms *b)
{
    return a->n_once < b->n_once ? cohesion_part(a, b) : cohesion_part(b, a);
}

/* Finds the terms of the run and how far each of them reaches. */
static void find_reach(const struct termspan *texts, size_t n, struct run *run)
{
    run->n = 0;
    for (size_t k = 0; k < n; k++) {
        uint16_t *seen;

        run->seen = xgrow(run->seen, &run->cap, run->n + texts[k].n + 1, sizeof *run->seen);
        seen = run->seen + run->n;
        for (size_t i = 0; i < texts[k].n; i++) {
            uint16_t term = texts[k].v[i];
            struct reach *reach = &run->reach[term];
            uint8_t behind = reach->behind;

            *seen = term;
            seen += behind == 0;
            reach->behind = behind ? behind : (uint8_t)(k + 1);
            reach->last = (uint8_t)k;
        }
        run->n = (size_t)(seen - run->seen);
    }
}

/* Counts, at each cut, the terms whose first text ends there and those whose last one begins; with
 * that the run is forgotten. */
static void count_edges(struct run *run, const struct terms *heading, struct cut *cuts)
{
    for (size_t i = 0; i < run->n; i++) {
        unsigned term = run->seen[i];
        struct cut *behind = &cuts[run->reach[term].behind], *before = &cuts[run->reach[term].last];

        run->reach[term] = (struct reach){0};
        behind->before++;
        before->after++;
        if (heading->times[term] > 0) {
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
        cuts[k].both = cuts[k].before + cuts[k].after - (uint32_t)run->n;
    }
}
