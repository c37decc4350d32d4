#include <config.h>

#include "paper/library.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "paper/sheet.h"
#include "text/glyph.h"

enum { SHEET_MAX = 1 << 20, CACHE = 4, TITLE_MAX = 300 /* bytes of a title that the list keeps */ };

/* Where a sheet stands, and its first entry. */
struct place {
    uint32_t source;
    uint64_t off;
    size_t first;
};

/* A sheet in rebuilt form. */
struct slot {
    struct sheet sheet;
    struct account account; /* of its bytes; empty until it is asked for */
    size_t place; /* index into places */
    unsigned age; /* of its last use; 0 = empty */
};

struct library {
    struct library_opts opts;
    struct source **sources;
    size_t n_sources, cap_sources;
    size_t source;  /* the one being taken in */
    uint64_t off;   /* its next sheet */
    struct place *places;
    size_t n_places, cap_places;
    struct entry *entries;
    size_t n_entries, cap_entries;
    struct arena titles;
    struct slot *cache;
    unsigned age;
};

struct library *library_new(const struct library_opts *o)
{
    struct library *lib = xcalloc(1, sizeof *lib);

    lib->opts = *o;
    if (lib->opts.sheet_max == 0)
        lib->opts.sheet_max = SHEET_MAX;
    if (lib->opts.cache == 0)
        lib->opts.cache = CACHE;
    lib->cache = xcalloc(lib->opts.cache, sizeof *lib->cache);
    return lib;
}

static void empty(struct slot *slot)
{
    if (slot->age) {
        sheet_free(&slot->sheet);
        account_free(&slot->account);
    }
    slot->age = 0;
}

void library_free(struct library *lib)
{
    if (!lib)
        return;
    for (size_t i = 0; i < lib->n_sources; i++)
        source_free(lib->sources[i]);
    for (size_t i = 0; i < lib->opts.cache; i++)
        empty(&lib->cache[i]);
    free(lib->sources);
    free(lib->places);
    free(lib->entries);
    free(lib->cache);
    arena_free(&lib->titles);
    free(lib);
}

void library_add(struct library *lib, struct source *s)
{
    lib->sources =
        xgrow(lib->sources, &lib->cap_sources, lib->n_sources + 1, sizeof *lib->sources);
    lib->sources[lib->n_sources++] = s;
}

/* As much of s as the list keeps, whole clusters. */
static struct str keep(struct library *lib, struct str s)
{
    if (s.n > TITLE_MAX) {
        size_t to = 0, next;

        while ((next = glyph_next(s, to)) <= TITLE_MAX)
            to = next;
        s = str_sub(s, 0, to);
    }
    return arena_copy(&lib->titles, s);
}

static void add_entry(struct library *lib, const struct article *a)
{
    struct entry e = {.source = (uint32_t)lib->source, .from = a->from, .to = a->to};

    e.title = keep(lib, article_title(a, &e.headline_printed));
    e.byline = keep(lib, article_part(a, BLOCK_BYLINE));
    e.size = (uint32_t)a->text.n;
    if (lib->opts.keys)
        e.key = article_key(a);
    lib->entries = xgrow(lib->entries, &lib->cap_entries, lib->n_entries + 1, sizeof *lib->entries);
    lib->entries[lib->n_entries++] = e;
}

/* The slot that was not used for the longest time, emptied. */
static struct slot *oldest_slot(struct library *lib)
{
    struct slot *oldest = &lib->cache[0];

    for (size_t i = 1; i < lib->opts.cache; i++)
        if (lib->cache[i].age < oldest->age)
            oldest = &lib->cache[i];
    empty(oldest);
    return oldest;
}

static struct slot *read_sheet(struct library *lib, const struct place *place, size_t index,
                               struct err *e)
{
    struct slot *slot = oldest_slot(lib);

    if (!sheet_read(lib->sources[place->source], place->off, lib->opts.sheet_max, lib->opts.as,
                    &slot->sheet, e))
        return NULL;
    slot->account = (struct account){0};
    slot->place = index;
    slot->age = ++lib->age;
    return slot;
}

bool library_step(struct library *lib, struct err *e)
{
    struct place place = {(uint32_t)lib->source, lib->off, lib->n_entries};
    struct slot *slot;

    e->msg[0] = '\0';
    if (lib->source == lib->n_sources)
        return false;
    slot = read_sheet(lib, &place, lib->n_places, e);
    if (slot) {
        lib->places = xgrow(lib->places, &lib->cap_places, lib->n_places + 1, sizeof *lib->places);
        lib->places[lib->n_places++] = place;
        for (size_t i = 0; i < slot->sheet.articles.n; i++)
            add_entry(lib, &slot->sheet.articles.v[i]);
        lib->off = slot->sheet.next;
    }
    if (!slot || lib->off >= source_size(lib->sources[lib->source])) {
        lib->source++;
        lib->off = 0;
    }
    return true;
}

double library_progress(const struct library *lib)
{
    uint64_t all = 0, done = lib->off;

    for (size_t i = 0; i < lib->n_sources; i++) {
        uint64_t size = source_size(lib->sources[i]);

        all += size;
        done += i < lib->source ? size : 0;
    }
    return all > 0 ? (double)done / (double)all : 1;
}

size_t library_count(const struct library *lib)
{
    return lib->n_entries;
}

const struct entry *library_entry(const struct library *lib, size_t i)
{
    return &lib->entries[i];
}

size_t library_sources(const struct library *lib)
{
    return lib->n_sources;
}

const struct source *library_source(const struct library *lib, size_t source)
{
    return lib->sources[source];
}

/* The sheet that entry i is in. */
static size_t place_of(const struct library *lib, size_t i)
{
    size_t lo = 0, hi = lib->n_places;

    while (hi - lo > 1) {
        size_t mid = lo + (hi - lo) / 2;

        if (lib->places[mid].first <= i)
            lo = mid;
        else
            hi = mid;
    }
    return lo;
}

/* The sheet of article i, rebuilt; *article is which of its articles it is. NULL with a message. */
static struct slot *find_sheet(struct library *lib, size_t i, size_t *article, struct err *e)
{
    size_t index = place_of(lib, i);
    struct slot *slot = NULL;

    *article = i - lib->places[index].first;
    for (size_t k = 0; k < lib->opts.cache; k++)
        if (lib->cache[k].age && lib->cache[k].place == index)
            slot = &lib->cache[k];
    if (!slot)
        slot = read_sheet(lib, &lib->places[index], index, e);
    if (!slot)
        return NULL;
    slot->age = ++lib->age;
    if (*article < slot->sheet.articles.n)
        return slot;
    err_set(e, _("%s: has changed since it was read; open it again"),
            source_name(lib->sources[lib->places[index].source]));
    return NULL;
}

const struct article *library_article(struct library *lib, size_t i, struct err *e)
{
    size_t article;
    struct slot *slot = find_sheet(lib, i, &article, e);

    return slot ? &slot->sheet.articles.v[article] : NULL;
}

const struct account *library_account(struct library *lib, size_t i, size_t *article, struct err *e)
{
    struct slot *slot = find_sheet(lib, i, article, e);
    const struct place *place;

    if (!slot)
        return NULL;
    place = &lib->places[slot->place];
    if (slot->account.n == 0 &&
        !sheet_account(lib->sources[place->source], place->off, lib->opts.sheet_max, lib->opts.as,
                       slot->sheet.next, &slot->account, e))
        return NULL;
    return &slot->account;
}
