/* A directory as the files in it. */
#ifndef KANBAO_TEXT_FOLDER_H
#define KANBAO_TEXT_FOLDER_H

#include <stddef.h>

#include "base/err.h"
#include "base/strlist.h"
#include "text/watch.h"

/* A walk through all that is below a directory, folder by folder in natural order (2 before 10).
 * Left out: hidden names, directories behind symbolic links, and what is no regular file. The names
 * of a folder are read when the walk comes to it, and put in order one by one as they are asked
 * for, so that the first one is there at once. */
struct folder;

/* Tells `watch` of all folders and names that it comes to; borrowed; NULL: nobody. */
struct folder *folder_open(const char *path, struct watch *watch);
void folder_free(struct folder *f);

/* The next file's path, which the caller frees. NULL at the end, and where something could not be
 * looked at: then the message is in *e (cleared first), and the walk goes on. */
char *folder_next(struct folder *f, struct err *e);

/* About how many files are still to come: as many in each folder as there were till now. */
size_t folder_left(const struct folder *f);

/* Appends what may be a symbolic link below the directory, for who must know beforehand what will
 * be opened; nothing when it cannot be read. */
void folder_links(const char *path, struct strlist *links);

#endif
