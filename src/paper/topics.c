#include <config.h>

#include "paper/topics.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "text/utf8.h"

void topics_begin(struct topics *t, const struct pieces *p)
{
    *t = (struct topics){.p = p, .v = xcalloc(p->n, sizeof *t->v)};
}

void topics_free(struct topics *t)
{
    free(t->v);
    free(t->list.v);
}

/* Lines of a heading were cut between any two ideographs: the two are a term, too. */
static void list_heading_line(struct termlist *l, struct str before, struct str text)
{
    struct strbuf joined = {0};

    strbuf_add_str(&joined, str_sub(before, utf8_prev(before, before.n), before.n));
    strbuf_add_str(&joined, text);
    cohesion_list(l, strbuf_str(&joined));
    strbuf_free(&joined);
}

static void list_piece(struct topics *t, size_t i)
{
    const struct piece *piece = &t->p->v[i];

    if (piece->joins && utf8_ends_in_ideograph(piece[-1].text))
        list_heading_line(&t->list, piece[-1].text, piece->text);
    else
        cohesion_list(&t->list, piece->text);
}

void topics_find(struct topics *t, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (t->v[i].to > 0)
            continue;
        t->v[i].from = t->list.n;
        list_piece(t, i);
        t->v[i].to = t->list.n;
    }
}

struct termspan topics_of(struct topics *t, size_t i)
{
    topics_find(t, i, i + 1);
    return (struct termspan){t->list.v + t->v[i].from, t->v[i].to - t->v[i].from};
}
