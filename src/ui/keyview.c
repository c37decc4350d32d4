#include <config.h>

#include "ui/keyview.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "ui/keycount.h"
#include "ui/linespane.h"
#include "ui/search.h"
#include "ui/view.h"

enum {
    WORD_COLS = 12, /* that a word has at least, where there is room */
    NUMBER_COLS = 6
};

struct keyview {
    const struct keywords *keywords; /* as they are now */
    struct keycount count;           /* of those that there were when the page was opened */
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

/* Columns that the facts of a word may have. */
static int facts_room(const struct line *l)
{
    int room = l->end - l->col;

    return room > 2 * WORD_COLS ? room - WORD_COLS : room / 2;
}

void keyview_line(const struct keywords *k, struct str word, struct str facts, struct line *l)
{
    size_t i = keywords_index(k, word);
    bool on = i < k->n && !k->off && !k->groups[k->v[i].group].off;
    int room = facts_room(l), cols = glyph_cols(facts, screen_mode(l->s));

    if (cols > room)
        cols = room;
    line_put(l, on ? STR("* ") : STR("  "), STYLE_TEXT);
    line_put_cut(l, word, l->end - l->col - cols - 2, on ? marks_style(k, i) : STYLE_TEXT, NULL);
    line_pad(l, l->end - cols - 1);
    line_put_cut(l, facts, cols, STYLE_FAINT, NULL);
}

/* Lines: the words, and behind a heading the articles. */
static size_t count(void *data, int cols)
{
    const struct keyview *v = data;

    (void)cols;
    return v->count.words.n + (v->count.n_articles > 0 ? 1 + v->count.n_articles : 0);
}

/* The article of line i, NULL when it is none. */
static const struct rich *article_of(const struct keyview *v, size_t i)
{
    return i > v->count.words.n ? &v->count.articles[i - v->count.words.n - 1] : NULL;
}

static struct str word(const void *data, size_t i)
{
    const struct keyview *v = data;

