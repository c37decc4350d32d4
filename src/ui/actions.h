/* What the reader can do, one function an action of ui/keymap. */
#ifndef KANBAO_UI_ACTIONS_H
#define KANBAO_UI_ACTIONS_H

#include <stdbool.h>

#include "ui/state.h"
#include "ui/keymap.h"

/* Does it. False when it was to leave. */
bool actions_do(struct app *app, enum action a);

/* Shows the article that the list has selected, from its beginning. */
void actions_open_selected(struct app *app);

/* Looks for what was typed into the prompt. */
void actions_search(struct app *app);

#endif
