#include <config.h>

#include "find/suggest.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "find/pairs.h"
#include "find/runs.h"
#include "text/charclass.h"
#include "text/rarity.h"
#include "text/utf8.h"

enum {
    CHARS_MIN = 2,
    CHARS_MAX = 10,
    LETTERS_MIN = 4, /* of a word of letters */
    COUNT_MIN = 2,
    EVIDENCE_MIN = 6, /* units that a candidate covers in all; a word of letters counts as 3 */
    WORD_UNITS = 3,
    COMMON_BITS = 7,       /* every 128th character of the language, or more */
    EVERYDAY_BITS = 6,     /* as much as such a one tells */
    PARTICLE_BITS = 5,     /* every 32nd: 的 */
    FREEDOM_TELLS = 4,     /* places of a word whose neighbours alone tell its borders */
    WORD_BITS = 13,        /* of a word of letters */
    LOOSE_COUNT_MIN = 4,   /* places that tell whether one is loose ... */
    LOOSE_COUNT_MAX = 256, /* ... of more the first are enough */
    KANA_SHARE = 8       /* Japanese has a kana among so many characters */
};

#define FREEDOM_MIN                                                                                \
    0.45                 /* of a side: its entropy over the highest that so many places can have   \
                          */
#define COHESION_MIN 2.0 /* bits of mutual information */
#define CHANCE       0.75
#define LOOSE_MIN    0.7 /* freedom on both sides of a loose character */

struct candidate {
    struct str word;
    const size_t *places; /* `count` of them, */
    size_t n;             /* of so many units */
    size_t count, others;
    double cohesion, freedom, weight;
};

/* What a text is mostly written in. */
enum writing { WRITING_HAN, WRITING_KANA, WRITING_HANGUL, WRITING_LETTERS };

struct suggest {
    struct runs runs;
    enum writing writing;
    bool *loose; /* of each unit: a character that stands beside anything: no edge of a word */
    struct candidate *v;
    size_t n, cap, n_others;
    struct pairs elsewhere; /* characters at the edges of candidates, in the other texts */
};

/* The weakest tie between two parts of the word, in bits. */
static double cohesion_of(const struct suggest *s, size_t a, size_t n, size_t count)
{
    double weakest = INFINITY;

    for (size_t k = 1; k < n; k++) {
        double parts = (double)runs_count(&s->runs, a, k) *
                       (double)runs_count(&s->runs, a + k, n - k);
        double bits = log2((double)count * (double)s->runs.n / parts);

        if (bits < weakest)
            weakest = bits;
    }
    return n > 1 ? weakest : log2((double)s->runs.n / (double)count);
}

static enum charclass class_of(const struct suggest *s, size_t unit)
{
    return charclass_of(utf8_at(s->runs.text, s->runs.units[unit].from));
}

/* How surprising the unit is in the language, in bits. */
static unsigned bits_of(const struct suggest *s, size_t unit)
{
    static const enum tongue tongues[] = {
        [WRITING_HAN] = TONGUE_HANS,
        [WRITING_KANA] = TONGUE_JA,
        [WRITING_HANGUL] = TONGUE_KO,
        [WRITING_LETTERS] = TONGUE_HANS,
    };

    if (runs_is_letter(class_of(s, unit)))
        return WORD_BITS;
    return rarity_bits(utf8_at(s->runs.text, s->runs.units[unit].from), tongues[s->writing]);
}

/* Whether a word ends where it stands, whatever the text. */
static bool is_particle(const struct suggest *s, size_t unit)
{
    return bits_of(s, unit) <= PARTICLE_BITS;
}

/* Whether no word begins or ends with it. */
static bool is_no_edge(const struct suggest *s, size_t unit)
{
    return s->loose[unit] || is_particle(s, unit);
}

/* The share of the highest entropy that c neighbours in groups of equal ones have. A border of the
 * run is a neighbour that equals no other. */
struct entropy {
    double sum;
    size_t n;
};

static void add_group(struct entropy *e, size_t size)
{
    e->sum += (double)size * log2((double)size);
    e->n += size;
}

static double share(const struct entropy *e)
{
    double all = (double)e->n;

    return e->n > 1 ? (log2(all) - e->sum / all) / log2(all) : 0;
}

/* Whether something stands before it that could be a part of the same word. */
static bool is_held_before(const struct suggest *s, size_t unit)
{
    return s->runs.units[unit].joined && !is_particle(s, unit - 1);
}

static bool is_held_behind(const struct suggest *s, size_t unit, size_t n)
{
    return runs_goes_on(&s->runs, unit, n) && !is_particle(s, unit + n);
}

static double freedom_before(const struct suggest *s, const size_t *places, size_t count)
{
    struct entropy e = {0};
    bool *done = xcalloc(count, sizeof *done);

    for (size_t i = 0; i < count; i++) {
        size_t size = 1;

        if (done[i])
            continue;
        for (size_t k = i + 1; is_held_before(s, places[i]) && k < count; k++) {
            if (done[k] || !s->runs.units[places[k]].joined ||
                runs_compare_units(&s->runs, places[i] - 1, places[k] - 1) != 0)
                continue;
            done[k] = true;
            size++;
        }
        add_group(&e, size);
    }
    free(done);
    return share(&e);
}

