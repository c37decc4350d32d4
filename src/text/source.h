/* Bytes from somewhere, read by position: a regular file as it is, anything that cannot seek through
 * an unlinked temporary file once. Never mapped: a file that shrinks is an error, not a signal. */
#ifndef KANBAO_TEXT_SOURCE_H
#define KANBAO_TEXT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct source;

/* Opens a regular file, a named pipe, or "-" for standard input. Directories, devices and sockets
 * are refused with a message. NULL on failure. The caller frees with source_free. */
struct source *source_open(const char *path, struct err *e);
/* Takes fd, an open file that can seek; `name` is what the user sees (sanitized here). */
struct source *source_from_fd(int fd, const char *name, struct err *e);
void source_free(struct source *s);

/* The name for the user: sanitized, one line. Lives as long as s. */
const char *source_name(const struct source *s);
/* The charset that its bytes were in ("UTF-8", "GB18030", ...). */
const char *source_encoding(const struct source *s);
/* Bytes of UTF-8 text that source_read can give. */
uint64_t source_size(const struct source *s);

/* Reads up to n bytes at offset off; *got is less than n only at the end. False with a message when
 * the file cannot be read or has become shorter than it was when it was opened. */
bool source_read(const struct source *s, uint64_t off, void *buf, size_t n, size_t *got,
                 struct err *e);

/* Makes the bytes UTF-8: `charset` is NULL to find out (byte order mark, valid UTF-8, then a guess),
 * or a name that iconv knows. What is converted goes through a temporary file. False with a message
 * when the charset is unknown or the temporary file cannot be written. */
bool source_decode(struct source *s, const char *charset, struct err *e);

#endif
