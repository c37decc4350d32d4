#include <config.h>

#include "ui/view.h"

#include "base/i18n.h"
#include "ui/help.h"
#include "ui/listpane.h"
#include "ui/status.h"

void view_arrange(struct app *app)
{
    bool reading =
        app->focus == FOCUS_TEXT || (app->focus >= FOCUS_PROMPT && app->back == FOCUS_TEXT);

    app->at =
        panes_arrange(screen_rows(app->screen), screen_cols(app->screen), app->panes, reading);
    scroll_set_rows(&app->list, (size_t)app->at.list.rows);
    readpane_arrange(&app->text, &app->at.text, &app->opts->layout);
}

static void draw_between(const struct app *app)
{
    const struct rect *r = &app->at.between;

    for (int row = r->row; row < r->row + r->rows; row++)
        for (int col = r->col; col < r->col + r->cols; col++)
            screen_put(app->screen, row, col, 1, r->cols == 1 ? STR("|") : STR("-"), STYLE_FAINT);
}

/* Percentage of the article's rows that have been shown. */
static int percent_shown(const struct readpane *p)
{
    size_t rows = readpane_rows(p);

    return rows > 0 ? (int)(readpane_bottom(p) * 100 / rows) : 100;
}

static void fill_status(const struct app *app, struct status *st)
{
    size_t shown = app->at.text.rows > 0 ? (size_t)app->at.text.rows : 1;

    *st = (struct status){
        .message = app->message.msg[0] ? app->message.msg : NULL,
        .source = "",
        .loaded = app->loaded ? 100 : (int)(library_progress(app->lib) * 100),
    };
    if (!app->loaded && st->loaded > 99)
        st->loaded = 99;
    if (app->list.n == 0)
        return;
    st->source =
        source_name(library_source(app->lib, library_entry(app->lib, app->list.sel)->source));
    st->article = app->list.sel + 1;
    st->articles = app->list.n;
    if (app->text.layout && app->at.text.rows > 0) {
        st->pages = (readpane_rows(&app->text) + shown - 1) / shown;
        st->page = readpane_bottom(&app->text) == readpane_rows(&app->text)
                       ? st->pages
                       : app->text.top / shown + 1;
        st->percent = percent_shown(&app->text);
    }
}

static void draw_status(struct app *app)
{
    const struct rect *r = &app->at.status;
    struct strbuf line = {0};
    struct status st;

    if (r->rows == 0)
        return;
    fill_status(app, &st);
    status_format(&st, r->cols, screen_mode(app->screen), &line);
    screen_put(app->screen, r->row, r->col, r->cols, strbuf_str(&line), STYLE_STATUS);
    strbuf_free(&line);
}

static void draw_empty(const struct app *app)
{
    screen_put(app->screen, 0, 1, screen_cols(app->screen) - 1,
               str_of(app->loaded ? _("There is no text here.") : _("Reading...")), STYLE_FAINT);
}

void view_draw(struct app *app)
{
    view_arrange(app);
    screen_erase(app->screen);
    if (app->focus == FOCUS_HELP) {
        help_draw(app->screen, screen_rows(app->screen), screen_cols(app->screen), app->help_top);
        screen_flush(app->screen);
        return;
    }
    if (app->list.n == 0)
        draw_empty(app);
    listpane_draw(app->screen, &app->at.list, app->lib, &app->list, &app->marks,
                  app->focus == FOCUS_LIST);
    draw_between(app);
    readpane_draw(&app->text, app->screen, app->hit);
    draw_status(app);
    if (app->focus == FOCUS_PROMPT) {
        int row = app->at.status.rows > 0 ? app->at.status.row : 0;

        screen_fill(app->screen, row, 0, screen_cols(app->screen), STYLE_TEXT);
        prompt_draw(&app->prompt, app->screen, row, screen_cols(app->screen), "/");
    }
    screen_flush(app->screen);
}
