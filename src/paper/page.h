/* A text becomes articles: the whole reconstruction as one pure function. */
#ifndef KANBAO_PAPER_PAGE_H
#define KANBAO_PAPER_PAGE_H

#include <stddef.h>

#include "base/str.h"
#include "paper/article.h"

/* How to take text (--as). */
enum text_kind {
    TEXT_AUTO, /* find out */
    TEXT_PAGE, /* rebuild articles from hard-wrapped lines */
    TEXT_TEXT, /* a line is a paragraph: clean, join nothing */
    TEXT_RAW   /* lines as they are */
};

/* Articles in the order of their bodies. Zero-initialise. */
struct articles {
    struct article *v;
    size_t n, cap;
};

/* Rebuilds the articles of text (clean UTF-8); their from and to are bytes of it. A text without a
 * visible character has none. `out` must be zero or freed. */
void page_build(struct str text, enum text_kind as, struct articles *out);
void articles_free(struct articles *a);

#endif
