/* What the reader does with the source of the article that is shown: read it again when the file
 * has changed, or in another charset. */
#ifndef KANBAO_UI_SOURCES_H
#define KANBAO_UI_SOURCES_H

#include "ui/state.h"

enum { SOURCES_LOOK_MS = 2000 /* between two looks at the file of the shown article */ };

void sources_reload(struct app *app, struct command c);
/* In the charset c.text, else in the next one that it may be in. */
void sources_charset(struct app *app, struct command c);

/* Takes in no more of the sources; the next time, goes on. */
void sources_stop(struct app *app, struct command c);
/* The same for whoever has no time to look whether something is loading: never goes on. */
void sources_interrupt(struct app *app, struct command c);

/* More has been taken in: goes back to the place where the reader was before it was read again. */
void sources_loaded(struct app *app);

/* Looks what has become of the file of the shown article, if that was not done just before. True
 * when it is news. */
bool sources_look(struct app *app);
/* The name of the source of the shown article, and the charset that it is in (NULL when there is
 * nothing to say about it). */
const char *sources_name(const struct app *app, const char **charset);
/* What is to be said about its file; NULL: nothing. Lives until the next sources_look. */
const char *sources_note(const struct app *app);

#endif
