#include <config.h>

#include "paper/cohesion.h"

#include <stdbool.h>

#include "text/charclass.h"
#include "text/utf8.h"

enum { ENOUGH = 5, WORD_MIN = 5 };

static void add_term(struct terms *t, uint32_t h)
{
    h = (h ^ h >> 15) * 0x2C1B3C6Du;
    h = (h ^ h >> 12) & (COHESION_BITS - 1);
    if (t->once[h / 64] >> h % 64 & 1)
        t->twice[h / 64] |= (uint64_t)1 << h % 64;
    t->once[h / 64] |= (uint64_t)1 << h % 64;
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

static size_t count_common(const uint64_t *a, const uint64_t *b)
{
    size_t n = 0;

    for (size_t i = 0; i < COHESION_BITS / 64; i++)
        n += (size_t)__builtin_popcountll(a[i] & b[i]);
    return n;
}

double cohesion_share(const struct terms *part, const struct terms *whole)
{
    size_t all = count_common(part->twice, part->twice);

    return all < ENOUGH ? -1 : (double)count_common(part->twice, whole->once) / (double)all;
}

double cohesion_overlap(const struct terms *a, const struct terms *b)
{
    size_t n = count_common(a->once, a->once), m = count_common(b->once, b->once);
    size_t smaller = n < m ? n : m;

    return smaller > 0 ? (double)count_common(a->once, b->once) / (double)smaller : 0;
}

size_t cohesion_common(const struct terms *part, const struct terms *whole)
{
    return count_common(part->once, whole->once);
}
