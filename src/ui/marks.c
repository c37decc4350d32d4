#include <config.h>

#include "ui/marks.h"

#include <stdlib.h>

enum style marks_group_style(const struct keywords *k, size_t g)
{
    return STYLE_KEYWORD + (enum style)(k->groups[g].color % KEYWORD_STYLES);
}

enum style marks_style(const struct keywords *k, size_t i)
{
    return marks_group_style(k, k->v[i].group);
}

static void find_keywords(const struct keywords *k, struct str text, size_t base, struct spans *out)
{
    struct keyword_hits hits = {0};

    keywords_find(k, text, &hits);
    for (size_t i = 0; i < hits.n; i++)
        spans_add(out, base + hits.v[i].from, base + hits.v[i].to,
                  (int)marks_style(k, hits.v[i].keyword));
    free(hits.v);
}

static void find_hits(const struct query *q, struct str text, size_t base, struct spans *out)
{
    struct ranges hits = {0};

    query_find(q, text, &hits);
    for (size_t i = 0; i < hits.n; i++)
        spans_add(out, base + hits.v[i].from, base + hits.v[i].to, STYLE_HIT);
    ranges_free(&hits);
}

void marks_find(const struct marks *m, struct str text, size_t base, struct spans *out)
{
    if (m->keywords)
        find_keywords(m->keywords, text, base, out);
    if (m->search)
        find_hits(m->search, text, base, out);
}
