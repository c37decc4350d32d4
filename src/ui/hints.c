#include <config.h>

#include "ui/hints.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "find/suggest.h"
#include "ui/keyview.h"
#include "ui/linespane.h"

enum {
    WORDS = 30,
    AROUND = 500, /* articles before and behind it that are compared */
};

struct hints {
    const struct keywords *keywords;
    struct strbuf text; /* of the article */
    struct suggest *suggest;
    struct suggestion v[WORDS];
    size_t n;
    size_t article, next, end; /* the open one; the others that are to be looked at */
    size_t others;
};

static size_t count(void *data, int cols)
{
    (void)cols;
    return ((const struct hints *)data)->n;
}

static void draw(const void *data, size_t i, struct line *l)
{
    const struct hints *h = data;
    const struct suggestion *v = &h->v[i];
    struct strbuf facts = {0};

    strbuf_addf(&facts, _("%zu here, in %zu of %zu others"), v->count, v->others, h->others);
    keyview_line(h->keywords, v->word, strbuf_str(&facts), l);
    strbuf_free(&facts);
}

static struct str word(const void *data, size_t i)
{
    return ((const struct hints *)data)->v[i].word;
}

static enum lines_answer act(void *data, size_t i, struct app *app, struct command c)
{
    if (c.action != ACTION_OPEN)
        return LINES_PASS;
    keyview_toggle(app, word(data, i));
    return LINES_STAY;
}

static bool pending(const struct hints *h)
{
    return h->next < h->end;
}

static bool work(void *data, struct app *app)
{
    struct hints *h = data;
    int64_t until = clock_ms() + PANE_WORK_MS;

    if (!pending(h))
        return false;
    for (; pending(h) && h->next < library_count(app->lib) && clock_ms() < until; h->next++) {
        struct err e;
        const struct article *a =
            h->next != h->article ? library_article(app->lib, h->next, &e) : NULL;

        if (!a)
            continue;
        h->others += suggest_other(h->suggest, strbuf_str(&a->text));
    }
    if (h->next >= library_count(app->lib))
        h->next = h->end;
    h->n = suggest_best(h->suggest, h->v, WORDS);
    return true;
}

static void free_hints(void *data)
{
    struct hints *h = data;

    suggest_free(h->suggest);
    strbuf_free(&h->text);
    free(h);
}

struct pane *hints_new(struct app *app)
{
    static const struct pane_hint hints[] = {{ACTION_OPEN, N_("mark")}, {0}};
    static const struct lines_class class = {.count = count,
                                             .draw = draw,
                                             .act = act,
                                             .word = word,
                                             .work = work,
                                             .hints = hints,
                                             .free = free_hints};
    struct hints *h;

    if (!app->text.open)
        return NULL;
    h = xcalloc(1, sizeof *h);
    h->keywords = app->opts->keywords;
    h->article = app->shown;
    h->next = app->shown > AROUND ? app->shown - AROUND : 0;
    h->end = app->shown + AROUND;
    strbuf_add_str(&h->text, strbuf_str(&app->text.article.text));
    h->suggest = suggest_new(strbuf_str(&h->text));
    work(h, app);
    if (h->n > 0)
        return linespane_new(_("Suggested keywords"), &class, h);
    free_hints(h);
    err_set(&app->message, "%s", _("no word stands out in this article"));
    return NULL;
}
