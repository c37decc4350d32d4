#include <config.h>

#include "ui/pointer.h"

#include <stdint.h>

#include "ui/actions.h"
#include "ui/view.h"

enum { WHEEL_ROWS = 3 };

static bool is_in(const struct rect *r, const struct mouse *m)
{
    return m->row >= r->row && m->row < r->row + r->rows && m->col >= r->col &&
           m->col < r->col + r->cols;
}

/* The pane under the pointer, NULL for none. */
static struct pane *pane_at(struct app *app, const struct mouse *m)
{
    if (app->n_over > 0)
        return is_in(&state_focus(app)->rect, m) ? state_focus(app) : NULL;
    if (is_in(&app->list.pane.rect, m))
        return &app->list.pane;
    return is_in(&app->text.pane.rect, m) ? &app->text.pane : NULL;
}

/* Puts the border where the pointer is. */
static void drag(struct app *app, const struct mouse *m)
{
    if (app->at.panes == PANES_SIDE)
        pointer_border(app, m->col - app->at.between.col);
    else if (app->at.panes == PANES_STACK)
        pointer_border(app, m->row - app->at.between.row);
}

void pointer_border(struct app *app, int by)
{
    const struct arrangement *a = &app->at;

    if (a->panes == PANES_SIDE)
        app->split.side = panes_share(a->list.cols + by, screen_cols(app->screen));
    else if (a->panes == PANES_STACK)
        app->split.stack = panes_share(a->list.rows + by, screen_rows(app->screen));
    view_arrange(app);
}

static void press(struct app *app, struct pane *p, const struct mouse *m)
{
    size_t line = p->class->line_at ? p->class->line_at(p, m->row - p->rect.row) : SIZE_MAX;
    bool opens = line == p->class->at(p) && p == state_focus(app);

    if (app->n_over == 0)
        app->base = p;
    if (opens)
        actions_do(app, (struct command){.action = ACTION_OPEN});
    else if (line < p->class->count(p))
        p->class->go(p, line);
}

static void wheel(struct pane *p, bool down)
{
    size_t at = p->class->at(p), by = pane_shown(p) > WHEEL_ROWS ? WHEEL_ROWS : 1;

    p->class->go(p, down ? at + by : at > by ? at - by : 0);
}

void pointer_do(struct app *app, const struct mouse *m)
{
    struct pane *p = pane_at(app, m);

    if (m->what == MOUSE_PRESS)
        app->dragging = app->n_over == 0 && is_in(&app->at.between, m);
    if (app->dragging)
        drag(app, m);
    else if (p && m->what == MOUSE_PRESS)
        press(app, p, m);
    else if (p && (m->what == MOUSE_WHEEL_UP || m->what == MOUSE_WHEEL_DOWN))
        wheel(p, m->what == MOUSE_WHEEL_DOWN);
    if (m->what == MOUSE_RELEASE)
        app->dragging = false;
}
