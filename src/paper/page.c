#include <config.h>

#include "paper/page.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "paper/blocks.h"
#include "paper/byline.h"
#include "paper/furniture.h"
#include "paper/label.h"
#include "paper/lines.h"
#include "paper/measure.h"
#include "paper/segment.h"

static struct article *new_article(struct articles *a)
{
    a->v = xgrow(a->v, &a->cap, a->n + 1, sizeof *a->v);
    article_init(&a->v[a->n]);
    return &a->v[a->n++];
}

/* The pieces of one article, in the order of the page. */
struct part {
    const struct piece **v;
    size_t n;
};

/* Lines of a headline that were set apart keep a space between them. */
static void add_headline(struct article *a, const struct part *p)
{
    struct strbuf text = {0};

    for (size_t i = 0; i < p->n; i++) {
        if (p->v[i]->kind != BLOCK_HEADLINE)
            continue;
        if (text.n > 0)
            strbuf_add_char(&text, ' ');
        strbuf_add_str(&text, p->v[i]->text);
    }
    if (text.n > 0)
        article_add(a, BLOCK_HEADLINE, strbuf_str(&text));
    strbuf_free(&text);
}

static void add_kind(struct article *a, const struct part *p, enum block_kind kind)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->v[i]->kind == kind)
            article_add(a, kind, p->v[i]->text);
}

static bool is_heading(enum block_kind k)
{
    return k == BLOCK_KICKER || k == BLOCK_HEADLINE || k == BLOCK_BYLINE;
}

static void add_names(struct article *a)
{
    struct str text = strbuf_str(&a->text);

    for (size_t i = 0; i < a->n_blocks; i++)
        if (a->blocks[i].kind == BLOCK_BYLINE)
            byline_add_names(a, a->blocks[i].from, a->blocks[i].to);
    for (size_t i = 0; i < a->n_blocks && a->n_names == 0; i++) {
        const struct block *b = &a->blocks[i];
        struct str lead;

        if (b->kind != BLOCK_PARAGRAPH)
            continue;
        lead = byline_in_lead(str_sub(text, b->from, b->to));
        if (lead.n > 0)
            byline_add_names(a, (size_t)(lead.s - text.s), (size_t)(lead.s - text.s) + lead.n);
        return;
    }
}

/* Heading first, wherever the page had it. */
static void compose(const struct part *p, struct article *a)
{
    a->from = p->n > 0 ? p->v[0]->from : 0;
    add_kind(a, p, BLOCK_KICKER);
    add_headline(a, p);
    add_kind(a, p, BLOCK_BYLINE);
    for (size_t i = 0; i < p->n; i++) {
        if (!is_heading(p->v[i]->kind))
            article_add(a, p->v[i]->kind, p->v[i]->text);
        a->from = p->v[i]->from < a->from ? p->v[i]->from : a->from;
        a->to = p->v[i]->to > a->to ? p->v[i]->to : a->to;
    }
    add_names(a);
}

/* Sorts the pieces by article, those of one in their order, and makes articles of them. */
static void compose_all(const struct pieces *pieces, size_t articles, struct articles *out)
{
    const struct piece **v = xmalloc(pieces->n * sizeof *v);
    size_t *end = xcalloc(articles + 1, sizeof *end);

    for (size_t i = 0; i < pieces->n; i++)
        end[pieces->v[i].article + 1]++;
    for (size_t k = 0; k < articles; k++)
        end[k + 1] += end[k];
    for (size_t i = 0; i < pieces->n; i++)
        v[end[pieces->v[i].article]++] = &pieces->v[i];
    for (size_t k = 0; k < articles; k++) {
        struct part part = {v + (k > 0 ? end[k - 1] : 0), 0};

        part.n = end[k] - (k > 0 ? end[k - 1] : 0);
        compose(&part, new_article(out));
    }
    free(end);
    free(v);
}

static void build_page(struct str text, bool force, struct articles *out)
{
    struct lines lines = {0};
    struct pieces pieces = {0};

    lines_split(text, &lines);
    furniture_find(&lines);
    measure_find(&lines, force);
    label_lines(&lines);
    blocks_join(&lines, &pieces);
    compose_all(&pieces, segment_pieces(&pieces), out);
    blocks_free(&pieces);
    lines_free(&lines);
}

/* Every line a paragraph, and nothing more. */
static void build_text(struct str text, struct articles *out)
{
    struct lines lines = {0};
    struct article *a;

    lines_split(text, &lines);
    if (lines.n > 0) {
        a = new_article(out);
        for (size_t i = 0; i < lines.n; i++)
            article_add(a, BLOCK_PARAGRAPH, lines.v[i].text);
        a->from = lines.v[0].from;
        a->to = lines.v[lines.n - 1].to;
    }
    lines_free(&lines);
}

static void build_raw(struct str text, struct articles *out)
{
    struct article *a = text.n > 0 ? new_article(out) : NULL;

    for (size_t from = 0; from < text.n;) {
        const char *end = memchr(text.s + from, '\n', text.n - from);
        size_t to = end ? (size_t)(end - text.s) : text.n;

        article_add(a, BLOCK_VERBATIM, str_sub(text, from, to));
        from = to + 1;
    }
    if (a)
        a->to = text.n;
}

void page_build(struct str text, enum text_kind as, struct articles *out)
{
    *out = (struct articles){0};
    switch (as) {
    case TEXT_AUTO:
    case TEXT_PAGE:
        build_page(text, as == TEXT_PAGE, out);
        break;
    case TEXT_TEXT:
        build_text(text, out);
        break;
    case TEXT_RAW:
        build_raw(text, out);
        break;
    }
}

void articles_free(struct articles *a)
{
    for (size_t i = 0; i < a->n; i++)
        article_free(&a->v[i]);
    free(a->v);
    *a = (struct articles){0};
}
