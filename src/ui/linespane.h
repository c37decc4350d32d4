/* A page of lines over the list and the text: help, and every list that is called up. What its
 * lines are is told by a class of functions; the page scrolls, selects and closes. */
#ifndef KANBAO_UI_LINESPANE_H
#define KANBAO_UI_LINESPANE_H

#include "ui/line.h"
#include "ui/pane.h"

enum lines_answer {
    LINES_PASS,  /* the action means what it means everywhere */
    LINES_STAY,  /* it is done */
    LINES_CLOSE, /* it is done, and the page with it */
};

struct lines_class {
    /* How many there are in that width, in which they are written from then on. */
    size_t (*count)(void *data, int cols);
    /* Writes one. */
    void (*draw)(const void *data, size_t i, struct line *l);
    /* An action at line i, the selected one. NULL: nothing is selected, the page only scrolls. */
    enum lines_answer (*act)(void *data, size_t i, struct app *app, struct command c);
    /* The word of line i, for an action that asks for one. NULL: there are none. */
    struct str (*word)(const void *data, size_t i);
    /* Goes on filling the page for some milliseconds, while no key waits; false when there is
     * nothing to do now. NULL: it is filled. */
    bool (*work)(void *data, struct app *app);
    /* What its actions do here; as struct pane has it. */
    const struct pane_hint *hints;
    /* Frees data. NULL: nothing to free. */
    void (*free)(void *data);
};

/* Takes data; title, which is borrowed, stands above the lines. Give the page to state_push. */
struct pane *linespane_new(const char *title, const struct lines_class *class, void *data);

#endif
