/* What happens on the disk while the reader is open: texts that arrive in its folders, and files of
 * other articles than the shown one (ui/sources) that change. */
#ifndef KANBAO_UI_AROUND_H
#define KANBAO_UI_AROUND_H

#include <stdbool.h>

struct app;

/* Looks around for a moment, if that was not done just before: files that have arrived are loaded
 * next, behind all others, and neither selection nor place move. True when there is news. */
bool around_look(struct app *app);
/* Milliseconds until it is to look again. */
int around_wait(const struct app *app);
/* More has been taken in: there is news of how many articles have arrived. */
void around_loaded(struct app *app);
/* What is to be said of it all; NULL: nothing. Lives until around_seen. */
const char *around_news(const struct app *app);
/* The reader goes on: has seen the news, if the prompt did not stand over it. */
void around_seen(struct app *app);

#endif
