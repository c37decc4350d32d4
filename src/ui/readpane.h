/* The reading pane: an article laid out for a rectangle, and the place in it, which is a byte
 * offset so that it survives every other size. The measure is the pane's width less its margins,
 * even, at most MEASURE_MAX. */
#ifndef KANBAO_UI_READPANE_H
#define KANBAO_UI_READPANE_H

#include <stdbool.h>

#include "layout/layout.h"
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
    size_t place;            /* first byte shown */
    size_t top;              /* row that shows it */
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

void readpane_to(struct readpane *p, size_t row);
/* Shows byte off: the view stays where it is if the byte is in it, else its row comes a third down.
 */
void readpane_show(struct readpane *p, size_t off);

/* The row behind the last one shown, and how many there are. */
size_t readpane_bottom(const struct readpane *p);
size_t readpane_rows(const struct readpane *p);

#endif
