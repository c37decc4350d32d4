/* A line that is typed: UTF-8, edited by cluster, with the lines typed before and completions. */
#ifndef KANBAO_UI_PROMPT_H
#define KANBAO_UI_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "base/strlist.h"
#include "term/screen.h"

struct prompt {
    struct strbuf text;
    size_t cursor;              /* byte, at a cluster border */
    const struct strlist *past; /* lines typed before, the newest last; borrowed, may be NULL */
    size_t line;                /* the one of `past` that is shown; past->n: none of them */
    struct strbuf own;          /* what was typed before an older line was called up */
    struct strlist offers;      /* what Tab goes through */
    size_t offer;
};

enum prompt_state {
    PROMPT_TYPING,
    PROMPT_DONE,
    PROMPT_CANCELLED,
    PROMPT_COMPLETE /* Tab: the owner may give offers */
};

/* Empties it; past is borrowed while it is used. */
void prompt_begin(struct prompt *p, const struct strlist *past);
void prompt_free(struct prompt *p);
/* What a key does to it. */
enum prompt_state prompt_key(struct prompt *p, int key);
/* What is pasted is text, whatever it is: controls are blanks. */
void prompt_paste(struct prompt *p, int key);
/* Takes the contents of offers: whole lines, one of which replaces what is typed; with several,
 * what they have in common, and each further Tab shows one of them. */
void prompt_offer(struct prompt *p, struct strlist *offers);
/* Draws label and text in a row and puts the cursor; a long text shows the part around the cursor.
 */
void prompt_draw(const struct prompt *p, struct screen *s, int row, int cols, const char *label);

#endif
