#include <config.h>

#include "paper/entries.h"

#include <assert.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "text/glyph.h"

enum { TITLE_MAX = 300 /* bytes of a title that the list keeps */ };

/* As much of s as the list keeps, whole clusters. */
static struct str keep(struct entries *e, struct str s)
{
    if (s.n > TITLE_MAX) {
        size_t to = 0, next;

        while ((next = glyph_next(s, to)) <= TITLE_MAX)
            to = next;
        s = str_sub(s, 0, to);
    }
    return arena_copy(&e->titles, s);
}

void entries_add(struct entries *e, size_t source, const struct article *a, bool keys)
{
    struct entry entry = {.size = (uint32_t)a->text.n, .from = a->from, .to = a->to};
    bool printed;

    entry.source = (uint32_t)source & INT32_MAX;
    entry.title = keep(e, article_title(a, &printed));
    entry.headline_printed = printed;
    entry.byline = keep(e, article_part(a, BLOCK_BYLINE));
    entry.key = keys ? article_key(a) : 0;
    e->v = xgrow(e->v, &e->cap, e->n + 1, sizeof *e->v);
    e->v[e->n++] = entry;
}

void entries_cut(struct entries *e, size_t count)
{
    assert(count >= e->dropped);
    e->n = count - e->dropped;
}

void entries_drop(struct entries *e)
{
    e->dropped += e->n;
    e->n = 0;
    arena_free(&e->titles);
}

void entries_free(struct entries *e)
{
    free(e->v);
    arena_free(&e->titles);
    *e = (struct entries){0};
}
