#include <config.h>

#include "paper/gaps.h"

#include <string.h>

enum {
    OPEN = 4,   /* lines with a gap of two spaces */
    TIGHT = 3,  /* lines in a row with one of one space ... */
    BEFORE = 24 /* ... and bytes before it: eight ideographs */
};

/* The bytes from `at` on begin an ideograph or kana, not a mark. */
static bool is_ideograph_at(struct str text, size_t at)
{
    unsigned char c = at < text.n ? (unsigned char)text.s[at] : 0;

    return c >= 0xE4 ? c <= 0xE9 : c == 0xE3 && (unsigned char)text.s[at + 1] >= 0x81;
}

/* Whether the space at byte `at` may part two columns that stand close: ideographs around it, and
 * enough of them before it on the line. */
static bool may_part(struct str text, size_t at)
{
    return at >= BEFORE && is_ideograph_at(text, at + 1) && is_ideograph_at(text, at - 3) &&
           !memchr(text.s + at - BEFORE, '\n', BEFORE);
}

/* The first of two spaces that stand together inside a line, or one that may part columns, from
 * byte `off` on; text.n for none. */
static size_t find_gap(struct str text, size_t off)
{
    const char *at;

    while (off < text.n && (at = memchr(text.s + off, ' ', text.n - off))) {
        off = (size_t)(at - text.s);
        if ((off + 1 < text.n && text.s[off + 1] == ' ') || may_part(text, off))
            return off;
        off++;
    }
    return text.n;
}

/* A gap of two spaces inside a line. */
static bool is_open(struct str text, size_t at, size_t end)
{
    return end > at + 1 && at > 0 && text.s[at - 1] != '\n' && end < text.n &&
           text.s[end] != '\n';
}

/* The same behind the ideographs of a full line, in mid-sentence. */
static bool parts_prose(struct str text, size_t at)
{
    return at >= BEFORE && is_ideograph_at(text, at - 3) &&
           !memchr(text.s + at - BEFORE, '\n', BEFORE);
}

bool gaps_are_likely(struct str text)
{
    unsigned open = 0;  /* lines with an open gap: those of prose say twice as much */
    unsigned tight = 0; /* lines in a row with a tight one */

    for (size_t off = 0, below = 0; open < OPEN && tight < TIGHT;) {
        size_t at = find_gap(text, off), end = at;

        if (at >= text.n)
            return false;
        while (end < text.n && text.s[end] == ' ')
            end++;
        if (end == at + 1) {
            tight = tight > 0 && !memchr(text.s + below, '\n', at - below) ? tight + 1 : 1;
        } else if (is_open(text, at, end)) {
            open += parts_prose(text, at) ? 2 : 1;
        } else {
            off = end;
            continue;
        }
        off = below = str_find(text, STR("\n"), end) + 1;
    }
    return true;
}
