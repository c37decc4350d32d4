#include <config.h>

#include "layout/cluster.h"

#include <assert.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "text/utf8.h"

static bool is_wide(uint32_t cp)
{
    return charclass_width(cp) == CW_TWO || (cp >= 0xFF61 && cp <= 0xFFEE);
}

static void count(struct clusters *t, enum charclass c)
{
    if (charclass_is_ideograph(c))
        t->ideographs++;
    else if (c == CC_HANGUL)
        t->hangul++;
    else if (c == CC_LETTER)
        t->letters++;
}

void clusters_split(struct str text, struct glyph_mode mode, struct clusters *out)
{
    assert(text.n < UINT32_MAX);
    out->text = text;
    out->n = out->ideographs = out->hangul = out->letters = 0;
    for (size_t off = 0, next; off < text.n; off = next) {
        struct cluster *c;
        uint32_t cp;
        size_t first = utf8_get(text, off, &cp);
        int cols;

        next = glyph_next(text, off);
        cols = next == off + first ? glyph_char_cols(cp, mode)
                                   : glyph_cluster_cols(str_sub(text, off, next), mode);
        out->v = xgrow(out->v, &out->cap, out->n + 2, sizeof *out->v);
        c = &out->v[out->n++];
        *c = (struct cluster){.from = (uint32_t)off,
                              .class = (uint8_t)charclass_of(cp),
                              .cols = (uint8_t)(cols < UINT8_MAX ? cols : UINT8_MAX),
                              .wide = is_wide(cp)};
        count(out, (enum charclass)c->class);
    }
    out->v = xgrow(out->v, &out->cap, out->n + 1, sizeof *out->v);
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
    return 3 * t->ideographs >= t->ideographs + t->hangul + t->letters && t->ideographs > 0;
}

static bool is_western(enum charclass c)
{
    return c == CC_LETTER || c == CC_DIGIT;
}

static bool is_script_border(enum charclass a, enum charclass b)
{
    return (charclass_is_ideograph(a) && is_western(b)) ||
           (is_western(a) && charclass_is_ideograph(b));
}

bool clusters_is_script_border(const struct cluster *a, const struct cluster *b)
{
    return is_script_border((enum charclass)a->class, (enum charclass)b->class);
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
    return is_script_border(a, charclass_of(utf8_at(text, off + 1)));
}
