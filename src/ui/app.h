/* The interactive reader: a list of headlines and a page to read. */
#ifndef KANBAO_UI_APP_H
#define KANBAO_UI_APP_H

#include <stdbool.h>

#include "base/err.h"
#include "layout/layout.h"
#include "paper/library.h"
#include "ui/marks.h"
#include "ui/panes.h"
#include "ui/screen.h"

struct app_opts {
    struct layout_opts layout; /* all but the measure */
    struct screen_opts screen;
    enum panes panes;
    struct query *const *keywords; /* painted always; borrowed */
    size_t n_keywords;
    unsigned fold;             /* for searches: enum fold_flags */
    const char *message;       /* said first; NULL: nothing */
};

struct app;

/* Takes in the first sheets, so that there is something to show. Borrows library, screen and opts
 * until app_free. */
struct app *app_new(struct library *lib, struct screen *s, const struct app_opts *o);
void app_free(struct app *app);

/* Does what a key asks for. False when it was to leave. */
bool app_key(struct app *app, int key);
/* Takes in one more sheet. False when there is none left. */
bool app_load(struct app *app);

/* Opens the terminal and runs until the reader leaves; a signal that asked to leave is raised again
 * once the terminal is restored. False with a message when the terminal cannot be used. */
bool app_run(struct library *lib, const struct app_opts *o, struct err *e);

#endif
