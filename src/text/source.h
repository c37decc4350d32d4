/* Bytes from somewhere, read by position: a regular file as it is, a pipe through a spool. Never
 * mapped: a file that shrinks is an error, not a signal. */
#ifndef KANBAO_TEXT_SOURCE_H
#define KANBAO_TEXT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/err.h"
#include "base/str.h"
#include "text/charset.h"
#include "text/spool.h"

struct source;

/* Opens a regular file, a named pipe, or "-" for standard input. Directories, devices and sockets
 * are refused with a message. What a pipe gives goes into the spool (borrowed; NULL will do
 * for a file), see source_fill. NULL on failure. The caller frees with source_free. */
struct source *source_open(const char *path, struct spool *spool, struct err *e);
/* Takes fd, an open regular file; `name` is what the user sees (sanitized here). NULL on failure.
 */
struct source *source_from_fd(int fd, const char *name, struct err *e);
/* What gives a text piece by piece: up to n bytes into buf; how many, 0 at the end, -1 with a
 * message. */
typedef long source_feed(void *data, char *buf, size_t n, struct err *e);
/* What feed(data, ...) gives goes into the spool, as of a pipe; `data` is borrowed to the end. */
struct source *source_from_feed(struct spool *spool, const char *name, source_feed *feed,
                                void *data);
void source_free(struct source *s);
/* When what is fed was last written, in seconds since 1970. */
void source_set_date(struct source *s, int64_t date);

/* The name for the user: sanitized, one line. Lives as long as s. */
const char *source_name(const struct source *s);
/* The path that it can be opened by again, as it was named: untrusted bytes. NULL when it is no
 * regular file. */
const char *source_path(const struct source *s);
/* Bytes that source_read can give. */
uint64_t source_size(const struct source *s);
/* When the file was last written, in seconds since 1970; 0 where that is not known. */
int64_t source_date(const struct source *s);

/* Reads up to n bytes at offset off; *got is less than n only at the end. A file at rest is opened
 * again. False with a message when it cannot be read, has become shorter than it was or is another
 * one. */
bool source_read(struct source *s, uint64_t off, void *buf, size_t n, size_t *got, struct err *e);
/* Closes the file and what else can be had again until the next reading. */
void source_rest(struct source *s);

/* What has become of the file that was opened. */
enum source_change { SOURCE_SAME, SOURCE_CHANGED, SOURCE_GONE };
enum source_change source_look(const struct source *s);
/* Takes the file as it is now, and its charset as unknown unless the user knows it. False with a
 * message when it cannot be opened; a pipe keeps what came. */
bool source_reopen(struct source *s, struct err *e);
/* Appends a line that tells the file's bytes from all others, those it had or will have among them.
 * False when that cannot be said: it is no regular file, is not what it was, or was written so
 * lately that its dates may not tell of the next change. */
bool source_stamp(const struct source *s, struct strbuf *out);
/* Whether a change from now on is sure to give what has that date another one. */
bool source_is_settled(struct timespec date);

/* Whether more is to come through a pipe or out of a feed. */
bool source_is_coming(const struct source *s);
/* A pipe that has not ended: its descriptor, to be waited for; -1 for everything else. */
int source_pipe(const struct source *s);
/* Whether it came, or comes, through a pipe. */
bool source_is_piped(const struct source *s);
/* Takes in what there is to come without waiting, some 256 KiB at most. False when nothing was
 * there. At the end, or with a message in *e when there is too much or it cannot be kept, nothing
 * more is coming. */
bool source_fill(struct source *s, struct err *e);
/* Takes in no more. */
void source_stop(struct source *s);
/* Makes all that has come part of source_size. */
void source_grow(struct source *s);
/* Bytes that have come. */
uint64_t source_arrived(const struct source *s);

/* The charset that its bytes are in ("UTF-8", "GB18030", ...), as far as it is known. */
const char *source_encoding(const struct source *s);
/* How it is known: a guess that more bytes may change, one that stands until the file is another
 * one, or from the user. */
enum source_trust { TRUST_GUESS, TRUST_SETTLED, TRUST_USER };
enum source_trust source_trust(const struct source *s);
void source_set_encoding(struct source *s, const char *encoding, enum source_trust trust);
void source_set_trust(struct source *s, enum source_trust trust);
/* What converts it; NULL when it is UTF-8, or iconv does not know it. Borrowed until
 * source_rest. */
struct charset *source_charset(struct source *s);

#endif
