#include <config.h>

#include "ui/panes.h"

enum {
    SIDE_COLS = 72,   /* list and text side by side need that much */
    STACK_ROWS = 30,  /* and one above the other that much */
    SIDE_LEAST = 40,  /* what they need at all, when asked for */
    STACK_LEAST = 9,
    LIST_MOST = 84,
    HEAD_FROM_ROWS = 16, /* of the text */
    SHARE_LEAST = 150,
    SHARE_MOST = 750
};

static enum panes choose(int rows, int cols, enum panes panes)
{
    switch (panes) {
    case PANES_AUTO:
        return cols >= SIDE_COLS ? PANES_SIDE : rows >= STACK_ROWS ? PANES_STACK : PANES_ONE;
    case PANES_SIDE:
        return cols >= SIDE_LEAST ? PANES_SIDE : PANES_ONE;
    case PANES_STACK:
        return rows >= STACK_LEAST ? PANES_STACK : PANES_ONE;
    case PANES_ONE:
        break;
    }
    return PANES_ONE;
}

int panes_share(int part, int whole)
{
    int inside = part < 0 ? 0 : part > whole ? whole : part;
    int share = whole > 0 ? (inside * 1000 + whole / 2) / whole : 0;

    return share < SHARE_LEAST ? SHARE_LEAST : share > SHARE_MOST ? SHARE_MOST : share;
}

/* The list gets a good third, the text an even measure with a margin on either side; a border that
 * the reader has put somewhere stays there. */
static void side_by_side(struct arrangement *a, int rows, int cols, int share)
{
    int list = cols * 3 / 8;

    if (share > 0)
        list = (cols * share + 500) / 1000;
    else if (list > LIST_MOST)
        list = LIST_MOST;
    if (share == 0)
        list += (cols - list - 1) % 2;
    a->list = (struct rect){0, 0, rows, list};
    a->between = (struct rect){0, list, rows, 1};
    a->text = (struct rect){0, list + 1, rows, cols - list - 1};
}

static void stacked(struct arrangement *a, int rows, int cols, int share)
{
    int list = share > 0 ? (rows * share + 500) / 1000 : rows / 3;

    a->list = (struct rect){0, 0, list, cols};
    a->between = (struct rect){list, 0, 1, cols};
    a->text = (struct rect){list + 1, 0, rows - list - 1, cols};
}

static void put_head(struct arrangement *a)
{
    if (a->text.rows < HEAD_FROM_ROWS)
        return;
    a->head = a->text;
    a->head.rows = 1;
    a->text.row++;
    a->text.rows--;
}

struct arrangement panes_arrange(int rows, int cols, enum panes panes, struct split split,
                                 bool reading)
{
    struct arrangement a = {.panes = choose(rows, cols, panes)};
    int above = rows > 1 ? rows - 1 : rows;

    if (rows > 1)
        a.status = (struct rect){rows - 1, 0, 1, cols};
    if (a.panes == PANES_SIDE)
        side_by_side(&a, above, cols, split.side);
    else if (a.panes == PANES_STACK)
        stacked(&a, above, cols, split.stack);
    else if (reading)
        a.text = (struct rect){0, 0, above, cols};
    else
        a.list = (struct rect){0, 0, above, cols};
    put_head(&a);
    return a;
}
