#include <config.h>

#include "library/entries.h"

#include <assert.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "text/glyph.h"

enum { TITLE_MAX = 300 /* bytes of a title that the list keeps */ };

/* Appends as much of s as the list keeps, whole clusters, to the n bytes of text; how much that is.
 */
static uint16_t add_text(char *text, size_t n, struct str s)
{
    if (s.n > TITLE_MAX) {
        size_t to = 0, next;

        while ((next = glyph_next(s, to)) <= TITLE_MAX)
            to = next;
        s = str_sub(s, 0, to);
    }
    if (s.n > 0)
        memcpy(text + n, s.s, s.n);
    return (uint16_t)s.n;
}

void entries_add(struct entries *e, size_t source, const struct article *a, bool keys)
{
    struct entry entry = {
        .from = a->from, .bytes = (uint32_t)(a->to - a->from), .size = (uint32_t)a->text.n};
    char text[2 * TITLE_MAX];
    bool printed;

    entry.source = (uint32_t)source & INT32_MAX;
    entry.n_title = add_text(text, 0, article_title(a, &printed));
    entry.headline_printed = printed;
    entry.n_byline = add_text(text, entry.n_title, article_part(a, BLOCK_BYLINE));
    entry.text = arena_copy(&e->titles, (struct str){text, entry.n_title + entry.n_byline}).s;
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

void entries_pass(struct entries *e, size_t n)
{
    assert(e->n == 0);
    e->dropped += n;
}

void entries_free(struct entries *e)
{
    free(e->v);
    arena_free(&e->titles);
    *e = (struct entries){0};
}
