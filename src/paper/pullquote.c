#include <config.h>

#include "paper/pullquote.h"

#include <string.h>

#include "paper/reflow.h"

enum {
    LEAST = 36, /* bytes of one: less is said twice by chance */
    MOST = 240,
    LINES = 4,  /* of those taken for a heading */
    NEAR = 12,  /* pieces before and behind that may have the sentence */
    CHANGE = 2  /* half ems by which its column is another */
};

static bool measures_differ(const struct piece *a, const struct piece *b)
{
    int d = (int)a->measure - (int)b->measure;

    return d >= CHANGE || d <= -CHANGE;
}

/* The first of the lines above paragraph i that were taken for its heading; else i. */
static size_t heading_above(const struct pieces *p, size_t i)
{
    size_t from = i;

    while (from > 0 && i - from < LINES && p->v[from - 1].kind == BLOCK_HEADLINE)
        from--;
    return from;
}

/* Paragraph i may be one, or the end of one that begins at `from`. */
static bool may_be_quote(const struct pieces *p, size_t from, size_t i)
{
    const struct piece *piece = &p->v[i];

    if (piece->kind != BLOCK_PARAGRAPH || piece->opening || piece->text.n > MOST || from == 0 ||
        i + 1 == p->n || p->v[from - 1].kind != BLOCK_PARAGRAPH)
        return false;
    return from < i || (piece->measure > 0 && measures_differ(piece, &p->v[from - 1]) &&
                        measures_differ(piece, &p->v[i + 1]));
}

/* Hardly any paragraph has even the first bytes of the text, and to find these takes no tables. */
static bool has_among_more(struct str paragraph, struct str text)
{
    size_t at = str_find(paragraph, str_sub(text, 0, LEAST), 0);

    return paragraph.n > text.n && at < paragraph.n &&
           str_find(paragraph, text, at) < paragraph.n;
}

/* Whether another paragraph near pieces [from, to) has the text among more. */
static bool is_said_near(const struct pieces *p, size_t from, size_t to, struct str text)
{
    size_t first = from > NEAR ? from - NEAR : 0, last = to + NEAR < p->n ? to + NEAR : p->n;

    for (size_t i = first; i < last; i++)
        if ((i < from || i >= to) && p->v[i].kind == BLOCK_PARAGRAPH &&
            has_among_more(p->v[i].text, text))
            return true;
    return false;
}

void pullquote_find(struct pieces *p)
{
    struct strbuf text = {0};

    for (size_t i = 1; i < p->n; i++) {
        size_t from = heading_above(p, i);

        if (!may_be_quote(p, from, i))
            continue;
        strbuf_clear(&text);
        for (size_t k = from; k <= i; k++)
            reflow_join(&text, p->v[k].text, p->v[k].cjk, &p->words);
        if (text.n < LEAST || text.n > MOST || !is_said_near(p, from, i + 1, strbuf_str(&text)))
            continue;
        for (size_t k = from; k <= i; k++) {
            p->v[k].kind = BLOCK_CAPTION;
            p->v[k].joins = k > from;
        }
    }
    strbuf_free(&text);
}
