/* A scrolling list as numbers: both panes use it, neither draws here. */
#ifndef KANBAO_LAYOUT_SCROLL_H
#define KANBAO_LAYOUT_SCROLL_H

#include <stddef.h>

struct scroll {
    size_t n;    /* items in all */
    size_t rows; /* items that the pane can show at once; 0 for a pane without room */
    size_t top;  /* first item shown */
    size_t sel;  /* the selected item, < n unless n is 0 */
};

/* Each keeps 0 <= top <= max(0, n - rows), and sel inside what is shown. */
void scroll_set_count(struct scroll *s, size_t n);
void scroll_set_rows(struct scroll *s, size_t rows);
/* Other items have come or gone: there are n now, and the selected one is item i. It stays in its
 * row, as far as the ends allow. */
void scroll_shift(struct scroll *s, size_t n, size_t i);
/* Moves the selection by d items, and the view no more than needed. */
void scroll_move(struct scroll *s, long d);
/* Selects item i and shows it. */
void scroll_select(struct scroll *s, size_t i);
/* Makes item i the first one shown, as far as the end allows. */
void scroll_top(struct scroll *s, size_t i);

#endif