/* Equal neighbours behind stand together in the order. */
static double freedom_behind(const struct suggest *s, const size_t *places, size_t count, size_t n)
{
    struct entropy e = {0};
    size_t size = 0;

    for (size_t i = 0; i < count; i++) {
        size++;
        if (i + 1 == count || !is_held_behind(s, places[i], n) ||
            runs_compare(&s->runs, places[i], places[i + 1], n + 1) != 0) {
            add_group(&e, size);
            size = 0;
        }
    }
    return share(&e);
}

static bool is_word(const struct suggest *s, size_t a, size_t n)
{
    const struct unit *first = &s->runs.units[a];
    uint32_t cp = utf8_at(s->runs.text, first->from);

    if (n >= CHARS_MIN)
        return charclass_of(cp) != CC_DIGIT && charclass_of(cp) != CC_FWDIGIT;
    return charclass_of(cp) == CC_LETTER && first->to - first->from >= LETTERS_MIN;
}

/* The places of a character, which is loose when the language has it often and its neighbours on
 * either side are all kinds. */
static void mark_loose(struct suggest *s, const size_t *places, size_t count)
{
    size_t n = count < LOOSE_COUNT_MAX ? count : LOOSE_COUNT_MAX;

    if (count < LOOSE_COUNT_MIN || !runs_is_syllable(class_of(s, places[0])) ||
        bits_of(s, places[0]) > COMMON_BITS ||
        freedom_before(s, places, n) < LOOSE_MIN || freedom_behind(s, places, n, 1) < LOOSE_MIN)
        return;
    for (size_t i = 0; i < count; i++)
        s->loose[places[i]] = true;
}

static uint32_t char_of(const struct suggest *s, size_t unit)
{
    return utf8_at(s->runs.text, s->runs.units[unit].from);
}

/* Whether a unit and the next one are two ideographs. Where words have endings these are seen
 * everywhere. */
static bool is_pair(const struct suggest *s, size_t unit)
{
    return class_of(s, unit) == CC_HAN && class_of(s, unit + 1) == CC_HAN;
}

/* How strong the tie is between a unit and the next one, in bits, beside others; a single one
 * may be chance. In the other texts `known` such pairs do not count. */
static double tie(const struct suggest *s, size_t unit, size_t known)
{
    size_t count = runs_count(&s->runs, unit, 2), more = 0;

    if (is_pair(s, unit))
        more = pairs_count(&s->elsewhere, char_of(s, unit), char_of(s, unit + 1));
    count += more > known ? more - known : 0;
    return log2((double)count - CHANCE) + bits_of(s, unit) + bits_of(s, unit + 1);
}

/* Whether, at half of its places or more, what stands before a word (or behind it) is tied more
 * closely to it than its own next unit: then the word is cut through. What stands beside it in
 * other texts that have the word says nothing new. */
static bool is_cut(const struct suggest *s, const struct candidate *c)
{
    const size_t *places = c->places;
    size_t before = 0, behind = 0, n = c->n;
    double first = tie(s, places[0], 0), last = tie(s, places[0] + n - 2, 0);

    for (size_t i = 0; i < c->count; i++) {
        before += is_held_before(s, places[i]) && tie(s, places[i] - 1, c->others) > first;
        behind += is_held_behind(s, places[i], n) && tie(s, places[i] + n - 1, c->others) > last;
    }
    return 2 * before >= c->count || 2 * behind >= c->count;
}

/* Whether its neighbours are too few to tell its borders. */
static bool needs_ties(const struct candidate *c)
{
    return c->n > 1 && c->count < FREEDOM_TELLS;
}

static void choose_pair(struct suggest *s, size_t unit)
{
    if (is_pair(s, unit))
        pairs_add(&s->elsewhere, char_of(s, unit), char_of(s, unit + 1));
}

/* The other texts are asked about what is_cut compares. */
static void choose_pairs(struct suggest *s, const struct candidate *c)
{
    for (size_t i = 0; i < c->count && needs_ties(c); i++) {
        size_t unit = c->places[i];

        if (is_held_before(s, unit))
            choose_pair(s, unit - 1);
        choose_pair(s, unit);
        choose_pair(s, unit + c->n - 2);
        if (is_held_behind(s, unit, c->n))
            choose_pair(s, unit + c->n - 1);
    }
}

/* Hangul parts words by spaces: one that mostly does not begin there is the end of others. */
static bool begins_inside(const struct suggest *s, const size_t *places, size_t count)
{
    size_t inside = 0;

    for (size_t i = 0; i < count; i++)
        inside += s->runs.units[places[i]].joined;
    return class_of(s, places[0]) == CC_HANGUL && 2 * inside > count;
}

/* What the word tells: how much more surprising its units are than everyday ones, and somewhat more
 * when they are many. */
