/* What is painted in a text: the keywords, and the hits of the search. */
#ifndef KANBAO_UI_MARKS_H
#define KANBAO_UI_MARKS_H

#include <stddef.h>

#include "base/str.h"
#include "find/query.h"
#include "layout/spans.h"

/* Borrowed queries. */
struct marks {
    struct query *const *keywords;
    size_t n_keywords;
    const struct query *search; /* NULL: none */
};

/* Appends what is painted in text, bytes [0, text.n), shifted by `base`. */
void marks_find(const struct marks *m, struct str text, size_t base, struct spans *out);

#endif
