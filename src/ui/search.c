#include <config.h>

#include "ui/search.h"

#include <stdint.h>

#include "base/i18n.h"

enum { ARTICLES_A_KEY = 16 /* articles searched between two looks at the keyboard */ };

/* The hits of one article, in [from, to): the first one, or the last one. */
static bool find_in(const struct article *a, const struct query *q, bool last, size_t from,
                    size_t to, size_t *hit)
{
    struct str text = strbuf_str(&a->text);
    struct ranges hits = {0};
    bool found = false;

    for (size_t i = 0; i < a->n_blocks && (last || !found); i++) {
        const struct block *b = &a->blocks[i];

        hits.n = 0;
        query_find(q, str_sub(text, b->from, b->to), &hits);
        for (size_t k = 0; k < hits.n && (last || !found); k++) {
            size_t off = b->from + hits.v[k].from;

            if (off < from || off >= to)
                continue;
            *hit = off;
            found = true;
        }
    }
    ranges_free(&hits);
    return found;
}

static bool was_stopped(struct screen *s, struct err *e)
{
    if (screen_key(s, 0) == KEY_NOTHING)
        return false;
    err_set(e, "%s", _("search stopped"));
    return true;
}

/* Article i of the round that begins in the article `start`. */
static size_t nth(size_t start, size_t i, size_t n, bool forward)
{
    return forward ? (start + i) % n : (start + n - i % n) % n;
}

enum search_result search_find(struct library *lib, const struct query *q, struct screen *s,
                               bool forward, struct search_place *at, struct err *e)
{
    size_t n = library_count(lib), start = at->article, off = at->off;

    for (size_t i = 0; n > 0 && i <= n; i++) {
        size_t k = nth(start, i, n, forward), hit = 0;
        size_t from = forward && i == 0 ? off : 0, to = !forward && i == 0 ? off : SIZE_MAX;
        const struct article *a = library_article(lib, k, e);

        if (!a || (i % ARTICLES_A_KEY == ARTICLES_A_KEY - 1 && was_stopped(s, e)))
            return SEARCH_STOPPED;
        if (!find_in(a, q, !forward, from, to, &hit))
            continue;
        *at = (struct search_place){k, hit};
        return i > 0 && (forward ? k <= start : k >= start) ? SEARCH_WRAPPED : SEARCH_FOUND;
    }
    return SEARCH_NOTHING;
}
