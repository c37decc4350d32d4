/* What arrives in folders after they were read. They are looked at now and then by their dates,
 * which is true also of what other machines write on a shared disk, and takes no descriptors. */
#ifndef KANBAO_TEXT_WATCH_H
#define KANBAO_TEXT_WATCH_H

#include <stdbool.h>
#include <stddef.h>

struct watch;

struct watch *watch_new(void);
void watch_free(struct watch *w);

/* A folder to look at from now on, which is open as fd and about to be read. */
void watch_folder(struct watch *w, const char *path, int fd);
/* A name that was found in it, and is no news. */
void watch_known(struct watch *w, const char *path, const char *name);

/* Goes on for about `ms` milliseconds with a round: looks at each folder, and at each file that is
 * arriving. True when the round is done. A file has arrived when it was the same in two rounds, and
 * is not empty; a new folder is looked at like the others. Hidden names are left out, and so are
 * folders behind symbolic links. */
bool watch_look(struct watch *w, int ms);

/* Files that have arrived and were not asked for. */
size_t watch_arrived(const struct watch *w);
/* The path of the next one, in natural order of those of a round; the caller frees. There must be
 * one. */
char *watch_next(struct watch *w);

#endif
