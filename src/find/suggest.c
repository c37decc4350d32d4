#include <config.h>

#include "find/suggest.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/xalloc.h"
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
    LOOSE_COUNT_MIN = 4,   /* places that tell whether one is loose ... */
    LOOSE_COUNT_MAX = 256, /* ... of more the first are enough */
    KANA_SHARE = 8       /* Japanese has a kana among so many characters */
};

#define FREEDOM_MIN                                                                                \
    0.45                 /* of a side: its entropy over the highest that so many places can have   \
                          */
#define COHESION_MIN 2.0 /* bits of mutual information */
#define LOOSE_MIN    0.7 /* freedom on both sides of a loose character */

/* A unit of the text: an ideograph, kana or syllable, or a whole word of letters or digits. */
struct unit {
    size_t from, to;
    bool joined; /* with the unit before it: nothing stands between them */
    bool loose;  /* a character that stands beside anything, as 的 does: no edge of a word */
    size_t run;  /* units from it on that are joined */
};

struct candidate {
    struct str word;
    size_t count, units, others;
    double cohesion, freedom;
};

/* What a text is mostly written in. */
enum writing { WRITING_HAN, WRITING_KANA, WRITING_HANGUL, WRITING_LETTERS };

struct suggest {
    struct str text;
    enum writing writing;
    struct unit *units;
    size_t n_units, cap_units;
    size_t *order; /* units sorted by the text that begins with them */
    struct candidate *v;
    size_t n, cap, n_others;
};

static bool is_letter(enum charclass c)
{
    return c == CC_LETTER || c == CC_DIGIT || c == CC_FWLETTER || c == CC_FWDIGIT || c == CC_MARK;
}

static bool is_syllable(enum charclass c)
{
    return charclass_is_ideograph(c) || c == CC_HANGUL;
}

static void split(struct suggest *s)
{
    size_t last = 0; /* the end of the unit before */

    for (size_t off = 0; off < s->text.n;) {
        uint32_t cp;
        size_t to = off + utf8_get(s->text, off, &cp);
        enum charclass c = charclass_of(cp);

        if (is_letter(c))
            while (to < s->text.n && is_letter(charclass_of(utf8_at(s->text, to))))
                to += utf8_get(s->text, to, &cp);
        if (is_letter(c) || is_syllable(c)) {
            s->units = xgrow(s->units, &s->cap_units, s->n_units + 1, sizeof *s->units);
            s->units[s->n_units] = (struct unit){off, to, s->n_units > 0 && off == last, false, 1};
            s->n_units++;
            last = to;
        }
        off = to;
    }
    for (size_t i = s->n_units; i-- > 1;)
        if (s->units[i].joined)
            s->units[i - 1].run = s->units[i].run + 1;
}

/* Units a and b as they stand in the text. */
static int compare_units(const struct suggest *s, size_t a, size_t b)
{
    struct str x = str_sub(s->text, s->units[a].from, s->units[a].to);
    struct str y = str_sub(s->text, s->units[b].from, s->units[b].to);
    int d = memcmp(x.s, y.s, x.n < y.n ? x.n : y.n);

    return d ? d : (x.n > y.n) - (x.n < y.n);
}

/* Whether unit a + k goes on the run that unit a begins. */
static bool goes_on(const struct suggest *s, size_t a, size_t k)
{
    return k < s->units[a].run;
}

/* The runs of at most n units from a and from b. */
static int compare_runs(const struct suggest *s, size_t a, size_t b, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        bool x = goes_on(s, a, k), y = goes_on(s, b, k);
        int d = x && y ? compare_units(s, a + k, b + k) : x - y;

        if (d || !x)
            return d;
    }
    return 0;
}

/* Sorting from the bottom up: qsort has no place for the text. */
static void sort_units(struct suggest *s)
{
    size_t *from = xmalloc(s->n_units * sizeof *from), *to = xmalloc(s->n_units * sizeof *to);

    for (size_t i = 0; i < s->n_units; i++)
        from[i] = i;
    for (size_t width = 1; width < s->n_units; width *= 2) {
        size_t *swap = from;

        for (size_t lo = 0; lo < s->n_units; lo += 2 * width) {
            size_t mid = lo + width < s->n_units ? lo + width : s->n_units;
            size_t hi = mid + width < s->n_units ? mid + width : s->n_units;
            size_t a = lo, b = mid;

            for (size_t k = lo; k < hi; k++)
                to[k] = a < mid && (b == hi || compare_runs(s, from[a], from[b], CHARS_MAX) <= 0)
                            ? from[a++]
                            : from[b++];
        }
        from = to;
        to = swap;
    }
    s->order = from;
    free(to);
}

/* How often the n units from a stand in the text: they are side by side in the order. */
static size_t count_of(const struct suggest *s, size_t a, size_t n)
{
    size_t first = 0, last, hi = s->n_units;

    while (first < hi) {
        size_t mid = first + (hi - first) / 2;

        if (compare_runs(s, s->order[mid], a, n) < 0)
            first = mid + 1;
        else
            hi = mid;
    }
    last = first;
    hi = s->n_units;
    while (last < hi) {
        size_t mid = last + (hi - last) / 2;

        if (compare_runs(s, s->order[mid], a, n) <= 0)
            last = mid + 1;
        else
            hi = mid;
    }
    return last - first;
}

