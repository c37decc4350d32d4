#include <config.h>

#include "library/library.h"

#include <stdlib.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "library/awake.h"
#include "library/borders.h"
#include "library/entries.h"
#include "library/glance.h"
#include "library/places.h"
#include "library/sheetcache.h"
#include "text/decode.h"

enum {
    SHEET_FIRST = 1 << 16, /* bytes read for a sheet ... */
    SHEET_MAX = 1 << 20,   /* ... and where one article is longer */
    MANY = 8,              /* articles of a sheet that need not be so long */
    CACHE = 4
};

struct library {
    struct library_opts opts;
    struct intake *intake;  /* may be NULL */
    struct source **sources;
    size_t n_sources, cap_sources;
    size_t source;  /* the one being taken in */
    uint64_t off;   /* its next sheet ... */
    size_t max;     /* ... and the bytes to read for it */
    size_t peeked;  /* sheets, the last, that were read before they were whole */
    bool trouble;
    struct awake awake;
    struct places places;
    size_t begun;           /* places before those of the source being taken in ... */
    struct borders borders; /* ... and what another run knew of it */
    struct entries entries;
    struct sheetcache cache;
};

static size_t first_max(const struct library *lib)
{
    return lib->opts.sheet_max < SHEET_FIRST ? lib->opts.sheet_max : SHEET_FIRST;
}

/* Keeps what is known of the source so far, for the next run. */
static void close_borders(struct library *lib)
{
    if (borders_are_open(&lib->borders))
        places_keep(&lib->places, lib->begun, lib->places.n - lib->peeked, library_settled(lib),
                    (struct border){lib->off, (uint32_t)lib->max, 0}, &lib->borders,
                    lib->sources[lib->source]);
    borders_free(&lib->borders);
}

/* Goes on with the beginning of that source. */
static void begin_source(struct library *lib, size_t source)
{
    close_borders(lib);
    lib->begun = lib->places.n;
    lib->source = source;
    lib->off = 0;
    lib->max = first_max(lib);
    lib->peeked = 0;
}

struct library *library_new(const struct library_opts *o, struct intake *in)
{
    struct library *lib = xcalloc(1, sizeof *lib);

    *lib = (struct library){.opts = *o, .intake = in};
    if (lib->opts.sheet_max == 0)
        lib->opts.sheet_max = SHEET_MAX;
    sheetcache_init(&lib->cache, lib->opts.cache > 0 ? lib->opts.cache : CACHE);
    begin_source(lib, 0);
    return lib;
}

void library_free(struct library *lib)
{
    if (!lib)
        return;
    close_borders(lib);
    for (size_t i = 0; i < lib->n_sources; i++)
        source_free(lib->sources[i]);
    sheetcache_free(&lib->cache);
    free(lib->sources);
    places_free(&lib->places);
    entries_free(&lib->entries);
    intake_free(lib->intake);
    free(lib);
}

void library_add(struct library *lib, struct source *s)
{
    lib->sources =
        xgrow(lib->sources, &lib->cap_sources, lib->n_sources + 1, sizeof *lib->sources);
    lib->sources[lib->n_sources++] = s;
}

bool library_open(struct library *lib, const char *path, struct err *e)
{
    struct source *s = lib->intake ? intake_open(lib->intake, path, e) : source_open(path, NULL, e);

    if (s)
        library_add(lib, s);
    return s != NULL;
}

static struct slot *read_sheet(struct library *lib, const struct place *place, size_t index,
                               struct err *e)
{
    struct slot *slot = sheetcache_oldest(&lib->cache);

    awake_keep(&lib->awake, lib->sources, place->source);
    if (!sheet_read(lib->sources[place->source], place->off, place->max, lib->opts.as,
                    &slot->sheet, e))
        return NULL;
    log_say(lib->opts.log, "source %u at %llu: %zu articles", (unsigned)place->source,
            (unsigned long long)place->off, slot->sheet.articles.n);
    sheetcache_keep(&lib->cache, slot, index);
    return slot;
}

/* Forgets the sheets from places[place] on, and their articles. */
static void forget_from(struct library *lib, size_t place)
{
    if (place >= lib->places.n)
        return;
    entries_cut(&lib->entries, lib->places.v[place].first);
    lib->places.n = place;
    lib->peeked = 0;
    sheetcache_forget(&lib->cache, place);
}

/* Longer sheets for long articles, short ones for all others: a key waits for the next. */
static void adapt_max(struct library *lib, size_t articles)
{
    if (articles >= MANY && lib->max > first_max(lib))
        lib->max /= 2;
}

static void add_place(struct library *lib, struct place place, const struct sheet *sheet)
{
    place.first = library_count(lib);
    places_add(&lib->places, place);
    for (size_t i = 0; i < sheet->articles.n; i++)
        entries_add(&lib->entries, lib->source, &sheet->articles.v[i], lib->opts.keys);
}

