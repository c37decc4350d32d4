/* What is painted in a text: the keywords, and the hits of the search. */
#ifndef KANBAO_UI_MARKS_H
#define KANBAO_UI_MARKS_H

#include <stddef.h>

#include "base/str.h"
#include "find/keywords.h"
#include "find/query.h"
#include "layout/spans.h"
#include "term/style.h"

/* Borrowed; NULL: none. */
struct marks {
    const struct keywords *keywords;
    const struct query *search;
};

/* Appends what is painted in text, bytes [0, text.n), shifted by `base`. */
void marks_find(const struct marks *m, struct str text, size_t base, struct spans *out);

/* How word i is painted. */
enum style marks_style(const struct keywords *k, size_t i);
/* How the words of group g are painted. */
enum style marks_group_style(const struct keywords *k, size_t g);

#endif
