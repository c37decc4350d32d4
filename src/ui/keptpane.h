/* Pages of what is remembered, the newest first, each a line that leads there: the bookmarks, and
 * the sources that were opened. */
#ifndef KANBAO_UI_KEPTPANE_H
#define KANBAO_UI_KEPTPANE_H

#include "ui/state.h"

/* Each for state_push; NULL with a message when there is nothing. */
struct pane *keptpane_bookmarks(struct app *app);
struct pane *keptpane_history(struct app *app);

#endif
