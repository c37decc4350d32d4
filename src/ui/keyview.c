#include <config.h>

#include "ui/keyview.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/linespane.h"
#include "ui/search.h"

enum {
    SLICE_MS = 30,
    WORD_COLS = 12 /* that a word has at least, where there is room */
};

/* A keyword as it was when the page was opened. */
struct counted {
    char *text;
    struct query *query;
    size_t here, hits, articles; /* hits in the open article, in all; articles that have some */
};

struct keyview {
    const struct keywords *keywords;
    struct counted *v;
    size_t n, looked; /* articles counted */
    const struct library *lib;
};

void keyview_toggle(struct app *app, struct str word)
{
    struct keywords *k = app->opts->keywords;
    size_t i = keywords_index(k, word);

    if (i < k->n)
        keywords_remove(k, i);
    else if (!keywords_add(k, NULL, word, app->opts->fold, &app->message))
        return;
    k->off = false;
    readpane_mark(&app->text, &app->marks);
}

void keyview_line(const struct keywords *k, struct str word, struct str facts, struct line *l)
{
    size_t i = keywords_index(k, word);
    bool on = i < k->n && !k->off && !k->groups[k->v[i].group].off;
    int room = l->end - l->col, cols = glyph_cols(facts, screen_mode(l->s));

    if (cols > room - WORD_COLS)
        cols = room > 2 * WORD_COLS ? room - WORD_COLS : room / 2;
    line_put(l, on ? STR("* ") : STR("  "), STYLE_TEXT);
    line_put_cut(l, word, l->end - l->col - cols - 2,
                 on ? (enum style)marks_style(k, i) : STYLE_TEXT, NULL);
    line_pad(l, l->end - cols - 1);
    line_put_cut(l, facts, cols, STYLE_FAINT, NULL);
}

static size_t count(const void *data, int cols)
{
    (void)cols;
    return ((const struct keyview *)data)->n;
}

static void draw(const void *data, size_t i, struct line *l)
{
    const struct keyview *v = data;
    const struct counted *c = &v->v[i];
    struct strbuf facts = {0};
    size_t k = keywords_index(v->keywords, str_of(c->text));
    const char *group = k < v->keywords->n ? v->keywords->groups[v->keywords->v[k].group].name : "";

    if (group[0] && !str_eq(str_of(group), str_of(c->text)))
        strbuf_addf(&facts, "%s: ", group);
    strbuf_addf(&facts, _("%zu here, %zu in %zu of %zu articles"), c->here, c->hits, c->articles,
                v->looked);
    keyview_line(v->keywords, str_of(c->text), strbuf_str(&facts), l);
    strbuf_free(&facts);
}

static struct str word(const void *data, size_t i)
{
    return str_of(((const struct keyview *)data)->v[i].text);
}

static bool pending(const struct keyview *v)
{
    return v->looked < library_count(v->lib);
}

/* The hits in a text, a block at a time. */
static size_t count_hits(const struct query *q, const struct article *a)
{
    struct ranges hits = {0};
    size_t n;

    for (size_t i = 0; i < a->n_blocks; i++)
        query_find(q, str_sub(strbuf_str(&a->text), a->blocks[i].from, a->blocks[i].to), &hits);
    n = hits.n;
    ranges_free(&hits);
    return n;
}

static void count_article(struct keyview *v, const struct article *a)
{
    for (size_t i = 0; i < v->n; i++) {
        size_t n = count_hits(v->v[i].query, a);

        v->v[i].hits += n;
        v->v[i].articles += n > 0;
    }
}

static bool work(void *data, struct app *app)
{
    struct keyview *v = data;
    int64_t until = clock_ms() + SLICE_MS;

    if (!pending(v))
        return false;
    while (pending(v) && clock_ms() < until) {
        struct err e;
        const struct article *a = library_article(app->lib, v->looked++, &e);

        if (a)
            count_article(v, a);
    }
    return true;
}

static bool ask(void *data, double share)
{
    (void)share;
    return !screen_stopped((struct screen *)data);
}

/* To the next article that has the word, around the end; the open one is the last of all. */
static enum lines_answer go(const struct counted *w, struct app *app)
{
    struct search s = {.lib = app->lib, .query = w->query, .ask = ask,
                       .data = app->screen};
    struct search_place at = {app->shown, SIZE_MAX};
    struct err e = {""};
    enum search_result r = search_find(&s, true, &at, &e);

    search_end(&s);
    if (r == SEARCH_NOTHING || r == SEARCH_STOPPED) {
        err_set(&app->message, "%s", r == SEARCH_NOTHING ? _("not found") : e.msg);
        return LINES_STAY;
    }
    app->base = &app->text.pane;
    state_go(app, at.article, at.off);
    return LINES_CLOSE;
}

/* Switches the group of that word on or off. */
static void switch_group(struct app *app, struct str text)
{
    struct keywords *k = app->opts->keywords;
    size_t i = keywords_index(k, text);

    if (i == k->n)
        return;
    k->groups[k->v[i].group].off = !k->groups[k->v[i].group].off;
    k->off = false;
    readpane_mark(&app->text, &app->marks);
}

static enum lines_answer act(void *data, size_t i, struct app *app, struct command c)
{
    struct keyview *v = data;

    if (c.action == ACTION_OPEN)
        return go(&v->v[i], app);
    if (c.action != ACTION_KEYWORDS)
        return LINES_PASS;
    switch_group(app, word(v, i));
    return LINES_STAY;
}

static void free_view(void *data)
{
    struct keyview *v = data;

    for (size_t i = 0; i < v->n; i++) {
        free(v->v[i].text);
        query_free(v->v[i].query);
    }
    free(v->v);
    free(v);
}

struct pane *keyview_new(struct app *app)
{
    static const struct pane_hint hints[] = {{ACTION_KEYWORDS, N_("group on or off")}, {0}};
    static const struct lines_class class = {.count = count,
                                             .draw = draw,
                                             .act = act,
                                             .word = word,
                                             .work = work,
                                             .hints = hints,
                                             .free = free_view};
    const struct keywords *k = app->opts->keywords;
    struct keyview *v;

    if (k->n == 0) {
        err_set(&app->message, _("there are no keywords yet: %s marks a word"),
                keymap_first(&app->opts->keys, ACTION_KEYWORD).s);
        return NULL;
    }
    v = xcalloc(1, sizeof *v);
    v->keywords = k;
    v->lib = app->lib;
    v->v = xcalloc(k->n, sizeof *v->v);
    for (size_t i = 0; i < k->n; i++) {
        struct counted *c = &v->v[v->n];
        struct err e;

        c->query = query_new(str_of(k->v[i].text), app->opts->fold, &e);
        if (!c->query)
            continue;
        c->text = xmemdup0(k->v[i].text, strlen(k->v[i].text));
        c->here = app->text.open ? count_hits(c->query, &app->text.article) : 0;
        v->n++;
    }
    work(v, app);
    return linespane_new(_("Keywords"), &class, v);
}