/* The weakest tie between two parts of the word, in bits. */
static double cohesion_of(const struct suggest *s, size_t a, size_t n, size_t count)
{
    double weakest = INFINITY;

    for (size_t k = 1; k < n; k++) {
        double parts = (double)count_of(s, a, k) * (double)count_of(s, a + k, n - k);
        double bits = log2((double)count * (double)s->n_units / parts);

        if (bits < weakest)
            weakest = bits;
    }
    return n > 1 ? weakest : log2((double)s->n_units / (double)count);
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

static double freedom_before(const struct suggest *s, const size_t *places, size_t count)
{
    struct entropy e = {0};
    bool *done = xcalloc(count, sizeof *done);

    for (size_t i = 0; i < count; i++) {
        size_t size = 1;

        if (done[i])
            continue;
        for (size_t k = i + 1; s->units[places[i]].joined && k < count; k++) {
            if (done[k] || !s->units[places[k]].joined ||
                compare_units(s, places[i] - 1, places[k] - 1) != 0)
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
        if (i + 1 == count || !goes_on(s, places[i], n) ||
            compare_runs(s, places[i], places[i + 1], n + 1) != 0) {
            add_group(&e, size);
            size = 0;
        }
    }
    return share(&e);
}

static bool is_word(const struct suggest *s, size_t a, size_t n)
{
    const struct unit *first = &s->units[a];
    uint32_t cp = utf8_at(s->text, first->from);

    if (n >= CHARS_MIN)
        return charclass_of(cp) != CC_DIGIT && charclass_of(cp) != CC_FWDIGIT;
    return charclass_of(cp) == CC_LETTER && first->to - first->from >= LETTERS_MIN;
}

static enum charclass class_of(const struct suggest *s, size_t unit)
{
    return charclass_of(utf8_at(s->text, s->units[unit].from));
}

static bool is_common(const struct suggest *s, uint32_t cp)
{
    static const enum tongue tongues[] = {
        [WRITING_HAN] = TONGUE_HANS,
        [WRITING_KANA] = TONGUE_JA,
        [WRITING_HANGUL] = TONGUE_KO,
        [WRITING_LETTERS] = TONGUE_HANS,
    };

    return rarity_bits(cp, tongues[s->writing]) <= COMMON_BITS;
}

/* The places of a character, which is loose when the language has it often and its neighbours on
 * either side are all kinds. */
static void mark_loose(struct suggest *s, const size_t *places, size_t count)
{
    size_t n = count < LOOSE_COUNT_MAX ? count : LOOSE_COUNT_MAX;

    if (count < LOOSE_COUNT_MIN || !is_syllable(class_of(s, places[0])) ||
        !is_common(s, utf8_at(s->text, s->units[places[0]].from)) ||
        freedom_before(s, places, n) < LOOSE_MIN || freedom_behind(s, places, n, 1) < LOOSE_MIN)
        return;
    for (size_t i = 0; i < count; i++)
        s->units[places[i]].loose = true;
}

/* Hangul parts words by spaces: one that mostly does not begin there is the end of others. */
static bool begins_inside(const struct suggest *s, const size_t *places, size_t count)
{
    size_t inside = 0;

    for (size_t i = 0; i < count; i++)
        inside += s->units[places[i]].joined;
    return class_of(s, places[0]) == CC_HANGUL && 2 * inside > count;
}

/* The places of a run of n units, `count` of them, stand at `places`. */
static void judge(struct suggest *s, const size_t *places, size_t count, size_t n)
{
    size_t a = places[0];
    struct candidate c = {.count = count, .units = n};
    double before, behind;

    if (!is_word(s, a, n) || count * (n > 1 ? n : WORD_UNITS) < EVIDENCE_MIN ||
        s->units[a].loose || s->units[a + n - 1].loose || begins_inside(s, places, count))
        return;
    before = freedom_before(s, places, count);
    behind = freedom_behind(s, places, count, n);
    c.freedom = before < behind ? before : behind;
    c.cohesion = cohesion_of(s, a, n, count);
    if (c.freedom < FREEDOM_MIN || c.cohesion < COHESION_MIN)
        return;
    c.word = str_sub(s->text, s->units[a].from, s->units[a + n - 1].to);
    s->v = xgrow(s->v, &s->cap, s->n + 1, sizeof *s->v);
    s->v[s->n++] = c;
}

static void find_candidates(struct suggest *s, size_t n)
{
    for (size_t i = 0, end; i < s->n_units; i = end) {
        end = i + 1;
        if (n > 1 && !goes_on(s, s->order[i], n - 1))
            continue;
        while (end < s->n_units && compare_runs(s, s->order[i], s->order[end], n) == 0)
            end++;
        if (n == 1)
            mark_loose(s, s->order + i, end - i);
        if (end - i >= COUNT_MIN)
            judge(s, s->order + i, end - i, n);
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

    s->text = text;
    s->writing = writing_of(text);
    split(s);
    sort_units(s);
    for (size_t n = 1; n <= CHARS_MAX; n++)
        find_candidates(s, n);
    return s;
}

void suggest_free(struct suggest *s)
{
    if (!s)
        return;
    free(s->units);
    free(s->order);
    free(s->v);
    free(s);
}

bool suggest_other(struct suggest *s, struct str text)
{
    if (writing_of(text) != s->writing)
        return false;
    s->n_others++;
    for (size_t i = 0; i < s->n; i++)
        s->v[i].others += str_find(text, s->v[i].word, 0) < text.n;
    return true;
}

static double score(const struct suggest *s, const struct candidate *c)
{
    double rare = log2(((double)s->n_others + 2) / ((double)c->others + 1));

    return (double)c->count * c->freedom * log2((double)c->units + 1) * (0.2 + rare);
}

static bool overlaps(struct str a, struct str b)
{
    return str_find(a, b, 0) < a.n || str_find(b, a, 0) < b.n;
}

size_t suggest_best(const struct suggest *s, struct suggestion *out, size_t max)
{
    bool *used = xcalloc(s->n, sizeof *used);
    size_t n = 0;

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
