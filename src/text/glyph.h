/* Clusters and columns: the one place that decides how many columns a text takes, for layout,
 * for ncurses and for the status line. Clusters are UAX #29 extended grapheme clusters
 * (libunistring); widths are UAX #11 with class A by setting. All text is valid UTF-8. */
#ifndef KANBAO_TEXT_GLYPH_H
#define KANBAO_TEXT_GLYPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "text/charclass.h"

/* Stands for text that was cut off; as wide as the terminal has characters of class A. */
#define GLYPH_CUT "…"

/* What a cluster of several characters takes. */
enum glyph_clusters {
    GLYPH_SUM,  /* the sum of its code points */
    GLYPH_UNIT, /* 2 at most, and U+FE0F makes it 2 (mode 2027 of terminals) */
    GLYPH_FIRST /* the sum, but an emoji sequence (a person with a colour or a family, a flag, a
                   keycap) is shown as its first character, a flag as its letters */
};

/* How the terminal counts. */
struct glyph_mode {
    int ambiguous; /* columns of East Asian Ambiguous characters: 1 or 2 */
    enum glyph_clusters clusters;
};

static inline bool glyph_mode_is(struct glyph_mode a, struct glyph_mode b)
{
    return a.ambiguous == b.ambiguous && a.clusters == b.clusters;
}

/* Columns of one code point: 0 (marks, controls, formats), 1 or 2. */
static inline int glyph_char_cols(uint32_t cp, struct glyph_mode mode)
{
    enum charwidth w = charclass_width(cp);

    return w == CW_AMBIGUOUS ? mode.ambiguous : (int)w;
}

/* Whether a character of that class joins no other of this kind: its Grapheme_Cluster_Break is
 * Other (so are ASCII's; of the rest the generator of the table makes sure), or it is a Hangul
 * syllable. A tab is taken for one. */
static inline bool glyph_stands_alone(uint32_t cp, enum charclass c)
{
    static const uint64_t joining = 1ull << CC_OTHER | 1ull << CC_CONTROL | 1ull << CC_FORMAT |
                                    1ull << CC_MARK | 1ull << CC_PREFIX | 1ull << CC_POSTFIX |
                                    1ull << CC_EMOJI;

    if (cp < 0x7F)
        return cp >= ' ' || cp == '\t';
    if (c == CC_LETTER)
        return cp < 0x300;
    if (c == CC_HANGUL)
        return cp >= 0xAC00 && cp <= 0xD7A3;
    return !(joining >> c & 1);
}

/* The end of the cluster that begins at byte `off` (off < s.n). `off` must be a cluster border. */
size_t glyph_next(struct str s, size_t off);

/* Columns of the text. */
int glyph_cols(struct str s, struct glyph_mode mode);
/* Columns of one cluster. */
int glyph_cluster_cols(struct str cluster, struct glyph_mode mode);

/* The end of the emoji sequence of several code points that begins at the cluster border `off`;
 * `off` when none does. */
size_t glyph_sequence_end(struct str s, size_t off);
/* Appends s as GLYPH_FIRST shows it; false, and nothing is appended, when there is no sequence in
 * it. */
bool glyph_reduce(struct str s, struct strbuf *out);

/* Walks from byte `from` and stops before the first cluster that would take the text beyond `cols`
 * columns: returns that byte (s.n when all fits) and the columns used in *used (may be NULL).
 * Marks of no width stay with their cluster. */
size_t glyph_fit(struct str s, size_t from, int cols, struct glyph_mode mode, int *used);

#endif
