/* The interactive reader: a list of headlines and a page to read. */
#ifndef KANBAO_UI_APP_H
#define KANBAO_UI_APP_H

#include <stdbool.h>

#include "base/err.h"
#include "layout/layout.h"
#include "library/order.h"
#include "ui/keymap.h"
#include "ui/marks.h"
#include "ui/panes.h"
#include "term/screen.h"
#include "user/store.h"

struct options;

/* What the reader is greeted with. */
enum welcome {
    WELCOME_BACK,    /* nothing: they have been here before */
    WELCOME_READ_ON, /* the text that was read last, which they did not have to name */
    WELCOME_FIRST,   /* how to get help, and how to leave */
    WELCOME_SAMPLE   /* the same beside the sample page */
};

struct app_opts {
    struct options *options;   /* what all this was made of (ui/setup) */
    struct layout_opts layout; /* cols: the widest measure; 0: the comfortable one */
    struct screen_opts screen;
    struct keymap keys;
    enum panes panes;
    struct keywords *keywords; /* painted always; borrowed, and added to */
    unsigned fold;             /* for searches: enum fold_flags */
    bool outside;              /* files may be written and commands run */
    bool clipboard;            /* text may be copied there */
    bool wrap_titles;          /* in the list; else they are cut */
    struct order_opts order;   /* of the list */
    struct store *store;       /* the reading state; borrowed */
    const struct err *trouble; /* said before, and to be shown; borrowed; NULL or "": none */
    enum welcome welcome;
    struct log *log;           /* borrowed; NULL: none */
};

struct app;

/* Takes in the first sheets, so that there is something to show. Borrows library, screen and opts
 * until app_free. */
struct app *app_new(struct library *lib, struct screen *s, struct app_opts *o);
void app_free(struct app *app);

/* Does what a key asks for. False when it was to leave. */
bool app_key(struct app *app, int key);
/* Does what the mouse asks for. */
void app_pointer(struct app *app, struct mouse m);
/* Takes in one more sheet. False when there is none left. */
bool app_load(struct app *app);
/* Goes on for some milliseconds with what the list or the pane on top has to do; false when that is
 * nothing. */
bool app_work(struct app *app);

/* Opens the terminal and runs until the reader leaves; a signal that asked to leave is raised again
 * once the terminal is restored and the reading state saved. False with a message when the terminal
 * cannot be used. */
bool app_run(struct library *lib, struct app_opts *o, struct err *e);

#endif
