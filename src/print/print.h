/* Articles, the list of them, and search results on a stream: text, JSON Lines, TSV. */
#ifndef KANBAO_PRINT_PRINT_H
#define KANBAO_PRINT_PRINT_H

#include <stdbool.h>
#include <stdio.h>

#include "options/options.h"
#include "library/library.h"

/* The program's exit statuses. */
enum print_result { PRINT_DONE, PRINT_NOTHING, PRINT_TROUBLE };

/* Where to. */
struct print_to {
    FILE *out;
    FILE *messages; /* a line a message: what could not be read */
    int cols;       /* columns of the terminal; 0: it is none */
    bool color;     /* paint keywords and hits */
};

/* Does what o->mode says (list, search, else print) for all articles of the library, each as soon
 * as it is known. PRINT_NOTHING when no article was selected or nothing found, PRINT_TROUBLE when a
 * source could not be read. Write errors stop it; they are left in the stream for the caller. */
enum print_result print_run(struct library *lib, const struct options *o,
                            const struct print_to *to);

#endif
