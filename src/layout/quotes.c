#include <config.h>

#include "layout/quotes.h"

static bool is_quote(const struct cluster *c)
{
    return c->class >= CC_OQUOTE && c->class <= CC_AQUOTE;
}

/* Whether cluster i makes the quotation marks beside it CJK ones. */
static bool is_east_asian(const struct clusters *t, size_t i, bool cjk)
{
    enum charclass c = (enum charclass)t->v[i].class;

    return t->v[i].wide || (cjk && (c == CC_DASH || c == CC_ELLIPSIS || c == CC_DOT));
}

static bool is_apostrophe(const struct clusters *t, size_t i)
{
    uint32_t cp = clusters_cp(t, i);

    if (cp == '\'')
        return true;
    return cp == 0x2019 && i > 0 && t->v[i - 1].class == CC_LETTER &&
           t->v[i + 1].class == CC_LETTER;
}

/* The quotation marks [from, to), side by side. */
static void resolve(struct clusters *t, size_t from, size_t to, bool cjk, bool *ascii_open)
{
    bool east_asian = (from > 0 && is_east_asian(t, from - 1, cjk)) || is_east_asian(t, to, cjk);

    for (size_t i = from; i < to; i++) {
        struct cluster *c = &t->v[i];

        if (clusters_cp(t, i) == '"') {
            *ascii_open = !*ascii_open;
            c->class = *ascii_open ? CC_OQUOTE : CC_CQUOTE;
        }
        if (!east_asian || is_apostrophe(t, i))
            c->class = CC_AQUOTE;
    }
}

void quotes_resolve(struct clusters *t)
{
    bool cjk = clusters_is_cjk(t), ascii_open = false;
    size_t end = 0;

    if (t->count[CC_OQUOTE] + t->count[CC_CQUOTE] + t->count[CC_AQUOTE] == 0)
        return;
    for (size_t r = 0; r < t->n_runs; r++) {
        size_t i = t->runs[r];

        if (i < end || !is_quote(&t->v[i]))
            continue;
        for (end = i + 1; is_quote(&t->v[end]);)
            end++;
        resolve(t, i, end, cjk, &ascii_open);
    }
}
