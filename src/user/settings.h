/* The settings file: sections, names and values with their line numbers. What they mean is for
 * those who take them; a wrong line is noted, and the rest holds.
 *
 *   # a comment          (or ;)
 *   name = value
 *   [section]
 *   name = value ; what follows a space and a semicolon is a comment too */
#ifndef KANBAO_USER_SETTINGS_H
#define KANBAO_USER_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

/* A line of the file. The texts are as they stand there: untrusted. */
struct setting {
    int line;
    const char *section; /* "" before the first */
    const char *name, *value;
};

/* What was wrong with a line. */
struct settings_problem {
    int line;
    char *message;
};

/* Zero-initialise; free with settings_free. */
struct settings {
    struct setting *v;
    size_t n, cap;
    struct settings_problem *problems;
    size_t n_problems, cap_problems;
    struct arena texts;
};

enum settings_found { SETTINGS_READ, SETTINGS_NONE, SETTINGS_UNREADABLE };

/* Reads a file. NONE: there is none of that name; UNREADABLE: with a message that does not name it.
 * Lines that are neither a setting nor a section are noted as problems. */
enum settings_found settings_read(const char *path, struct settings *s, struct err *e);
void settings_free(struct settings *s);

/* Notes a problem of a line, printf-like. */
void settings_complain(struct settings *s, int line, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif
