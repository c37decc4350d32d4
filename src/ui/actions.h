/* What an action means everywhere: those that no pane has a meaning of its own for. */
#ifndef KANBAO_UI_ACTIONS_H
#define KANBAO_UI_ACTIONS_H

#include "ui/state.h"

/* Does it in the pane that has the keys; asks first for the text that it may need. */
void actions_do(struct app *app, struct command c);

#endif
