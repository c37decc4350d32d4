/* What an action means everywhere: those that no pane has a meaning of its own for. */
#ifndef KANBAO_UI_ACTIONS_H
#define KANBAO_UI_ACTIONS_H

#include <stdbool.h>

#include "ui/state.h"

/* Does it in the pane that has the keys. False when it was to leave. */
bool actions_do(struct app *app, struct command c);

/* Looks for what was typed into the prompt. */
void actions_search(struct app *app);

#endif
