#include <config.h>

#include "ui/wcwidth.h"

#include <stdint.h>
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
