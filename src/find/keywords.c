#include <config.h>

#include "find/keywords.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/xalloc.h"

size_t keywords_group(const struct keywords *k, const char *name)
{
    size_t i = 0;

    while (i < k->n_groups && strcmp(k->groups[i].name, name) != 0)
        i++;
    return i;
}

static bool has_color(const struct keywords *k, size_t color)
{
    for (size_t i = 0; i < k->n_groups; i++)
        if (k->groups[i].color == color)
            return true;
    return false;
}

static size_t add_group(struct keywords *k, struct str name)
{
    size_t color = 0;

    while (has_color(k, color))
        color++;
    k->groups = xgrow(k->groups, &k->cap_groups, k->n_groups + 1, sizeof *k->groups);
    k->groups[k->n_groups] = (struct keyword_group){xmemdup0(name.s, name.n), false, color};
    return k->n_groups++;
}

bool keywords_add(struct keywords *k, const char *group, struct str text, unsigned flags,
                  struct err *e)
{
    struct query *q = query_new(text, flags, e);
    size_t g = k->n_groups;

    if (!q)
        return false;
    if (group)
        g = keywords_group(k, group);
    if (g == k->n_groups)
        add_group(k, group ? str_of(group) : text);
    k->v = xgrow(k->v, &k->cap, k->n + 1, sizeof *k->v);
    k->v[k->n++] = (struct keyword){xmemdup0(text.s, text.n), q, g};
    return true;
}

size_t keywords_index(const struct keywords *k, struct str text)
{
    size_t i = 0;

    while (i < k->n && !str_eq(str_of(k->v[i].text), text))
        i++;
    return i;
}

static void remove_group(struct keywords *k, size_t g)
{
    free(k->groups[g].name);
    k->n_groups--;
    for (size_t i = g; i < k->n_groups; i++)
        k->groups[i] = k->groups[i + 1];
    for (size_t i = 0; i < k->n; i++)
        k->v[i].group -= k->v[i].group > g;
}

void keywords_remove(struct keywords *k, size_t i)
{
    size_t group = k->v[i].group;
    bool last = true;

    free(k->v[i].text);
    query_free(k->v[i].query);
    k->n--;
    for (; i < k->n; i++)
        k->v[i] = k->v[i + 1];
    for (i = 0; i < k->n; i++)
        last = last && k->v[i].group != group;
    if (last)
        remove_group(k, group);
}

void keywords_free(struct keywords *k)
{
    for (size_t i = 0; i < k->n; i++) {
        free(k->v[i].text);
        query_free(k->v[i].query);
    }
    for (size_t i = 0; i < k->n_groups; i++)
        free(k->groups[i].name);
    free(k->v);
    free(k->groups);
    *k = (struct keywords){0};
}

static void find_all(const struct keywords *k, struct str text, struct keyword_hits *out)
{
    struct ranges hits = {0};

    for (size_t i = 0; i < k->n; i++) {
        if (k->groups[k->v[i].group].off)
            continue;
        hits.n = 0;
        query_find(k->v[i].query, text, &hits);
        for (size_t h = 0; h < hits.n; h++) {
            out->v = xgrow(out->v, &out->cap, out->n + 1, sizeof *out->v);
            out->v[out->n++] = (struct keyword_hit){hits.v[h].from, hits.v[h].to, i};
        }
    }
    ranges_free(&hits);
}

static int by_length(const void *a, const void *b)
{
    const struct keyword_hit *x = a, *y = b;
    size_t m = x->to - x->from, n = y->to - y->from;

    if (m != n)
        return m > n ? -1 : 1;
    if (x->keyword != y->keyword)
        return x->keyword < y->keyword ? -1 : 1;
    return (x->from > y->from) - (x->from < y->from);
}

static int by_place(const void *a, const void *b)
{
    const struct keyword_hit *x = a, *y = b;

    return (x->from > y->from) - (x->from < y->from);
}

static bool is_taken(const uint8_t *taken, size_t byte)
{
    return taken[byte / 8] >> byte % 8 & 1;
}

/* Keeps of hits that overlap the longest. Longer ones come first, so that one which overlaps a
 * shorter one covers an end of it. */
static void drop_covered(struct keyword_hit *v, size_t *n, size_t bytes)
{
    uint8_t *taken = xcalloc(bytes / 8 + 1, 1);
    size_t kept = 0;

    for (size_t i = 0; i < *n; i++) {
        if (is_taken(taken, v[i].from) || is_taken(taken, v[i].to - 1))
            continue;
        for (size_t at = v[i].from; at < v[i].to; at++)
            taken[at / 8] |= (uint8_t)(1 << at % 8);
        v[kept++] = v[i];
    }
    *n = kept;
    free(taken);
}

void keywords_find(const struct keywords *k, struct str text, struct keyword_hits *out)
{
    size_t before = out->n, n;

    if (k->off || k->n == 0)
        return;
    find_all(k, text, out);
    n = out->n - before;
    if (n > 1) {
        qsort(out->v + before, n, sizeof *out->v, by_length);
        drop_covered(out->v + before, &n, text.n);
        qsort(out->v + before, n, sizeof *out->v, by_place);
    }
    out->n = before + n;
}
