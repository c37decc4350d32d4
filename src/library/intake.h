/* What the user names - a file, a folder, standard input - becomes sources, one after the other. */
#ifndef KANBAO_LIBRARY_INTAKE_H
#define KANBAO_LIBRARY_INTAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "text/source.h"

struct intake;

/* `encoding`: the charset of all; NULL: find out. Borrowed. */
struct intake *intake_new(const char *encoding);
void intake_free(struct intake *in);

/* A file, compressed or not, a folder or a packed collection for the texts in it, or "-" for
 * standard input. Nothing is opened yet. */
void intake_add(struct intake *in, const char *path);

/* From now on, folders are kept an eye on when they have been gone through, see intake_look. */
void intake_watch(struct intake *in);
/* Looks for about `ms` milliseconds whether files have arrived in the folders (text/watch.h). True
 * when all of them have been looked at; *arrived: intake_next has something again. Of NULL, nothing
 * arrives. */
bool intake_look(struct intake *in, int ms, bool *arrived);

/* The next source, opened; the caller owns it, and frees it before the intake. NULL at the end, and
 * where something could not be opened or is no text: then *e (cleared first) says so, and the next
 * call goes on. A source and a message: it is damaged. Of a folder, what is no text is passed over
 * without a word. */
struct source *intake_next(struct intake *in, struct err *e);

/* One file that need not have been named. NULL with a message, where it cannot be opened or is no
 * text, or is packed. */
struct source *intake_open(struct intake *in, const char *path, struct err *e);

/* Whether nothing more comes, for certain, before something arrives; true of NULL. */
bool intake_is_done(const struct intake *in);

/* What the first bytes that came through a pipe say. */
enum intake_verdict {
    INTAKE_TEXT,
    INTAKE_WAIT,     /* it is packed: to be asked about again when all has come */
    INTAKE_UNPACKED, /* the intake has taken the source; what is in it comes next */
    INTAKE_REFUSED   /* with a message */
};
enum intake_verdict intake_judge(struct intake *in, struct source *s, struct err *e);

/* What is named and still to come, as far as it is known. */
size_t intake_left(const struct intake *in);

#endif
