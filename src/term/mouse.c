#include <config.h>

#include "term/mouse.h"

/* Bits of the button's number. */
enum { BUTTON = 3, MODIFIERS = 4 | 8 | 16, MOTION = 32, WHEEL = 64, MOST = 9999 };

static enum mouse_what what_of(int button, bool released)
{
    button &= ~MODIFIERS;
    if (button == WHEEL)
        return MOUSE_WHEEL_UP;
    if (button == WHEEL + 1)
        return MOUSE_WHEEL_DOWN;
    if (released)
        return MOUSE_RELEASE;
    if (button == 0)
        return MOUSE_PRESS;
    return button == MOTION ? MOUSE_DRAG : MOUSE_NOTHING;
}

struct mouse mouse_report(struct str report)
{
    int numbers[3] = {0}, n = 0;
    char last = (char)(report.n > 0 ? report.s[report.n - 1] : '\0');

    for (size_t i = 0; i < report.n; i++) {
        char c = report.s[i];

        if (c == ';' && n < 2)
            n++;
        else if (c >= '0' && c <= '9' && numbers[n] < MOST)
            numbers[n] = numbers[n] * 10 + (c - '0');
    }
    if (n < 2 || (last != 'M' && last != 'm') || numbers[1] == 0 || numbers[2] == 0)
        return (struct mouse){0};
    return (struct mouse){what_of(numbers[0], last == 'm'), numbers[2] - 1, numbers[1] - 1};
}

struct mouse mouse_bytes(const unsigned char bytes[3])
{
    int button = bytes[0] - 32;

    if (button < 0 || bytes[1] <= 32 || bytes[2] <= 32)
        return (struct mouse){0};
    return (struct mouse){what_of(button, (button & (BUTTON | WHEEL)) == BUTTON), bytes[2] - 33,
                          bytes[1] - 33};
}
