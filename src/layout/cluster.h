/* A paragraph taken apart into clusters: what line breaking and filling work on. */
#ifndef KANBAO_LAYOUT_CLUSTER_H
#define KANBAO_LAYOUT_CLUSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "text/charclass.h"
#include "text/glyph.h"

/* May a row begin here? The last is best. */
enum linebreak {
    LINEBREAK_NO,
    LINEBREAK_RELAXED, /* inside a Korean word: only when nothing better fits the row */
    LINEBREAK_URL,     /* inside a URL: the same, but before the others */
    LINEBREAK_TIED,    /* inside a title or phrase of a heading: the same again */
    LINEBREAK_ALLOWED,
    LINEBREAK_COUNT
};

/* Whether the grid puts a column before a cluster, by the columns taken before it (layout/grid). */
enum grid_pad { GRID_NO, GRID_IF_ODD, GRID_IF_EVEN };

struct cluster {
    uint32_t from;  /* byte of the paragraph */
    uint8_t class;  /* enum charclass of the first character, as far as line breaking goes */
    uint8_t cols;   /* saturates at 255 */
    uint8_t before; /* enum linebreak: may a row begin with it */
    bool wide : 1;  /* East Asian Width F, W or H */
    bool inner : 1; /* goes on with a web or e-mail address */
    uint8_t pad : 2; /* enum grid_pad */
};

/* A run is what most of a text consists of: ideographs and kana side by side, or words of Hangul
 * syllables or of ASCII letters with single spaces between them. Of what it is made up of only its
 * first cluster concerns line breaking; within it a row may begin before every cluster but a space,
 * or for letters only behind a space. A run begins and ends with no space. */
struct clusters {
    struct str text;   /* borrowed */
    struct cluster *v; /* n of them, and one more for the end (CC_CONTROL, no columns) */
    size_t n, cap;
    uint32_t *runs; /* the first cluster of each, any other cluster being one; and n for the end */
    size_t n_runs, cap_runs;
    size_t count[CC_COUNT]; /* how many of each class of letters and quotation marks, as
                               clusters_split found them */
    size_t ideographs;      /* ideographs and kana of every kind */
};

/* Takes a paragraph (valid UTF-8 without line ends, less than 4 GiB) apart; `out` must be zero or
 * filled before, its memory is used again. No breaks are marked yet but those within runs. */
void clusters_split(struct str text, struct glyph_mode mode, struct clusters *out);
/* Makes room for paragraphs of so many bytes, in what is zero or was filled before. */
void clusters_reserve(struct clusters *t, size_t bytes);
void clusters_free(struct clusters *t);

static inline struct str clusters_text(const struct clusters *t, size_t from, size_t to)
{
    return str_sub(t->text, t->v[from].from, t->v[to].from);
}

/* The first cluster from i on that begins at byte `off` of the text or behind it. Logarithmic. */
size_t clusters_at(const struct clusters *t, size_t off, size_t i);

/* The first code point of a cluster; 0 for the end. */
uint32_t clusters_cp(const struct clusters *t, size_t i);

/* Chinese or Japanese: at least a third of the letters are ideographs or kana. */
bool clusters_is_cjk(const struct clusters *t);

/* Whether an ideograph meets a Latin letter or a digit: where autospace puts or takes a space, and
 * where a justified row may be stretched. */
bool clusters_is_script_border(const struct cluster *a, const struct cluster *b);

/* Whether byte off of a text is a single U+0020 at such a border. */
bool clusters_is_autospace(struct str text, size_t off);

/* U+0020, tab or U+3000, and nothing on it: what a row drops at its end. */
static inline bool cluster_is_blank(const struct clusters *t, size_t i)
{
    const struct cluster *c = &t->v[i];
    char first = t->text.s[c->from];

    if (c->class == CC_IDSPACE)
        return c[1].from == c->from + 3;
    return c->class == CC_SPACE && (first == ' ' || first == '\t') && c[1].from == c->from + 1;
}

#endif
