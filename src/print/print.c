#include <config.h>

#include "print/print.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>

#include "base/i18n.h"
#include "find/sift.h"
#include "library/order.h"
#include "print/record.h"
#include "print/text.h"

/* One run. */
struct run {
    struct library *lib;
    const struct options *o;
    const struct print_to *to;
    size_t shown; /* articles or hits so far */
    struct order order;
    struct sift *sift; /* of a search */
    bool given_up;     /* some hits may be missing, and that was said */
    bool trouble;
};

static void report(struct run *r, const struct err *e)
{
    r->trouble = true;
    fprintf(r->to->messages, "kanbao: %s\n", e->msg);
}

static bool selected(const struct run *r, const struct entry *e, size_t number)
{
    return !r->o->selection ||
           selection_has(r->o->selection, number, library_count(r->lib), entry_headline(e));
}

static void print_article(struct run *r, const struct record *rec)
{
    switch (r->o->format) {
    case FORMAT_JSONL:
        record_article_json(rec, r->to->out);
        break;
    case FORMAT_TSV:
        record_article_tsv(rec, r->to->out);
        break;
    case FORMAT_TEXT:
        text_article(rec, r->o, r->to, r->shown == 0);
    }
    r->shown++;
}

static void print_hit(struct run *r, const struct record *rec, const struct hit *hit)
{
    switch (r->o->format) {
    case FORMAT_JSONL:
        record_hit_json(rec, hit, r->to->out);
        break;
    case FORMAT_TSV:
        record_hit_tsv(rec, hit, r->to->out);
        break;
    case FORMAT_TEXT:
        text_hit(rec, hit, r->to);
    }
    r->shown++;
}

/* Once a run: a hostile expression may meet many articles. */
static void report_given_up(struct run *r)
{
    struct err e;

    if (r->given_up)
        return;
    r->given_up = true;
    err_set(&e, "%s", _("the expression takes too long for some articles; hits may be missing"));
    report(r, &e);
}

/* Every hit, block by block: none runs over the end of a paragraph. */
static void search_article(struct run *r, const struct record *rec)
{
    const struct article *a = rec->article;
    struct ranges hits = {0};

    for (size_t i = 0; i < a->n_blocks; i++) {
        const struct block *b = &a->blocks[i];
        struct str text = str_sub(strbuf_str(&a->text), b->from, b->to);

        hits.n = 0;
        query_find(r->o->search, text, &hits);
        for (size_t h = 0; h < hits.n && !ferror(r->to->out); h++) {
            struct hit hit = text_context(text, hits.v[h], r->o->layout.mode);

            print_hit(r, rec, &hit);
        }
    }
    if (hits.gave_up)
        report_given_up(r);
    ranges_free(&hits);
}

static void print_raw(struct run *r, const struct record *rec)
{
    struct raw raw;
    struct err e;

    if (!raw_read(r->lib, rec->number - 1, &raw, &e)) {
        report(r, &e);
        return;
    }
    switch (r->o->format) {
    case FORMAT_JSONL:
        record_raw_json(rec, &raw, r->to->out);
        break;
    case FORMAT_TSV:
        record_raw_tsv(rec, &raw, r->to->out);
        break;
    case FORMAT_TEXT:
        text_raw(&raw, r->o->why, r->o->layout.mode, r->to->out);
    }
    raw_free(&raw);
    r->shown++;
}

static void list_article(struct run *r, const struct record *rec)
{
    switch (r->o->format) {
    case FORMAT_JSONL:
        record_entry_json(rec, r->to->out);
        break;
    case FORMAT_TSV:
        record_entry_tsv(rec, r->to->out);
        break;
    case FORMAT_TEXT:
        text_entry(rec, r->o->layout.mode, r->to);
    }
    r->shown++;
}

