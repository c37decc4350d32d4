#include <config.h>

#include "layout/linebase.h"

#include <stdlib.h>
#include <string.h>

#include <unilbrk.h>

#include "base/xalloc.h"

enum { SMALL = 512 };

/* Clusters of one character whose line breaking class is beyond doubt. */
enum plain {
    PLAIN_NOT,
    PLAIN_IDEOGRAPH, /* ID, and Hangul, which breaks like it */
    PLAIN_CLOSING,   /* of three bytes: CL EX NS CJ (and IS in vertical forms) */
    PLAIN_OPENING,   /* of three bytes: OP */
    PLAIN_QUOTE,     /* QU */
    PLAIN_DASH,      /* B2 */
    PLAIN_LETTER,    /* ASCII, here and below: AL */
    PLAIN_DIGIT,     /* NU */
    PLAIN_STOP,      /* IS EX */
    PLAIN_HYPHEN,    /* HY */
    PLAIN_AOPENING,  /* OP */
    PLAIN_ACLOSING,  /* CL CP */
    PLAIN_SPACE,     /* SP */
    PLAIN_COUNT
};

/* U+309B and U+309C are kana to all but line breaking. */
static bool is_sound_mark(const char *s)
{
    return memcmp(s, "\xE3\x82\x9B", 3) == 0 || memcmp(s, "\xE3\x82\x9C", 3) == 0;
}

static inline enum plain plain_of(const struct clusters *t, size_t i)
{
    static const uint8_t by_bytes[4][CC_COUNT] = {[1] = {[CC_LETTER] = PLAIN_LETTER,
                                                         [CC_DIGIT] = PLAIN_DIGIT,
                                                         [CC_ASTOP] = PLAIN_STOP,
                                                         [CC_HYPHEN] = PLAIN_HYPHEN,
                                                         [CC_AOPEN] = PLAIN_AOPENING,
                                                         [CC_ACLOSE] = PLAIN_ACLOSING,
                                                         [CC_OQUOTE] = PLAIN_QUOTE,
                                                         [CC_CQUOTE] = PLAIN_QUOTE,
                                                         [CC_AQUOTE] = PLAIN_QUOTE,
                                                         [CC_SPACE] = PLAIN_SPACE},
                                                  [3] = {[CC_HAN] = PLAIN_IDEOGRAPH,
                                                         [CC_KANA] = PLAIN_IDEOGRAPH,
                                                         [CC_HANGUL] = PLAIN_IDEOGRAPH,
                                                         [CC_SMALLKANA] = PLAIN_CLOSING,
                                                         [CC_PROLONG] = PLAIN_CLOSING,
                                                         [CC_ITER] = PLAIN_CLOSING,
                                                         [CC_STOP] = PLAIN_CLOSING,
                                                         [CC_CLOSE] = PLAIN_CLOSING,
                                                         [CC_OPEN] = PLAIN_OPENING,
                                                         [CC_OQUOTE] = PLAIN_QUOTE,
                                                         [CC_CQUOTE] = PLAIN_QUOTE,
                                                         [CC_AQUOTE] = PLAIN_QUOTE,
                                                         [CC_DASH] = PLAIN_DASH}};
    const struct cluster *c = &t->v[i];
    uint32_t bytes = c[1].from - c->from;
    const char *s = t->text.s + c->from;

    if (bytes > 3 || (c->class == CC_SPACE && *s != ' '))
        return PLAIN_NOT;
    if (c->class == CC_KANA && is_sound_mark(s))
        return PLAIN_CLOSING;
    return (enum plain)by_bytes[bytes][c->class];
}

/* What UAX #14 says of a place between plain clusters. After a space it depends on what stands
 * before that. */
enum verdict { ASK, NO, YES, SPACE };

