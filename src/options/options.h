/* The command line in one struct. */
#ifndef KANBAO_OPTIONS_OPTIONS_H
#define KANBAO_OPTIONS_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "find/keywords.h"
#include "find/query.h"
#include "find/selection.h"
#include "layout/layout.h"
#include "library/library.h"
#include "library/order.h"
#include "user/settings.h"

enum mode {
    MODE_BROWSE,
    MODE_LIST,
    MODE_PRINT,
    MODE_SEARCH,
    MODE_RAW,       /* --raw */
    MODE_BOOKMARKS, /* --bookmarks */
    MODE_SETTINGS,  /* --print-config */
    MODE_HELP,
    MODE_VERSION
};
enum format { FORMAT_TEXT, FORMAT_JSONL, FORMAT_TSV };
enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

/* A setting that reading pane and print have different defaults for. */
enum choice { CHOICE_DEFAULT, CHOICE_NO, CHOICE_YES };

enum titles { TITLES_CUT, TITLES_WRAP };

struct options {
    enum mode mode;
    enum format format;
    enum when color;
    int panes;                   /* enum panes of ui/panes.h */
    int theme;                   /* enum theme of term/theme.h */
    enum titles titles;          /* headlines in the list that are too long */
    struct order_opts order;
    bool mouse, clipboard;
    struct selection *selection; /* of --print and --raw */
    struct query *search;        /* of --search */
    struct keywords keywords;
    unsigned fold;        /* how to match: fold_flags and query_flags */
    bool regexp;          /* --regexp, which is in `fold` too */
    const char *encoding; /* NULL: find out */
    struct library_opts library;
    struct layout_opts layout; /* without what follows */
    int cols;                  /* --width; -1: not given */
    int ambiguous;             /* --ambiguous; 0: find out */
    enum choice justify;
    enum choice avoid_orphans;
    bool no_title;
    bool why; /* tell what the lines of --raw became */
    bool no_state;
    bool no_sandbox, sandbox; /* never; when browsing too */
    const char *debug_log; /* file, in argv; NULL: none */
    char *settings_path;      /* owned; NULL: there is no place for one */
    struct settings settings; /* sections keys and colors are taken by ui */
    char *const *operands;    /* in argv */
    size_t n_operands;
};

/* Reads the settings file and argv, which has the last word; getopt may put argv in another order,
 * and it must outlive `o`. What is wrong in the settings is noted in them. False with a message on
 * a usage error, also when the file of --config cannot be read. Free with options_free either way.
 */
bool options_parse(int argc, char **argv, struct options *o, struct err *e);
void options_free(struct options *o);

/* The next thing that is wrong with the settings, for the user, into *e: file, line, what. *i
 * counts, from 0. False when there is no more. */
bool options_problem(const struct options *o, size_t *i, struct err *e);

#endif
