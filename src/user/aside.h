/* Setting a file aside that cannot be used, so that nothing writes over it. */
#ifndef KANBAO_USER_ASIDE_H
#define KANBAO_USER_ASIDE_H

#include <stdbool.h>

#include "base/err.h"

/* Waits for the lock of a folder, for the time in which files are judged and moved. Returns a
 * descriptor to be closed, -1 when there is no such lock: go on without. */
int aside_lock(const char *folder);

/* Renames the file, and what SQLite keeps beside it, to the first free of NAME.bad, NAME.bad2 ...
 * Fills `name` with it (size bytes). False with a message when it cannot. */
bool aside_move(const char *path, char *name, int size, struct err *e);

#endif
