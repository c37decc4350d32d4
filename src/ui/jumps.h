/* Back to where the reader was before a jump, and forth again. */
#ifndef KANBAO_UI_JUMPS_H
#define KANBAO_UI_JUMPS_H

#include <stdbool.h>

#include "ui/keymap.h"
#include "ui/state.h"

/* Whether an action is a jump: a move that the eye cannot follow. */
bool jumps_is(enum action a);

/* Where the reader is; article 0: nowhere. */
struct jump jumps_here(const struct app *app);
/* After a jump: remembers the place before it, if the reader is not there any more. */
void jumps_note(struct app *app, const struct jump *before);
/* Remembers the place. */
void jumps_keep(struct app *app);

/* To the place before the last jump, and forth again; says so when there is none. */
void jumps_back(struct app *app, struct command c);
void jumps_forth(struct app *app, struct command c);
/* To the place before the last jump, as a jump of its own: the next one leads back here. */
void jumps_swap(struct app *app);

#endif