    return i < v->count.words.n ? str_of(v->count.words.v[v->count.order[i]].text) : STR("");
}

/* The group that has a word, "" where its name is the word. */
static const char *group_of(const struct keyview *v, struct str w)
{
    size_t k = keywords_index(v->keywords, w);
    const char *name = k < v->keywords->n ? v->keywords->groups[v->keywords->v[k].group].name : "";

    return str_eq(str_of(name), w) ? "" : name;
}

/* Where there is no room for all of the facts, the group goes first, then words of the counts. */
static void draw_word(const struct keyview *v, size_t i, struct line *l)
{
    const struct counted *c = &v->count.v[v->count.order[i]];
    const char *group = group_of(v, word(v, i));
    int room = facts_room(l), cols;
    struct strbuf counts = {0}, facts = {0};

    strbuf_addf(&counts, _("%zu here, %zu in %zu of %zu articles"), c->here, c->hits, c->articles,
                v->count.looked);
    cols = glyph_cols(strbuf_str(&counts), screen_mode(l->s));
    if (cols > room) {
        counts.n = 0;
        strbuf_addf(&counts, _("%zu here, %zu in %zu/%zu"), c->here, c->hits, c->articles,
                    v->count.looked);
    } else if (group[0] && cols + glyph_cols(str_of(group), screen_mode(l->s)) + 2 <= room) {
        strbuf_addf(&facts, "%s: ", group);
    }
    strbuf_add_str(&facts, strbuf_str(&counts));
    keyview_line(v->keywords, word(v, i), strbuf_str(&facts), l);
    strbuf_free(&counts);
    strbuf_free(&facts);
}

/* Appends the words that an article has, with how often, the most frequent first. */
static void add_words(const struct keyview *v, const struct rich *a, struct strbuf *out)
{
    for (size_t n = a->total, next; n > 0; n = next) {
        next = 0;
        for (size_t i = 0; i < v->count.words.n; i++) {
            if (a->count[i] == n)
                strbuf_addf(out, "%s%s %zu", out->n > 0 ? "  " : "", v->count.words.v[i].text, n);
            else if (a->count[i] < n && a->count[i] > next)
                next = a->count[i];
        }
    }
}

/* The words have up to half of the line. */
static void draw_article(const struct keyview *v, const struct rich *a, struct line *l)
{
    const struct library *lib = v->count.search.lib;
    struct strbuf words = {0};
    char number[NUMBER_COLS + 16];
    int room = l->end - l->col, cols;

    if (a->article >= library_count(lib))
        return;
    add_words(v, a, &words);
    cols = glyph_cols(strbuf_str(&words), screen_mode(l->s));
    cols = cols < room / 2 ? cols : room / 2;
    snprintf(number, sizeof number, "%*zu ", NUMBER_COLS - 1, a->article + 1);
    line_put(l, str_of(number), STYLE_FAINT);
    line_put_cut(l, entry_title(library_entry(lib, a->article)), l->end - l->col - cols - 2,
                 STYLE_TEXT, NULL);
    line_pad(l, l->end - cols - 1);
    line_put_cut(l, strbuf_str(&words), cols, STYLE_FAINT, NULL);
    strbuf_free(&words);
}

static void draw(const void *data, size_t i, struct line *l)
{
    const struct keyview *v = data;

    if (i < v->count.words.n)
        draw_word(v, i, l);
    else if (article_of(v, i))
        draw_article(v, article_of(v, i), l);
    else
        line_put(l, str_of(_("Articles")), STYLE_SUBHEAD);
}

static bool work(void *data, struct app *app)
{
    (void)app;
    return keycount_step(&((struct keyview *)data)->count, PANE_WORK_MS);
}

static bool ask(void *data, double share)
{
    (void)share;
    return !screen_stopped((struct screen *)data);
}

static enum lines_answer show(struct app *app, const struct search_place *at)
{
    app->base = &app->text.pane;
    view_arrange(app);
    state_go(app, at->article, at->off);
    app->hit = at->off;
    return LINES_CLOSE;
}

/* To the next article that has the word, around the end; the open one is the last of all. */
static enum lines_answer go(const struct query *q, struct app *app)
{
    struct search s = {.lib = app->lib,
                       .query = q,
                       .order = listpane_filtered(&app->list) ? NULL : &app->list.order,
                       .ask = ask,
                       .data = app->screen};
    struct search_place at = {app->shown, SIZE_MAX};
    struct err e = {""};
    enum search_result r = search_find(&s, true, &at, &e);

    search_end(&s);
    if (r == SEARCH_FOUND || r == SEARCH_WRAPPED)
        return show(app, &at);
    err_set(&app->message, "%s", r == SEARCH_NOTHING ? _("not found") : e.msg);
    return LINES_STAY;
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

static enum lines_answer open_line(const struct keyview *v, size_t i, struct app *app)
{
    const struct rich *a = article_of(v, i);

    if (i < v->count.words.n)
        return go(v->count.words.v[v->count.order[i]].query, app);
    if (!a || a->article >= library_count(app->lib))
        return LINES_STAY;
    return show(app, &(struct search_place){a->article, a->first});
}

static enum lines_answer act(void *data, size_t i, struct app *app, struct command c)
{
    if (c.action == ACTION_OPEN)
        return open_line(data, i, app);
    if (c.action != ACTION_KEYWORDS)
        return LINES_PASS;
    switch_group(app, word(data, i));
    return LINES_STAY;
}

static void free_view(void *data)
{
    struct keyview *v = data;

    keycount_free(&v->count);
    free(v);
}

void keyview_nothing(struct app *app)
{
    err_set(&app->message, _("no keywords yet: %s marks a word"),
            keymap_first(&app->opts->keys, ACTION_KEYWORD).s);
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
    struct keyview *v;

    if (app->opts->keywords->n == 0) {
        keyview_nothing(app);
        return NULL;
    }
    v = xcalloc(1, sizeof *v);
    v->keywords = app->opts->keywords;
    keycount_begin(&v->count, v->keywords, app->opts->fold, app->lib, &app->list.order);
    if (app->text.open)
        keycount_here(&v->count, &app->text.article);
    keycount_step(&v->count, PANE_WORK_MS);
    return linespane_new(_("Keywords"), &class, v);
}
