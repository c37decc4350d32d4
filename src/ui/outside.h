/* The actions that lead out of the reader: files, commands, the editor, the clipboard. */
#ifndef KANBAO_UI_OUTSIDE_H
#define KANBAO_UI_OUTSIDE_H

#include "ui/state.h"

/* Does one of ACTION_SAVE to ACTION_PIPE_LIST; what came of it is said in app->message. */
void outside_do(struct app *app, struct command c);

/* Whether the action is one of those and is not possible: files may not be written and commands not
 * run, or there is no article to take; says so. */
bool outside_refused(struct app *app, enum action a);

#endif
