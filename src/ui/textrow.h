/* One row of an article on the screen, with what is painted in it. */
#ifndef KANBAO_UI_TEXTROW_H
#define KANBAO_UI_TEXTROW_H

#include "base/str.h"
#include "layout/layout.h"
#include "layout/spans.h"
#include "term/screen.h"

struct textrow_look {
    const struct layout *layout;
    struct str text; /* the article's */
    const struct spans *marks;
    struct span now; /* the hit that the reader is at; empty for none */
};

/* Draws a row of the layout at row, col, in no more than `cols` columns. */
void textrow_draw(const struct textrow_look *look, const struct row *r, struct screen *s, int row,
                  int col, int cols);

#endif
