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
    uint8_t len, entry, class, width; /* of the table; enum charclass, enum charwidth */
    bool alone;
};

static inline struct glance glance_at(struct str text, size_t off)
{
    struct glance g = {0};

    if (off >= text.n)
        return g;
    g.len = (uint8_t)utf8_get(text, off, &g.cp);
    g.entry = (uint8_t)charclass_entry(g.cp);
    g.class = g.entry & 0x3F;
    g.width = g.entry >> 6;
    g.alone = glyph_stands_alone(g.cp, (enum charclass)g.class);
    return g;
}

static bool is_wide(const struct glance *g)
{
    return g->width == CW_TWO || g->cp == 0x20A9 || (g->cp >= 0xFF61 && g->cp <= 0xFFEE);
}

/* U+309B and U+309C are kana to all but line breaking. */
static inline bool is_ideograph(uint32_t cp, unsigned class)
{
    return ((1ull << CC_HAN | 1ull << CC_KANA) >> class & 1) && cp != 0x309B && cp != 0x309C;
}

static inline void add(struct clusters *out, struct cluster c)
{
    out->runs[out->n_runs++] = (uint32_t)out->n;
    out->v[out->n++] = c;
    out->count[c.class]++;
}

/* The n clusters behind the others are a run of words; `spaces` of them are none of that class. */
static void add_words(struct clusters *out, enum charclass class, size_t n, size_t spaces)
{
    if (n == 0)
        return;
    out->v[out->n].before = LINEBREAK_NO;
    out->runs[out->n_runs++] = (uint32_t)out->n;
    out->n += n;
    out->count[class] += n - spaces;
}

static bool is_letter(struct str text, size_t off)
{
    return off < text.n && (unsigned char)((text.s[off] | 0x20) - 'a') < 26;
}

/* Adds the ASCII letters from byte off on and the single spaces between them; returns the byte
 * after them. */
static size_t add_letters(struct str text, size_t off, struct clusters *out)
{
    struct cluster *begin = out->v + out->n, *v = begin;
    size_t spaces = 0;

    for (;; off++) {
        if (is_letter(text, off)) {
            *v++ = (struct cluster){.from = (uint32_t)off, .class = CC_LETTER, .cols = 1};
        } else if (v > begin && is_letter(text, off + 1) && text.s[off] == ' ') {
            *v++ = (struct cluster){.from = (uint32_t)off++, .class = CC_SPACE, .cols = 1};
            *v++ = (struct cluster){
                .from = (uint32_t)off, .class = CC_LETTER, .cols = 1, .before = LINEBREAK_ALLOWED};
            spaces++;
        } else {
            break;
        }
    }
    add_words(out, CC_LETTER, (size_t)(v - begin), spaces);
    return off;
}

/* Adds the Hangul syllables from byte off on, the same way. */
static size_t add_syllables(struct str text, size_t off, struct clusters *out)
{
    struct cluster *begin = out->v + out->n, *v = begin;
    size_t spaces = 0;

    for (;;) {
        if (utf8_is_syllable(text, off)) {
            *v++ = (struct cluster){.from = (uint32_t)off,
                                    .class = CC_HANGUL,
                                    .cols = 2,
                                    .before = LINEBREAK_ALLOWED,
                                    .wide = true};
            off += 3;
        } else if (v > begin && utf8_is_syllable(text, off + 1) && text.s[off] == ' ') {
            *v++ = (struct cluster){.from = (uint32_t)off, .class = CC_SPACE, .cols = 1};
            off++;
            spaces++;
        } else {
            break;
        }
    }
    add_words(out, CC_HANGUL, (size_t)(v - begin), spaces);
    return off;
}

static size_t add_ascii(struct str text, size_t off, struct clusters *out)
{
    const uint8_t *entries = charclass_leaves + ((size_t)charclass_pages[0] << 8);

    for (;; off++) {
        uint8_t entry;

        off = add_letters(text, off, out);
        if (off == text.n || (unsigned char)text.s[off] >= 0x80)
            return off;
        entry = entries[(unsigned char)text.s[off]];
        add(out,
            (struct cluster){.from = (uint32_t)off, .class = entry & 0x3F, .cols = entry >> 6});
    }
}

/* Whether the table has a character of three bytes for such that joins none of them: ideographs,
 * kana, the marks beside them. All are drawn wide, if only where class A is. */
static inline bool is_wide_plain(unsigned entry)
{
    static const uint64_t classes =
        1ull << CC_IDSPACE | 1ull << CC_HAN | 1ull << CC_KANA | 1ull << CC_SMALLKANA |
        1ull << CC_PROLONG | 1ull << CC_ITER | 1ull << CC_FWDIGIT | 1ull << CC_FWLETTER |
        1ull << CC_STOP | 1ull << CC_CLOSE | 1ull << CC_OPEN | 1ull << CC_OQUOTE |
        1ull << CC_CQUOTE | 1ull << CC_DASH | 1ull << CC_CONN | 1ull << CC_ELLIPSIS |
        1ull << CC_DOT | 1ull << CC_SLASH | 1ull << CC_ENUM | 1ull << CC_BULLET;

    return entry >> 6 >= CW_TWO && (classes >> (entry & 0x3F) & 1);
}

