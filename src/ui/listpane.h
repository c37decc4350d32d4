/* The headline list: a row an article, with its number, its headline, its byline where there is
 * room. An article without a printed headline shows its first words between < and > in faint
 * letters. */
#ifndef KANBAO_UI_LISTPANE_H
#define KANBAO_UI_LISTPANE_H

#include <stdbool.h>

#include "layout/scroll.h"
#include "paper/library.h"
#include "ui/marks.h"
#include "ui/panes.h"
#include "ui/screen.h"

/* Draws the entries that scroll shows into rect. `focused`: it has the keys. */
void listpane_draw(struct screen *s, const struct rect *r, const struct library *lib,
                   const struct scroll *scroll, const struct marks *marks, bool focused);

#endif
