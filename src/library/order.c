#include <config.h>

#include "library/order.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/natural.h"

enum { BATCH = 2048 /* sorted in at once: v is moved for each batch, not for each article */ };

void order_free(struct order *o)
{
    free(o->v);
    free(o->batch);
    free(o->first);
    *o = (struct order){0};
}

bool order_is_needed(const struct order_opts *opts)
{
    return opts->by != ORDER_SOURCE || opts->unique;
}

void order_restart(struct order *o, const struct order_opts *opts)
{
    order_free(o);
    o->opts = *opts;
}

/* --- each article once */

/* Where the key stands, or would. What was cut since is found under no key that is still its own.
 */
static size_t *slot_of(const struct order *o, const struct library *lib, uint64_t key)
{
    size_t mask = o->cap_first - 1, i = (size_t)key & mask;

    while (o->first[i] != 0 && (o->first[i] > library_count(lib) ||
                                library_entry(lib, o->first[i] - 1)->key != key))
        i = (i + 1) & mask;
    return &o->first[i];
}

/* Room for one more, with at least half of the slots free. */
static void make_room(struct order *o, const struct library *lib)
{
    size_t n = o->n + o->n_batch;

    if (2 * (o->n_first + 1) <= o->cap_first)
        return;
    free(o->first);
    for (o->cap_first = BATCH; o->cap_first < 4 * (n + 1);)
        o->cap_first *= 2;
    o->first = xcalloc(o->cap_first, sizeof *o->first);
    o->n_first = n;
    for (size_t i = 0; i < n; i++) {
        size_t article = i < o->n ? o->v[i].article : o->batch[i - o->n].article;

        *slot_of(o, lib, library_entry(lib, article)->key) = article + 1;
    }
}

/* Notes the article as the first one with its key. False when there is one before it. */
static bool note_first(struct order *o, const struct library *lib, size_t article)
{
    size_t *slot;

    make_room(o, lib);
    slot = slot_of(o, lib, library_entry(lib, article)->key);
    if (*slot != 0 && *slot - 1 < article)
        return false;
    o->n_first += *slot == 0;
    *slot = article + 1;
    return true;
}

size_t order_first_copy(const struct order *o, const struct library *lib, size_t article)
{
    size_t slot = o->opts.unique && o->cap_first > 0
                      ? *slot_of(o, lib, library_entry(lib, article)->key)
                      : 0;

    return slot != 0 && slot - 1 < article ? slot - 1 : article;
}

/* --- the order */

static uint64_t key_of(const struct order *o, const struct library *lib, const struct entry *e)
{
    switch (o->opts.by) {
    case ORDER_TITLE:
        return natural_key(entry_title(e));
    case ORDER_SIZE:
        return UINT64_MAX - e->size;
    case ORDER_DATE: /* what was written before 1970 too */
        return (uint64_t)INT64_MAX - (uint64_t)source_date(library_source(lib, e->source));
    default:
        return 0;
    }
}

static int compare(const struct order *o, const struct library *lib, const struct order_item *a,
                   const struct order_item *b)
{
    const struct entry *x = library_entry(lib, a->article), *y = library_entry(lib, b->article);
    int d = 0;

    /* Sources in the order of their dates hold their articles together anyway. */
    if (o->opts.grouped && o->opts.by != ORDER_DATE && x->source != y->source)
        return x->source < y->source ? -1 : 1;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    if (o->opts.by == ORDER_TITLE)
        d = natural_compare(entry_title(x), entry_title(y));
    return d != 0 ? d : a->article < b->article ? -1 : a->article > b->article;
}

/* Merge sort; `room` for n items. */
static void sort(const struct order *o, const struct library *lib, struct order_item *v, size_t n,
                 struct order_item *room)
{
    size_t half = n / 2;

    if (n < 2)
        return;
    sort(o, lib, v, half, room);
    sort(o, lib, v + half, n - half, room);
    memcpy(room, v, half * sizeof *v);
    for (size_t i = 0, k = half, to = 0; i < half; to++)
        v[to] = k < n && compare(o, lib, &v[k], &room[i]) < 0 ? v[k++] : room[i++];
}

/* How many of the first n items of v come before the item. */
static size_t rank(const struct order *o, const struct library *lib, const struct order_item *item,
                   size_t n)
{
    size_t lo = 0, hi = n;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (compare(o, lib, &o->v[mid], item) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

void order_settle(struct order *o, const struct library *lib)
{
    size_t end = o->n;

    if (o->n_batch == 0)
        return;
    sort(o, lib, o->batch, o->n_batch, o->batch + BATCH);
    o->v = xgrow(o->v, &o->cap, o->n + o->n_batch, sizeof *o->v);
    for (size_t k = o->n_batch; k-- > 0;) {
        size_t at = rank(o, lib, &o->batch[k], end);

        memmove(o->v + at + k + 1, o->v + at, (end - at) * sizeof *o->v);
        o->v[at + k] = o->batch[k];
        end = at;
    }
    o->n += o->n_batch;
    o->n_batch = 0;
}

bool order_add(struct order *o, const struct library *lib, size_t article)
{
    if (o->opts.unique && !note_first(o, lib, article))
        return false;
    if (!o->batch)
        o->batch = xcalloc((size_t)2 * BATCH, sizeof *o->batch);
    if (o->n_batch == BATCH)
        order_settle(o, lib);
    o->batch[o->n_batch++] =
        (struct order_item){key_of(o, lib, library_entry(lib, article)), article};
    return true;
}

void order_cut(struct order *o, size_t from)
{
    size_t kept = 0;

    for (size_t i = 0; i < o->n; i++)
        if (o->v[i].article < from)
            o->v[kept++] = o->v[i];
    o->n = kept;
    while (o->n_batch > 0 && o->batch[o->n_batch - 1].article >= from)
        o->n_batch--;
}

size_t order_place(const struct order *o, const struct library *lib, size_t article)
{
    struct order_item item = {key_of(o, lib, library_entry(lib, article)), article};

    return rank(o, lib, &item, o->n);
}