static double weight_of(const struct suggest *s, size_t a, size_t n)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += bits_of(s, a + i) > EVERYDAY_BITS ? bits_of(s, a + i) - EVERYDAY_BITS : 0;
    return sum / sqrt((double)n);
}

/* The places of a run of n units, `count` of them, stand at `places`. */
static void judge(struct suggest *s, const size_t *places, size_t count, size_t n)
{
    size_t a = places[0];
    struct candidate c = {.places = places, .n = n, .count = count};
    double before, behind;

    if (!is_word(s, a, n) || count * (n > 1 ? n : WORD_UNITS) < EVIDENCE_MIN ||
        is_no_edge(s, a) || is_no_edge(s, a + n - 1) || begins_inside(s, places, count))
        return;
    before = freedom_before(s, places, count);
    behind = freedom_behind(s, places, count, n);
    c.freedom = before < behind ? before : behind;
    c.cohesion = cohesion_of(s, a, n, count);
    c.weight = weight_of(s, a, n);
    if (c.weight <= 0 || c.freedom < FREEDOM_MIN || c.cohesion < COHESION_MIN ||
        (needs_ties(&c) && is_cut(s, &c)))
        return;
    c.word = str_sub(s->runs.text, s->runs.units[a].from, s->runs.units[a + n - 1].to);
    s->v = xgrow(s->v, &s->cap, s->n + 1, sizeof *s->v);
    s->v[s->n++] = c;
    choose_pairs(s, &c);
}

static void find_candidates(struct suggest *s, size_t n)
{
    for (size_t i = 0, end; i < s->runs.n; i = end) {
        end = i + 1;
        if (n > 1 && !runs_goes_on(&s->runs, s->runs.order[i], n - 1))
            continue;
        while (end < s->runs.n &&
               runs_compare(&s->runs, s->runs.order[i], s->runs.order[end], n) == 0)
            end++;
        if (n == 1)
            mark_loose(s, s->runs.order + i, end - i);
        if (end - i >= COUNT_MIN)
            judge(s, s->runs.order + i, end - i, n);
    }
}

static enum writing writing_of(struct str text)
{
    size_t han = 0, kana = 0, hangul = 0, letters = 0;

    for (size_t off = 0; off < text.n;) {
        uint32_t cp;
        enum charclass c;

        off += utf8_get(text, off, &cp);
        c = charclass_of(cp);
        han += c == CC_HAN;
        kana += c == CC_KANA || c == CC_SMALLKANA;
        hangul += c == CC_HANGUL;
        letters += c == CC_LETTER;
    }
    if (kana * KANA_SHARE > han + kana)
        return WRITING_KANA;
    if (hangul > han)
        return WRITING_HANGUL;
    return letters > 3 * han ? WRITING_LETTERS : WRITING_HAN;
}

struct suggest *suggest_new(struct str text)
{
    struct suggest *s = xcalloc(1, sizeof *s);

    runs_init(&s->runs, text, CHARS_MAX);
    s->loose = xcalloc(s->runs.n, sizeof *s->loose);
    s->writing = writing_of(text);
    for (size_t n = 1; n <= CHARS_MAX; n++)
        find_candidates(s, n);
    return s;
}

void suggest_free(struct suggest *s)
{
    if (!s)
        return;
    runs_free(&s->runs);
    free(s->loose);
    free(s->v);
    pairs_free(&s->elsewhere);
    free(s);
}

bool suggest_other(struct suggest *s, struct str text)
{
    if (writing_of(text) != s->writing)
        return false;
    s->n_others++;
    for (size_t i = 0; i < s->n; i++)
        s->v[i].others += str_find(text, s->v[i].word, 0) < text.n;
    pairs_look(&s->elsewhere, text);
    return true;
}

static double score(const struct suggest *s, const struct candidate *c)
{
    double rare = log2(((double)s->n_others + 2) / ((double)c->others + 1));

    return (double)c->count * c->freedom * c->weight * (0.2 + rare);
}

static bool overlaps(struct str a, struct str b)
{
    return str_find(a, b, 0) < a.n || str_find(b, a, 0) < b.n;
}

size_t suggest_best(const struct suggest *s, struct suggestion *out, size_t max)
{
    bool *used = xcalloc(s->n, sizeof *used);
    size_t n = 0;

    for (size_t i = 0; i < s->n; i++)
        used[i] = needs_ties(&s->v[i]) && is_cut(s, &s->v[i]);
    while (n < max) {
        size_t best = s->n;
        bool fresh = true;

        for (size_t i = 0; i < s->n; i++)
            if (!used[i] && (best == s->n || score(s, &s->v[i]) > score(s, &s->v[best])))
                best = i;
        if (best == s->n)
            break;
        used[best] = true;
        for (size_t i = 0; i < n; i++)
            fresh = fresh && !overlaps(out[i].word, s->v[best].word);
        if (fresh)
            out[n++] = (struct suggestion){s->v[best].word, s->v[best].count,
                                             s->v[best].others};
    }
    free(used);
    return n;
}
