#include <config.h>

#include "ui/state.h"

#include <stdint.h>

#include "base/i18n.h"
#include "ui/view.h"

bool state_is_loading(const struct app *app)
{
    return !app->loaded && !app->stopped;
}

struct pane *state_focus(const struct app *app)
{
    return app->n_over > 0 ? app->over[app->n_over - 1] : app->base;
}

void state_push(struct app *app, struct pane *p)
{
    if (app->n_over == PANES_OVER)
        state_close(app, app->over[0]);
    app->over[app->n_over++] = p;
}

void state_close(struct app *app, struct pane *p)
{
    size_t kept = 0;

    for (size_t i = 0; i < app->n_over; i++)
        if (app->over[i] != p)
            app->over[kept++] = app->over[i];
    if (kept < app->n_over)
        p->class->close(p);
    app->n_over = kept;
}

void state_follow(struct app *app)
{
    const struct article *a;
    struct article copy;
    struct err e = {""};
    size_t selected = listpane_selected(&app->list);

    if (app->asked.action == ACTION_FILTER || selected == SIZE_MAX || app->shown == selected)
        return;
    app->hit = SIZE_MAX;
    app->shown = selected;
    a = library_article(app->lib, app->shown, &e);
    if (!a) {
        app->message = e;
        readpane_close(&app->text);
        return;
    }
    article_copy(a, &copy);
    readpane_open(&app->text, &copy, &app->marks);
    app->text.place = reading_place(app);
    view_arrange(app);
}

void state_refresh(struct app *app, size_t from)
{
    size_t place = app->text.place;
    const struct article *a;
    struct err e;

    listpane_cut(&app->list, from);
    if (app->shown >= library_count(app->lib)) {
        app->shown = SIZE_MAX;
        readpane_close(&app->text);
    }
    if (app->shown == SIZE_MAX || !app->text.open) {
        state_follow(app);
        return;
    }
    a = library_article(app->lib, app->shown, &e);
    if (a && str_eq(strbuf_str(&a->text), strbuf_str(&app->text.article.text)))
        return;
    app->shown = SIZE_MAX;
    state_follow(app);
    if (app->text.open && place > 0 && place < app->text.article.text.n)
        readpane_show(&app->text, place);
}

void state_go(struct app *app, size_t article, size_t off)
{
    listpane_select(&app->list, article);
    state_follow(app);
    readpane_show(&app->text, off);
}

void state_step(struct app *app, long d)
{
    struct pane *list = &app->list.pane;
    size_t before = app->list.scroll.sel, by = d < 0 ? -(size_t)d : (size_t)d;

    if (app->base == &app->text.pane)
        reading_done(app);
    list->class->go(list, d >= 0 ? before + by : by < before ? before - by : 0);
    state_follow(app);
    if (app->list.scroll.sel == before)
        err_set(&app->message, "%s",
                d > 0 ? _("this is the last article") : _("this is the first article"));
}
