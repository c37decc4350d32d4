#include <config.h>

#include "find/reading.h"

#include <stdint.h>
#include <string.h>

#include "find/fold.h"
#include "find/reading_table.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum { TYPED_MAX = 63, N_MORE = sizeof reading_more / sizeof *reading_more };

/* Bit k: the first k bytes of what was typed are read. */
typedef uint64_t states;

/* What was typed, folded; hits end where all of it is read. */
struct typed {
    char s[TYPED_MAX + 1];
    size_t n;
};

static states bit(size_t k)
{
    return (states)1 << k;
}

/* Bytes of `name` that what was typed goes on with from byte k. */
static size_t common(const struct typed *t, size_t k, const char *name)
{
    size_t n = 0;

    while (name[n] && k + n < t->n && t->s[k + n] == name[n])
        n++;
    return n;
}

/* What is read of a syllable: its first letter, a first consonant of two letters, all of it, and at
 * the end of what was typed any part. */
static states read_name(const struct typed *t, size_t k, const char *name)
{
    size_t n = common(t, k, name);
    states read = 0;

    if (n >= 1)
        read |= bit(k + 1);
    if (n >= 2 && name[1] == 'h')
        read |= bit(k + 2);
    if (n > 0 && (!name[n] || k + n == t->n))
        read |= bit(k + n);
    return read;
}

static size_t first_more(uint32_t cp)
{
    size_t lo = 0, hi = N_MORE;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (reading_more[mid].cp < cp)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static states read_names(const struct typed *t, size_t k, uint32_t cp)
{
    states read = 0;

    if (cp < READING_FIRST || cp > READING_LAST)
        return 0;
    if (reading_first[cp - READING_FIRST])
        read |= read_name(t, k, reading_names[reading_first[cp - READING_FIRST]]);
    for (size_t i = first_more(cp); i < N_MORE && reading_more[i].cp == cp; i++)
        read |= read_name(t, k, reading_names[reading_more[i].name]);
    return read;
}

/* The first consonant of a syllable of Hangul, as the letter that is typed. */
static uint32_t lead_of(uint32_t cp)
{
    static const uint16_t leads[] = {0x3131, 0x3132, 0x3134, 0x3137, 0x3138, 0x3139, 0x3141,
                                     0x3142, 0x3143, 0x3145, 0x3146, 0x3147, 0x3148, 0x3149,
                                     0x314A, 0x314B, 0x314C, 0x314D, 0x314E};

    return cp - 0xAC00 < 11172 ? leads[(cp - 0xAC00) / 588] : 0;
}

/* Small ya, yu, yo are read with the kana before them: しゃ is sh + a. */
static states read_glide(const struct typed *t, size_t k, uint32_t cp)
{
    const char *vowel = cp == 0x30E3 ? "a" : cp == 0x30E5 ? "u" : cp == 0x30E7 ? "o" : "";

    return common(t, k, vowel) ? bit(k + 1) : 0;
}

/* Small tsu doubles a consonant, or is left out. */
static states read_double(const struct typed *t, size_t k)
{
    return bit(k) | (k + 1 < t->n && t->s[k] == t->s[k + 1] ? bit(k + 1) : 0);
}

/* What is read when cp, folded, follows byte k of what was typed. */
static states read_char(const struct typed *t, size_t k, uint32_t cp)
{
    struct str s = {t->s, t->n};
    uint32_t typed = utf8_at(s, k);
    states read = 0;

    if (typed == cp || typed == lead_of(cp))
        read |= bit(k + utf8_get(s, k, &typed));
    if (cp == 0x30C3)
        read |= read_double(t, k);
    return read | read_names(t, k, cp) | read_glide(t, k, cp);
}

static bool is_passed_over(uint32_t cp)
{
    enum charclass c = charclass_of(cp);

    return !(charclass_is_ideograph(c) || c == CC_LETTER || c == CC_DIGIT || c == CC_HANGUL) ||
           c == CC_PROLONG;
}

/* The end of the text that is read as typed from byte `from`; 0 when it is not. */
static size_t read_from(struct str hay, size_t from, const struct typed *t)
{
    states now = bit(0);

    for (size_t at = from; at < hay.n;) {
        states next = 0;
        uint32_t cp;

        at += utf8_get(hay, at, &cp);
        if (now != bit(0) && is_passed_over(cp))
            continue;
        for (size_t k = 0; k < t->n; k++)
            if (now & bit(k))
                next |= read_char(t, k, cp);
        if (next & bit(t->n))
            return at;
        if (!next)
            return 0;
        now = next;
    }
    return 0;
}

/* Without blanks; false when it is too long. */
static bool take_typed(struct str typed, struct typed *t)
{
    struct folded f;

    t->n = 0;
    fold_text(typed, FOLD_ALL, &f);
    for (size_t i = 0; i < f.text.n && t->n <= TYPED_MAX; i++)
        if (f.text.s[i] != ' ') {
            if (t->n < TYPED_MAX)
                t->s[t->n] = f.text.s[i];
            t->n++;
        }
    folded_free(&f);
    return t->n > 0 && t->n <= TYPED_MAX;
}

bool reading_find(struct str text, struct str typed, struct range *hit)
{
    struct typed t;
    struct folded f;
    struct str hay;
    size_t from = 0, to = 0;

    if (!take_typed(typed, &t))
        return false;
    fold_text(text, FOLD_ALL, &f);
    hay = strbuf_str(&f.text);
    while (from < hay.n && (to = read_from(hay, from, &t)) == 0) {
        uint32_t cp;

        from += utf8_get(hay, from, &cp);
    }
    if (to > 0 && hit) {
        hit->from = folded_origin(&f, from);
        hit->to = to < hay.n ? folded_origin(&f, to) : text.n;
    }
    folded_free(&f);
    return to > 0;
}
