#include <config.h>

#include "ui/search.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"

enum { FOLLOW_WINDOWS = 32 /* some milliseconds of work */ };

void search_end(struct search *s)
{
    sift_free(s->sift);
    s->sift = NULL;
    free(s->ordered);
    s->ordered = NULL;
    s->n_ordered = s->rest = 0;
    s->begun = false;
}

/* What may have hits of the query, or of one of the keywords. */
static void make_sift(struct search *s)
{
    s->sift = sift_new();
    if (s->query)
        sift_add(s->sift, s->query);
    for (size_t i = 0; !s->query && i < s->keywords->n; i++)
        sift_add(s->sift, s->keywords->v[i].query);
}

/* Takes the articles as they are ordered now. */
static void take_order(struct search *s)
{
    const struct order *o = s->order;

    if (!o || o->opts.by == ORDER_SOURCE || o->n == 0)
        return;
    s->ordered = xcalloc(o->n, sizeof *s->ordered);
    s->n_ordered = o->n;
    for (size_t i = 0; i < o->n; i++) {
        s->ordered[i] = o->v[i].article;
        if (s->ordered[i] >= s->rest)
            s->rest = s->ordered[i] + 1;
    }
}

static void begin(struct search *s)
{
    if (s->begun)
        return;
    s->begun = true;
    make_sift(s);
    take_order(s);
}

size_t search_count(struct search *s)
{
    begin(s);
    return library_count(s->lib) - s->rest + s->n_ordered;
}

size_t search_nth(struct search *s, size_t i)
{
    begin(s);
    return i < s->n_ordered ? s->ordered[i] : s->rest + (i - s->n_ordered);
}

/* The place of an article among all of them; of one that is left out, any. */
static size_t place_of(struct search *s, size_t article)
{
    size_t i = 0;

    begin(s);
    if (article >= s->rest)
        return s->n_ordered + (article - s->rest);
    while (i + 1 < s->n_ordered && s->ordered[i] != article)
        i++;
    return i;
}

bool search_wants(const struct search *s, size_t article)
{
    return (!s->within || narrowing_has(s->within, s->lib, article)) &&
           (!s->order || order_first_copy(s->order, s->lib, article) == article);
}

bool search_may_have(struct search *s, size_t article)
{
    const struct entry *entry;

    if (!search_wants(s, article))
        return false;
    begin(s);
    entry = library_entry(s->lib, article);
    return !s->sift || sift_may_have(s->sift, library_source(s->lib, entry->source), entry->from,
                                     entry_to(entry));
}

bool search_may_follow(struct search *s)
{
    uint64_t off;
    struct source *source = library_rest(s->lib, &off);

    begin(s);
    return !source || !s->sift || sift_may_follow(s->sift, source, off, FOLLOW_WINDOWS);
}

static void find_keywords(const struct keywords *k, struct str text, struct ranges *hits)
{
    struct keyword_hits found = {0};

    keywords_find(k, text, &found);
    for (size_t i = 0; i < found.n; i++)
        ranges_add(hits, found.v[i].from, found.v[i].to);
    free(found.v);
}

static void find_in(struct search *s, const struct article *a, struct ranges *hits)
{
    struct str text = strbuf_str(&a->text);

    for (size_t i = 0; i < a->n_blocks; i++) {
        const struct block *b = &a->blocks[i];
        size_t n = hits->n;

        if (s->query)
            query_find(s->query, str_sub(text, b->from, b->to), hits);
        else
            find_keywords(s->keywords, str_sub(text, b->from, b->to), hits);
        for (; n < hits->n; n++) {
            hits->v[n].from += b->from;
            hits->v[n].to += b->from;
        }
    }
    s->gave_up |= hits->gave_up;
}

bool search_article(struct search *s, size_t article, const struct article **a, struct ranges *hits,
                    struct err *e)
{
    *a = NULL;
    if (!search_may_have(s, article))
        return true;
    *a = library_article(s->lib, article, e);
    if (*a)
        find_in(s, *a, hits);
    return *a;
}

/* The first hit of an article in [from, to), or the last one; SIZE_MAX: none. */
static bool find_one(struct search *s, size_t article, bool last, struct range within, size_t *hit,
                     struct err *e)
{
    struct ranges hits = {0};
    const struct article *a;
    bool ok = search_article(s, article, &a, &hits, e);

    *hit = SIZE_MAX;
    for (size_t i = 0; i < hits.n && (last || *hit == SIZE_MAX); i++)
        if (hits.v[i].from >= within.from && hits.v[i].from < within.to)
            *hit = hits.v[i].from;
    ranges_free(&hits);
    return ok;
}

static bool goes_on(struct search *s, size_t i, size_t n, struct err *e)
{
    if (!s->ask || s->ask(s->data, (double)i / (double)n))
        return true;
    return err_set(e, "%s", _("search stopped"));
}

/* Number i of the round that begins with number `start`. */
static size_t round_at(size_t start, size_t i, size_t n, bool forward)
{
    return forward ? (start + i) % n : (start + n - i % n) % n;
}

enum search_result search_find(struct search *s, bool forward, struct search_place *at,
                               struct err *e)
{
    size_t n = search_count(s), start = place_of(s, at->article);
    struct search_place from = *at;

    for (size_t i = 0; n > 0 && i <= n; i++) {
        size_t k = round_at(start, i, n, forward), article = search_nth(s, k), hit;
        bool here = i == 0 && article == from.article;
        struct range within = {here && forward ? from.off : 0,
                               here && !forward ? from.off : SIZE_MAX};

        if (!goes_on(s, i, n, e) || !find_one(s, article, !forward, within, &hit, e))
            return SEARCH_STOPPED;
        if (hit == SIZE_MAX)
            continue;
        *at = (struct search_place){article, hit};
        return i > 0 && (forward ? k <= start : k >= start) ? SEARCH_WRAPPED : SEARCH_FOUND;
    }
    return SEARCH_NOTHING;
}

enum search_result search_behind(struct search *s, size_t *from, struct search_place *at,
                                 struct err *e)
{
    size_t n = library_count(s->lib), hit;

    for (; *from < n; ++*from) {
        if (!goes_on(s, *from, n, e) ||
            !find_one(s, *from, false, (struct range){0, SIZE_MAX}, &hit, e))
            return SEARCH_STOPPED;
        if (hit == SIZE_MAX)
            continue;
        *at = (struct search_place){*from, hit};
        return SEARCH_FOUND;
    }
    return SEARCH_NOTHING;
}
