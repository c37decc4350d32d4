/* All hits of a search over everything, as a page: under each article's headline its hits with the
 * words around them. It is filled while no key waits. */
#ifndef KANBAO_UI_HITSPANE_H
#define KANBAO_UI_HITSPANE_H

#include "ui/state.h"

/* The page, for state_push. NULL with a message when the pattern cannot be looked for. */
struct pane *hitspane_new(struct app *app, struct str pattern, struct err *e);

#endif
