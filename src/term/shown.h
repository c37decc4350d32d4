/* Whether the terminal shows what is drawn, in ncurses' terms. */
#ifndef KANBAO_TERM_SHOWN_H
#define KANBAO_TERM_SHOWN_H

#include <stdbool.h>

/* Whether the first `rows` rows of the grid are on the terminal as they are. If so, nothing of the
 * grid, which has to be drawn again, gets there when a key is read. */
bool shown_above(int rows);

#endif
