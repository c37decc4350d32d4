/* A directory as the texts in it. */
#ifndef KANBAO_TEXT_FOLDER_H
#define KANBAO_TEXT_FOLDER_H

#include "base/err.h"
#include "base/strlist.h"

/* `path` is a text (e is NULL), or could not be looked at (e says why). Both die after the call. */
typedef void folder_fn(void *ctx, const char *path, const struct err *e);

/* Calls `each` for the regular files below the directory, folder by folder in natural order (2
 * before 10). Left out: hidden names, directories behind symbolic links, and files that have a NUL
 * byte in their first 8 KiB and no byte order mark of UTF-16 or UTF-32. */
void folder_list(const char *path, folder_fn *each, void *ctx);

/* Appends what may be a symbolic link below the directory, for who must know beforehand what will
 * be opened; nothing when it cannot be read. */
void folder_links(const char *path, struct strlist *links);

#endif