static void show(struct run *r, size_t i)
{
    struct record rec = {.number = i + 1, .entry = library_entry(r->lib, i)};
    struct err e;

    rec.source = library_source(r->lib, rec.entry->source);
    if (r->o->mode == MODE_LIST) {
        list_article(r, &rec);
        return;
    }
    if (r->o->mode == MODE_RAW) {
        print_raw(r, &rec);
        return;
    }
    if (r->sift && !sift_may_have(r->sift, library_source(r->lib, rec.entry->source),
                                  rec.entry->from, entry_to(rec.entry)))
        return;
    rec.article = library_article(r->lib, i, &e);
    if (!rec.article)
        report(r, &e);
    else if (r->o->mode == MODE_SEARCH)
        search_article(r, &rec);
    else
        print_article(r, &rec);
}

/* Shows the articles [*next, to) that are selected: at once, and forgets them, or as far as they
 * are in order. */
static void take(struct run *r, size_t *next, size_t to)
{
    bool sorted = r->o->order.by != ORDER_SOURCE;

    for (; *next < to && !ferror(r->to->out); ++*next) {
        if (!selected(r, library_entry(r->lib, *next), *next + 1))
            continue;
        if (!order_is_needed(&r->o->order) || (order_add(&r->order, r->lib, *next) && !sorted))
            show(r, *next);
    }
    if (!order_is_needed(&r->o->order) && *next == library_count(r->lib))
        library_drop(r->lib);
    order_settle(&r->order, r->lib);
    for (size_t i = 0; sorted && i < r->order.n && !ferror(r->to->out); i++)
        show(r, r->order.v[i].article);
}

/* Whether what has not been taken in can have a hit. Raw bytes are looked through ten times as fast
 * as articles are rebuilt; before the last source they are needed to number its articles. */
static bool may_have_hits(struct run *r)
{
    uint64_t off;
    struct source *s = r->sift ? library_rest(r->lib, &off) : NULL;

    return !s || off == 0 || sift_may_follow(r->sift, s, off, SIZE_MAX);
}

/* Whether the next sheet is known to have nothing to be shown. */
static bool can_pass(struct run *r)
{
    uint64_t from, to;
    size_t articles, count = library_count(r->lib);
    struct source *s = library_foresee(r->lib, &from, &to, &articles);

    if (!s)
        return false;
    return (r->sift && !sift_may_have(r->sift, s, from, to)) ||
           (r->o->selection && !selection_may_have(r->o->selection, count + 1, count + articles));
}

/* Counts the articles of the sheets to come that are known to have so many, and none that is to be
 * shown, without rebuilding them; where all before were shown. */
static void pass_over(struct run *r, size_t *next)
{
    if (order_is_needed(&r->o->order) || *next < library_count(r->lib))
        return;
    while (can_pass(r))
        library_pass(r->lib);
    *next = library_count(r->lib);
}

/* Waits for a pipe to bring more. False when there is none. */
static bool wait_for_more(struct library *lib)
{
    struct pollfd p = {.fd = library_waiting(lib), .events = POLLIN};

    return p.fd >= 0 && (poll(&p, 1, -1) >= 0 || errno == EINTR);
}

enum print_result print_run(struct library *lib, const struct options *o, const struct print_to *to)
{
    struct run r = {.lib = lib, .o = o, .to = to};
    bool wait =
        (o->selection && selection_needs_count(o->selection)) || o->order.by != ORDER_SOURCE;
    size_t last = o->selection ? selection_last(o->selection) : SIZE_MAX;
    size_t next = 0;

    order_restart(&r.order, &o->order);
    if (o->mode == MODE_SEARCH) {
        r.sift = sift_new();
        sift_add(r.sift, o->search);
    }
    for (bool more = true; more && next < last && !ferror(to->out);) {
        struct err e = {""};

        pass_over(&r, &next);
        more = may_have_hits(&r) && (library_step(lib, &e) || wait_for_more(lib));
        if (e.msg[0])
            report(&r, &e);
        if (more && wait)
            continue;
        take(&r, &next, library_count(lib) < last ? library_count(lib) : last);
    }
    order_free(&r.order);
    sift_free(r.sift);
    if (r.trouble)
        return PRINT_TROUBLE;
    return r.shown > 0 || (o->mode != MODE_SEARCH && !o->selection) ? PRINT_DONE : PRINT_NOTHING;
}
