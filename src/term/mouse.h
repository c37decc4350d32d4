/* What the mouse did, as terminals report it. */
#ifndef KANBAO_TERM_MOUSE_H
#define KANBAO_TERM_MOUSE_H

#include <stdbool.h>

#include "base/str.h"

enum mouse_what {
    MOUSE_NOTHING, /* what has no meaning here */
    MOUSE_PRESS,   /* the first button, as the next two */
    MOUSE_DRAG,
    MOUSE_RELEASE,
    MOUSE_WHEEL_UP,
    MOUSE_WHEEL_DOWN
};

struct mouse {
    enum mouse_what what;
    int row, col; /* from 0 */
};

/* Reads a report of xterm's mode 1006 without its ESC [ <, such as "0;12;5M". */
struct mouse mouse_report(struct str report);
/* The same of the older form: the three bytes behind ESC [ M. */
struct mouse mouse_bytes(const unsigned char bytes[3]);

#endif
