/* The headline list: an article with its number and the mark of those read, its headline, and as
 * far as there is room for a headline beside them its byline, its size in thousands of bytes, and
 * its source where there are several; where articles are grouped, that stands above them. A
 * headline that is too long is cut, or goes on in rows below (app_opts.wrap_titles). An article
 * without a printed headline shows its first words between < and > in faint letters. */
#ifndef KANBAO_UI_LISTPANE_H
#define KANBAO_UI_LISTPANE_H

#include "layout/scroll.h"
#include "library/order.h"
#include "ui/narrowing.h"
#include "ui/pane.h"

/* The list's lines are all articles, or those that fit a filter, in the order of app_opts.order;
 * numbers are those of all, in the order of the sources. */
struct listpane {
    struct pane pane;
    struct scroll scroll; /* its items are lines; its rows, how many of them are shown */
    struct narrowing narrowing;
    struct order order; /* used where it is needed ... */
    size_t ordered;     /* ... and has this many of what narrowing let through */
    size_t wanted; /* to be selected once it or one behind it is found; SIZE_MAX: none */
    bool chosen;   /* the selected article is; until then the first line is selected */
    const struct app *app;
};

/* Borrows app. */
void listpane_init(struct listpane *l, const struct app *app);
void listpane_free(struct listpane *l);

/* The article of a line. */
size_t listpane_article(const struct listpane *l, size_t line);
/* The article that is selected, or will be; SIZE_MAX when there is none. */
size_t listpane_selected(const struct listpane *l);
/* Selects an article, or its copy where each is shown but once, or the last one where it is beyond;
 * if the filter does not have it, all are shown again. */
void listpane_select(struct listpane *l, size_t article);

/* Shows the articles that fit what was typed (find/filter.h); "": all of them. */
void listpane_filter(struct listpane *l, struct str typed);
bool listpane_filtered(const struct listpane *l);
/* Takes in what the library has now, as far as a moment reaches. False while more is to be looked
 * at. */
bool listpane_update(struct listpane *l);
/* Whether every article of the library has its line, or none. */
bool listpane_done(const struct listpane *l);
/* Whether there is nothing to do for it before more is loaded. */
bool listpane_idle(const struct listpane *l);
/* The same when the articles from `from` on have been replaced. */
void listpane_cut(struct listpane *l, size_t from);
/* Takes a changed app_opts.order. */
void listpane_reorder(struct listpane *l);
/* Articles that are not shown because another copy of each is. */
size_t listpane_folded(const struct listpane *l);

#endif
