#include <config.h>

#include "library/sheet.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "text/decode.h"

/* The last article may go on behind the sheet: it is left to the next one. */
static void drop_last(struct sheet *s, uint64_t off)
{
    struct articles *a = &s->articles;

    s->cut = a->n < 2 || a->v[a->n - 1].from <= off;
    if (s->cut)
        return;
    s->next = a->v[a->n - 1].from;
    article_free(&a->v[--a->n]);
}

static void build(const struct passage *p, enum text_kind as, struct sheet *out)
{
    page_build(strbuf_str(&p->clean.text), as, &out->articles);
    for (size_t i = 0; i < out->articles.n; i++) {
        struct article *a = &out->articles.v[i];

        a->from = passage_clean_byte(p, a->from);
        a->to = passage_clean_byte(p, a->to);
    }
}

bool sheet_read(struct source *s, uint64_t off, size_t max, enum text_kind as, struct sheet *out,
                struct err *e)
{
    struct passage p;

    *out = (struct sheet){0};
    if (!decode_passage(s, off, max, PASSAGE_LINES, &p, e))
        return false;
    out->next = p.to;
    build(&p, as, out);
    if (p.more)
        drop_last(out, off);
    passage_free(&p);
    return true;
}

bool sheet_account(struct source *s, uint64_t off, size_t max, enum text_kind as, uint64_t next,
                   struct account *out, struct err *e)
{
    struct passage p;

    *out = (struct account){0};
    if (!decode_passage(s, off, max, PASSAGE_CHARACTERS, &p, e))
        return false;
    account_raw(strbuf_str(&p.utf8), 0, &p.clean, as, out);
    for (size_t i = 0; i < out->n; i++) {
        out->v[i].from = passage_byte(&p, out->v[i].from);
        out->v[i].to = passage_byte(&p, out->v[i].to);
    }
    while (out->n > 0 && out->v[out->n - 1].from >= next)
        out->n--;
    if (out->n > 0 && out->v[out->n - 1].to > next)
        out->v[out->n - 1].to = next;
    passage_free(&p);
    return true;
}

void sheet_free(struct sheet *s)
{
    articles_free(&s->articles);
}
