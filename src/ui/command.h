/* The command prompt: the action table's names, with what they need. */
#ifndef KANBAO_UI_COMMAND_H
#define KANBAO_UI_COMMAND_H

#include "base/err.h"
#include "ui/keymap.h"

/* "next", "5 next", "search TEXT" (the name may be cut short), "12" for article 12, "50%". The text
 * points into `line`. False with a message when there is no such command. */
bool command_parse(struct str line, struct command *c, struct err *e);

#endif
