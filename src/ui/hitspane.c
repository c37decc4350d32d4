#include <config.h>

#include "ui/hitspane.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/linespane.h"
#include "ui/search.h"
#include "ui/seek.h"
#include "ui/view.h"

enum {
    HITS_MAX = 20000,
    AROUND = 240, /* bytes of text kept before a hit and behind it */
    NUMBER_COLS = 6,
    TITLE = 200
};

/* A line: the headline of an article, or a hit. */
struct found {
    size_t article, off; /* of the hit; of a headline the article's first */
    char *text;          /* around the hit; NULL: a headline */
    size_t hit;          /* where the hit begins in it */
};

struct hits {
    struct app *app;
    struct query *query; /* owned */
    struct marks marks;
    struct search search;
    struct found *v;
    size_t n, cap, n_hits, n_articles;
    size_t next; /* of those that are searched, the one that is looked at next */
    bool done;
    int64_t until; /* when the keyboard is to be looked at */
    char title[TITLE];
};

static void add(struct hits *h, struct found f)
{
    h->v = xgrow(h->v, &h->cap, h->n + 1, sizeof *h->v);
    h->v[h->n++] = f;
}

/* A hit with what is around it in its block. */
static struct found around(const struct article *a, size_t article, struct range hit)
{
    struct str text = strbuf_str(&a->text);
    size_t i = 0, from, to = hit.to;

    while (i + 1 < a->n_blocks && a->blocks[i].to < hit.to)
        i++;
    from = a->blocks[i].from;
    while (hit.from - from > AROUND)
        from = glyph_next(text, from);
    while (to < a->blocks[i].to && to - hit.to < AROUND)
        to = glyph_next(text, to);
    return (struct found){article, hit.from, xmemdup0(text.s + from, to - from), hit.from - from};
}

static bool ask(void *data, double share)
{
    const struct hits *h = data;

    (void)share;
    return clock_ms() < h->until;
}

/* Whether every article with hits has been looked at. */
static bool is_complete(struct hits *h)
{
    return h->next >= search_count(&h->search) &&
           (h->app->loaded || !search_may_follow(&h->search));
}

/* How many there are; and how far the search is, or came before there were too many. */
static void set_title(struct hits *h, bool complete)
{
    size_t n = search_count(&h->search);
    double share = n > 0 ? (double)h->next / (double)n : 0;

    if (!h->app->loaded)
        share *= library_progress(h->app->lib);
    if (complete)
        snprintf(h->title, sizeof h->title, _("Hits: %zu, articles: %zu"), h->n_hits,
                 h->n_articles);
    else
        snprintf(h->title, sizeof h->title, _("Hits: %zu, articles: %zu; %d%%"), h->n_hits,
                 h->n_articles, (int)(share * 100));
}

/* Adds the hits of the next article. */
static bool look(struct hits *h, struct err *e)
{
    struct ranges hits = {0};
    const struct article *a;
    size_t article = search_nth(&h->search, h->next++);
    bool ok = search_article(&h->search, article, &a, &hits, e);

    if (hits.n > 0) {
        add(h, (struct found){article, hits.v[0].from, NULL, 0});
        h->n_articles++;
    }
    for (size_t i = 0; i < hits.n && h->n_hits < HITS_MAX; i++, h->n_hits++)
        add(h, around(a, article, hits.v[i]));
    ranges_free(&hits);
    return ok;
}

static bool work(void *data, struct app *app)
{
    struct hits *h = data;
    struct err e;
    bool complete;

    if (h->done)
        return false;
    h->until = clock_ms() + PANE_WORK_MS;
    while (h->next < search_count(&h->search) && h->n_hits < HITS_MAX && ask(h, 0))
        if (!look(h, &e))
            app->message = e;
    complete = is_complete(h);
    h->done = h->n_hits >= HITS_MAX || complete;
    set_title(h, complete);
    return h->done || h->next < search_count(&h->search);
}

static size_t count(void *data, int cols)
{
    (void)cols;
    return ((const struct hits *)data)->n;
}

static void draw_headline(const struct hits *h, const struct found *f, struct line *l)
{
    char number[NUMBER_COLS + 16];

    if (f->article >= library_count(h->app->lib))
        return;
    snprintf(number, sizeof number, "%*zu ", NUMBER_COLS - 1, f->article + 1);
    line_put(l, str_of(number), STYLE_FAINT);
    line_put_cut(l, entry_title(library_entry(h->app->lib, f->article)), l->end - l->col,
                 STYLE_HEADLINE, NULL);
}

/* The hit stands no further right than a third of the line. */
static void draw(const void *data, size_t i, struct line *l)
{
    const struct hits *h = data;
    const struct found *f = &h->v[i];
    struct glyph_mode mode = screen_mode(l->s);
    int room = l->end - l->col - NUMBER_COLS;
    struct str text;
    size_t from = 0;

    if (!f->text) {
        draw_headline(h, f, l);
        return;
    }
    text = str_of(f->text);
    while (from < f->hit && glyph_cols(str_sub(text, from, f->hit), mode) > room / 3)
        from = glyph_next(text, from);
    line_pad(l, l->col + NUMBER_COLS);
    if (from > 0)
        line_put(l, STR(GLYPH_CUT), STYLE_FAINT);
    line_put_cut(l, str_sub(text, from, text.n), l->end - l->col, STYLE_TEXT, &h->marks);
}

static enum lines_answer act(void *data, size_t i, struct app *app, struct command c)
{
    const struct hits *h = data;

    if (c.action != ACTION_OPEN || h->v[i].article >= library_count(app->lib))
        return LINES_PASS;
    app->base = &app->text.pane;
    view_arrange(app);
    state_go(app, h->v[i].article, h->v[i].off);
    app->hit = h->v[i].off;
    return LINES_CLOSE;
}

static void free_hits(void *data)
{
    struct hits *h = data;

    for (size_t i = 0; i < h->n; i++)
        free(h->v[i].text);
    free(h->v);
    search_end(&h->search);
    query_free(h->query);
    free(h);
}

struct pane *hitspane_new(struct app *app, struct str pattern, struct err *e)
{
    static const struct lines_class class = {
        .count = count,
        .draw = draw,
        .act = act,
        .work = work,
        .free = free_hits,
    };
    struct query *q = query_new(pattern, seek_fold(app), e);
    struct hits *h;

    if (!q)
        return NULL;
    h = xcalloc(1, sizeof *h);
    h->app = app;
    h->query = q;
    h->marks.search = q;
    h->search = (struct search){
        .lib = app->lib, .query = q, .within = &app->list.narrowing, .order = &app->list.order};
    work(h, app);
    return linespane_new(h->title, &class, h);
}
