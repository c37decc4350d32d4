/* The page of the keywords: how often the open article has each, how often all articles do, and
 * which of their groups are shown; below them the articles that have most, with what they have. */
#ifndef KANBAO_UI_KEYVIEW_H
#define KANBAO_UI_KEYVIEW_H

#include "ui/line.h"
#include "ui/state.h"

/* NULL with a message when there is no keyword. */
struct pane *keyview_new(struct app *app);
/* Says that there is no keyword. */
void keyview_nothing(struct app *app);

/* Makes a word a keyword, or one no more. */
void keyview_toggle(struct app *app, struct str word);
/* A row of such a page: the word as its marks are painted, a * before it while it is marked, and
 * facts about it at the right. */
void keyview_line(const struct keywords *k, struct str word, struct str facts, struct line *l);

#endif
