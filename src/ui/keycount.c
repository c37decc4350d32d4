#include <config.h>

#include "ui/keycount.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/xalloc.h"

enum { ARTICLES_MAX = 500 };

/* How often an article has a word; *first: the byte of its first hit, if it is before *first. */
static size_t count_hits(const struct query *q, const struct article *a, size_t *first)
{
    struct ranges hits = {0};
    size_t n = 0;

    for (size_t i = 0; i < a->n_blocks; i++) {
        size_t from = a->blocks[i].from;

        hits.n = 0;
        query_find(q, str_sub(strbuf_str(&a->text), from, a->blocks[i].to), &hits);
        n += hits.n;
        if (hits.n > 0 && from + hits.v[0].from < *first)
            *first = from + hits.v[0].from;
    }
    ranges_free(&hits);
    return n;
}

/* Takes it in at its place among those with most hits. */
static void rank(struct keycount *c, const struct rich *a)
{
    size_t i = c->n_articles;

    if (i == ARTICLES_MAX && c->articles[i - 1].total >= a->total) {
        free(a->count);
        return;
    }
    if (i == ARTICLES_MAX)
        free(c->articles[--i].count);
    else
        c->n_articles++;
    for (; i > 0 && c->articles[i - 1].total < a->total; i--)
        c->articles[i] = c->articles[i - 1];
    c->articles[i] = *a;
}

static void count_article(struct keycount *c, size_t article, const struct article *text)
{
    struct rich a = {article, 0, SIZE_MAX, xcalloc(c->words.n, sizeof *a.count)};

    for (size_t i = 0; i < c->words.n; i++) {
        a.count[i] = count_hits(c->words.v[i].query, text, &a.first);
        a.total += a.count[i];
        c->v[i].hits += a.count[i];
        c->v[i].articles += a.count[i] > 0;
    }
    if (a.total > 0)
        rank(c, &a);
    else
        free(a.count);
}

static void sort_words(struct keycount *c)
{
    for (size_t i = 1; i < c->words.n; i++) {
        size_t w = c->order[i], k = i;

        for (; k > 0 && c->v[c->order[k - 1]].hits < c->v[w].hits; k--)
            c->order[k] = c->order[k - 1];
        c->order[k] = w;
    }
}

void keycount_begin(struct keycount *c, const struct keywords *k, unsigned fold,
                    struct library *lib, const struct order *order)
{
    struct err e;

    *c = (struct keycount){0};
    for (size_t i = 0; i < k->n; i++)
        keywords_add(&c->words, k->groups[k->v[i].group].name, str_of(k->v[i].text), fold, &e);
    c->v = xcalloc(c->words.n, sizeof *c->v);
    c->order = xcalloc(c->words.n, sizeof *c->order);
    for (size_t i = 0; i < c->words.n; i++)
        c->order[i] = i;
    c->articles = xcalloc(ARTICLES_MAX, sizeof *c->articles);
    c->search = (struct search){.lib = lib, .keywords = &c->words, .order = order};
}

void keycount_here(struct keycount *c, const struct article *a)
{
    for (size_t i = 0; i < c->words.n; i++)
        c->v[i].here = count_hits(c->words.v[i].query, a, &(size_t){SIZE_MAX});
}

static bool pending(const struct keycount *c)
{
    return c->next < library_count(c->search.lib);
}

bool keycount_step(struct keycount *c, int ms)
{
    int64_t until = clock_ms() + ms;

    if (!pending(c))
        return false;
    for (; pending(c) && clock_ms() < until; c->next++) {
        struct err e;
        const struct article *a = search_may_have(&c->search, c->next)
                                      ? library_article(c->search.lib, c->next, &e)
                                      : NULL;

        c->looked += search_wants(&c->search, c->next);
        if (a)
            count_article(c, c->next, a);
    }
    sort_words(c);
    return true;
}

void keycount_free(struct keycount *c)
{
    for (size_t i = 0; i < c->n_articles; i++)
        free(c->articles[i].count);
    search_end(&c->search);
    keywords_free(&c->words);
    free(c->articles);
    free(c->order);
    free(c->v);
    *c = (struct keycount){0};
}
