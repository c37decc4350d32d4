/* Where the sheets of a long source begin and how many articles each has, kept in a file from one
 * run to the next: a search need not rebuild the sheets that cannot have a hit only to number its
 * articles. What is kept holds for the same bytes, read in the same way by the same program, and is
 * not used where any of these may differ, or the file is damaged. At most 1024 files are kept, of
 * 16 bytes a sheet; nothing of the text is in them. */
#ifndef KANBAO_LIBRARY_BORDERS_H
#define KANBAO_LIBRARY_BORDERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "paper/page.h"
#include "text/source.h"

struct border {
    uint64_t off;      /* byte of the source where the sheet begins */
    uint32_t max;      /* bytes it was read from, at most */
    uint32_t articles; /* that it has */
};

/* Zero-initialise; free with borders_free, which empties it. */
struct borders {
    struct border *v; /* the last one has no sheet: there one would go on */
    size_t n, cap;
    char *path;        /* of the file; NULL: nothing is to be kept */
    struct strbuf key; /* what it must be of */
};

void borders_add(struct borders *b, uint64_t off, uint32_t max, size_t articles);
void borders_free(struct borders *b);

/* Reads what is kept in that folder (NULL: nowhere) of the source, before its first sheet is read.
 * b is open then, unless nothing is to be kept of it: it is no longer than a sheet, or cannot be
 * told from others. */
void borders_open(struct borders *b, const char *folder, const struct source *s, enum text_kind as,
                  size_t sheet_max);
static inline bool borders_are_open(const struct borders *b)
{
    return b->path != NULL;
}

/* The sheet that begins at byte `off`, with the next one behind it; NULL when it is not known. */
const struct border *borders_at(const struct borders *b, uint64_t off);

/* Writes `now` in place of what was kept, when it has more, the source is UTF-8, and is still what
 * it was when b was opened. It does without where it cannot write. */
void borders_keep(const struct borders *b, const struct borders *now, const struct source *s);

#endif
