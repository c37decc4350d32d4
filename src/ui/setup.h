/* The options as the interactive reader takes them, and changing them while it runs. */
#ifndef KANBAO_UI_SETUP_H
#define KANBAO_UI_SETUP_H

#include <stdio.h>

#include "base/strlist.h"
#include "options/options.h"
#include "ui/state.h"

/* Notes among the settings' problems what is wrong with the lines of the sections that the reader
 * takes: [keys] and [colors]. */
void setup_check(struct options *o);

/* Fills all of ao but its message. Borrows o, which :set changes later. */
void setup_take(struct options *o, struct app_opts *ao);

/* Prints those sections for --print-config, every line of them a comment with what holds anyway. */
void setup_print(FILE *out);

/* "width 60", or "width" alone to be told what it may be. False with a message. */
bool setup_set(struct app *app, struct str text, struct err *e);

/* Changes a setting that is one of some words to the next one, and says which. */
void setup_next(struct app *app, const char *name, struct err *e);

/* Appends the lines that may be meant: names, then the words of a value. */
void setup_complete(struct str typed, struct strlist *out);

#endif
