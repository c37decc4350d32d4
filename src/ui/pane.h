/* What stands on the screen and takes keys: the list, the text, and the pages over them. A pane is
 * lines and the one that the reader is at; what moves by lines is done here, once for all panes, so
 * that a key does the same in each. */
#ifndef KANBAO_UI_PANE_H
#define KANBAO_UI_PANE_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/keymap.h"
#include "ui/panes.h"

struct app;
struct pane;

enum { PANE_WORK_MS = 5 }; /* between two looks at the keyboard */

struct pane_class {
    /* How many lines there are; which one the reader is at: the selected one, or where nothing is
     * selected the first one shown; going to another: what is too far becomes the last. */
    size_t (*count)(const struct pane *p);
    size_t (*at)(const struct pane *p);
    void (*go)(struct pane *p, size_t line);
    /* How many lines are shown at once. NULL: as many as it has rows. */
    size_t (*shown)(const struct pane *p);
    /* The line that stands in that row of the pane, to be selected by a click; count() or more for
     * none. NULL: lines are not selected here. */
    size_t (*line_at)(const struct pane *p, int row);
    /* Takes a place on the screen, and looks at what has changed since. */
    void (*arrange)(struct pane *p, const struct rect *r);
    /* What an action means in this pane alone. False when it means here what it means everywhere.
     * NULL: nothing does. */
    bool (*act)(struct pane *p, struct app *app, struct command c);
    /* The word that the reader is at, for an action that asks for one; "" for none. NULL: never. */
    struct str (*word)(const struct pane *p);
    /* Goes on for PANE_WORK_MS with what takes time, while no key waits; false when there is
     * nothing to do now. NULL: there never is. */
    bool (*work)(struct pane *p, struct app *app);
    /* Draws it into its rectangle. `focused`: it has the keys. */
    void (*draw)(const struct pane *p, const struct app *app, bool focused);
    /* Frees it. NULL for a pane that always stays: list and text. */
    void (*close)(struct pane *p);
};

/* What an action does on a page, said beside its title. */
struct pane_hint {
    enum action action;
    const char *what; /* N_() */
};

/* The first member of every pane. */
struct pane {
    const struct pane_class *class;
    struct rect rect;  /* no rows: it is not on the screen */
    const char *title; /* of a page over the others; borrowed */
    const struct pane_hint *hints; /* up to one of ACTION_NONE; NULL: none; borrowed */
};

/* Moves by rows, half pages and pages, to the ends, to a line, a page or a percentage. False when
 * the action is none of these. */
bool pane_move(struct pane *p, struct command c);

/* How many lines are shown at once. */
size_t pane_shown(const struct pane *p);
/* Lines that a page forward moves: one stays to keep the thread. */
size_t pane_page(const struct pane *p);

#endif
