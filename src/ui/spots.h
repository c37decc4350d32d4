/* Places that the reader has named or kept: marks by a character, bookmarks. */
#ifndef KANBAO_UI_SPOTS_H
#define KANBAO_UI_SPOTS_H

#include "base/str.h"
#include "ui/state.h"

/* Remembers the place under that name. */
void spots_mark(struct app *app, struct str name);
/* Goes to the mark of that name. */
void spots_to_mark(struct app *app, struct str name);

/* Keeps the place in the list of bookmarks, or takes it from there. */
void spots_bookmark(struct app *app);
#endif
