/* The reader's search: a trial while the pattern is being typed, then from hit to hit. */
#ifndef KANBAO_UI_SEEK_H
#define KANBAO_UI_SEEK_H

#include "ui/state.h"

/* The pattern is going to be typed: what is shown now can be come back to. */
void seek_begin(struct app *app);
/* Shows what has been typed so far: paints its hits in the open article, and shows the first one in
 * that direction from where the reader was. */
void seek_typed(struct app *app);
/* A key that switches what counts as the same: ^T traditional and simplified, ^L the case of
 * letters, ^R whether the pattern is a regular expression. It stays so. False: it is another key.
 */
bool seek_switch(struct app *app, int key);
enum { SEEK_SWITCHES = 3 };
/* The key of switch i, and what it is for. */
int seek_switch_key(int i);
const char *seek_switch_help(int i);
/* What counts as the same in a search (find/query.h). */
unsigned seek_fold(const struct app *app);
/* Appends what stands beside the pattern that is typed: what is switched on, and "2/14", the
 * hit of seek_count. */
void seek_note(const struct app *app, struct strbuf *out);
/* Shows what was there before. */
void seek_end(struct app *app);
/* Whether an action is a search whose pattern is typed. */
bool seek_is(enum action a);

/* A new search, forward or backward; to the next hit, and against the direction of the search. */
void seek_new(struct app *app, struct command c);
void seek_next(struct app *app, struct command c);
/* To the next keyword, or back to the one before; marks that are hidden are shown. */
void seek_keyword(struct app *app, struct command c);
/* A page of all hits, of what is looked for or of the text given. */
void seek_all(struct app *app, struct command c);

/* Says that nothing is looked for yet. */
void seek_nothing(struct app *app);

/* Whether that action, of seek_next, goes forward. */
bool seek_forward(const struct app *app, enum action a);
/* How many hits the open article has; *at: which of them is the current one, from 1; 0: none. */
size_t seek_count(const struct app *app, size_t *at);

#endif
