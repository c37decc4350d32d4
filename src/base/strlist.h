/* A growing list of owned strings. Zero-initialise. */
#ifndef KANBAO_BASE_STRLIST_H
#define KANBAO_BASE_STRLIST_H

#include <stddef.h>

#include "base/str.h"

struct strlist {
    char **v; /* NUL-terminated */
    size_t n, cap;
};

/* Appends a copy. */
void strlist_add(struct strlist *l, struct str s);
/* Takes out element i. */
void strlist_remove(struct strlist *l, size_t i);
/* Empties it. */
void strlist_free(struct strlist *l);

#endif
