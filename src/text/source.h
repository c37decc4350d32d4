/* Bytes from somewhere, read by position: a regular file as it is, anything that cannot seek
 * through an unlinked temporary file once. Never mapped: a file that shrinks is an error, not a
 * signal. */
#ifndef KANBAO_TEXT_SOURCE_H
#define KANBAO_TEXT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct source;

#define SOURCE_PIPE_MAX ((uint64_t)1 << 30)

/* Opens a regular file, a named pipe, or "-" for standard input. Directories, devices and sockets
 * are refused with a message. A pipe is read to its end, at most SOURCE_PIPE_MAX bytes: more than
 * that is left unread and *e says so, though the source is returned. NULL on failure. The caller
 * frees with source_free. *e is cleared first. */
struct source *source_open(const char *path, struct err *e);
/* Takes fd, an open regular file; `name` is what the user sees (sanitized here). NULL on failure.
 */
struct source *source_from_fd(int fd, const char *name, struct err *e);
void source_free(struct source *s);

/* The name for the user: sanitized, one line. Lives as long as s. */
const char *source_name(const struct source *s);
/* The path that it can be opened by again, as it was named: untrusted bytes. NULL when it is no
 * regular file. */
const char *source_path(const struct source *s);
/* The charset that its bytes were in ("UTF-8", "GB18030", ...). */
const char *source_encoding(const struct source *s);
/* Bytes of UTF-8 text that source_read can give. */
uint64_t source_size(const struct source *s);

/* Reads up to n bytes at offset off; *got is less than n only at the end. False with a message when
 * the file cannot be read or has become shorter than it was when it was opened. */
bool source_read(const struct source *s, uint64_t off, void *buf, size_t n, size_t *got,
                 struct err *e);

/* Puts the text of fd in place of the bytes; `encoding` is what they were in. Takes fd (-1: the
 * bytes stay). For text/decode. */
void source_set_text(struct source *s, int fd, uint64_t size, const char *encoding);

/* A file of its own that has no name and goes when it is closed; -1 with a message on failure. */
int source_temporary(struct err *e);
/* Where it is made. */
const char *source_temporary_folder(void);

#endif
