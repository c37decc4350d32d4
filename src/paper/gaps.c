#include <config.h>

#include "paper/gaps.h"

#include <string.h>

enum {
    OPEN = 4,   /* lines with a gap of two spaces */
    TIGHT = 3,  /* lines in a row with one of one space, of which one whose halves are alike counts
                   twice ... */
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

/* Bytes up to the next space or the line's end from byte `off` on; more than `most` count as one
 * more. */
static size_t part_length(struct str text, size_t off, size_t most)
{
    size_t n = 0;

    while (n <= most && off + n < text.n && text.s[off + n] != ' ' && text.s[off + n] != '\n')
        n++;
    return n;
}

/* As much text from byte `off` on as `n` bytes, or nearly so. */
static bool is_alike(struct str text, size_t off, size_t n)
{
    size_t part = part_length(text, off, n * 2);

    return part * 4 >= n * 3 && part * 3 <= n * 4;
}

/* How much the single space at byte `at`, on the line from byte `from` on, says for columns, with
 * `below` the line below: more when its line has halves that are alike, and still more when that
 * line is as long as one of them. */
static unsigned count_tight(struct str text, size_t from, size_t at, size_t below)
{
    if (!is_alike(text, at + 1, at - from))
        return 1;
    return is_alike(text, below, at - from) ? 3 : 2;
}

/* Where the line with byte `at` begins, at byte `from` or behind it. */
static size_t line_begin(struct str text, size_t from, size_t at)
{
    while (at > from && text.s[at - 1] != '\n')
        at--;
    return at;
}

/* The first line from byte `off` on, where a line begins, that is not empty. */
static size_t next_line(struct str text, size_t off)
{
    while (off < text.n && text.s[off] == '\n')
        off++;
    return off;
}

bool gaps_are_likely(struct str text)
{
    unsigned open = 0;  /* lines with an open gap: those of prose say twice as much */
    unsigned tight = 0; /* lines in a row with a tight one */

    for (size_t off = 0, from = 0; open < OPEN && tight < TIGHT;) {
        size_t at = find_gap(text, off), end = at, begin, below;

        if (at >= text.n)
            return false;
        while (end < text.n && text.s[end] == ' ')
            end++;
        if (end > at + 1 && !is_open(text, at, end)) {
            off = end;
            continue;
        }
        below = next_line(text, str_find(text, STR("\n"), end));
        if (end == at + 1) {
            begin = line_begin(text, from, at);
            tight = (begin == from ? tight : 0) + count_tight(text, begin, at, below);
        } else {
            open += parts_prose(text, at) ? 2 : 1;
        }
        off = from = below;
    }
    return true;
}
