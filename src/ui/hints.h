/* The page of words that tell what the open article is about (find/suggest), with how often it has
 * them and how many other articles do; each can be made a keyword. */
#ifndef KANBAO_UI_HINTS_H
#define KANBAO_UI_HINTS_H

#include "ui/state.h"

/* NULL with a message when there is no such word. */
struct pane *hints_new(struct app *app);

#endif
