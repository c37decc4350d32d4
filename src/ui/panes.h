/* Where list and text stand on the screen. */
#ifndef KANBAO_UI_PANES_H
#define KANBAO_UI_PANES_H

#include <stdbool.h>

enum panes { PANES_AUTO, PANES_SIDE, PANES_STACK, PANES_ONE };

struct rect {
    int row, col, rows, cols;
};

/* A pane that is not on the screen has no rows. */
struct arrangement {
    enum panes panes;    /* never AUTO */
    struct rect list, text;
    struct rect head;    /* above a text of many rows, for its source; else nothing */
    struct rect between; /* the separator; one column or one row, or nothing */
    struct rect status;
};

/* The list's share of the screen in thousandths, beside and above the text; 0: as it comes. */
struct split {
    int side, stack;
};

/* `part` of `whole` in thousandths, as a share that list and text can live with; a border that was
 * sent beyond an edge of the screen counts as at that edge. */
int panes_share(int part, int whole);

/* Divides rows x cols. AUTO: side by side from 72 columns on, stacked from 30 rows on, else one at
 * a time: the text when `reading`, else the list. What has no room becomes one at a time. */
struct arrangement panes_arrange(int rows, int cols, enum panes panes, struct split split,
                                 bool reading);

#endif
