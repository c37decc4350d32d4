/* The headline list: a row an article, with its number, its headline, its byline where there is
 * room. An article without a printed headline shows its first words between < and > in faint
 * letters. */
#ifndef KANBAO_UI_LISTPANE_H
#define KANBAO_UI_LISTPANE_H

#include "layout/scroll.h"
#include "ui/pane.h"

struct listpane {
    struct pane pane;
    struct scroll scroll; /* its items are the rows of the list */
};

void listpane_init(struct listpane *l);

#endif
