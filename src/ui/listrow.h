/* An article's row in the list of headlines, and the heading above the articles of a source. */
#ifndef KANBAO_UI_LISTROW_H
#define KANBAO_UI_LISTROW_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/panes.h"
#include "term/style.h"

struct app;

/* Rows that article i takes in so many columns: one, or those of its headline where it is wrapped.
 */
size_t listrow_count(const struct app *app, size_t i, int cols);
/* Draws article i from the first row of r on, as far as r reaches. `selection`: the style of all of
 * it, if `selected`. */
void listrow_draw(const struct app *app, size_t i, const struct rect *r, bool selected,
                  enum style selection);
/* Draws the name of the source of article i into the first row of r. */
void listrow_draw_heading(const struct app *app, size_t i, const struct rect *r);

#endif
