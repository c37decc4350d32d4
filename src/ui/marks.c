#include <config.h>

#include "ui/marks.h"

#include "ui/style.h"

static void find_one(const struct query *q, struct str text, size_t base, int style,
                     struct spans *out)
{
    struct ranges hits = {0};

    query_find(q, text, &hits);
    for (size_t i = 0; i < hits.n; i++)
        spans_add(out, base + hits.v[i].from, base + hits.v[i].to, style);
    ranges_free(&hits);
}

void marks_find(const struct marks *m, struct str text, size_t base, struct spans *out)
{
    for (size_t i = 0; i < m->n_keywords; i++)
        find_one(m->keywords[i], text, base, STYLE_KEYWORD + (int)(i % KEYWORD_STYLES), out);
    if (m->search)
        find_one(m->search, text, base, STYLE_HIT, out);
}
