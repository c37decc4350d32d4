#include <config.h>

#include "find/sieve.h"

#include <stdlib.h>
#include <uninorm.h>

#include "base/xalloc.h"
#include "find/foldchar.h"
#include "find/needles.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum {
    PLACES_MAX = 32,   /* characters of the pattern that are looked at */
    FORMS_MAX = 4,     /* ǖ = ü + mark = u + marks, and one more */
    SAMPLE = 64 * 1024 /* bytes that are counted to find rare ones */
};

/* A character of the folded pattern. */
struct place {
    uint32_t form[FORMS_MAX]; /* itself, and what stands for it when marks follow */
    size_t n_forms;
};

struct sieve {
    unsigned fold;
    struct place places[PLACES_MAX];
    size_t n_places;
    struct needles *spellings[PLACES_MAX]; /* of each solid place */
    bool tuned;                            /* what follows is known */
    size_t order[PLACES_MAX], n_order;     /* solid places, those with the rarest bytes first */
};

static bool is_solid(uint32_t cp)
{
    enum charclass c = charclass_of(cp);

    return charclass_is_ideograph(c) || c == CC_LETTER || c == CC_DIGIT || c == CC_HANGUL;
}

/* The forms of cp: what is composed first, step by step. */
static void set_forms(struct place *p, uint32_t cp)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];

    p->form[p->n_forms++] = cp;
    if (cp - 0xAC00 < 11172 && (cp - 0xAC00) % 28 != 0) /* a syllable without its final consonant */
        p->form[p->n_forms++] = cp - (cp - 0xAC00) % 28;
    while (p->n_forms < FORMS_MAX && uc_canonical_decomposition(cp, parts) > 1) {
        cp = parts[0];
        p->form[p->n_forms++] = cp;
    }
}

/* Which form of the place cp is; n_forms when it is none. */
static size_t form_of(const struct place *p, uint32_t cp)
{
    size_t i = 0;

    while (i < p->n_forms && p->form[i] != cp)
        i++;
    return i;
}

/* Adds cp to the spellings of the places that one of its folded characters may stand at. */
static void add_spellings(struct sieve *s, uint32_t cp)
{
    uint32_t to[FOLD_CHARS];
    size_t n = fold_char(cp, s->fold, to);
    bool whole = n == 1 && to[0] == cp && cp >= FOLD_FAR; /* was added with its place */

    for (size_t i = 0; i < s->n_places && !whole; i++) {
        const struct place *p = &s->places[i];
        bool found = false;

        for (size_t k = 0; k < n; k++)
            found = found || form_of(p, to[k]) < p->n_forms;
        if (found && s->spellings[i])
            needles_add(s->spellings[i], cp);
    }
}

/* The pattern's characters; false when none of them can be an anchor. */
static bool set_places(struct sieve *s, struct str pattern)
{
    bool solid = false;

    for (size_t off = 0; off < pattern.n && s->n_places < PLACES_MAX; s->n_places++) {
        uint32_t cp;

        off += utf8_get(pattern, off, &cp);
        set_forms(&s->places[s->n_places], cp);
        if (!is_solid(cp))
            continue;
        solid = true;
        s->spellings[s->n_places] = needles_new();
        if (cp >= FOLD_FAR)
            needles_add(s->spellings[s->n_places], cp);
    }
    return solid;
}

struct sieve *sieve_new(struct str needed, unsigned fold)
{
    struct sieve *s = xcalloc(1, sizeof *s);

    s->fold = fold;
    if (!set_places(s, needed)) {
        sieve_free(s);
        return NULL;
    }
    for (uint32_t cp = fold_next(1); cp < FOLD_END; cp = fold_next(cp + 1))
        if (cp - 0xD800 >= 0x800)
            add_spellings(s, cp);
    return s;
}

void sieve_free(struct sieve *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < s->n_places; i++)
        needles_free(s->spellings[i]);
    free(s);
}

/* Orders the places by how rare their characters' bytes are in this text. */
static void tune(struct sieve *s, struct str raw)
{
    size_t counts[256] = {0};
    double alarms[PLACES_MAX];

    for (size_t i = 0; i < raw.n && i < SAMPLE; i++)
        counts[(unsigned char)raw.s[i]]++;
    for (size_t i = 0; i < s->n_places; i++) {
        size_t at = s->n_order;

        if (!s->spellings[i])
            continue;
        alarms[i] = needles_tune(s->spellings[i], counts);
        for (; at > 0 && alarms[s->order[at - 1]] > alarms[i]; at--)
            s->order[at] = s->order[at - 1];
        s->order[at] = i;
        s->n_order++;
    }
    s->tuned = true;
}

