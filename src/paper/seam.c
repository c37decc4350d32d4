#include <config.h>

#include "paper/seam.h"

#include <string.h>

#include "text/charclass.h"
#include "text/utf8.h"

enum {
    REACH = 60, /* lines before and behind one that are collected */
    BLOCK = 64, /* bytes that are looked at together */
    BEHIND = 3, /* bytes of a character, at least */
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

static struct str tail(struct str s, size_t from)
{
    return str_sub(s, from, s.n);
}

/* The lines around are put together, and behind them what keeps a block within. */
static void collect_around(struct seams *s, size_t i)
{
    s->from = i > REACH ? i - REACH : 0;
    s->to = i + REACH < s->n ? i + REACH : s->n;
    strbuf_clear(&s->text);
    for (size_t k = s->from; k < s->to; k++)
        if (s->v[k]->cjk) {
            strbuf_add_str(&s->text, s->v[k]->text);
            strbuf_add_char(&s->text, '\n');
        }
    strbuf_pad(&s->text, '\n', BLOCK + BEHIND);
}

/* Whether `last` stands at a byte of the block and `third` at the third one behind that: without a
 * branch for each, as the compiler makes vectors of them. */
static bool may_stand_in(const char *at, char last, char third)
{
    unsigned char found = 0;

    for (int k = 0; k < BLOCK; k++)
        found |= (unsigned char)((at[k] == last) & (at[k + BEHIND] == third));
    return found;
}

/* Whether the characters that end one line and begin another stand together in what is collected.
 * They are looked for by their last bytes, which tell an ideograph or kana from most others. */
static bool stand_around(const struct seams *s, struct str end, struct str begin)
{
    char last = end.s[end.n - 1], third = begin.s[BEHIND - 1];

    for (size_t off = 0; off + BLOCK + BEHIND <= s->text.n; off += BLOCK) {
        if (!may_stand_in(s->text.s + off, last, third))
            continue;
        for (size_t k = off + 1; k <= off + BLOCK; k++)
            if (str_ends(str_sub(strbuf_str(&s->text), 0, k), end) &&
                str_starts(tail(strbuf_str(&s->text), k), begin))
                return true;
    }
    return false;
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

/* Two kana tell less than two ideographs: there it takes three characters. */
static bool kana_stand_around(const struct seams *s, struct str end, struct str begin)
{
    size_t last = utf8_prev(end, end.n), second = utf8_next(begin, 0);

    if (stand_around(s, tail(end, last > 0 ? utf8_prev(end, last) : 0), str_sub(begin, 0, second)))
        return true;
    return is_kana(utf8_at(begin, second)) &&
           stand_around(s, tail(end, last), str_sub(begin, 0, utf8_next(begin, second)));
}

/* Whether line i reads on in line k, by what stands around line `at`. */
static int look(struct seams *s, size_t i, size_t k, size_t at)
{
    struct str end = s->v[i]->text, begin = s->v[k]->text;
    uint32_t a = utf8_before(end, end.n), b = utf8_at(begin, 0);
    bool seen;

    if (!s->v[i]->cjk && !s->v[k]->cjk)
        return look_latin(b);
    if (!is_letter(a) || !is_letter(b))
        return 0;
    if (!is_near(s, at))
        collect_around(s, at);
    seen = is_kana(a) && is_kana(b)
               ? kana_stand_around(s, end, begin)
               : stand_around(s, tail(end, utf8_prev(end, end.n)),
                              str_sub(begin, 0, utf8_next(begin, 0)));
    return seen ? SEEN : UNSEEN;
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
    strbuf_free(&s->text);
}
