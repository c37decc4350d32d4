/* All that the reader sees and has done, and the moves that several parts of the reader make. */
#ifndef KANBAO_UI_STATE_H
#define KANBAO_UI_STATE_H

#include "ui/app.h"
#include "ui/listpane.h"
#include "ui/prompt.h"
#include "ui/readpane.h"
#include "ui/reading.h"

enum { PANES_OVER = 8, JUMPS_MAX = 100 };

/* The place in a source that is being read again. */
struct left {
    bool pending; /* it was not gone back to yet */
    size_t source, article, off;
    uint64_t key; /* of the article; 0: not known */
};

/* What is known of the file of the shown article. */
struct shown_file {
    size_t source;
    enum source_change change;
    int64_t looked; /* when, in milliseconds */
    struct err note;
};

/* What was seen of the disk beside it. */
struct around {
    int64_t due;    /* when to look again, in milliseconds */
    bool arriving;  /* files have arrived, and are being loaded ... */
    size_t from;    /* ... where there were so many articles */
    size_t came;    /* articles, since the last key */
    size_t source;  /* the next one to look at; of those before it ... */
    size_t changed; /* ... so many have changed */
    size_t told;    /* the reader was told of so many */
    struct err news; /* of all this; "" once it was seen */
};

/* What was shown before a pattern was being typed. */
struct before {
    bool on;
    struct query *search; /* owned, as app->search is */
    size_t hit, shown, place;
};

/* A place that a jump led away from. */
struct jump {
    uint64_t article; /* its key */
    size_t place;
    struct pane *base; /* list or text: which had the keys */
};

/* The reader is at v[at], or, when that is n, behind all of them. */
struct jumps {
    struct jump v[JUMPS_MAX];
    size_t n, at;
};

struct app {
    struct library *lib;
    struct screen *screen;
    struct app_opts *opts;
    enum panes panes;
    struct split split; /* where the reader has put the border */
    struct arrangement at;
    struct listpane list;
    struct readpane text;
    struct pane *base;             /* list or text: which has the keys when nothing is over them */
    struct pane *over[PANES_OVER]; /* pages over both, the last on top; owned */
    size_t n_over;
    size_t shown; /* the article in the text pane; SIZE_MAX: none */
    struct marks marks;
    struct reading_state reading;
    struct query *search;
    bool backward;        /* it was begun in that direction */
    struct strbuf pattern; /* of `search`, as it was typed */
    unsigned switched;     /* fold_flags and query_flags that are not as the options say */
    struct before before; /* while the prompt asks for another one */
    size_t hit;   /* byte of the current hit in the open article; SIZE_MAX: none */
    struct jumps jumps;
    size_t count; /* the number typed so far; 0: none */
    struct prompt prompt;
    struct command asked; /* the prompt has the keys, for this one; ACTION_NONE: it has not */
    bool pasting;         /* what comes is text, not keys */
    struct strlist typed[ACTION_COUNT]; /* at the prompt, for each action that asks */
    bool leaving;
    bool dragging; /* the border goes with the mouse */
    struct err message; /* "" when there is nothing to say */
    bool lists_turn; /* of the list and the page over it, the list had the last slice of time */
    bool loaded;  /* all that the library can have */
    bool stopped; /* the rest is not to be taken in */
    struct left left; /* where to go back to */
    struct shown_file file;
    struct around around;
    int64_t peeked; /* when a pipe was last looked into, in milliseconds */
};

/* Whether more is to be taken in. */
bool state_is_loading(const struct app *app);
/* The pane that has the keys. */
struct pane *state_focus(const struct app *app);
/* Takes the pane and puts it over all others. */
void state_push(struct app *app, struct pane *p);
/* Closes a page, and none when p is list or text. */
void state_close(struct app *app, struct pane *p);

/* Opens the article that the list has selected, where it was left, if it is not open already.
 * Whoever moves the list's selection and needs the text at once calls it; app_key does in the end.
 */
void state_follow(struct app *app);
/* The library's articles from `from` on are other ones than before: shows the one in the text pane
 * as it is now, at the same place. */
void state_refresh(struct app *app, size_t from);
/* Selects an article and shows byte off of its text. */
void state_go(struct app *app, size_t article, size_t off);
/* The article d places on in the list; says so where the list ends. */
void state_step(struct app *app, long d);

#endif