/* Adds the ideographs of the main block from byte off on; `inside` a run, they go on with it. */
static inline size_t add_ideographs(struct str text, size_t off, bool inside, struct clusters *out)
{
    struct cluster *begin = out->v + out->n, *v = begin;

    for (; off + 2 < text.n && utf8_row(text, off) < UTF8_ROWS; off += 3)
        *v++ = (struct cluster){.from = (uint32_t)off,
                                .class = CC_HAN,
                                .cols = 2,
                                .before = LINEBREAK_ALLOWED,
                                .wide = true};
    if (v > begin && !inside) {
        begin->before = LINEBREAK_NO;
        out->runs[out->n_runs++] = (uint32_t)out->n;
    }
    out->n += (size_t)(v - begin);
    out->count[CC_HAN] += (size_t)(v - begin);
    return off;
}

/* Adds the East Asian characters from byte off on that join none of their like. Which of them but
 * ideographs is a mark cannot be foretold: no branch depends on it. */
static size_t add_wide(struct str text, size_t off, struct glyph_mode mode, struct clusters *out)
{
    bool after_ideograph = false;

    for (;; off += 3) {
        size_t end = add_ideographs(text, off, after_ideograph, out);
        uint32_t cp;
        unsigned entry;
        bool wide, ideograph, inside;

        after_ideograph |= end > off;
        off = end;
        if (off == text.n || ((unsigned char)text.s[off] & 0xF0) != 0xE0)
            return off;
        utf8_get(text, off, &cp);
        entry = charclass_entry(cp);
        if (!is_wide_plain(entry))
            return off;
        wide = entry >> 6 == CW_TWO;
        ideograph = is_ideograph(cp, entry & 0x3F);
        inside = ideograph & after_ideograph;
        out->runs[out->n_runs] = (uint32_t)out->n;
        out->n_runs += !inside;
        out->v[out->n++] = (struct cluster){.from = (uint32_t)off,
                                            .class = entry & 0x3F,
                                            .cols = wide ? 2 : (uint8_t)mode.ambiguous,
                                            .before = inside ? LINEBREAK_ALLOWED : LINEBREAK_NO,
                                            .wide = wide};
        out->count[entry & 0x3F]++;
        after_ideograph = ideograph;
    }
}

/* Adds the characters from byte off on that most texts consist of, clusters if nothing joins them.
 */
static size_t add_plain(struct str text, size_t off, struct glyph_mode mode, struct clusters *out)
{
    size_t begin;

    do {
        begin = off;
        off = add_ascii(text, off, out);
        off = add_wide(text, off, mode, out);
        off = add_syllables(text, off, out);
    } while (off > begin);
    return off;
}

static bool is_plain(const struct glance *g)
{
    return g->cp < 0x80 || (g->cp >= 0xAC00 && g->cp <= 0xD77F) ||
           (g->len == 3 && is_wide_plain(g->entry));
}

/* Takes the last cluster away; returns its byte. */
static size_t take_back(struct clusters *out)
{
    const struct cluster *c = &out->v[--out->n];

    out->count[c->class]--;
    if (out->runs[out->n_runs - 1] == out->n)
        out->n_runs--;
    else if (c[-1].class == CC_SPACE) /* which is no longer between words */
        out->runs[out->n_runs++] = (uint32_t)out->n - 1;
    return c->from;
}

/* Adds the character at byte off, to the cluster before it if it joins that, and the clusters
 * behind it up to a plain character; returns the byte of that. */
static size_t add_others(struct str text, size_t off, struct glyph_mode mode, struct clusters *out)
{
    struct glance g = glance_at(text, off);

    if (!g.alone && out->n > 0) {
        off = take_back(out);
        g = glance_at(text, off);
    }
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
    } while (off < text.n && !is_plain(&g));
    return off;
}

void clusters_reserve(struct clusters *t, size_t bytes)
{
    t->v = xgrow(t->v, &t->cap, bytes + 1, sizeof *t->v);
    t->runs = xgrow(t->runs, &t->cap_runs, bytes + 1, sizeof *t->runs);
}

void clusters_split(struct str text, struct glyph_mode mode, struct clusters *out)
{
    assert(text.n < UINT32_MAX);
    out->text = text;
    out->n = out->n_runs = out->ideographs = 0;
    memset(out->count, 0, sizeof out->count);
    clusters_reserve(out, text.n);
    for (size_t off = add_plain(text, 0, mode, out); off < text.n;
         off = add_plain(text, off, mode, out))
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

size_t clusters_at(const struct clusters *t, size_t off, size_t i)
{
    for (size_t high = t->n; i < high;) {
        size_t mid = i + (high - i) / 2;

        if (t->v[mid].from < off)
            i = mid + 1;
        else
            high = mid;
    }
    return i;
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
