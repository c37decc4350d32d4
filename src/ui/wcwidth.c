#include <config.h>

#include "ui/wcwidth.h"

#include <dlfcn.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>

#include "text/charclass.h"

/* The C function has no other way to know. */
static struct glyph_mode mode = {.ambiguous = 1};

void wcwidth_set_mode(struct glyph_mode m)
{
    mode = m;
}

/* POSIX: -1 for what cannot be printed. */
__attribute__((visibility("default"))) int wcwidth(wchar_t c)
{
    if (c == 0)
        return 0;
    if (charclass_of((uint32_t)c) == CC_CONTROL)
        return -1;
    return glyph_char_cols((uint32_t)c, mode);
}

int wcwidth_of_locale(wchar_t c)
{
    int (*next)(wchar_t) = NULL;
    void *symbol = dlsym(RTLD_NEXT, "wcwidth");

    if (symbol)
        memcpy(&next, &symbol, sizeof next);
    return next ? next(c) : wcwidth(c);
}
