#include <config.h>

#include "find/foldchar.h"

#include "find/fold.h"
#include "find/fold_table.h"
#include "text/charclass.h"

enum { NEAR_MAX = FOLD_FAR, FAR_MAX = FOLD_END, FAR = 1 };

struct table {
    const uint8_t *pages;
    const uint16_t *leaves;
    const struct fold_far *far;
    size_t n_far;
};

#define TABLE(name)                                                                                \
    {                                                                                              \
        name##_pages, name##_leaves, name##_far, sizeof name##_far / sizeof *name##_far            \
    }

static const struct table width = TABLE(width), letters = TABLE(case), script = TABLE(script);

/* The first entry of the characters from cp on. */
static size_t find_far(const struct table *t, uint32_t cp)
{
    size_t lo = 0, hi = t->n_far;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (t->far[mid].from < cp)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static size_t look_far(const struct table *t, uint32_t cp, uint32_t out[FOLD_CHARS])
{
    size_t lo = find_far(t, cp), n = 0;

    out[0] = cp;
    if (lo == t->n_far || t->far[lo].from != cp)
        return 1;
    while (n < FOLD_CHARS && t->far[lo].to[n]) {
        out[n] = t->far[lo].to[n];
        n++;
    }
    return n;
}

static size_t look_up(const struct table *t, uint32_t cp, uint32_t out[FOLD_CHARS])
{
    uint16_t to = cp < NEAR_MAX ? t->leaves[t->pages[cp >> 8] << 8 | (cp & 0xFF)] : FAR;

    if (to == FAR && cp < FAR_MAX)
        return look_far(t, cp, out);
    out[0] = to > FAR ? to : cp;
    return 1;
}

static uint32_t fold_kana(uint32_t cp)
{
    return cp - 0x3041 < 0x56 || cp == 0x309D || cp == 0x309E ? cp + 0x60 : cp;
}

size_t fold_char(uint32_t cp, unsigned flags, uint32_t out[FOLD_CHARS])
{
    size_t n = 1;

    if (charclass_of(cp) == CC_FORMAT)
        return 0;
    out[0] = cp;
    if (flags & FOLD_WIDTH)
        look_up(&width, out[0], out);
    if (flags & FOLD_CASE)
        n = look_up(&letters, out[0], out);
    if (n > 1)
        return n;
    if (flags & FOLD_KANA)
        out[0] = fold_kana(out[0]);
    if (flags & FOLD_SCRIPT)
        look_up(&script, out[0], out);
    return 1;
}

uint32_t fold_next(uint32_t cp)
{
    const struct table *const tables[] = {&width, &letters, &script};
    uint32_t next = FOLD_END;

    if (cp < FOLD_FAR)
        return cp;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const struct table *t = tables[i];
        size_t at = find_far(t, cp);

        if (at < t->n_far && t->far[at].from < next)
            next = t->far[at].from;
    }
    return next;
}
