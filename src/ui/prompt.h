/* A line that is typed: UTF-8, edited by cluster. */
#ifndef KANBAO_UI_PROMPT_H
#define KANBAO_UI_PROMPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "ui/screen.h"

struct prompt {
    struct strbuf text;
    size_t cursor; /* byte, at a cluster border */
};

enum prompt_state { PROMPT_TYPING, PROMPT_DONE, PROMPT_CANCELLED };

void prompt_begin(struct prompt *p);
void prompt_free(struct prompt *p);
/* What a key does to it. */
enum prompt_state prompt_key(struct prompt *p, int key);
/* Draws label and text in a row and puts the cursor; a long text shows the part around the cursor.
 */
void prompt_draw(const struct prompt *p, struct screen *s, int row, int cols, const char *label);

#endif
