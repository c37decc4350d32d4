/* What an action has to be told first - a word to look for, a file's name - is typed at the prompt;
 * then the action is done with it. */
#ifndef KANBAO_UI_ASK_H
#define KANBAO_UI_ASK_H

#include <stdbool.h>

#include "ui/state.h"

/* Opens the prompt if the command's action needs a text and has none. False when it does not. */
bool ask_begin(struct app *app, struct command c);
/* Opens the prompt with a text in it, for Enter or another one. */
void ask_again(struct app *app, struct command c, struct str text);
/* A key while the prompt is open. Returns the command with its text when it is complete, which
 * lives until the next prompt opens; ACTION_NONE before. */
struct command ask_key(struct app *app, int key);
/* Shows at once what the typed text would do, for an action that can. */
void ask_follow(struct app *app);
/* Closes the prompt. */
void ask_end(struct app *app);

/* What stands before the text; NULL for an action that needs none. */
const char *ask_label(enum action a);

#endif