/* Takes in the sheet that begins at lib->off, or, where its only article goes on behind it, gets
 * ready for a longer one: *next is lib->off then. False with a message when it cannot be read. */
static bool take_sheet(struct library *lib, uint64_t *next, struct err *e)
{
    struct place place = {(uint32_t)lib->source, (uint32_t)lib->max, lib->off, 0};
    struct slot *slot;

    forget_from(lib, lib->places.n - lib->peeked);
    slot = read_sheet(lib, &place, lib->places.n, e);
    if (!slot)
        return false;
    if (slot->sheet.cut && lib->max < lib->opts.sheet_max) {
        sheetcache_forget(&lib->cache, lib->places.n);
        lib->max = lib->max < lib->opts.sheet_max / 2 ? lib->max * 2 : lib->opts.sheet_max;
        *next = lib->off;
        return true;
    }
    add_place(lib, place, &slot->sheet);
    adapt_max(lib, slot->sheet.articles.n);
    *next = slot->sheet.next;
    return true;
}

/* Shows the beginning of a source, which does not settle its charset. False when there is none. */
static bool glance(struct library *lib, struct err *e)
{
    struct source *s = lib->sources[lib->source];
    enum source_trust trust = source_trust(s);
    struct place place = {.source = (uint32_t)lib->source};
    size_t wanted = source_is_piped(s) || source_size(s) <= lib->max ? 0 : lib->opts.glance;

    lib->opts.glance = 0;
    for (struct slot *slot; place.off < lib->max; lib->peeked++) {
        if (!(place.max = glance_next(wanted, library_count(lib), place.off)) ||
            !(slot = read_sheet(lib, &place, lib->places.n, e)))
            break;
        add_place(lib, place, &slot->sheet);
        place.off = slot->sheet.cut ? lib->max : slot->sheet.next;
    }
    source_set_trust(s, trust);
    return place.off > 0;
}

/* Asks the intake for a source to go on with. False when it had none: at the end, or with a
 * message. */
static bool next_source(struct library *lib, struct err *e)
{
    struct source *s;

    if (lib->source < lib->n_sources)
        return true;
    s = lib->intake ? intake_next(lib->intake, e) : NULL;
    if (s) {
        log_say(lib->opts.log, "source %zu: %s", lib->n_sources, source_name(s));
        library_add(lib, s);
    }
    return s != NULL;
}

/* The first bytes that came through a pipe are looked at. False when it is nothing to be read, or
 * not yet; *more is what library_step returns then. */
static bool is_text(struct library *lib, bool *more, struct err *e)
{
    struct source *s = lib->sources[lib->source];

    *more = true;
    if (lib->off > 0 || !lib->intake || !source_is_piped(s))
        return true;
    switch (intake_judge(lib->intake, s, e)) {
    case INTAKE_TEXT:
        return true;
    case INTAKE_UNPACKED:
        lib->n_sources--;
        memmove(&lib->sources[lib->source], &lib->sources[lib->source + 1],
                (lib->n_sources - lib->source) * sizeof *lib->sources);
        return false;
    case INTAKE_REFUSED:
        begin_source(lib, lib->source + 1);
        return false;
    default: /* wait */
        *more = false;
        return false;
    }
}

/* The next sheet of the source begins at byte `off`. */
static void come_to(struct library *lib, uint64_t off)
{
    const struct source *s = lib->sources[lib->source];

    lib->off = off;
    if (off >= source_size(s) && !source_is_coming(s))
        begin_source(lib, lib->source + 1);
}

/* Goes on with the source. False when a pipe has not brought enough yet. */
static bool go_on(struct library *lib, struct err *e)
{
    struct source *s = lib->sources[lib->source];
    bool filled = source_is_coming(s) && source_fill(s, e), more;
    uint64_t next;

    if (source_is_coming(s) && source_arrived(s) - lib->off <= lib->max)
        return filled;
    source_grow(s);
    if (!is_text(lib, &more, e))
        return more || filled;
    if (glance(lib, e))
        return true;
    if (lib->off == 0)
        borders_open(&lib->borders, lib->opts.keep, s, lib->opts.as, lib->opts.sheet_max);
    if (lib->off >= source_size(s) || !take_sheet(lib, &next, e)) {
        begin_source(lib, lib->source + 1);
        return true;
    }
    come_to(lib, next);
    lib->peeked = 0;
    return true;
}

bool library_step(struct library *lib, struct err *e)
{
    bool more;

    e->msg[0] = '\0';
    more = next_source(lib, e) ? go_on(lib, e) : e->msg[0] || !intake_is_done(lib->intake);
    lib->trouble |= e->msg[0] != '\0';
    return more;
}

