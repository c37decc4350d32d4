/* The status line, as text. */
#ifndef KANBAO_UI_STATUS_H
#define KANBAO_UI_STATUS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "text/glyph.h"

struct status {
    const char *message;  /* what has to be said; NULL: the source's name */
    const char *source;
    const char *charset;  /* that the source is in; NULL: need not be said */
    size_t article, articles; /* from 1; 0 when there is none */
    size_t all;           /* articles, when not all of them are in the list; else 0 */
    size_t folded;        /* of these, copies of others; 0: none */
    size_t page, pages;
    size_t hit, hits;     /* the current hit, from 1; how many the article has; 0: none */
    size_t count;         /* the number typed before a key; 0: none */
    int percent;          /* of the article that has been shown */
    int loaded;           /* percent of the sources taken in; 100 when all is; -1: not known */
    bool stopped;         /* the rest is not being taken in */
};

/* Fills exactly `cols` columns: message or source at the left (a long path without its folders),
 * cut with …, the charset and the place at the right. What does not fit goes: first the charset and
 * the pages, then the percentage, then the source. */
void status_format(const struct status *st, int cols, struct glyph_mode mode, struct strbuf *out);

#endif
