/* The mouse over the panes, and the border between list and text. */
#ifndef KANBAO_UI_POINTER_H
#define KANBAO_UI_POINTER_H

#include "term/mouse.h"
#include "ui/state.h"

/* The wheel moves what is under it; a click selects, and on what is selected opens; the border goes
 * where it is dragged. */
void pointer_do(struct app *app, const struct mouse *m);

/* Moves the border by so many columns or rows, towards the text when positive. */
void pointer_border(struct app *app, int by);

#endif
