/* Compressed texts, and collections of texts in one file as folders: what libarchive unpacks. */
#ifndef KANBAO_TEXT_PACKED_H
#define KANBAO_TEXT_PACKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "text/source.h"

struct packed;

/* Takes s, which is read as it is needed and must have come completely. Of one that is damaged,
 * what can be had is. NULL with a message when it cannot be unpacked. Free with packed_free. */
struct packed *packed_open(struct source *s, struct err *e);
void packed_free(struct packed *p);

/* The name of the whole. */
const char *packed_name(const struct packed *p);

/* Goes to the next file in it, in the order in which they stand there; hidden names and what is no
 * regular file are left out. Its name, with the collection's before it, which the caller frees;
 * NULL at the end, and with a message when it cannot be read further. */
char *packed_next(struct packed *p, struct err *e);
/* When that file was last written, in seconds since 1970: as the collection says, else when it was
 * written itself. */
int64_t packed_date(const struct packed *p);
/* A source_feed of the file that packed_next went to. */
source_feed packed_read;

#endif
