/* Every option in one table, from which come: what the command line takes, --help, the settings
 * file, the shells' completions, and what the manual has to name. */
#ifndef KANBAO_OPTIONS_TABLE_H
#define KANBAO_OPTIONS_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "options/options.h"

struct option_row;

/* Texts borrowed from the command line, or from that line of the settings; no group: one of its
 * own. */
struct reading_keyword {
    int line; /* 0: of the command line */
    const char *group, *text;
};

/* The options while they are read; the texts can become queries only when all are known. */
struct reading {
    struct options *o;
    const char *selection, *search; /* borrowed from the command line */
    struct reading_keyword *keywords; /* owned array */
    size_t n_keywords, cap_keywords;
};

/* Takes the row's value (NULL for an option without one). False with a message that says what is
 * wrong with the value, without the option's name. */
typedef bool option_take(const struct option_row *row, const char *value, struct reading *r,
                         struct err *e);

struct option_row {
    const char *name;         /* without dashes; NULL: the row is a heading */
    int letter;               /* short form; 0: none */
    const char *arg;          /* what --help calls the value; NULL: the option takes none */
    const char *help;         /* to be translated; further lines after '\n' */
    option_take *take;        /* NULL: --help and the like, which end the reading */
    const char *preset;       /* the default as the settings file has it; NULL: command line only */
    const char *const *words; /* the words that may be the value, up to a NULL */
    size_t offset;            /* of the int, enum or bool in struct options */
    int min, max;             /* of a number */
    enum mode mode;           /* of an option that is a mode */
    bool file;                /* the value is a file name */
    bool live;                /* :set can change it while the reader runs */
};

/* Adds a text to be painted. */
void reading_add_keyword(struct reading *r, struct reading_keyword word);

/* The rows in the order of --help, the first a heading. */
const struct option_row *option_table(size_t *n);
/* The row of a long name or NULL. */
const struct option_row *option_named(const char *name);

#endif
