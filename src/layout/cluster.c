#include <config.h>

#include "layout/cluster.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/utf8.h"

/* A character of the text, looked up once. */
struct glance {
    uint32_t cp;
    uint8_t len, class, width; /* enum charclass, enum charwidth */
    bool alone;
};

static inline struct glance glance_at(struct str text, size_t off)
{
    struct glance g = {0};
    unsigned entry;

    if (off >= text.n)
        return g;
    g.len = (uint8_t)utf8_get(text, off, &g.cp);
    entry = charclass_entry(g.cp);
    g.class = entry & 0x3F;
    g.width = (uint8_t)(entry >> 6);
    g.alone = glyph_stands_alone(g.cp, (enum charclass)g.class);
    return g;
}

static bool is_wide(const struct glance *g)
{
    return g->width == CW_TWO || g->cp == 0x20A9 || (g->cp >= 0xFF61 && g->cp <= 0xFFEE);
}

static inline void add(struct clusters *out, struct cluster c)
{
    out->v[out->n++] = c;
    out->count[c.class]++;
}

static inline bool is_ascii(struct str text, size_t off)
{
    return off < text.n && (unsigned char)(text.s[off] - ' ') < 0x7F - ' ';
}

static inline bool is_wide_plain(struct str text, size_t off)
{
    return off < text.n && (utf8_is_ideograph(text, off) || utf8_is_syllable(text, off));
}

/* Whether at byte off there is a character of those that most texts consist of, which join none of
 * their like: printable ASCII, ideographs, syllables. */
static inline bool is_plain(struct str text, size_t off)
{
    return is_ascii(text, off) || is_wide_plain(text, off);
}

/* Adds the clusters from byte off on that are printable ASCII, with a plain character behind;
 * returns the byte after them. */
static size_t add_ascii(struct str text, size_t off, struct clusters *out)
{
    const uint8_t *entries = charclass_leaves + ((size_t)charclass_pages[0] << 8);
    struct cluster *c = out->v + out->n;
    size_t begin = off, letters = 0;

    for (; is_ascii(text, off) && is_plain(text, off + 1); off++, c++) {
        uint8_t class = entries[(unsigned char)text.s[off]] & 0x3F;

        *c = (struct cluster){.from = (uint32_t)off, .class = class, .cols = 1};
        if (class == CC_LETTER)
            letters++;
        else
            out->count[class]++;
    }
    out->n += off - begin;
    out->count[CC_LETTER] += letters;
    return off;
}

/* The same for ideographs and syllables. */
static size_t add_wide(struct str text, size_t off, struct clusters *out)
{
    struct cluster *c = out->v + out->n;
    size_t begin = off, ideographs = 0;

    for (; is_wide_plain(text, off) && is_plain(text, off + 3); off += 3) {
        bool ideograph = utf8_is_ideograph(text, off);

        *c++ = (struct cluster){.from = (uint32_t)off,
                                .class = ideograph ? CC_HAN : CC_HANGUL,
                                .cols = 2,
                                .wide = true};
        ideographs += ideograph;
    }
    out->n += (off - begin) / 3;
    out->count[CC_HAN] += ideographs;
    out->count[CC_HANGUL] += (off - begin) / 3 - ideographs;
    return off;
}

/* Both, as long as there are any. */
static size_t add_plain(struct str text, size_t off, struct clusters *out)
{
    size_t begin;

    do {
        begin = off;
        off = add_wide(text, add_ascii(text, off, out), out);
    } while (off > begin);
    return off;
}

/* Adds the cluster at byte off and those behind it up to a plain character; returns the byte of
 * that. */
static size_t add_others(struct str text, size_t off, struct glyph_mode mode, struct clusters *out)
{
    struct glance g = glance_at(text, off);

    do {
        size_t next = off + g.len;
        struct glance following = glance_at(text, next);
        int cols = g.width == CW_AMBIGUOUS ? mode.ambiguous : g.width;

        if (!(g.alone && following.alone)) {
            next = glyph_next(text, off);
            if (next > off + g.len) {
                cols = glyph_cluster_cols(str_sub(text, off, next), mode);
                following = glance_at(text, next);
            }
        }
        add(out, (struct cluster){.from = (uint32_t)off,
                                  .class = g.class,
                                  .cols = (uint8_t)(cols < UINT8_MAX ? cols : UINT8_MAX),
                                  .wide = is_wide(&g)});
        off = next;
        g = following;
    } while (off < text.n && !is_plain(text, off));
    return off;
}

void clusters_split(struct str text, struct glyph_mode mode, struct clusters *out)
{
    assert(text.n < UINT32_MAX);
    out->text = text;
    out->n = out->ideographs = 0;
    memset(out->count, 0, sizeof out->count);
    out->v = xgrow(out->v, &out->cap, text.n + 1, sizeof *out->v);
    for (size_t off = add_plain(text, 0, out); off < text.n; off = add_plain(text, off, out))
        off = add_others(text, off, mode, out);
    for (int c = CC_HAN; c <= CC_ITER; c++)
        out->ideographs += out->count[c];
    out->v[out->n] = (struct cluster){.from = (uint32_t)text.n, .class = CC_CONTROL};
}

void clusters_free(struct clusters *t)
{
    free(t->v);
    *t = (struct clusters){0};
}

uint32_t clusters_cp(const struct clusters *t, size_t i)
{
    return utf8_at(t->text, t->v[i].from);
}

bool clusters_is_cjk(const struct clusters *t)
{
    return t->ideographs > 0 && 2 * t->ideographs >= t->count[CC_HANGUL] + t->count[CC_LETTER];
}

bool clusters_is_script_border(const struct cluster *a, const struct cluster *b)
{
    return charclass_is_script_border((enum charclass)a->class, (enum charclass)b->class);
}

bool clusters_is_autospace(struct str text, size_t off)
{
    enum charclass a = CC_MARK;

    if (text.s[off] != ' ')
        return false;
    for (size_t i = off; i > 0 && (a == CC_MARK || a == CC_FORMAT);) {
        i = utf8_prev(text, i);
        a = charclass_of(utf8_at(text, i));
    }
    return charclass_is_script_border(a, charclass_of(utf8_at(text, off + 1)));
}
