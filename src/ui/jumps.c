#include <config.h>

#include "ui/jumps.h"

#include <stdint.h>
#include <string.h>

#include "base/i18n.h"

bool jumps_is(enum action a)
{
    return a == ACTION_TOP || a == ACTION_BOTTOM || a == ACTION_PERCENT || a == ACTION_PAGE ||
           a == ACTION_OPEN || a == ACTION_TO_MARK || a == ACTION_NEXT_HIT ||
           a == ACTION_PREVIOUS_HIT || a == ACTION_NEXT_KEYWORD ||
           a == ACTION_PREVIOUS_KEYWORD || a == ACTION_NEXT_UNREAD;
}

struct jump jumps_here(const struct app *app)
{
    size_t i = listpane_selected(&app->list);

    if (i == SIZE_MAX)
        return (struct jump){0};
    return (struct jump){library_entry(app->lib, i)->key, app->text.place, app->base};
}

static bool is_same(const struct jump *a, const struct jump *b)
{
    return a->article == b->article && a->place == b->place;
}

/* Puts the place behind that which the reader has gone back to; what was behind it is forgotten. */
static void add(struct jumps *j, const struct jump *place)
{
    if (place->article == 0)
        return;
    j->n = j->at;
    if (j->n > 0 && is_same(&j->v[j->n - 1], place))
        return;
    if (j->n == JUMPS_MAX)
        memmove(j->v, j->v + 1, --j->n * sizeof *j->v);
    j->v[j->n++] = *place;
    j->at = j->n;
}

void jumps_note(struct app *app, const struct jump *before)
{
    struct jump here = jumps_here(app);

    if (!is_same(&here, before))
        add(&app->jumps, before);
}

void jumps_keep(struct app *app)
{
    struct jump here = jumps_here(app);

    add(&app->jumps, &here);
}

static void go(struct app *app, const struct jump *to)
{
    size_t i = reading_article(app, to->article);

    if (i == library_count(app->lib)) {
        err_set(&app->message, "%s", _("that article is not in its file any more"));
        return;
    }
    while (app->n_over > 0)
        state_close(app, state_focus(app));
    app->base = to->base;
    listpane_select(&app->list, i);
    state_follow(app);
    readpane_return(&app->text, to->place);
}

void jumps_back(struct app *app, struct command c)
{
    struct jumps *j = &app->jumps;

    (void)c;
    if (j->n > 0 && j->at == j->n) {
        jumps_keep(app);
        j->at = j->n - 1;
    }
    if (j->at == 0)
        err_set(&app->message, "%s", _("there was no jump before"));
    else
        go(app, &j->v[--j->at]);
}

void jumps_forth(struct app *app, struct command c)
{
    struct jumps *j = &app->jumps;

    (void)c;
    if (j->at + 1 >= j->n)
        err_set(&app->message, "%s", _("there was no jump behind"));
    else
        go(app, &j->v[++j->at]);
}

void jumps_swap(struct app *app)
{
    struct jumps *j = &app->jumps;
    struct jump to;

    if (j->at == 0) {
        err_set(&app->message, "%s", _("there was no jump before"));
        return;
    }
    to = j->v[j->at - 1];
    jumps_keep(app);
    go(app, &to);
}
