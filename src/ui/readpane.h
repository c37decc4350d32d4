/* The reading pane: an article laid out for a rectangle, and the place in it, which is a byte
 * offset so that it survives every other size. With newspaper columns a "line" of the pane is a
 * page, and the pane shows one at a time. */
#ifndef KANBAO_UI_READPANE_H
#define KANBAO_UI_READPANE_H

#include <stdbool.h>

#include "layout/layout.h"
#include "layout/pages.h"
#include "layout/spans.h"
#include "paper/article.h"
#include "ui/marks.h"
#include "ui/pane.h"

struct readpane {
    struct pane pane;
    struct article article; /* owned */
    bool open;              /* there is an article */
    struct layout *layout;
    const struct layout_opts *base; /* as the reader wants it; all but the measure */
    struct layout_opts opts;        /* what the layout was made with */
    struct page_shape shape;
    struct pages *pages;     /* NULL: no columns, rows follow one another */
    size_t place;            /* byte that the reader is at; only the reader moves it */
    size_t top;              /* first row shown; with columns the page */
    bool held;               /* the end of the text keeps the place's row from the top */
    struct spans marks;      /* what is painted */
};

/* Borrows o. */
void readpane_init(struct readpane *p, const struct layout_opts *o);
/* Takes the contents of article and shows its beginning. */
void readpane_open(struct readpane *p, struct article *article, const struct marks *marks);
void readpane_close(struct readpane *p);
/* Lays the article out anew at the next chance: the options have changed. */
void readpane_forget(struct readpane *p);
/* Finds anew what is painted. */
void readpane_mark(struct readpane *p, const struct marks *marks);

/* One newspaper column more than there are, or 1 when there is no room for it. */
int readpane_more_columns(const struct readpane *p);

/* Whether the article's last line is shown. */
bool readpane_at_end(const struct readpane *p);

/* Shows byte off: the view stays where it is if the byte is in it, else its row comes a third down.
 */
void readpane_show(struct readpane *p, size_t off);

/* Shows byte `place` first, as when the pane was left there. */
void readpane_return(struct readpane *p, size_t place);
/* The byte behind what is shown; SIZE_MAX at the article's end. */
size_t readpane_end(const struct readpane *p);

/* The first hit of the search at or behind byte `from`, or the last one before it; SIZE_MAX: none.
 */
size_t readpane_hit(const struct readpane *p, size_t from, bool forward);
/* How many hits the article has; *at: which of them, from 1, begins at byte `hit`; 0: none. */
size_t readpane_hits(const struct readpane *p, size_t hit, size_t *at);

/* The column of the screen where the text begins, which stands in the middle of the pane. */
int readpane_left(const struct readpane *p);

#endif
