#include <config.h>

#include "paper/typeface.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "paper/unit.h"
#include "text/utf8.h"

enum {
    LETTER = 43,  /* hundredths of an em of an average letter, spaces counted */
    HALF_EM = 50,
    ENOUGH = 8,   /* pairs of lines that tell something */
    SURE = 90     /* per cent of the difference in letters that is clearly less */
};

/* Hundredths of an em of the characters from ' ' on, about as all book faces have them. */
static const uint8_t ascii[] = {
    25, 33, 41, 50, 50, 83, 78, 20, 33, 33, 50, 56, 25, 33, 25, 28, 50, 50, 50, 50, 50, 50, 50, 50,
    50, 50, 28, 28, 56, 56, 56, 44, 92, 72, 67, 67, 72, 61, 56, 72, 72, 33, 39, 72, 61, 89, 72, 72,
    56, 72, 67, 56, 61, 72, 72, 94, 72, 72, 61, 33, 28, 33, 47, 50, 33, 44, 50, 44, 50, 44, 33, 50,
    50, 28, 28, 50, 28, 78, 50, 50, 50, 50, 33, 39, 28, 50, 50, 72, 50, 50, 44, 48, 20, 48, 54};

static unsigned advance(uint32_t cp)
{
    enum charclass c;

    if (cp >= ' ' && cp - ' ' < sizeof ascii)
        return ascii[cp - ' '];
    c = charclass_of(cp);
    if (c == CC_OQUOTE || c == CC_CQUOTE)
        return cp <= 0x2019 ? ascii['\'' - ' '] : ascii['"' - ' '];
    if (c == CC_DASH || c == CC_ELLIPSIS)
        return 2 * HALF_EM;
    switch (charclass_width(cp)) {
    case CW_ZERO:
        return 0;
    case CW_TWO:
        return 2 * HALF_EM;
    default:
        return HALF_EM;
    }
}

static unsigned width(const struct line *l, struct str s)
{
    unsigned sum = 0, one = l->hangul ? HALF_EM : LETTER;

    for (size_t off = 0; off < s.n;) {
        uint32_t cp;

        off += utf8_get(s, off, &cp);
        sum += advance(cp);
    }
    sum = (sum + one / 2) / one;
    return sum < LINE_WIDTH_MAX ? sum : LINE_WIDTH_MAX;
}

/* A line in the widths of a book face. */
struct print {
    unsigned width, unit;
};

static struct print print_of(const struct line *l)
{
    return (struct print){width(l, l->text),
                          width(l, str_sub(l->text, 0, unit_length(l->text, l->hangul)))};
}

/* Without ideographs, and in mid-sentence: most of them are full. */
static bool tells(const struct line *l)
{
    return !l->cjk && l->ends == ENDS_NO;
}

/* How wide the column is, twice, when the line is full and the next unit did not fit. */
static int column(const struct line *l, unsigned width, unsigned next)
{
    return (int)(2 * width + (l->last == CC_HYPHEN ? 0 : next));
}

/* Whether the columns that full lines speak of agree better in print. */
static bool agrees_better(const struct line *v, const struct print *p, size_t n)
{
    long letters = 0, print = 0;
    size_t pairs = 0;

    for (size_t i = 0; i + 2 < n; i++) {
        if (!tells(&v[i]) || !tells(&v[i + 1]) || v[i + 2].cjk)
            continue;
        pairs++;
        letters += labs(column(&v[i], v[i].width, v[i + 1].unit) -
                        column(&v[i + 1], v[i + 1].width, v[i + 2].unit));
        print += labs(column(&v[i], p[i].width, p[i + 1].unit) -
                      column(&v[i + 1], p[i + 1].width, p[i + 2].unit));
    }
    return pairs >= ENOUGH && print * 100 < letters * SURE;
}

void typeface_fit(struct lines *l)
{
    struct print *p;
    size_t latin = 0;

    for (size_t i = 0; i < l->n; i++)
        latin += !l->v[i].cjk;
    if (latin < ENOUGH)
        return;
    p = xcalloc(l->n, sizeof *p);
    for (size_t i = 0; i < l->n; i++)
        if (!l->v[i].cjk)
            p[i] = print_of(&l->v[i]);
    if (agrees_better(l->v, p, l->n))
        for (size_t i = 0; i < l->n; i++) {
            struct line *line = &l->v[i];

            if (line->cjk)
                continue;
            line->width = line->least = (uint16_t)p[i].width;
            line->unit = (uint16_t)p[i].unit;
            line->proportional = true;
        }
    free(p);
}
