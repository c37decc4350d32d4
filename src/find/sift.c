#include <config.h>

#include "find/sift.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "find/sieve.h"

enum {
    WINDOW = 256 * 1024, /* bytes that are judged at once: they stay in the cache */
    CUT = 3,             /* bytes of its last character that a window may lack */
    REACH = 1 << 20      /* bytes of the longest sheet: no hit goes beyond one */
};

/* What is known of a window. */
enum state { UNKNOWN, CLEAR, TOUCHED };

struct sift {
    struct sieve **v;
    size_t n, cap;
    bool open;
    struct source *source; /* NULL: none yet */
    uint64_t size;         /* of the source, when it was taken ... */
    int64_t date;          /* ... and its date */
    unsigned char *windows; /* enum state of each window of the source */
    uint64_t end;           /* behind it no hit begins; ... */
    bool end_has;           /* ... before it one may */
    char *raw; /* bytes of the source ... */
    size_t n_raw, cap_raw;
    uint64_t raw_from; /* ... from this one on */
};

struct sift *sift_new(void)
{
    return xcalloc(1, sizeof(struct sift));
}

void sift_free(struct sift *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < s->n; i++)
        sieve_free(s->v[i]);
    free(s->v);
    free(s->windows);
    free(s->raw);
    free(s);
}

void sift_add(struct sift *s, const struct query *q)
{
    const struct strlist *needs = query_needs(q);

    s->open |= needs->n == 0;
    for (size_t i = 0; i < needs->n && !s->open; i++) {
        struct sieve *sieve = sieve_new(str_of(needs->v[i]), query_needs_fold(q));

        s->open = !sieve;
        s->v = xgrow(s->v, &s->cap, s->n + 1, sizeof(struct sieve *));
        s->v[s->n] = sieve;
        s->n += sieve != NULL;
    }
}

/* Asks about that source from now on: one is kept open, however many there are. */
static void take_source(struct sift *s, struct source *src)
{
    if (s->source == src && s->size == source_size(src) && s->date == source_date(src))
        return;
    if (s->source && s->source != src)
        source_rest(s->source);
    s->source = src;
    s->size = source_size(src);
    s->date = source_date(src);
    s->end = s->size;
    s->end_has = false;
    free(s->windows);
    s->windows = xcalloc((size_t)(s->size / WINDOW) + 1, 1);
    s->n_raw = 0;
}

/* Bytes [from, to) of the source, which are kept with their neighbours. */
static bool view(struct sift *s, uint64_t from, uint64_t to, struct str *out)
{
    struct err e;

    if (from < s->raw_from || to > s->raw_from + s->n_raw) {
        uint64_t begin = from / WINDOW * WINDOW, end = begin + WINDOW + CUT;

        end = end < to ? to : end < s->size ? end : s->size;
        s->raw = xgrow(s->raw, &s->cap_raw, (size_t)(end - begin), 1);
        s->raw_from = begin;
        if (!source_read(s->source, begin, s->raw, (size_t)(end - begin), &s->n_raw, &e))
            s->n_raw = 0;
    }
    if (to > s->raw_from + s->n_raw)
        return false;
    *out = (struct str){s->raw + (from - s->raw_from), (size_t)(to - from)};
    return true;
}

/* Whether bytes [from, to) pass `judge`; so do those that cannot be read. */
static bool passes(struct sift *s, uint64_t from, uint64_t to,
                   bool judge(struct sieve *, struct str))
{
    struct str raw;
    bool passed = !view(s, from, to, &raw);

    for (size_t i = 0; i < s->n && !passed; i++)
        passed = judge(s->v[i], raw);
    return passed;
}

/* Whether a hit may have a part in window i. */
static bool is_touched(struct sift *s, size_t i)
{
    uint64_t from = (uint64_t)i * WINDOW;
    uint64_t to = s->size - from < WINDOW + CUT ? s->size : from + WINDOW + CUT;

    if (s->windows[i] == UNKNOWN)
        s->windows[i] = passes(s, from, to, sieve_touches) ? TOUCHED : CLEAR;
    return s->windows[i] == TOUCHED;
}

static bool can_judge(const struct sift *s, const struct source *src)
{
    return !s->open && source_trust(src) != TRUST_GUESS && charset_is_utf8(source_encoding(src));
}

bool sift_may_have(struct sift *s, struct source *src, uint64_t from, uint64_t to)
{
    if (!can_judge(s, src))
        return true;
    take_source(s, src);
    if (to > s->size)
        return true;
    for (size_t i = (size_t)(from / WINDOW); (uint64_t)i * WINDOW < to; i++)
        if (is_touched(s, i))
            return passes(s, from, to, sieve_passes);
    return false;
}

bool sift_may_follow(struct sift *s, struct source *src, uint64_t off, size_t windows)
{
    if (!can_judge(s, src))
        return true;
    take_source(s, src);
    for (; windows > 0 && s->end > off && !s->end_has; windows--) {
        uint64_t from = (s->end - 1) / WINDOW * WINDOW, before = from > REACH ? from - REACH : 0;
        uint64_t behind = s->size - s->end > REACH ? s->end + REACH : s->size;

        s->end_has = is_touched(s, (size_t)(from / WINDOW)) &&
                     passes(s, before, behind, sieve_passes);
        s->end = s->end_has ? s->end : from;
    }
    return s->end > off;
}
