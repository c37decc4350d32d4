#include <config.h>

#include "term/wcwidth.h"

#include <dlfcn.h>
#include <string.h>
#include <wchar.h>

#include "text/charclass.h"

/* The C function has no other way to know. */
static struct glyph_mode drawn = {.ambiguous = 1};

/* POSIX: -1 for what cannot be printed. */
__attribute__((visibility("default"))) int wcwidth(wchar_t c)
{
    if (c == 0)
        return 0;
    if (charclass_of((uint32_t)c) == CC_CONTROL)
        return -1;
    return glyph_char_cols((uint32_t)c, drawn);
}

/* What the C library's own function says. */
static int wcwidth_of_locale(wchar_t c)
{
    int (*next)(wchar_t) = NULL;
    void *symbol = dlsym(RTLD_NEXT, "wcwidth");

    if (symbol)
        memcpy(&next, &symbol, sizeof next);
    return next ? next(c) : wcwidth(c);
}

bool counting_decide(struct counting *c, const struct probe *p)
{
    struct glyph_mode mode_before = c->mode, drawn_before = drawn, otherwise = c->wanted;

    if (c->wanted.ambiguous == 0)
        otherwise.ambiguous = wcwidth_of_locale(0x201C) == 2 ? 2 : 1;
    c->mode = drawn = probe_mode(p, otherwise);
    if (c->wanted.ambiguous > 0)
        c->mode.ambiguous = c->wanted.ambiguous;
    if (drawn.ambiguous > c->mode.ambiguous)
        drawn.ambiguous = c->mode.ambiguous;
    return !glyph_mode_is(c->mode, mode_before) || !glyph_mode_is(drawn, drawn_before);
}

bool counting_pads(const struct counting *c, uint32_t cp)
{
    return drawn.ambiguous < c->mode.ambiguous && charclass_width(cp) == CW_AMBIGUOUS;
}
