/* The headline list: an article with its number and the mark of those read, its headline, and as
 * far as there is room for a headline beside them its byline, its size in thousands of bytes, and
 * its source where there are several. A headline that is too long is cut, or goes on in rows below
 * (app_opts.wrap_titles). An article without a printed headline shows its first words between < and
 * > in faint letters. */
#ifndef KANBAO_UI_LISTPANE_H
#define KANBAO_UI_LISTPANE_H

#include "layout/scroll.h"
#include "ui/pane.h"

struct listpane {
    struct pane pane;
    struct scroll scroll; /* its items are the articles; its rows, how many of them are shown */
    const struct app *app;
};

/* Borrows app. */
void listpane_init(struct listpane *l, const struct app *app);

#endif
