#include <config.h>

#include "term/shown.h"

#include <curses.h>
#include <string.h>

enum { CELLS = 512 };

static bool is_shown(int row)
{
    cchar_t drawn[CELLS] = {0}, shown[CELLS] = {0};

    mvin_wchnstr(row, 0, drawn, CELLS - 1);
    mvwin_wchnstr(curscr, row, 0, shown, CELLS - 1);
    return memcmp(drawn, shown, sizeof drawn) == 0;
}

bool shown_above(int rows)
{
    int row = 0, y = getcury(curscr), x = getcurx(curscr);

    while (row < rows && is_shown(row))
        row++;
    wmove(curscr, y, x);
    if (row < rows)
        return false;
    move(y, x);
    untouchwin(stdscr);
    return true;
}