/* What may stand between two characters that the rebuilt text has side by side. */
static bool is_border(uint32_t cp)
{
    switch (charclass_of(cp)) {
    case CC_CONTROL:
    case CC_MARK:
    case CC_SPACE:
    case CC_IDSPACE:
    case CC_PRIVATE:
    case CC_HYPHEN:
    case CC_CONN:
    case CC_BULLET:
        return true;
    default:
        return cp == 0xFF9E || cp == 0xFF9F; /* half-width voicing marks */
    }
}

/* The character of raw at byte `off`, and its length; 0, of one byte, where the bytes are damaged
 * or cut. Judged here since nothing has sanitized them. */
static size_t get(struct str raw, size_t off, uint32_t *cp)
{
    const unsigned char *p = (const unsigned char *)raw.s + off;
    size_t n = p[0] < 0x80 ? 1 : p[0] < 0xC2 ? 0 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    bool whole = n > 0 && n <= raw.n - off && p[0] < 0xF5;

    for (size_t i = 1; whole && i < n; i++)
        whole = (p[i] & 0xC0) == 0x80;
    if (whole)
        return utf8_get(raw, off, cp);
    *cp = 0;
    return 1;
}

enum fit { FITS, FITS_NOT, FITS_BORDER };

/* Whether the character cp may be the one of that place; a border where the text may go on
 * elsewhere. */
static enum fit fit(const struct sieve *s, size_t place, uint32_t cp)
{
    const struct place *p = &s->places[place];
    uint32_t to[FOLD_CHARS];
    size_t n = fold_char(cp, s->fold, to), form;

    if (n > 1) /* ﬁ, ß */
        return FITS_BORDER;
    form = form_of(p, to[0]);
    if (form < p->n_forms)
        return form == 0 ? FITS : FITS_BORDER;
    return is_border(cp) ? FITS_BORDER : FITS_NOT;
}

static bool is_format(uint32_t cp)
{
    return charclass_of(cp) == CC_FORMAT;
}

/* Whether what stands before byte `at` agrees with the pattern before that place. */
static bool fits_before(const struct sieve *s, size_t place, struct str raw, size_t at)
{
    while (place > 0 && at > 0) {
        size_t from = utf8_prev(raw, at);
        uint32_t cp;
        enum fit f;

        if (get(raw, from, &cp) != at - from)
            return true; /* damaged */
        at = from;
        if (is_format(cp))
            continue;
        f = fit(s, --place, cp);
        if (f != FITS)
            return f == FITS_BORDER;
    }
    return true;
}

/* Whether what stands behind byte `at` agrees with the pattern from that place on. */
static bool fits_behind(const struct sieve *s, size_t place, struct str raw, size_t at)
{
    while (place < s->n_places && at < raw.n) {
        uint32_t cp;
        enum fit f;

        at += get(raw, at, &cp);
        if (is_format(cp))
            continue;
        f = fit(s, place++, cp);
        if (f != FITS)
            return f == FITS_BORDER;
    }
    return true;
}

/* Whether the character at byte `at`, of that length, may be the one of that place. */
static bool fits_at(const struct sieve *s, size_t place, struct str raw, size_t at, size_t len)
{
    return fit(s, place, utf8_at(raw, at)) == FITS_BORDER ||
           (fits_before(s, place, raw, at) && fits_behind(s, place + 1, raw, at + len));
}

/* Whether the character of that place is somewhere in raw and what is around agrees. */
static bool has_place(const struct sieve *s, size_t place, struct str raw)
{
    const uint8_t *bytes = (const uint8_t *)raw.s;
    size_t len = 0;

    for (size_t at = 0;; at++) {
        at = needles_find(s->spellings[place], bytes, at, raw.n, &len);
        if (at >= raw.n)
            return false;
        if (fits_at(s, place, raw, at, len))
            return true;
    }
}

bool sieve_passes(struct sieve *s, struct str raw)
{
    if (!s->tuned)
        tune(s, raw);
    for (size_t i = 0; i < s->n_order; i++)
        if (!has_place(s, s->order[i], raw))
            return false;
    return true;
}

bool sieve_touches(struct sieve *s, struct str raw)
{
    if (!s->tuned)
        tune(s, raw);
    return has_place(s, s->order[0], raw);
}
