/* One temporary file for the texts that cannot be read by position where they are: what came
 * through pipes and out of archives stands in it, one behind the other. */
#ifndef KANBAO_TEXT_SPOOL_H
#define KANBAO_TEXT_SPOOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* All of it together; what is more is left unread, with a message. */
#define SPOOL_MAX ((uint64_t)1 << 30)

struct spool;

/* The folder that it is made in: $TMPDIR, else /tmp. */
const char *spool_folder(void);

/* The file is made when something is written to it: it has no name and goes with the program. */
struct spool *spool_new(void);
void spool_free(struct spool *s);

/* Bytes written so far. */
uint64_t spool_size(const struct spool *s);
/* Appends n bytes. False with a message when they cannot be kept. */
bool spool_add(struct spool *s, const void *bytes, size_t n, struct err *e);
/* Forgets all from byte `size` on. */
void spool_cut(struct spool *s, uint64_t size);
/* Reads up to n bytes at `off`; -1 on failure (errno). */
long spool_read(const struct spool *s, uint64_t off, void *buf, size_t n);
/* The file, at its beginning for who reads on from there; -1 before anything was written. */
int spool_file(const struct spool *s);

#endif
