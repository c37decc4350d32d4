#include <config.h>

#include "ui/pane.h"

#include <stdint.h>

size_t pane_shown(const struct pane *p)
{
    return p->class->shown ? p->class->shown(p) : (size_t)p->rect.rows;
}

size_t pane_page(const struct pane *p)
{
    size_t shown = pane_shown(p);

    return shown > 2 ? shown - 1 : 1;
}

static void down(struct pane *p, size_t lines)
{
    size_t at = p->class->at(p);

    p->class->go(p, lines < SIZE_MAX - at ? at + lines : SIZE_MAX);
}

static void up(struct pane *p, size_t lines)
{
    size_t at = p->class->at(p);

    p->class->go(p, lines < at ? at - lines : 0);
}

bool pane_move(struct pane *p, struct command c)
{
    size_t times = c.count > 0 ? c.count : 1, page = pane_page(p);

    switch (c.action) {
    case ACTION_DOWN:
        down(p, times);
        break;
    case ACTION_UP:
        up(p, times);
        break;
    case ACTION_PAGE_DOWN:
        down(p, times * page);
        break;
    case ACTION_PAGE_UP:
        up(p, times * page);
        break;
    case ACTION_HALF_DOWN:
        down(p, times * ((page + 1) / 2));
        break;
    case ACTION_HALF_UP:
        up(p, times * ((page + 1) / 2));
        break;
    case ACTION_TOP:
        p->class->go(p, c.count > 0 ? c.count - 1 : 0);
        break;
    case ACTION_BOTTOM:
        p->class->go(p, c.count > 0 ? c.count - 1 : SIZE_MAX);
        break;
    case ACTION_PERCENT:
        p->class->go(p, p->class->count(p) * (c.count < 100 ? c.count : 100) / 100);
        break;
    case ACTION_PAGE:
        p->class->go(p, (times - 1) * pane_shown(p));
        break;
    default:
        return false;
    }
    return true;
}
