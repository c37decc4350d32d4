#include <config.h>

#include "ui/ask.h"

#include "base/i18n.h"
#include "ui/complete.h"
#include "ui/seek.h"
#include "ui/setup.h"

enum { PAST = 200 /* lines kept of each kind */ };

struct ask {
    const char *label; /* before the text; NULL: the action needs none */
    bool one;          /* one character is all */
    bool setting;      /* it needs none, but may be given what the setting of its name may be */
    void (*complete)(struct str typed, struct strlist *out);
    void (*follow)(struct app *app); /* what was typed has changed */
};

static void complete_line(struct str typed, struct strlist *out);

static void narrow(struct app *app)
{
    listpane_filter(&app->list, strbuf_str(&app->prompt.text));
}

static const struct ask asks[ACTION_COUNT] = {
    [ACTION_SEARCH] = {.label = N_("/"), .follow = seek_typed},
    [ACTION_SEARCH_BACK] = {.label = "\\", .follow = seek_typed},
    [ACTION_FILTER] = {.label = N_("filter: "), .complete = complete_filter, .follow = narrow},
    [ACTION_SORT] = {.setting = true},
    [ACTION_GROUP] = {.setting = true},
    [ACTION_UNIQUE] = {.setting = true},
    [ACTION_KEYWORD] = {.label = N_("keyword: ")},
    [ACTION_SAVE] = {.label = N_("save as: "), .complete = complete_file},
    [ACTION_OVERWRITE] = {.label = N_("overwrite (Esc: no): "), .complete = complete_file},
    [ACTION_PIPE] = {.label = N_("pipe into: ")},
    [ACTION_SAVE_LIST] = {.label = N_("save the list as: "), .complete = complete_file},
    [ACTION_PIPE_LIST] = {.label = N_("pipe the list into: ")},
    [ACTION_SET] = {.label = N_("set "), .complete = setup_complete},
    [ACTION_MARK] = {.label = N_("mark "), .one = true},
    [ACTION_TO_MARK] = {.label = N_("to mark "), .one = true},
    [ACTION_COMMAND] = {.label = N_(":"), .complete = complete_line},
};

/* The name of a command, then whatever that one needs. */
static void complete_line(struct str typed, struct strlist *out)
{
    size_t n = str_find(typed, STR(" "), 0);
    enum action a = keymap_named(str_sub(typed, 0, n));
    struct strlist rest = {0};

    if (n == typed.n) {
        complete_command(typed, out);
        return;
    }
    if (asks[a].setting)
        setup_complete(typed, out);
    else if (a != ACTION_COMMAND && asks[a].complete)
        asks[a].complete(str_sub(typed, n + 1, typed.n), &rest);
    for (size_t i = 0; i < rest.n; i++) {
        struct strbuf line = {0};

        strbuf_add(&line, typed.s, n + 1);
        strbuf_add_str(&line, str_of(rest.v[i]));
        strlist_add(out, strbuf_str(&line));
        strbuf_free(&line);
    }
    strlist_free(&rest);
}

const char *ask_label(enum action a)
{
    return asks[a].label ? _(asks[a].label) : NULL;
}

/* The action whose lines are offered: both searches have the same. */
static enum action past_of(enum action a)
{
    return a == ACTION_SEARCH_BACK ? ACTION_SEARCH : a;
}

bool ask_begin(struct app *app, struct command c)
{
    if (!asks[c.action].label || c.text.n > 0)
        return false;
    app->asked = c;
    reading_load_typed(app);
    prompt_begin(&app->prompt, &app->typed[past_of(c.action)]);
    if (seek_is(c.action))
        seek_begin(app);
    return true;
}

void ask_again(struct app *app, struct command c, struct str text)
{
    struct strlist line = {0};

    app->asked = c;
    prompt_begin(&app->prompt, &app->typed[c.action]);
    strlist_add(&line, text);
    prompt_offer(&app->prompt, &line);
}

void ask_end(struct app *app)
{
    if (seek_is(app->asked.action))
        seek_end(app);
    app->asked.action = ACTION_NONE;
    app->pasting = false;
}

/* The newest line stands last, and each but once. */
static void keep(struct strlist *past, struct str line)
{
    for (size_t i = 0; i < past->n; i++) {
        if (str_eq(str_of(past->v[i]), line)) {
            strlist_remove(past, i);
            break;
        }
    }
    if (past->n == PAST)
        strlist_remove(past, 0);
    strlist_add(past, line);
}

static void complete(struct app *app)
{
    struct strlist offers = {0};

    if (asks[app->asked.action].complete)
        asks[app->asked.action].complete(strbuf_str(&app->prompt.text), &offers);
    prompt_offer(&app->prompt, &offers);
    strlist_free(&offers);
}

void ask_follow(struct app *app)
{
    if (asks[app->asked.action].follow)
        asks[app->asked.action].follow(app);
}

static void give_up(struct app *app)
{
    if (app->asked.action == ACTION_FILTER)
        listpane_filter(&app->list, STR(""));
    ask_end(app);
}

/* What was typed is complete. */
static struct command finish(struct app *app)
{
    struct command c = app->asked;

    c.text = strbuf_str(&app->prompt.text);
    if (!asks[c.action].one && c.text.n > 0) {
        keep(&app->typed[past_of(c.action)], c.text);
        reading_typed(app, past_of(c.action), c.text.s);
    }
    ask_end(app);
    return c;
}

struct command ask_key(struct app *app, int key)
{
    struct command c = app->asked;

    if (app->pasting) {
        prompt_paste(&app->prompt, key);
        return (struct command){0};
    }
    if (seek_is(c.action) && seek_switch(app, key))
        return (struct command){0};
    switch (prompt_key(&app->prompt, key)) {
    case PROMPT_TYPING:
        if (asks[c.action].one && app->prompt.text.n > 0)
            return finish(app);
        ask_follow(app);
        break;
    case PROMPT_COMPLETE:
        complete(app);
        break;
    case PROMPT_CANCELLED:
        give_up(app);
        break;
    case PROMPT_DONE:
        return finish(app);
    }
    return (struct command){0};
}
