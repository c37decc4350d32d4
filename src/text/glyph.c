#include <config.h>

#include "text/glyph.h"

#include <stdlib.h>

#include <unigbrk.h>

#include "base/xalloc.h"
#include "text/charclass.h"
#include "text/utf8.h"

/* Bytes that are looked at first to find where a cluster ends; few clusters are longer. */
enum { WINDOW = 16 };

/* The first border inside the n bytes at s, n when there is none. `marks` has room for n. */
static size_t first_border(const char *s, size_t n, char *marks)
{
    size_t i = 1;

    u8_grapheme_breaks((const uint8_t *)s, n, marks);
    while (i < n && !marks[i])
        i++;
    return i;
}

/* Looks at more and more of the text: a border inside what is looked at does not depend on what
 * follows. */
static size_t search_border(struct str s, size_t off)
{
    size_t window = WINDOW;
    char small[WINDOW];

    for (;;) {
        size_t end = s.n - off > window ? off + window : s.n;
        char *marks = window > WINDOW ? xmalloc(end - off) : small;
        size_t n;

        while (end < s.n && ((unsigned char)s.s[end] & 0xC0) == 0x80)
            end--;
        n = first_border(s.s + off, end - off, marks);
        if (marks != small)
            free(marks);
        if (off + n < end || end == s.n)
            return off + n;
        window *= 4;
    }
}

size_t glyph_next(struct str s, size_t off)
{
    uint32_t a, b;
    size_t next = off + utf8_get(s, off, &a);

    if (next >= s.n)
        return s.n;
    utf8_get(s, next, &b);
    if (glyph_stands_alone(a, charclass_of(a)) && glyph_stands_alone(b, charclass_of(b)))
        return next;
    return search_border(s, off);
}

static int sum_cols(struct str s, struct glyph_mode mode)
{
    int cols = 0;
    uint32_t cp;

    for (size_t off = 0; off < s.n; cols += glyph_char_cols(cp, mode))
        off += utf8_get(s, off, &cp);
    return cols;
}

enum { JOINER = 0x200D, EMOJI_LOOK = 0xFE0F, KEYCAP = 0x20E3, LETTER_A = 0x1F1E6 };

static bool is_flag_letter(uint32_t cp)
{
    return cp >= LETTER_A && cp < LETTER_A + 26;
}

static bool is_skin_color(uint32_t cp)
{
    return cp >= 0x1F3FB && cp <= 0x1F3FF;
}

size_t glyph_sequence_end(struct str s, size_t off)
{
    uint32_t first, second;
    size_t next = off + utf8_get(s, off, &first), end;

    if (is_flag_letter(first))
        return glyph_next(s, off);
    second = utf8_at(s, next);
    if (second != EMOJI_LOOK && second != KEYCAP && !is_skin_color(second) &&
        !(second == JOINER && charclass_of(first) == CC_EMOJI))
        return off;
    end = glyph_next(s, off);
    return end > next ? end : off;
}

/* The sequence as it is shown. */
static void add_reduced(struct str sequence, struct strbuf *out)
{
    uint32_t cp;
    size_t n = utf8_get(sequence, 0, &cp);

    if (!is_flag_letter(cp)) {
        strbuf_add(out, sequence.s, n);
        return;
    }
    for (size_t off = 0; off < sequence.n; off += n) {
        n = utf8_get(sequence, off, &cp);
        if (is_flag_letter(cp))
            strbuf_add_char(out, (char)('A' + (cp - LETTER_A)));
    }
}

bool glyph_reduce(struct str s, struct strbuf *out)
{
    size_t done = 0;
    bool found = false;

    for (size_t off = 0; off < s.n;) {
        size_t end = glyph_sequence_end(s, off);
        uint32_t cp;

        if (end == off) {
            off += utf8_get(s, off, &cp);
            continue;
        }
        strbuf_add(out, s.s + done, off - done);
        add_reduced(str_sub(s, off, end), out);
        off = done = end;
        found = true;
    }
    if (found)
        strbuf_add(out, s.s + done, s.n - done);
    return found;
}

int glyph_cluster_cols(struct str cluster, struct glyph_mode mode)
{
    int cols = sum_cols(cluster, mode);

    if (mode.clusters == GLYPH_UNIT)
        return cols > 2 || str_find(cluster, STR("\uFE0F"), 0) < cluster.n ? 2 : cols;
    if (mode.clusters == GLYPH_FIRST && cluster.n > 0 && glyph_sequence_end(cluster, 0) > 0) {
        uint32_t cp = utf8_at(cluster, 0);

        return is_flag_letter(cp) ? cols : glyph_char_cols(cp, mode);
    }
    return cols;
}

int glyph_cols(struct str s, struct glyph_mode mode)
{
    int cols = 0;

    if (mode.clusters == GLYPH_SUM)
        return sum_cols(s, mode);
    for (size_t off = 0, next; off < s.n; off = next) {
        next = glyph_next(s, off);
        cols += glyph_cluster_cols(str_sub(s, off, next), mode);
    }
    return cols;
}

/* How many ideographs from byte `from` on are clusters of their own, up to `most`. */
static int count_ideographs(struct str s, size_t from, int most)
{
    size_t near = from + 3 * ((size_t)most + 1);
    int n = (int)((utf8_skip_ideographs(str_sub(s, 0, near < s.n ? near : s.n), from) - from) / 3);

    return n > 0 ? n - 1 : 0; /* marks may stand on the last one */
}

size_t glyph_fit(struct str s, size_t from, int cols, struct glyph_mode mode, int *used)
{
    int sum = 0;

    while (from < s.n) {
        int n = sum < cols ? count_ideographs(s, from, (cols - sum) / 2) : 0, w;
        size_t next;

        from += 3 * (size_t)n;
        sum += 2 * n;
        next = glyph_next(s, from);
        w = glyph_cluster_cols(str_sub(s, from, next), mode);
        if (sum + w > cols)
            break;
        sum += w;
        from = next;
    }
    if (used)
        *used = sum;
    return from;
}
