#include <config.h>

#include "ui/actions.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>

#include "base/i18n.h"
#include "ui/ask.h"
#include "ui/command.h"
#include "ui/help.h"
#include "ui/hints.h"
#include "ui/jumps.h"
#include "ui/keptpane.h"
#include "ui/keyview.h"
#include "ui/outside.h"
#include "ui/pointer.h"
#include "ui/rawview.h"
#include "ui/seek.h"
#include "ui/spots.h"
#include "ui/setup.h"
#include "ui/sources.h"
#include "ui/view.h"

/* The number before the key says how often. */
static long times(struct command c)
{
    return c.count > 0 && c.count < LONG_MAX ? (long)c.count : 1;
}

static void close_pages(struct app *app)
{
    while (app->n_over > 0)
        state_close(app, state_focus(app));
}

static void next_article(struct app *app, struct command c)
{
    state_step(app, times(c));
}

static void previous_article(struct app *app, struct command c)
{
    state_step(app, -times(c));
}

static void open_text(struct app *app, struct command c)
{
    (void)c;
    app->base = &app->text.pane;
}

/* From a page to what is below it, from the text to the list. */
static void back(struct app *app, struct command c)
{
    (void)c;
    if (app->n_over > 0)
        state_close(app, state_focus(app));
    else if (app->base == &app->list.pane)
        listpane_filter(&app->list, STR(""));
    else
        app->base = &app->list.pane;
}

static void switch_pane(struct app *app, struct command c)
{
    (void)c;
    app->base = app->base == &app->list.pane ? &app->text.pane : &app->list.pane;
}

/* What a key has switched, in the words of the prompt. */
static void say_switched(struct app *app, enum action a, bool on, struct str of)
{
    err_set(&app->message, "%s: %s%s%.*s", keymap_name(a), on ? "on" : "off",
            of.n > 0 ? " " : "", (int)of.n, of.s);
}

static void keyword(struct app *app, struct command c)
{
    size_t before = app->opts->keywords->n;

    keyview_toggle(app, c.text);
    if (app->opts->keywords->n != before)
        say_switched(app, ACTION_KEYWORD, app->opts->keywords->n > before, c.text);
}

static void keyword_list(struct app *app, struct command c)
{
    struct pane *p = keyview_new(app);

    (void)c;
    if (p)
        state_push(app, p);
}

static void suggest(struct app *app, struct command c)
{
    struct pane *p = hints_new(app);

    (void)c;
    if (p)
        state_push(app, p);
}

static void keywords(struct app *app, struct command c)
{
    struct keywords *k = app->opts->keywords;

    (void)c;
    if (k->n == 0) {
        keyview_nothing(app);
        return;
    }
    k->off = !k->off;
    readpane_mark(&app->text, &app->marks);
    say_switched(app, ACTION_KEYWORDS, !k->off, STR(""));
}

/* The list has been narrowed as it was typed. */
static void filter(struct app *app, struct command c)
{
    listpane_filter(&app->list, c.text);
    app->base = &app->list.pane;
    if (app->list.scroll.n > 0 || !listpane_done(&app->list))
        return;
    listpane_filter(&app->list, STR(""));
    err_set(&app->message, "%s", _("no article has these words"));
}

/* The action is called as its setting. */
static void change_setting(struct app *app, struct command c)
{
    struct strbuf setting = {0};

    strbuf_addf(&setting, "%s ", keymap_name(c.action));
    strbuf_add_str(&setting, c.text);
    if (c.text.n > 0)
        setup_set(app, strbuf_str(&setting), &app->message);
    else
        setup_next(app, keymap_name(c.action), &app->message);
    strbuf_free(&setting);
}

static void next_unread(struct app *app, struct command c)
{
    size_t line;

    (void)c;
    if (reading_next_unread(app, &line))
        state_step(app, (long)(line - app->list.scroll.sel));
    else
        err_set(&app->message, "%s", _("no article behind this one is unread"));
}

static void toggle_read(struct app *app, struct command c)
{
    (void)c;
    reading_toggle(app);
}

static void mark(struct app *app, struct command c)
{
    if (str_eq(c.text, STR("'")))
        jumps_keep(app);
    else
        spots_mark(app, c.text);
}

static void to_mark(struct app *app, struct command c)
{
    close_pages(app);
    if (str_eq(c.text, STR("'")))
        jumps_swap(app);
    else
        spots_to_mark(app, c.text);
}

static void bookmark(struct app *app, struct command c)
{
    (void)c;
    spots_bookmark(app);
}

static void bookmarks(struct app *app, struct command c)
{
    struct pane *p = keptpane_bookmarks(app);

    (void)c;
    if (p)
        state_push(app, p);
}

static void history(struct app *app, struct command c)
{
    struct pane *p = keptpane_history(app);

    (void)c;
    if (p)
        state_push(app, p);
}

static void command(struct app *app, struct command c)
{
    struct command wanted;

    if (command_parse(c.text, &wanted, &app->message))
        actions_do(app, wanted);
}

static void set(struct app *app, struct command c)
{
    setup_set(app, c.text, &app->message);
}

static void wider(struct app *app, struct command c)
{
    pointer_border(app, (int)times(c));
}

static void narrower(struct app *app, struct command c)
{
    pointer_border(app, -(int)times(c));
}

