/* Article + geometry = rows. A value: computed, asked, thrown away. Rows know the bytes of the
 * article's text that they show; nothing here knows a terminal. */
#ifndef KANBAO_LAYOUT_LAYOUT_H
#define KANBAO_LAYOUT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "paper/article.h"
#include "text/glyph.h"

enum kinsoku { KINSOKU_AUTO, KINSOKU_STRICT, KINSOKU_NORMAL, KINSOKU_LOOSE, KINSOKU_NONE };
enum autospace { AUTOSPACE_KEEP, AUTOSPACE_INSERT, AUTOSPACE_STRIP, AUTOSPACE_AUTO };
enum korean { KOREAN_AUTO, KOREAN_WORD, KOREAN_SYLLABLE };
enum lang { LANG_AUTO, LANG_ZH_HANS, LANG_ZH_HANT, LANG_JA, LANG_KO, LANG_EN };

struct layout_opts {
    int cols;               /* measure; 0 = one row a paragraph */
    struct glyph_mode mode;
    enum kinsoku kinsoku;   /* AUTO: normal, loose below 20 columns */
    int indent;             /* columns of first-line indent; -1: 4, or 2 below 24 columns; 0: blank
                               rows between paragraphs instead. A label (layout/hanging.h) hangs
                               instead of an indent */
    int hang;               /* 0 or 2 columns for hanging stops */
    bool justify;           /* stretch at gap points */
    bool avoid_orphans;     /* no last row of one ideograph */
    bool grid;              /* ideographs in even columns (layout/grid); nothing is stretched */
    enum autospace autospace; /* AUTO: as most of the article has it (layout/lang); nothing is
                                 inserted without a measure */
    enum korean korean;
    enum lang lang;
    bool title;             /* show kicker, headline and byline */
    int columns;            /* newspaper columns (layout/pages); 0: by the width */
};

/* One row of the screen. */
struct row {
    size_t from, to;  /* bytes of the article's text; without spaces dropped at the row's edges */
    size_t block;     /* index into article->blocks; for a blank row that of the block after it */
    int indent;       /* columns before the text */
    int bars;         /* in them, one in every second: how deep mail is quoted there */
    bool blank;       /* nothing to show; from == to == where the next row begins */
    size_t gap;       /* index of its first gap, see layout_gaps */
    size_t n_gaps;    /* places where one column is inserted */
};

struct layout;

/* Borrows the article until layout_free. */
struct layout *layout_new(const struct article *a, const struct layout_opts *o);
void layout_free(struct layout *l);

size_t layout_count(const struct layout *l);
const struct row *layout_row(const struct layout *l, size_t i);
/* The block that the row shows, or for a blank row the one after it. */
const struct block *layout_block(const struct layout *l, const struct row *r);
/* The row that shows byte off of the article's text (the last one for the end). Logarithmic. */
size_t layout_row_at(const struct layout *l, size_t off);
/* Where the row's inserted columns stand: byte offsets, ascending, one column before each. */
const size_t *layout_gaps(const struct layout *l, const struct row *r);

/* Whether byte off of the article's text is a space that autospace strips or that the grid has no
 * use for: inside a row it takes no column and is not shown. */
bool layout_drops(const struct layout *l, size_t off);

/* The columns before the row's text: blanks, and | for each level of a quotation. */
void layout_render_indent(const struct row *r, struct strbuf *out);

/* The row as text: indent, bytes, inserted spaces; no line end, no trailing spaces. A
 * tab is one space. */
void layout_render(const struct layout *l, const struct row *r, struct strbuf *out);

#endif
