/* The help page, made from the action table. */
#ifndef KANBAO_UI_HELP_H
#define KANBAO_UI_HELP_H

#include <stddef.h>

#include "ui/screen.h"

/* How many lines it has at that width. */
size_t help_lines(int cols);
/* Draws lines from `top` on into rows x cols; keys to the left, what they do beside them or, on
 * a narrow screen, below. */
void help_draw(struct screen *s, int rows, int cols, size_t top);

#endif
