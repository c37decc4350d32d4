/* The headline list: an article with its number and the mark of those read, its headline, and as
 * far as there is room for a headline beside them its byline, its size in thousands of bytes, and
 * its source where there are several. A headline that is too long is cut, or goes on in rows below
 * (app_opts.wrap_titles). An article without a printed headline shows its first words between < and
 * > in faint letters. */
#ifndef KANBAO_UI_LISTPANE_H
#define KANBAO_UI_LISTPANE_H

#include "layout/scroll.h"
#include "ui/narrowing.h"
#include "ui/pane.h"

/* The list's lines are all articles, or those that fit a filter; numbers are those of all. */
struct listpane {
    struct pane pane;
    struct scroll scroll; /* its items are lines; its rows, how many of them are shown */
    struct narrowing narrowing;
    size_t wanted; /* to be selected once it or one behind it is found; SIZE_MAX: none */
    const struct app *app;
};

/* Borrows app. */
void listpane_init(struct listpane *l, const struct app *app);
void listpane_free(struct listpane *l);

/* The article of a line. */
size_t listpane_article(const struct listpane *l, size_t line);
/* The selected article; SIZE_MAX when there is no line. */
size_t listpane_selected(const struct listpane *l);
/* Selects an article; if the filter does not have it, all are shown again. */
void listpane_select(struct listpane *l, size_t article);

/* Shows the articles that fit what was typed (find/filter.h); "": all of them. */
void listpane_filter(struct listpane *l, struct str typed);
bool listpane_filtered(const struct listpane *l);
/* Takes in what the library has now, as far as a moment reaches. False while more is to be looked
 * at. */
bool listpane_update(struct listpane *l);
/* The same when articles have been replaced. */
void listpane_restart(struct listpane *l);

#endif
