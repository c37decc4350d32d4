#include <config.h>

#include "paper/seam.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum {
    REACH = 60, /* lines before and behind one that are collected */
    HASHES = 1 << 16,
    SEEN = 2,
    UNSEEN = -1
};

static bool is_kana(uint32_t cp)
{
    enum charclass c = charclass_of(cp);

    return c >= CC_KANA && c <= CC_ITER;
}

static bool is_letter(uint32_t cp)
{
    return charclass_of(cp) == CC_HAN || is_kana(cp);
}

/* Two characters are three behind 0. */
static inline uint32_t hash_of(uint32_t a, uint32_t b, uint32_t c)
{
    uint64_t characters = (uint64_t)a << 42 | (uint64_t)b << 21 | c;

    return (uint32_t)(characters * 0x9E3779B97F4A7C15U >> 48);
}

static inline void add(struct seams *s, uint32_t hash)
{
    s->seen[hash / 64] |= (uint64_t)1 << hash % 64;
}

static bool has(const struct seams *s, uint32_t hash)
{
    return s->seen[hash / 64] >> hash % 64 & 1;
}

/* Two kana tell less than two ideographs: there it takes three characters. */
static void collect_line(struct seams *s, struct str text)
{
    uint32_t a = 0, b = 0, c;

    for (size_t off = 0; off < text.n; a = b, b = c) {
        if (off + 2 < text.n && utf8_row(text, off) < UTF8_ROWS) {
            c = utf8_ideograph(text, off);
            off += 3;
        } else {
            off += utf8_get(text, off, &c);
            if (is_kana(c))
                add(s, hash_of(a, b, c));
        }
        add(s, hash_of(0, b, c));
    }
}

static void collect_around(struct seams *s, size_t i)
{
    if (!s->seen)
        s->seen = xmalloc(HASHES / 8);
    memset(s->seen, 0, HASHES / 8);
    s->from = i > REACH ? i - REACH : 0;
    s->to = i + REACH < s->n ? i + REACH : s->n;
    for (size_t k = s->from; k < s->to; k++)
        if (s->v[k]->cjk)
            collect_line(s, s->v[k]->text);
}

/* What is collected has most of what stands around line i. */
static bool is_near(const struct seams *s, size_t i)
{
    return i < s->to && (s->from == 0 || i >= s->from + REACH / 2) &&
           (s->to == s->n || i + REACH / 2 <= s->to);
}

/* A sentence of Latin goes on with a small letter, unless with a name. */
static int look_latin(uint32_t first)
{
    return first >= 'A' && first <= 'Z' ? UNSEEN : SEEN;
}

/* Whether line i reads on in line k, by what stands around line `at`. */
static int look(struct seams *s, size_t i, size_t k, size_t at)
{
    struct str before = s->v[i]->text, text = s->v[k]->text;
    size_t last = before.n > 0 ? utf8_prev(before, before.n) : 0;
    uint32_t a = utf8_before(before, last), b = utf8_at(before, last), c = utf8_at(text, 0), d;

    if (!s->v[i]->cjk && !s->v[k]->cjk)
        return look_latin(c);
    if (!is_letter(b) || !is_letter(c))
        return 0;
    if (!is_near(s, at))
        collect_around(s, at);
    if (!is_kana(b) || !is_kana(c))
        return has(s, hash_of(0, b, c)) ? SEEN : UNSEEN;
    d = utf8_at(text, utf8_next(text, 0));
    return has(s, hash_of(a, b, c)) || has(s, hash_of(b, c, d)) ? SEEN : UNSEEN;
}

int seam_look(struct seams *s, size_t i, size_t k)
{
    return look(s, i, k, i);
}

int seam_look_back(struct seams *s, size_t i, size_t k)
{
    return look(s, i, k, k);
}

void seams_free(struct seams *s)
{
    free(s->seen);
}