struct source *library_rest(const struct library *lib, uint64_t *off)
{
    *off = lib->off;
    if (lib->source + 1 != lib->n_sources || !intake_is_done(lib->intake) ||
        source_is_coming(lib->sources[lib->source]))
        return NULL;
    return lib->sources[lib->source];
}

struct source *library_foresee(const struct library *lib, uint64_t *from, uint64_t *to,
                               size_t *articles)
{
    const struct border *b = borders_at(&lib->borders, lib->off);
    struct source *s = b ? lib->sources[lib->source] : NULL;
    uint64_t end = b ? b->off + b->max : 0;

    *from = lib->off;
    *to = s && source_size(s) < end ? source_size(s) : end;
    *articles = b ? b->articles : 0;
    return s;
}

void library_pass(struct library *lib)
{
    const struct border *b = borders_at(&lib->borders, lib->off);

    places_add(&lib->places,
               (struct place){(uint32_t)lib->source, b->max, b->off, library_count(lib)});
    entries_pass(&lib->entries, b->articles);
    lib->max = b[1].max;
    come_to(lib, b[1].off);
}

int library_waiting(const struct library *lib)
{
    return lib->source < lib->n_sources ? source_pipe(lib->sources[lib->source]) : -1;
}

bool library_has_news(const struct library *lib)
{
    const struct source *s = library_waiting(lib) < 0 ? NULL : lib->sources[lib->source];

    return s && source_arrived(s) > (lib->peeked ? source_size(s) : lib->off);
}

void library_peek(struct library *lib, struct err *e)
{
    uint64_t next;
    bool more;

    e->msg[0] = '\0';
    if (!library_has_news(lib))
        return;
    source_grow(lib->sources[lib->source]);
    if (is_text(lib, &more, e))
        lib->peeked = take_sheet(lib, &next, e) ? 1 : 0;
    lib->trouble |= e->msg[0] != '\0';
}

bool library_reread(struct library *lib, size_t source, const char *encoding, struct err *e)
{
    struct source *s = lib->sources[source];

    e->msg[0] = '\0';
    if (encoding && strcasecmp(encoding, "auto") == 0)
        source_set_encoding(s, NULL, TRUST_GUESS);
    else if (encoding && !decode_force(s, encoding, e))
        return false;
    close_borders(lib);
    if (!source_reopen(s, e))
        return false;
    awake_keep(&lib->awake, lib->sources, source);
    forget_from(lib, places_first(&lib->places, source));
    if (source < lib->source || lib->source == lib->n_sources || lib->source == source)
        begin_source(lib, source);
    return true;
}

bool library_look(struct library *lib, int ms, bool *arrived)
{
    return intake_look(lib->intake, ms, arrived);
}

double library_progress(const struct library *lib)
{
    size_t all = lib->n_sources + (lib->intake ? intake_left(lib->intake) : 0);
    double part = 0;

    if (lib->source < lib->n_sources && source_size(lib->sources[lib->source]) > 0)
        part = (double)lib->off / (double)source_size(lib->sources[lib->source]);
    return all > 0 ? ((double)lib->source + part) / (double)all : 1;
}

bool library_trouble(const struct library *lib)
{
    return lib->trouble;
}

size_t library_sources(const struct library *lib)
{
    return lib->n_sources;
}

size_t library_count(const struct library *lib)
{
    return entries_count(&lib->entries);
}

size_t library_settled(const struct library *lib)
{
    return lib->peeked > 0 ? lib->places.v[lib->places.n - lib->peeked].first : library_count(lib);
}

const struct entry *library_entry(const struct library *lib, size_t i)
{
    return entries_at(&lib->entries, i);
}

void library_drop(struct library *lib)
{
    entries_drop(&lib->entries);
}

struct source *library_source(const struct library *lib, size_t source)
{
    return lib->sources[source];
}

/* The sheet of article i, rebuilt; *article is which of its articles it is. NULL with a message. */
static struct slot *find_sheet(struct library *lib, size_t i, size_t *article, struct err *e)
{
    size_t index = places_of(&lib->places, i);
    struct slot *slot = sheetcache_find(&lib->cache, index);

    *article = i - lib->places.v[index].first;
    if (!slot)
        slot = read_sheet(lib, &lib->places.v[index], index, e);
    if (!slot)
        return NULL;
    if (*article < slot->sheet.articles.n)
        return slot;
    err_set(e, _("%s: has changed since it was read; R reads it again"),
            source_name(lib->sources[lib->places.v[index].source]));
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
    place = &lib->places.v[slot->place];
    if (slot->account.n == 0 &&
        !sheet_account(lib->sources[place->source], place->off, place->max, lib->opts.as,
                       slot->sheet.next, &slot->account, e))
        return NULL;
    return &slot->account;
}
