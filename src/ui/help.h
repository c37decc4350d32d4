/* The help page, made from the action table. */
#ifndef KANBAO_UI_HELP_H
#define KANBAO_UI_HELP_H

#include "ui/keymap.h"
#include "ui/pane.h"
#include "term/screen.h"

/* A page for state_push: under each subject the keys to the left, what they do beside them or,
 * where there is little room, below. Borrows both. */
struct pane *help_new(const struct keymap *keys, const struct screen *screen);

#endif
