#include <config.h>

#include "find/selection.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "find/query.h"

/* Article numbers from 1; negative ones count from the end. */
struct numbers {
    intptr_t from, to;
};

struct selection {
    struct query *query; /* of /TEXT, else NULL */
    struct numbers *spans;
    size_t n, cap;
};

static bool parse_number(struct str s, size_t *at, intptr_t *out)
{
    bool negative = *at < s.n && s.s[*at] == '-';
    size_t digits = *at += negative;
    intptr_t value = 0;

    for (; *at < s.n && s.s[*at] >= '0' && s.s[*at] <= '9'; (*at)++) {
        if (value > INTPTR_MAX / 10 - 1)
            return false;
        value = value * 10 + (s.s[*at] - '0');
    }
    *out = negative ? -value : value;
    return *at > digits && value > 0;
}

/* One item of the list: a number, or two with a hyphen between. */
static bool parse_span(struct str s, size_t *at, struct numbers *out)
{
    if (!parse_number(s, at, &out->from))
        return false;
    out->to = out->from;
    if (*at < s.n && s.s[*at] == '-') {
        (*at)++;
        if (!parse_number(s, at, &out->to))
            return false;
    }
    return (out->from < 0) != (out->to < 0) || out->from <= out->to;
}

static bool parse_spans(struct str s, struct selection *out)
{
    size_t at = 0;

    for (;;) {
        struct numbers span;

        if (!parse_span(s, &at, &span))
            return false;
        out->spans = xgrow(out->spans, &out->cap, out->n + 1, sizeof *out->spans);
        out->spans[out->n++] = span;
        if (at == s.n)
            return true;
        if (s.s[at++] != ',')
            return false;
    }
}

struct selection *selection_new(struct str sel, unsigned fold, struct err *e)
{
    struct selection *s = xcalloc(1, sizeof *s);
    bool ok;

    if (str_starts(sel, STR("/"))) {
        s->query = query_new(str_sub(sel, 1, sel.n), fold, e);
        ok = s->query;
    } else {
        ok = parse_spans(str_eq(sel, STR("all")) ? STR("1--1") : sel, s) ||
             err_set(e,
                     _("“%.*s” is not a selection; allowed are all, numbers and ranges (3 or "
                       "1,4-6; -1 is the last article), or /TEXT"),
                     (int)sel.n, sel.s);
    }
    if (ok)
        return s;
    selection_free(s);
    return NULL;
}

void selection_free(struct selection *s)
{
    if (!s)
        return;
    query_free(s->query);
    free(s->spans);
    free(s);
}

/* The last article as the end of a range is no limit, and needs no count. */
static bool is_open(struct numbers span)
{
    return span.from > 0 && span.to == -1;
}

bool selection_needs_count(const struct selection *s)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->spans[i].from < 0 || (s->spans[i].to < 0 && !is_open(s->spans[i])))
            return true;
    return false;
}

size_t selection_last(const struct selection *s)
{
    size_t last = 0;

    for (size_t i = 0; i < s->n; i++) {
        if (s->spans[i].from < 0 || s->spans[i].to < 0)
            return SIZE_MAX;
        if ((size_t)s->spans[i].to > last)
            last = (size_t)s->spans[i].to;
    }
    return s->query ? SIZE_MAX : last;
}

/* Where a place from the end stands from the start; 0 and below: before the first. */
static intptr_t resolve(intptr_t number, size_t count)
{
    return number < 0 ? (intptr_t)count + 1 + number : number;
}

bool selection_may_have(const struct selection *s, size_t first, size_t last)
{
    bool may = s->query;

    for (size_t i = 0; i < s->n && !may; i++) {
        struct numbers span = s->spans[i];

        may = span.from < 0 || ((size_t)span.from <= last &&
                                (span.to < 0 || (size_t)span.to >= first));
    }
    return may;
}

bool selection_has(const struct selection *s, size_t number, size_t count, struct str headline)
{
    if (s->query)
        return query_matches(s->query, headline);
    for (size_t i = 0; i < s->n; i++) {
        struct numbers span = s->spans[i];

        if ((intptr_t)number >= resolve(span.from, count) &&
            (is_open(span) || (intptr_t)number <= resolve(span.to, count)))
            return true;
    }
    return false;
}
