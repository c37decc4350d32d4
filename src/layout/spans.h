/* Cutting a row into pieces of one style. */
#ifndef KANBAO_LAYOUT_SPANS_H
#define KANBAO_LAYOUT_SPANS_H

#include <stddef.h>

/* A stretch of an article's text that is painted. Where several cover a byte the highest style
 * wins. */
struct span {
    size_t from, to; /* bytes of the article's text */
    int style;       /* > 0 */
};

/* A growing list. Zero-initialise. */
struct spans {
    struct span *v;
    size_t n, cap;
};
void spans_add(struct spans *s, size_t from, size_t to, int style);
void spans_clear(struct spans *s);
void spans_free(struct spans *s);

/* Cuts [from, to) at every border of the spans into pieces, in order and without holes; bytes that
 * no span covers get style 0. Replaces what `out` held. */
void spans_cut(const struct spans *marks, size_t from, size_t to, struct spans *out);

#endif
