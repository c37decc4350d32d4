#include <config.h>

#include "find/filter.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "find/query.h"
#include "find/reading.h"
#include "find/sift.h"
#include "text/utf8.h"

enum field {
    FIELD_TITLE = 1,
    FIELD_BYLINE = 2,
    FIELD_SOURCE = 4,
    FIELD_BODY = 8,
    FIELDS_OF_ROW = FIELD_TITLE | FIELD_BYLINE | FIELD_SOURCE
};

struct word {
    unsigned fields;
    struct query *query;
    char *typed; /* to be found by its reading; NULL: it can not be */
    struct sift *sift; /* of a body; NULL until it is asked for */
};

struct filter {
    struct word *v;
    size_t n, cap;
};

static const struct {
    const char *name;
    unsigned fields;
} known[] = {
    {"title:", FIELD_TITLE},
    {"by:", FIELD_BYLINE},
    {"source:", FIELD_SOURCE},
    {"body:", FIELD_BODY},
};

const char *filter_field(size_t i)
{
    return i < sizeof known / sizeof *known ? known[i].name : NULL;
}

/* The fields that a word names, and what is behind their name. */
static unsigned take_fields(struct str *word)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct str name = str_of(known[i].name);

        if (!str_starts(*word, name))
            continue;
        *word = str_sub(*word, name.n, word->n);
        return known[i].fields;
    }
    return FIELDS_OF_ROW;
}

/* Whether a word has a letter that stands for how a character is read. */
static bool is_reading(struct str word)
{
    for (size_t off = 0; off < word.n;) {
        uint32_t cp;

        off += utf8_get(word, off, &cp);
        if ((cp | 0x20) - 'a' < 26 || cp - 0x3131 < 30)
            return true;
    }
    return false;
}

static void add_word(struct filter *f, struct str word, unsigned fold)
{
    unsigned fields = take_fields(&word);
    struct err e;
    struct query *q = query_new(word, fold & ~(unsigned)QUERY_REGEXP, &e);

    if (!q)
        return;
    f->v = xgrow(f->v, &f->cap, f->n + 1, sizeof *f->v);
    f->v[f->n++] =
        (struct word){fields, q, is_reading(word) ? xmemdup0(word.s, word.n) : NULL, NULL};
}

struct filter *filter_new(struct str typed, unsigned fold)
{
    struct filter *f = xcalloc(1, sizeof *f);

    for (size_t from = 0, to; from < typed.n; from = to + 1) {
        to = str_find(typed, STR(" "), from);
        if (to > from)
            add_word(f, str_sub(typed, from, to), fold);
    }
    if (f->n > 0)
        return f;
    filter_free(f);
    return NULL;
}

void filter_free(struct filter *f)
{
    if (!f)
        return;
    for (size_t i = 0; i < f->n; i++) {
        query_free(f->v[i].query);
        free(f->v[i].typed);
        sift_free(f->v[i].sift);
    }
    free(f->v);
    free(f);
}

bool filter_needs_body(const struct filter *f)
{
    for (size_t i = 0; i < f->n; i++)
        if (f->v[i].fields & FIELD_BODY)
            return true;
    return false;
}

static bool may_have(struct word *w, struct source *s, uint64_t from, uint64_t to)
{
    if (!w->sift) {
        w->sift = sift_new();
        sift_add(w->sift, w->query);
    }
    return sift_may_have(w->sift, s, from, to);
}

bool filter_may_have(struct filter *f, struct source *s, uint64_t from, uint64_t to)
{
    for (size_t i = 0; i < f->n; i++)
        if (f->v[i].fields == FIELD_BODY && !may_have(&f->v[i], s, from, to))
            return false;
    return true;
}

/* Whether b finds only what a finds. */
static bool goes_on(const struct word *a, const struct word *b)
{
    return a->fields == b->fields &&
           str_starts(query_pattern(b->query), query_pattern(a->query)) &&
           (!b->typed || (a->typed && str_starts(str_of(b->typed), str_of(a->typed))));
}

bool filter_narrows(const struct filter *wider, const struct filter *narrower)
{
    if (narrower->n < wider->n)
        return false;
    for (size_t i = 0; i < wider->n; i++)
        if (!goes_on(&wider->v[i], &narrower->v[i]))
            return false;
    return true;
}

static bool row_has(const struct word *w, enum field field, struct str text)
{
    return (w->fields & field) && text.n > 0 &&
           (query_matches(w->query, text) ||
            (w->typed && reading_find(text, str_of(w->typed), NULL)));
}

static bool has_word(const struct word *w, const struct filter_subject *s)
{
    return row_has(w, FIELD_TITLE, s->title) || row_has(w, FIELD_BYLINE, s->byline) ||
           row_has(w, FIELD_SOURCE, s->source) ||
           ((w->fields & FIELD_BODY) && query_matches(w->query, s->body));
}

bool filter_has(const struct filter *f, const struct filter_subject *s)
{
    for (size_t i = 0; i < f->n; i++)
        if (!has_word(&f->v[i], s))
            return false;
    return true;
}
