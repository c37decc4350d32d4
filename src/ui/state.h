/* All that the reader sees and has done: ui/actions changes it, ui/view draws it. */
#ifndef KANBAO_UI_STATE_H
#define KANBAO_UI_STATE_H

#include "layout/scroll.h"
#include "ui/app.h"
#include "ui/prompt.h"
#include "ui/readpane.h"

/* What the keys go to. */
enum focus { FOCUS_LIST, FOCUS_TEXT, FOCUS_PROMPT, FOCUS_HELP };

struct app {
    struct library *lib;
    struct screen *screen;
    const struct app_opts *opts;
    enum panes panes;
    struct arrangement at;
    enum focus focus, back; /* `back`: where prompt and help return to */
    struct scroll list;
    struct readpane text;
    struct marks marks;
    struct query *search;
    size_t hit; /* byte of the current hit in the open article; SIZE_MAX: none */
    struct prompt prompt;
    size_t help_top;
    struct err message; /* "" when there is nothing to say */
    bool loaded;
};

#endif
