#include <config.h>

#include "find/fold.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <unicase.h>
#include <uninorm.h>

#include "base/xalloc.h"
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

/* Compatibility forms by the tags that mean a form of the same character, not another spelling. */
static uint32_t fold_form(uint32_t cp)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    int tag;

    if (cp - 0xFF01 < 0x5E)
        return cp - 0xFEE0;
    if (uc_decomposition(cp, &tag, parts) != 1)
        return cp;
    if (tag == UC_DECOMP_CANONICAL || tag == UC_DECOMP_WIDE || tag == UC_DECOMP_NARROW ||
        tag == UC_DECOMP_VERTICAL || tag == UC_DECOMP_SMALL || cp - 0x2E80 < 0x160)
        return fold_form(parts[0]);
    return cp;
}

static uint32_t fold_width(uint32_t cp)
{
    if (cp - 0x2E80 < 0x181 || cp - 0xF900 < 0x200 || cp - 0xFE10 < 0x60 || cp - 0xFF00 < 0xF0 ||
        cp - 0x2F800 < 0x220)
        return fold_form(cp);
    return cp;
}

static uint32_t fold_mark(uint32_t cp)
{
    switch (cp) {
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
        return '"';
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
        return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0x2500:
        return '-';
    case 0x301C:
        return '~';
    case 0x2022:
    case 0x2027:
    case 0x30FB:
        return 0xB7;
    case 0x22EF:
        return 0x2026;
    default:
        return cp;
    }
}

static uint32_t fold_case(uint32_t cp)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];

    if (cp < 0x80)
        return cp - 'A' < 26 ? cp + 0x20 : cp;
    if (cp - 0x2E80 < 0x77C0 || cp - 0xAC00 < 0x2BA4) /* ideographs, kana, Hangul */
        return cp;
    cp = uc_tolower(cp);
    while (cp >= 0x80 && is_latin(cp) && uc_canonical_decomposition(cp, parts) > 1)
        cp = parts[0];
    return cp;
}

static uint32_t fold_kana(uint32_t cp)
{
    return cp - 0x3041 < 0x56 || cp == 0x309D || cp == 0x309E ? cp + 0x60 : cp;
}

static uint32_t fold_char(uint32_t cp, unsigned flags)
{
    if (flags & FOLD_WIDTH)
        cp = fold_mark(fold_width(cp));
    if (flags & FOLD_CASE)
        cp = fold_case(cp);
    if (flags & FOLD_KANA)
        cp = fold_kana(cp);
    return cp;
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
    if (charclass_of(cp) == CC_FORMAT)
        return;
    cp = fold_char(cp, p->flags);
    if ((p->flags & FOLD_SPACE) && is_space(cp))
        hold_space(p, at);
    else if (p->space || !is_composing(cp) || !merge(p, cp))
        put(p, cp, at);
}

/* U+4000 to U+9FFF, nearly all of Chinese, and U+B000 to U+CFFF, most of Korean: never changed. */
static inline bool is_plain(unsigned char lead)
{
    return (lead >= 0xE4 && lead <= 0xE9) || lead == 0xEB || lead == 0xEC;
}

void fold_text(struct str text, unsigned flags, struct folded *out)
{
    struct pass p = {.flags = flags, .out = out};

    *out = (struct folded){0};
    /* A small letter may take three bytes where its capital took two (U+023A). */
    out->text.cap = text.n + text.n / 2 + 1;
    p.to = out->text.s = xmalloc(out->text.cap);
    for (size_t i = 0; i < text.n;) {
        uint32_t cp;
        size_t n = utf8_get(text, i, &cp);

        if (n == 1)
            fold_ascii(&p, cp, i);
        else if (is_plain((unsigned char)text.s[i]))
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