static const uint8_t verdicts[][PLAIN_COUNT] = {
    /* other ideograph closing opening quote dash letter digit stop hyphen ( ) space */
    [PLAIN_IDEOGRAPH] = {ASK, YES, NO, YES, NO, YES, YES, YES, NO, NO, YES, NO, NO},
    [PLAIN_CLOSING] = {ASK, YES, NO, YES, NO, YES, ASK, ASK, NO, NO, ASK, NO, NO},
    [PLAIN_OPENING] = {ASK, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO},
    [PLAIN_QUOTE] = {ASK, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO},
    [PLAIN_DASH] = {ASK, YES, NO, YES, NO, NO, YES, YES, NO, NO, YES, NO, NO},
    [PLAIN_LETTER] = {ASK, YES, NO, ASK, NO, YES, NO, NO, NO, NO, NO, NO, NO},
    [PLAIN_DIGIT] = {ASK, YES, NO, ASK, NO, YES, NO, NO, NO, NO, NO, NO, NO},
    [PLAIN_STOP] = {ASK, YES, NO, ASK, NO, YES, ASK, ASK, NO, NO, ASK, NO, NO},
    [PLAIN_HYPHEN] = {ASK, SPACE, NO, ASK, NO, ASK, SPACE, NO, NO, NO, ASK, NO, NO},
    [PLAIN_AOPENING] = {ASK, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO},
    [PLAIN_ACLOSING] = {ASK, YES, NO, ASK, NO, YES, ASK, ASK, NO, NO, ASK, NO, NO},
    [PLAIN_SPACE] = {ASK, SPACE, ASK, SPACE, SPACE, ASK, SPACE, SPACE, ASK, SPACE, SPACE, ASK, NO},
};

/* Whether a row may always begin after such a cluster and a space. */
static bool parts(enum plain c)
{
    return c != PLAIN_NOT && c != PLAIN_OPENING && c != PLAIN_AOPENING && c != PLAIN_QUOTE &&
           c != PLAIN_SPACE && c != PLAIN_DASH;
}

/* All dashes are one mark: what is — in one charset is ― in another, which Unicode takes for a
 * letter. */
static void unify_dashes(const struct clusters *t, size_t from, size_t to, char *text)
{
    const struct str dash = STR("—");

    for (size_t i = from; i < to; i++)
        if (t->v[i].class == CC_DASH)
            memcpy(text + (t->v[i].from - t->v[from].from), dash.s, dash.n);
}

/* The places before clusters (from, to) from the library. What stands before cluster `from` must
 * not matter. */
static void ask(struct clusters *t, size_t from, size_t to)
{
    size_t first = t->v[from].from, n = t->v[to].from - first;
    char small[2 * SMALL], *found = n <= SMALL ? small : xmalloc(2 * n), *text = found + n;

    memcpy(text, t->text.s + first, n);
    unify_dashes(t, from, to, text);
    u8_possible_linebreaks((const uint8_t *)text, n, "UTF-8", found);
    for (size_t i = from + 1; i < to; i++)
        t->v[i].before =
            found[t->v[i].from - first] == UC_BREAK_POSSIBLE ? LINEBREAK_ALLOWED : LINEBREAK_NO;
    if (found != small)
        free(found);
}

void linebase_mark(struct clusters *t)
{
    enum plain before = PLAIN_NOT, a = PLAIN_NOT;
    size_t anchor = 0; /* the last cluster that needs nothing before it */
    bool open = false; /* there are places behind it for the library */

    for (size_t r = 0; r < t->n_runs; r++) {
        size_t i = t->runs[r], last = t->runs[r + 1] - 1;
        enum plain c = plain_of(t, i);
        enum verdict v = (enum verdict)verdicts[a][c];

        if (v == SPACE)
            v = parts(before) ? YES : ASK;
        before = last > i ? c : a;
        a = c;
        if (v == ASK && last == i) {
            open = i > 0;
            continue;
        }
        if (open || v == ASK)
            ask(t, anchor, v == ASK ? i + 1 : i);
        open = false;
        if (v != ASK)
            t->v[i].before = v == YES ? LINEBREAK_ALLOWED : LINEBREAK_NO;
        if (c != PLAIN_SPACE)
            anchor = last;
    }
    if (open)
        ask(t, anchor, t->n);
}
