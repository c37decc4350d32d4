#include <config.h>

#include "find/fold.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <uninorm.h>

#include "base/xalloc.h"
#include "find/foldchar.h"
#include "text/charclass.h"
#include "text/utf8.h"

/* One pass. */
struct pass {
    unsigned flags;
    struct folded *out;
    char *to;        /* where the next folded byte goes */
    size_t shift;    /* origin minus folded offset of the last entry of the map, wrapping */
    uint32_t last;   /* last character put, 0 at the start */
    bool space;      /* spaces since then, not put yet */
    size_t space_at; /* where they began in the text */
};

static bool is_word(uint32_t cp)
{
    switch (charclass_of(cp)) {
    case CC_LETTER:
    case CC_DIGIT:
    case CC_HANGUL:
    case CC_MARK:
        return true;
    default:
        return false;
    }
}

static bool is_space(uint32_t cp)
{
    return cp == ' ' || charclass_of(cp) == CC_SPACE || charclass_of(cp) == CC_IDSPACE;
}

/* The character put next came from byte `origin`. */
static void note_origin(struct pass *p, size_t origin)
{
    struct folded *o = p->out;
    size_t folded = (size_t)(p->to - o->text.s);

    if (origin - folded == p->shift)
        return;
    p->shift = origin - folded;
    o->map = xgrow(o->map, &o->cap_map, o->n_map + 1, sizeof *o->map);
    o->map[o->n_map++] = (struct fold_pair){folded, origin};
}

/* Decides about the spaces before cp. A mark takes its space for its letter. */
static void settle_space(struct pass *p, uint32_t cp)
{
    bool is_base = charclass_of(cp) == CC_MARK;

    p->space = false;
    if (!is_base && !(is_word(p->last) && is_word(cp)))
        return;
    note_origin(p, p->space_at);
    *p->to++ = ' ';
}

/* Marks that uc_composition knows for Latin, kana and Hangul. */
static bool is_composing(uint32_t cp)
{
    return cp - 0x300 < 0x70 || cp == 0x3099 || cp == 0x309A || cp - 0x1161 < 0x15 ||
           cp - 0x11A8 < 0x1B;
}

static bool is_latin(uint32_t cp)
{
    return cp - 'A' < 26 || cp - 'a' < 26 || cp - 0xC0 < 0x190 || cp - 0x1E00 < 0x100;
}

/* cp, a mark, goes into the last character, or goes away with the accents of Latin; false when it
 * has to stand for itself. */
static bool merge(struct pass *p, uint32_t cp)
{
    uint32_t whole = p->last ? uc_composition(p->last, cp) : 0;
    char utf8[4];

    if ((p->flags & FOLD_CASE) && cp - 0x300 < 0x70 && is_latin(p->last))
        return true;
    if (!whole)
        return false;
    p->to -= utf8_put(utf8, p->last);
    p->to += utf8_put(p->to, whole);
    p->last = whole;
    return true;
}

/* Appends cp, which came from byte `at` of the text. */
static inline void put(struct pass *p, uint32_t cp, size_t at)
{
    if (p->space)
        settle_space(p, cp);
    note_origin(p, at);
    p->to += utf8_put(p->to, cp);
    p->last = cp;
}

static void hold_space(struct pass *p, size_t at)
{
    if (!p->space)
        p->space_at = at;
    p->space = true;
}

static inline void fold_ascii(struct pass *p, uint32_t cp, size_t at)
{
    if (cp <= ' ' && (p->flags & FOLD_SPACE))
        hold_space(p, at);
    else
        put(p, (p->flags & FOLD_CASE) && cp - 'A' < 26 ? cp + 0x20 : cp, at);
}

static void fold_other(struct pass *p, uint32_t cp, size_t at)
{
    uint32_t to[FOLD_CHARS];
    size_t n = fold_char(cp, p->flags, to);

    if (n == 1 && (p->flags & FOLD_SPACE) && is_space(to[0]))
        hold_space(p, at);
    else if (n == 1 && !p->space && is_composing(to[0]) && merge(p, to[0]))
        return;
    else
        for (size_t i = 0; i < n; i++)
            put(p, to[i], at);
}

/* U+4000 to U+9FFF, nearly all of Chinese, changed by FOLD_SCRIPT alone; and U+B000 to U+CFFF, most
 * of Korean: never changed. */
static inline bool is_plain(unsigned char lead, unsigned flags)
{
    return (lead >= 0xE4 && lead <= 0xE9 && !(flags & FOLD_SCRIPT)) || lead == 0xEB || lead == 0xEC;
}

void fold_text(struct str text, unsigned flags, struct folded *out)
{
    struct pass p = {.flags = flags, .out = out};

    *out = (struct folded){0};
    /* No character becomes more than twice as long; U+0587 does, four bytes for two. */
    out->text.cap = text.n * 2 + 1;
    p.to = out->text.s = xmalloc(out->text.cap);
    for (size_t i = 0; i < text.n;) {
        uint32_t cp;
        size_t n = utf8_get(text, i, &cp);

        if (n == 1)
            fold_ascii(&p, cp, i);
        else if (is_plain((unsigned char)text.s[i], flags))
            put(&p, cp, i);
        else
            fold_other(&p, cp, i);
        i += n;
    }
    out->text.n = (size_t)(p.to - out->text.s);
    *p.to = '\0';
}

void folded_free(struct folded *f)
{
    strbuf_free(&f->text);
    free(f->map);
    *f = (struct folded){0};
}

size_t folded_origin(const struct folded *f, size_t off)
{
    size_t lo = 0, hi = f->n_map;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (f->map[mid].folded <= off)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo ? f->map[lo - 1].origin + (off - f->map[lo - 1].folded) : off;
}
