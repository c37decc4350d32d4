/* Looking for the next hit over all articles. */
#ifndef KANBAO_UI_SEARCH_H
#define KANBAO_UI_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "find/query.h"
#include "paper/library.h"
#include "ui/screen.h"

struct search_place {
    size_t article;
    size_t off; /* byte of its text */
};

enum search_result {
    SEARCH_FOUND,
    SEARCH_WRAPPED, /* found beyond the last article, or before the first */
    SEARCH_NOTHING,
    SEARCH_STOPPED  /* a key was pressed, or a source could not be read: the message is in *e */
};

/* From *at: forward, the first hit at that byte or behind it; backward, the last one before it
 * (SIZE_MAX: the last of the article). Goes on through the other articles, once around. Stops when
 * the reader presses a key meanwhile; the key is lost. *at becomes the hit. */
enum search_result search_find(struct library *lib, const struct query *q, struct screen *s,
                               bool forward, struct search_place *at, struct err *e);

#endif
