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

static inline void begin_run(struct clusters *out)
{
    out->runs[out->n_runs++] = (uint32_t)out->n;
}

static inline void add(struct clusters *out, struct cluster c)
{
    begin_run(out);
    out->v[out->n++] = c;
    out->count[c.class]++;
}

static inline bool is_ascii(struct str text, size_t off)
{
    return off < text.n && (unsigned char)(text.s[off] - ' ') < 0x7F - ' ';
}

static bool stands_alone(struct str text, size_t off)
{
    return off >= text.n || glance_at(text, off).alone;
}

/* Where to end plain characters that end at byte `end`: before the last one when what follows may
 * join it. */
static size_t plain_end(struct str text, size_t begin, size_t end, size_t len)
{
    return end > begin && !stands_alone(text, end) ? end - len : end;
}

/* Adds the clusters from byte off on that are printable ASCII; returns the byte after them. Nothing
 * in it depends on where words end: that cannot be foretold. */
static size_t add_ascii(struct str text, size_t off, struct clusters *out)
{
    const uint8_t *entries = charclass_leaves + ((size_t)charclass_pages[0] << 8);
    size_t end = off, letters = 0, quotes = 0, n_runs = out->n_runs;
    bool after_letter = false;

    while (is_ascii(text, end))
        end++;
    end = plain_end(text, off, end, 1);
    for (; off < end; off++) {
        uint8_t class = entries[(unsigned char)text.s[off]] & 0x3F;
        bool letter = class == CC_LETTER;

        out->runs[n_runs] = (uint32_t)out->n;
        n_runs += !(letter & after_letter);
        out->v[out->n++] = (struct cluster){.from = (uint32_t)off, .class = class, .cols = 1};
        letters += letter;
        quotes += class == CC_AQUOTE;
        after_letter = letter;
    }
    out->n_runs = n_runs;
    out->count[CC_LETTER] += letters;
    out->count[CC_AQUOTE] += quotes;
    return end;
}

/* Adds the characters of three bytes from byte off to `end`, clusters that are all like `c`. */
static inline size_t add_wide(struct str text, size_t off, size_t end, const struct cluster *c,
                              struct clusters *out)
{
    struct cluster *v = out->v + out->n;
    size_t n;

    if (end == off)
        return off;
    end = plain_end(text, off, end, 3);
    n = (end - off) / 3;
    if (n == 0)
        return off;
    begin_run(out);
    for (size_t i = 0; i < n; i++) {
        v[i] = *c;
        v[i].from = (uint32_t)(off + 3 * i);
    }
    v[0].before = LINEBREAK_NO;
    out->n += n;
    out->count[c->class] += n;
    return end;
}

/* The end of the run of kana from byte off on, those apart that line breaking takes for marks. */
static size_t skip_kana(struct str text, size_t off)
{
    const uint8_t *entries = charclass_leaves + ((size_t)charclass_pages[0x30] << 8);
    size_t end = utf8_skip_between(text, off, 0xE381, 0xE383);

    for (; off < end; off += 3) {
        unsigned low = (unsigned)(text.s[off + 1] & 0x03) << 6 | (text.s[off + 2] & 0x3F);

        if ((entries[low] & 0x3F) != CC_KANA || low == 0x9B || low == 0x9C)
            break;
    }
    return off;
}

/* Adds the clusters from byte off on of the characters that most texts consist of, which join none
 * of their like: ideographs, kana, syllables, printable ASCII. Returns the byte after them. */
static size_t add_plain(struct str text, size_t off, struct clusters *out)
{
    static const struct cluster
        ideograph = {.class = CC_HAN, .cols = 2, .before = LINEBREAK_ALLOWED, .wide = true},
        kana = {.class = CC_KANA, .cols = 2, .before = LINEBREAK_ALLOWED, .wide = true},
        syllable = {.class = CC_HANGUL, .cols = 2, .before = LINEBREAK_ALLOWED, .wide = true};
    size_t begin;

    do {
        unsigned char lead = off < text.n ? (unsigned char)text.s[off] : 0;

        begin = off;
        if (lead < 0x80)
            off = add_ascii(text, off, out);
        else if (lead == 0xE3)
            off = add_wide(text, off, skip_kana(text, off), &kana, out);
        else if (lead < 0xEA)
            off = add_wide(text, off, utf8_skip_ideographs(text, off), &ideograph, out);
        else
            off = add_wide(text, off, utf8_skip_syllables(text, off), &syllable, out);
    } while (off > begin);
    return off;
}

static bool is_plain(uint32_t cp)
{
    return (cp >= ' ' && cp < 0x7F) || (cp >= 0x3041 && cp <= 0x30FA) ||
           (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0xAC00 && cp <= 0xD77F);
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
    } while (off < text.n && !is_plain(g.cp));
    return off;
}

void clusters_split(struct str text, struct glyph_mode mode, struct clusters *out)
{
    assert(text.n < UINT32_MAX);
    out->text = text;
    out->n = out->n_runs = out->ideographs = 0;
    memset(out->count, 0, sizeof out->count);
    out->v = xgrow(out->v, &out->cap, text.n + 1, sizeof *out->v);
    out->runs = xgrow(out->runs, &out->cap_runs, text.n + 1, sizeof *out->runs);
    for (size_t off = add_plain(text, 0, out); off < text.n; off = add_plain(text, off, out))
        off = add_others(text, off, mode, out);
    for (int c = CC_HAN; c <= CC_ITER; c++)
        out->ideographs += out->count[c];
    out->v[out->n] = (struct cluster){.from = (uint32_t)text.n, .class = CC_CONTROL};
    out->runs[out->n_runs] = (uint32_t)out->n;
}

void clusters_free(struct clusters *t)
{
    free(t->v);
    free(t->runs);
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
