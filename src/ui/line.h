/* One row of a pane, written from left to right. */
#ifndef KANBAO_UI_LINE_H
#define KANBAO_UI_LINE_H

#include <stdbool.h>

#include "base/str.h"
#include "ui/marks.h"
#include "term/screen.h"

struct line {
    struct screen *s;
    int row, col, end;    /* the next column, and the one behind the last */
    bool selected;        /* then all of it is drawn in ... */
    enum style selection;
};

/* Writes text as far as there is room. */
void line_put(struct line *l, struct str text, enum style style);
/* Writes text in `cols` columns, or as much as fits with … behind it; what marks say is painted
 * (NULL: nothing). */
void line_put_cut(struct line *l, struct str text, int cols, enum style style,
                  const struct marks *marks);
/* Writes blanks up to column col. */
void line_pad(struct line *l, int col);

/* The end of the row of at most `cols` columns, blanks at its end apart, that begins at byte `from`
 * of s: the last place that typesetting allows (layout/linebreak), or at least one cluster. */
size_t line_wrap(struct str s, size_t from, int cols, struct glyph_mode mode);

#endif
