#include <config.h>

#include "base/err.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

bool err_set(struct err *e, const char *fmt, ...)
{
    va_list ap;
    int n;

    if (!e)
        return false;
    va_start(ap, fmt);
    n = vsnprintf(e->msg, sizeof e->msg, fmt, ap);
    va_end(ap);
    if (n < 0) {
        e->msg[0] = '\0';
    } else if ((size_t)n >= sizeof e->msg) {
        size_t end = sizeof e->msg - 1;

        while (end > 0 && ((unsigned char)e->msg[end - 1] & 0xC0) == 0x80)
            end--;
        e->msg[end > 0 ? end - 1 : 0] = '\0';
    }
    return false;
}