static void quit(struct app *app, struct command c)
{
    if (app->n_over > 0)
        back(app, c);
    else
        app->leaving = true;
}

static void leave(struct app *app, struct command c)
{
    (void)c;
    app->leaving = true;
}

static void help(struct app *app, struct command c)
{
    (void)c;
    state_push(app, help_new(&app->opts->keys, app->screen));
}

/* From the source lines back to the text as it was. */
static void source_lines(struct app *app, struct command c)
{
    struct pane *p;

    (void)c;
    if (app->shown == SIZE_MAX)
        return;
    p = rawview_new(app->lib, app->shown, app->text.place, screen_mode(app->screen), &app->message);
    if (p)
        state_push(app, p);
}

static void next_panes(struct app *app, struct command c)
{
    (void)c;
    app->panes = app->at.panes == PANES_SIDE    ? PANES_STACK
                 : app->at.panes == PANES_STACK ? PANES_ONE
                                                : PANES_SIDE;
    app->opts->options->panes = (int)app->panes; /* so that :set leaves them */
}

static void columns(struct app *app, struct command c)
{
    char setting[32];

    snprintf(setting, sizeof setting, "columns %zu",
             c.count > 0 ? c.count : (size_t)readpane_more_columns(&app->text));
    setup_set(app, str_of(setting), &app->message);
}

static void redraw(struct app *app, struct command c)
{
    (void)c;
    screen_redraw(app->screen);
}

/* What concerns list and text only, done from a page over them: that page closes first. */
static bool is_below(enum action a)
{
    return a == ACTION_OPEN || a == ACTION_SWITCH || a == ACTION_FILTER ||
           a == ACTION_SORT || a == ACTION_GROUP || a == ACTION_UNIQUE ||
           a == ACTION_NEXT_ARTICLE || a == ACTION_PREVIOUS_ARTICLE || a == ACTION_NEXT_UNREAD ||
           a == ACTION_READ || a == ACTION_PANES;
}

static void (*const functions[ACTION_COUNT])(struct app *, struct command) = {
    [ACTION_OPEN] = open_text,
    [ACTION_BACK] = back,
    [ACTION_SWITCH] = switch_pane,
    [ACTION_NEXT_ARTICLE] = next_article,
    [ACTION_PREVIOUS_ARTICLE] = previous_article,
    [ACTION_NEXT_UNREAD] = next_unread,
    [ACTION_READ] = toggle_read,
    [ACTION_MARK] = mark,
    [ACTION_TO_MARK] = to_mark,
    [ACTION_JUMP_BACK] = jumps_back,
    [ACTION_JUMP_FORTH] = jumps_forth,
    [ACTION_BOOKMARK] = bookmark,
    [ACTION_BOOKMARKS] = bookmarks,
    [ACTION_HISTORY] = history,
    [ACTION_SEARCH] = seek_new,
    [ACTION_SEARCH_BACK] = seek_new,
    [ACTION_HITS] = seek_all,
    [ACTION_NEXT_HIT] = seek_next,
    [ACTION_PREVIOUS_HIT] = seek_next,
    [ACTION_KEYWORD] = keyword,
    [ACTION_KEYWORDS] = keywords,
    [ACTION_NEXT_KEYWORD] = seek_keyword,
    [ACTION_PREVIOUS_KEYWORD] = seek_keyword,
    [ACTION_KEYWORD_LIST] = keyword_list,
    [ACTION_SUGGEST] = suggest,
    [ACTION_RAW] = source_lines,
    [ACTION_RELOAD] = sources_reload,
    [ACTION_CHARSET] = sources_charset,
    [ACTION_STOP] = sources_stop,
    [ACTION_INTERRUPT] = sources_interrupt,
    [ACTION_PANES] = next_panes,
    [ACTION_COLUMNS] = columns,
    [ACTION_REDRAW] = redraw,
    [ACTION_HELP] = help,
    [ACTION_FILTER] = filter,
    [ACTION_SORT] = change_setting,
    [ACTION_GROUP] = change_setting,
    [ACTION_UNIQUE] = change_setting,
    [ACTION_COMMAND] = command,
    [ACTION_SAVE] = outside_do,
    [ACTION_OVERWRITE] = outside_do,
    [ACTION_PIPE] = outside_do,
    [ACTION_EDIT] = outside_do,
    [ACTION_COPY] = outside_do,
    [ACTION_COPY_ARTICLE] = outside_do,
    [ACTION_SAVE_LIST] = outside_do,
    [ACTION_PIPE_LIST] = outside_do,
    [ACTION_SET] = set,
    [ACTION_WIDER] = wider,
    [ACTION_NARROWER] = narrower,
    [ACTION_QUIT] = quit,
    [ACTION_LEAVE] = leave,
};

static void act(struct app *app, struct command c)
{
    struct pane *p = state_focus(app);

    if (c.action == ACTION_KEYWORD && c.text.n == 0 && p->class->word)
        c.text = p->class->word(p);
    if (ask_begin(app, c) || (p->class->act && p->class->act(p, app, c)) || pane_move(p, c))
        return;
    if (is_below(c.action))
        close_pages(app);
    if (functions[c.action])
        functions[c.action](app, c);
}

void actions_do(struct app *app, struct command c)
{
    struct jump before = jumps_here(app);

    if (!outside_refused(app, c.action))
        act(app, c);
    if (jumps_is(c.action))
        jumps_note(app, &before);
}
