#include <config.h>

#include "ui/narrowing.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/xalloc.h"
#include "ui/path.h"

enum { ROWS_A_LOOK = 64 /* articles between two looks at the clock */ };

static void restart(struct narrowing *w)
{
    free(w->rest);
    w->rest = NULL;
    w->n = w->looked = w->n_rest = w->at = 0;
}

void narrowing_free(struct narrowing *w)
{
    filter_free(w->filter);
    free(w->v);
    free(w->rest);
    *w = (struct narrowing){0};
}

/* What was found, and what is left of what was found before, is to be looked at again. */
static void look_again(struct narrowing *w)
{
    size_t left = w->n_rest - w->at, n = w->n + left;
    size_t *rest = xcalloc(n + 1, sizeof *rest);

    if (w->n > 0)
        memcpy(rest, w->v, w->n * sizeof *rest);
    if (left > 0)
        memcpy(rest + w->n, w->rest + w->at, left * sizeof *rest);
    free(w->rest);
    w->rest = rest;
    w->n_rest = n;
    w->n = w->at = 0;
}

void narrowing_set(struct narrowing *w, struct filter *f)
{
    if (w->filter && f && filter_narrows(w->filter, f))
        look_again(w);
    else
        restart(w);
    filter_free(w->filter);
    w->filter = f;
}

static bool fits(const struct narrowing *w, struct library *lib, size_t i)
{
    const struct entry *e = library_entry(lib, i);
    struct source *source = library_source(lib, e->source);
    struct filter_subject s = {
        entry_title(e), entry_byline(e), path_last(str_of(source_name(source))), {"", 0}};

    if (filter_needs_body(w->filter)) {
        struct err why;
        const struct article *a;

        if (!filter_may_have(w->filter, source, e->from, entry_to(e)))
            return false;
        a = library_article(lib, i, &why);
        s.body = a ? strbuf_str(&a->text) : STR("");
    }
    return filter_has(w->filter, &s);
}

bool narrowing_step(struct narrowing *w, struct library *lib, int ms)
{
    int64_t until = clock_ms() + ms;
    size_t a_look = w->filter && filter_needs_body(w->filter) ? 1 : ROWS_A_LOOK;

    for (size_t k = 1; !narrowing_done(w, lib); k++) {
        size_t i = w->at < w->n_rest ? w->rest[w->at++] : w->looked++;

        if (fits(w, lib, i)) {
            w->v = xgrow(w->v, &w->cap, w->n + 1, sizeof *w->v);
            w->v[w->n++] = i;
        }
        if (k % a_look == 0 && clock_ms() >= until)
            break;
    }
    return narrowing_done(w, lib);
}

bool narrowing_done(const struct narrowing *w, const struct library *lib)
{
    return !w->filter || (w->at == w->n_rest && w->looked >= library_count(lib));
}

/* The first one of the n articles that is not before the article; n when there is none. */
static size_t place(const size_t *v, size_t n, size_t article)
{
    size_t lo = 0, hi = n;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (v[mid] < article)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

size_t narrowing_place(const struct narrowing *w, size_t article)
{
    return place(w->v, w->n, article);
}

bool narrowing_has(const struct narrowing *w, struct library *lib, size_t article)
{
    size_t i;

    if (!w->filter)
        return true;
    if (!narrowing_done(w, lib))
        return fits(w, lib, article);
    i = narrowing_place(w, article);
    return i < w->n && w->v[i] == article;
}

void narrowing_cut(struct narrowing *w, size_t from)
{
    size_t left = place(w->rest, w->n_rest, from);

    w->n = narrowing_place(w, from);
    w->n_rest = left > w->at ? left : w->at;
    if (w->looked > from)
        w->looked = from;
}
