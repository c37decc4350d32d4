/* The whole screen: where the parts of the app stand, and drawing them. */
#ifndef KANBAO_UI_VIEW_H
#define KANBAO_UI_VIEW_H

#include "ui/state.h"

/* Gives list, text and status line their places on the screen as it is now. */
void view_arrange(struct app *app);

/* Arranges and draws all of it. */
void view_draw(struct app *app);
/* The same, unless the screen shows all of it already but for the status line: false then. */
bool view_refresh(struct app *app);

#endif
