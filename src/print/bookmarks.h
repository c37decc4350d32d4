/* The bookmarks on a stream: text, JSON Lines, TSV. */
#ifndef KANBAO_PRINT_BOOKMARKS_H
#define KANBAO_PRINT_BOOKMARKS_H

#include <stdio.h>

#include "options/options.h"
#include "user/store.h"

/* A line a bookmark, the newest first: headline, source, place (byte of the article's text), date
 * (ISO 8601, local time), parted by tabs; as JSON an object with these. Write errors are left in
 * the stream. */
void bookmarks_print(struct store *store, enum format format, FILE *out);

#endif
