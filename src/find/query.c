#include <config.h>

#include "find/query.h"

#include <stdlib.h>
#include <unigbrk.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "text/glyph.h"
#include "text/utf8.h"

struct query {
    struct folded pattern;
    unsigned fold;
};

struct query *query_new(struct str pattern, unsigned fold, struct err *e)
{
    struct query *q = xcalloc(1, sizeof *q);

    q->fold = fold;
    fold_text(pattern, fold, &q->pattern);
    if (q->pattern.text.n > 0)
        return q;
    query_free(q);
    err_set(e, _("nothing to look for: the text has no characters but spaces and invisible ones"));
    return NULL;
}

void query_free(struct query *q)
{
    if (!q)
        return;
    folded_free(&q->pattern);
    free(q);
}

/* Whether two characters tell that a cluster ends between them, whatever stands before: after a
 * joiner or half of a flag they do not. */
static bool is_sure_border(uint32_t before, uint32_t cp)
{
    return before != 0x200D && before - 0x1F1E6 >= 26 && uc_is_grapheme_break(before, cp);
}

/* The beginning of the cluster that holds byte `off`; `floor`, a cluster border, is not passed. */
static size_t cluster_start(struct str text, size_t off, size_t floor)
{
    size_t at = off, next;

    while (at > floor && !is_sure_border(utf8_before(text, at), utf8_at(text, at)))
        at = utf8_prev(text, at);
    while (at < off && (next = glyph_next(text, at)) <= off)
        at = next;
    return at;
}

/* Turns the hit [from, to) of the folded text into whole clusters of the text, none before `floor`;
 * returns where they end. */
static struct range whole_clusters(struct str text, const struct folded *f, size_t from, size_t to,
                                   size_t floor)
{
    size_t first = folded_origin(f, from);
    size_t last = folded_origin(f, utf8_prev(strbuf_str(&f->text), to));
    struct range r;

    r.from = cluster_start(text, first, floor);
    r.to = r.from;
    while (r.to <= last)
        r.to = glyph_next(text, r.to);
    return r;
}

void query_find(const struct query *q, struct str text, struct ranges *out)
{
    struct str needle = strbuf_str(&q->pattern.text), hay;
    struct folded f;
    size_t floor = 0; /* the end of the last hit */

    fold_text(text, q->fold, &f);
    hay = strbuf_str(&f.text);
    for (size_t at = str_find(hay, needle, 0); at < hay.n; at = str_find(hay, needle, at)) {
        struct range r = whole_clusters(text, &f, at, at + needle.n, floor);
        uint32_t cp;

        ranges_add(out, r.from, r.to);
        floor = r.to;
        at += needle.n;
        while (at < hay.n && folded_origin(&f, at) < floor)
            at += utf8_get(hay, at, &cp);
    }
    folded_free(&f);
}

bool query_matches(const struct query *q, struct str text)
{
    struct folded f;
    bool found;

    fold_text(text, q->fold, &f);
    found = str_find(strbuf_str(&f.text), strbuf_str(&q->pattern.text), 0) < f.text.n;
    folded_free(&f);
    return found;
}
