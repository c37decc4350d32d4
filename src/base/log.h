/* What the program does and when, for those who look for a fault: --debug-log. A NULL log is one
 * that nobody asked for; all functions take it. */
#ifndef KANBAO_BASE_LOG_H
#define KANBAO_BASE_LOG_H

#include "base/err.h"

struct log;

/* Appends to the file, which only its owner can read when it is new. NULL with a message when it
 * cannot be opened. */
struct log *log_open(const char *path, struct err *e);
void log_close(struct log *log);

/* Writes a line: seconds since log_open, the text. Control characters in it become '?'. What cannot
 * be written is lost. */
void log_say(struct log *log, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
