#include <config.h>

#include "paper/cohesion.h"

#include <stdbool.h>

#include "text/charclass.h"
#include "text/utf8.h"

enum { ENOUGH = 5, WORD_MIN = 5, WORDS = 16 /* whose bits a byte can count */ };

static void add_term(struct terms *t, uint32_t h)
{
    h = (h ^ h >> 15) * 0x2C1B3C6Du;
    h = (h ^ h >> 12) & (COHESION_BITS - 1);
    if (t->once[h / 64] >> h % 64 & 1) {
        t->n_twice += !(t->twice[h / 64] >> h % 64 & 1);
        t->twice[h / 64] |= (uint64_t)1 << h % 64;
    } else {
        t->n_once++;
        t->once[h / 64] |= (uint64_t)1 << h % 64;
    }
}

/* Hiragana carry grammar, not topics. */
static bool is_topic_char(uint32_t cp, enum charclass c)
{
    return c == CC_HAN || c == CC_HANGUL || c == CC_ITER || c == CC_PROLONG ||
           ((c == CC_KANA || c == CC_SMALLKANA) && cp >= 0x30A0);
}

void cohesion_add(struct terms *t, struct str text)
{
    uint32_t before = 0, word = 0;
    int letters = 0;

    for (size_t off = 0; off <= text.n;) {
        uint32_t cp = 0;
        size_t n = off < text.n ? utf8_get(text, off, &cp) : 1;
        bool ideograph = off < text.n && utf8_is_ideograph(text, off);
        enum charclass c = ideograph ? CC_HAN : charclass_of(cp);

        if (c == CC_LETTER) {
            word = word * 31 + (cp | 0x20);
            letters++;
        } else {
            if (letters >= WORD_MIN)
                add_term(t, word);
            word = 0;
            letters = 0;
        }
        if (!is_topic_char(cp, c))
            cp = 0;
        if (before && cp)
            add_term(t, before * 0x10001u + cp);
        before = cp;
        off += n;
    }
}

/* Bits set in each byte of x, eight sums in one word. */
static uint64_t count_bytes(uint64_t x)
{
    x -= x >> 1 & 0x5555555555555555u;
    x = (x & 0x3333333333333333u) + (x >> 2 & 0x3333333333333333u);
    return (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
}

/* Bits that are set in both. Sums of bytes over a few words need no call a word, as counting bits
 * does on a plain x86-64. */
static size_t count_common(const uint64_t *a, const uint64_t *b)
{
    size_t n = 0;

    for (size_t i = 0; i < COHESION_BITS / 64; i += WORDS) {
        uint64_t sums = 0;

        for (size_t k = i; k < i + WORDS; k++)
            sums += count_bytes(a[k] & b[k]);
        sums = (sums & 0x00FF00FF00FF00FFu) + (sums >> 8 & 0x00FF00FF00FF00FFu);
        n += sums * 0x0001000100010001u >> 48;
    }
    return n;
}

double cohesion_share(const struct terms *part, const struct terms *whole)
{
    if (part->n_twice < ENOUGH)
        return -1;
    return (double)count_common(part->twice, whole->once) / part->n_twice;
}

double cohesion_overlap(const struct terms *a, const struct terms *b)
{
    uint32_t smaller = a->n_once < b->n_once ? a->n_once : b->n_once;

    return smaller > 0 ? (double)count_common(a->once, b->once) / smaller : 0;
}

size_t cohesion_common(const struct terms *part, const struct terms *whole)
{
    return count_common(part->once, whole->once);
}
