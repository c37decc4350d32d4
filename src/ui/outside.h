/* The actions that lead out of the reader: files, commands, the editor, the clipboard. */
#ifndef KANBAO_UI_OUTSIDE_H
#define KANBAO_UI_OUTSIDE_H

#include "ui/state.h"

/* Does one of ACTION_SAVE to ACTION_PIPE_LIST; what came of it is said in app->message. */
void outside_do(struct app *app, struct command c);

/* Whether the action is one of those that write files or run commands, and that is not allowed;
 * says so. */
bool outside_refused(struct app *app, enum action a);

#endif
