#include <config.h>

#include "layout/quotes.h"

static bool is_quote(const struct cluster *c)
{
    return c->class >= CC_OQUOTE && c->class <= CC_AQUOTE;
}

/* The first one from cluster i on; t->n when there is none. */
static size_t next_quote(const struct clusters *t, size_t i)
{
    while (i < t->n && !is_quote(&t->v[i]))
        i++;
    return i;
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

void quotes_resolve(struct clusters *t)
{
    bool cjk = clusters_is_cjk(t), ascii_open = false;

    if (t->count[CC_OQUOTE] + t->count[CC_CQUOTE] + t->count[CC_AQUOTE] == 0)
        return;
    for (size_t i = 0, end; (i = next_quote(t, i)) < t->n; i = end) {
        bool east_asian;

        end = i + 1;
        while (is_quote(&t->v[end]))
            end++;
        east_asian = (i > 0 && is_east_asian(t, i - 1, cjk)) || is_east_asian(t, end, cjk);
        for (size_t q = i; q < end; q++) {
            struct cluster *c = &t->v[q];

            if (clusters_cp(t, q) == '"') {
                ascii_open = !ascii_open;
                c->class = ascii_open ? CC_OQUOTE : CC_CQUOTE;
            }
            if (!east_asian || is_apostrophe(t, q))
                c->class = CC_AQUOTE;
        }
    }
}
