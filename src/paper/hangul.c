#include <config.h>

#include "paper/hangul.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "text/utf8.h"

enum {
    AROUND = 3,     /* lines on either side that tell how wide the column is */
    LONG_WORD = 6,  /* half ems of a word that leaves a gap where it does not fit */
    GAP = 3,        /* half ems that are no gap: a syllable, and what a font is wrong by */
    ENOUGH = 6,     /* lines that tell something */
    FULL_SHARE = 75, /* per cent of them without a gap ... */
    CUT_SHARE = 27,  /* ... and of those that seem to end inside a word, where words are cut */
    ENDINGS = 2,    /* lines that begin with the end of a word: there is no doubt */
    FIRST_SYLLABLE = 0xAC00,
    SYLLABLES = 11172,
    UNIT = 2 /* half ems of a syllable */
};

#define INSIDE 2.0 /* places inside Korean words to each end of one */

struct syllables {
    struct place {
        uint16_t begins, follows; /* a word, another syllable of it */
        uint16_t ends, leads;     /* a word, on to another syllable */
    } of[SYLLABLES];
    struct place all;
};

static const struct place *place_of(const struct syllables *s, uint32_t cp)
{
    return cp >= FIRST_SYLLABLE && cp < FIRST_SYLLABLE + SYLLABLES ? &s->of[cp - FIRST_SYLLABLE]
                                                                   : NULL;
}

static void count_up(uint16_t *n, uint16_t *all)
{
    *n += *n < UINT16_MAX;
    *all += *all < UINT16_MAX;
}

/* A character of a line, 0 at its ends, and the one before it. What stands at the line's ends may
 * be cut and does not count. */
static void count_pair(struct syllables *s, uint32_t before, uint32_t cp)
{
    struct place *a = (struct place *)place_of(s, before);
    struct place *b = (struct place *)place_of(s, cp);

    if (a && cp)
        count_up(b ? &a->leads : &a->ends, b ? &s->all.leads : &s->all.ends);
    if (b && before)
        count_up(a ? &b->follows : &b->begins, a ? &s->all.follows : &s->all.begins);
}

static struct syllables *count_syllables(const struct lines *l)
{
    struct syllables *s = xcalloc(1, sizeof *s);

    for (size_t i = 0; i < l->n; i++) {
        struct str text = l->v[i].text;
        uint32_t before = 0;

        for (size_t off = 0; l->v[i].hangul && off < text.n;) {
            uint32_t cp;

            off += utf8_get(text, off, &cp);
            count_pair(s, before, cp);
            before = cp;
        }
    }
    return s;
}

/* How much more often something is the case, n times of all, than something else, smoothed. */
static double odds(unsigned n, unsigned all, unsigned other, unsigned all_other)
{
    return (n + 1.0) / (all + 2.0) / ((other + 1.0) / (all_other + 2.0));
}

/* A word that is none: particles and endings are written together with what they follow. */
static bool begins_with_ending(struct str text)
{
    static const char *const endings[] = {
        "은", "는", "을", "를", "의", "에", "에서", "에게", "으로", "로", "와", "과", "들이",
        "들은", "들을", "들의", "부터", "까지", "보다", "다.", "니다.", "었다.", "았다.",
        "였다.", "했다.", "된다.", "한다.", "이다.", "이라고", "라고", "라며", "으며", "지만",
        "에는", "에도", "다\""};
    struct str word = str_sub(text, 0, str_find(text, STR(" "), 0));

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_eq(word, str_of(endings[i])))
            return true;
    return false;
}

bool hangul_is_cut(const struct syllables *s, struct str head, struct str tail)
{
    const struct place *a = place_of(s, utf8_before(head, head.n));
    const struct place *b = place_of(s, utf8_at(tail, 0));
    const struct place *all = &s->all;

    if (!a || !b)
        return false;
    return begins_with_ending(tail) ||
           INSIDE * odds(a->leads, all->leads, a->ends, all->ends) *
                   odds(b->follows, all->follows, b->begins, all->begins) >
               1;
}

/* The second widest line around: the widest may be a heading. */
static unsigned column_around(const struct lines *l, size_t i)
{
    size_t a = i > AROUND ? i - AROUND : 0, b = i + AROUND < l->n ? i + AROUND + 1 : l->n;
    unsigned widest = 0, second = 0;

    for (size_t k = a; k < b; k++) {
        unsigned width = l->v[k].ends == ENDS_NO ? l->v[k].width : 0;

        if (width > widest) {
            second = widest;
            widest = width;
        } else if (width > second) {
            second = width;
        }
    }
    return second;
}

/* What is left of the column behind a line in mid-sentence, in half ems; -1 where the next word
 * would have fitted, or tells nothing since it is short. */
static int gap_behind(const struct lines *l, size_t i)
{
    const struct line *line = &l->v[i], *next = line + 1;
    int gap = (int)column_around(l, i) - line->width;

    if (!line->hangul || !next->hangul || line->ends != ENDS_NO || next->unit < LONG_WORD ||
        line->spread || next->blanks > line->blanks || gap > next->unit)
        return -1;
    return gap > 0 ? gap : 0;
}

static bool cuts_words(const struct lines *l, const struct syllables *s)
{
    size_t lines = 0, full = 0, cut = 0, endings = 0;

    for (size_t i = 0; i + 1 < l->n; i++) {
        int gap = gap_behind(l, i);

        endings += l->v[i].ends == ENDS_NO && l->v[i].last == CC_HANGUL &&
                   begins_with_ending(l->v[i + 1].text);
        if (endings == ENDINGS)
            return true;

        if (gap < 0)
            continue;
        lines++;
        full += gap <= GAP;
        cut += hangul_is_cut(s, l->v[i].text, l->v[i + 1].text);
    }
    return lines >= ENOUGH && full * 100 >= lines * FULL_SHARE && cut * 100 >= lines * CUT_SHARE;
}

void hangul_fit(struct lines *l)
{
    struct syllables *s;
    size_t korean = 0;

    for (size_t i = 0; i < l->n; i++)
        korean += l->v[i].hangul;
    if (korean < ENOUGH)
        return;
    s = count_syllables(l);
    if (!cuts_words(l, s)) {
        free(s);
        return;
    }
    l->syllables = s;
    for (size_t i = 0; i < l->n; i++)
        if (l->v[i].hangul && l->v[i].first == CC_HANGUL)
            l->v[i].unit = UNIT;
}
