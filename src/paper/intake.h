/* What the user names - a file, a folder, standard input - becomes sources of a library. */
#ifndef KANBAO_PAPER_INTAKE_H
#define KANBAO_PAPER_INTAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "paper/library.h"

struct intake {
    struct library *lib;
    const char *encoding;                  /* NULL: find out */
    void (*complain)(const char *message); /* said of what could not be read, or not whole */
    size_t sources;                        /* added so far */
    bool trouble;                          /* something was complained of */
};

/* Adds a file, the texts in a folder, or for "-" standard input. */
void intake_add(struct intake *in, const char *path);

#endif
