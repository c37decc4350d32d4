/* The whole reader on a screen that nobody sees, driven by keys: for the screen tests. */
#ifndef KANBAO_HIDDEN_APP_H
#define KANBAO_HIDDEN_APP_H

#include "options/options.h"
#include "ui/app.h"

struct hidden_app {
    struct app *app;
    struct screen *screen;
    struct library *lib;
    struct store *store; /* made by hidden_open where the test has none */
    struct app_opts opts;
    /* What :set changes; color, sandbox, keywords and settings: before it opens. */
    struct options options;
    bool left;              /* a key asked to leave */
};

/* Reads the files named (up to a NULL) completely and opens a screen of that size. */
void hidden_open(struct hidden_app *h, int rows, int cols, const char *const *files);
/* The same with a library, which it takes. */
void hidden_open_library(struct hidden_app *h, int rows, int cols, struct library *lib);
void hidden_close(struct hidden_app *h);

/* Types keys: one character each, or a name in angle brackets (<Enter>, <PgDn>, <C-l>); <lt> is the
 * bracket itself. Draws after each, as the loop does. */
void hidden_type(struct hidden_app *h, const char *keys);
void hidden_key(struct hidden_app *h, int key);
void hidden_mouse(struct hidden_app *h, enum mouse_what what, int row, int col);
void hidden_resize(struct hidden_app *h, int rows, int cols);

/* Appends the screen, a line a row; with `styles`, under each row the letters of its styles. */
void hidden_read(struct hidden_app *h, bool styles, struct strbuf *out);

#endif
