#include <config.h>

#include "paper/page.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "paper/confidence.h"
#include "paper/dissect.h"

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
    bool begun = false;

    for (size_t i = 0; i < p->n; i++) {
        if (p->v[i]->kind != BLOCK_HEADLINE)
            continue;
        if (begun)
            article_extend(a, p->v[i]->text);
        else
            article_add(a, BLOCK_HEADLINE, p->v[i]->text);
        begun = true;
    }
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

static void reserve(struct article *a, const struct part *p)
{
    size_t bytes = 0;

    for (size_t i = 0; i < p->n; i++)
        bytes += p->v[i]->text.n;
    article_reserve(a, p->n, bytes);
}

/* What says that an article begins there; `first`: the text does too. */
static enum rule beginning_of(const struct part *p, bool first)
{
    const struct piece *body = NULL;

    for (size_t i = 0; i < p->n; i++) {
        if (p->v[i]->kind == BLOCK_HEADLINE)
            return (enum rule)p->v[i]->rule;
        if (p->v[i]->kind == BLOCK_PARAGRAPH && !body)
            body = p->v[i];
    }
    return body && body->opening ? RULE_OPENING : first ? RULE_BEGINNING : RULE_NONE;
}

/* What is said of an article's beginning is said of its end, too: there the next one begins. */
static void tell_of_ends(struct articles *a)
{
    for (size_t k = 0; k + 1 < a->n; k++)
        a->v[k].confidence *= a->v[k + 1].confidence;
}

/* Heading first, wherever the page had it. */
static void compose(const struct part *p, struct article *a)
{
    a->from = p->n > 0 ? p->v[0]->from : 0;
    reserve(a, p);
    add_kind(a, p, BLOCK_KICKER);
    add_headline(a, p);
    add_kind(a, p, BLOCK_BYLINE);
    for (size_t i = 0; i < p->n; i++) {
        if (!is_heading(p->v[i]->kind))
            article_add(a, p->v[i]->kind, p->v[i]->text);
        a->from = p->v[i]->from < a->from ? p->v[i]->from : a->from;
        a->to = p->v[i]->to > a->to ? p->v[i]->to : a->to;
    }
}

/* Sorts the pieces by article, those of one in their order, and makes articles of them. `sure`:
 * nothing was rebuilt. */
static void compose_all(const struct pieces *pieces, size_t articles, bool sure,
                        struct articles *out)
{
    const struct piece **v = xmalloc(pieces->n * sizeof *v);
    size_t *end = xcalloc(articles + 1, sizeof *end);

    for (size_t i = 0; i < pieces->n; i++)
        end[pieces->v[i].article + 1] += pieces->v[i].text.n > 0;
    for (size_t k = 0; k < articles; k++)
        end[k + 1] += end[k];
    for (size_t i = 0; i < pieces->n; i++)
        if (pieces->v[i].text.n > 0)
            v[end[pieces->v[i].article]++] = &pieces->v[i];
    for (size_t k = 0; k < articles; k++) {
        struct part part = {v + (k > 0 ? end[k - 1] : 0), 0};

        part.n = end[k] - (k > 0 ? end[k - 1] : 0);
        compose(&part, new_article(out));
        out->v[k].confidence = sure ? 1 : confidence_of(beginning_of(&part, k == 0));
    }
    tell_of_ends(out);
    free(end);
    free(v);
}

void page_build(struct str text, enum text_kind as, struct articles *out)
{
    struct dissection d;

    *out = (struct articles){0};
    dissect(text, as, &d);
    compose_all(&d.pieces, d.articles, as == TEXT_TEXT || as == TEXT_RAW, out);
    dissection_free(&d);
}

void articles_free(struct articles *a)
{
    for (size_t i = 0; i < a->n; i++)
        article_free(&a->v[i]);
    free(a->v);
    *a = (struct articles){0};
}
