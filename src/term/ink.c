#include <config.h>

#include "term/ink.h"

static attr_t attrs_of(const struct look *l)
{
    return (l->bold ? A_BOLD : 0) | (l->dim ? A_DIM : 0) | (l->underline ? A_UNDERLINE : 0) |
           (l->reverse ? A_REVERSE : 0);
}

/* Whether that terminal knows the colour; a number beyond its table cannot be shown. */
static bool makes_pair(short pair, const struct look *l)
{
    int fg = theme_color(l->fg, COLORS), bg = theme_color(l->bg, COLORS);

    return (fg >= 0 || bg >= 0) && init_extended_pair(pair, fg, bg) == OK;
}

/* The ground of text is that of the whole screen. */
void ink_prepare(struct ink *ink, const struct looks *looks, bool wanted)
{
    bool color = wanted && has_colors();
    cchar_t ground;

    if (color) {
        start_color();
        use_default_colors();
    }
    for (int i = 0; i < STYLE_COUNT; i++) {
        const struct look *look = &looks->v[i];
        bool pair = color && makes_pair((short)(i + 1), look);

        ink->attrs[i] = attrs_of(look);
        ink->pairs[i] = (short)(pair ? i + 1 : 0);
        if (pair && look->bg.ansi != COLOR_OWN)
            ink->attrs[i] &= ~A_REVERSE;
        if (pair && look->bold && !theme_bears_bold(look, COLORS))
            ink->attrs[i] = (ink->attrs[i] & ~A_BOLD) | A_UNDERLINE;
    }
    setcchar(&ground, L" ", 0, ink->pairs[STYLE_TEXT], NULL);
    bkgrndset(&ground);
}

enum style ink_style(const struct ink *ink, attr_t attrs, short pair)
{
    attrs &= A_BOLD | A_DIM | A_UNDERLINE | A_REVERSE;
    for (int i = 0; i < STYLE_COUNT; i++)
        if (ink->attrs[i] == attrs && ink->pairs[i] == pair)
            return (enum style)i;
    return STYLE_TEXT;
}

static void add_color(int color, struct strbuf *out)
{
    if (color >= 0)
        strbuf_addf(out, "%d", color);
    else
        strbuf_add_char(out, '-');
}

void ink_describe(const struct ink *ink, enum style style, struct strbuf *out)
{
    static const struct {
        attr_t attr;
        const char *name;
    } names[] = {
        {A_BOLD, "bold "}, {A_DIM, "dim "}, {A_UNDERLINE, "underline "}, {A_REVERSE, "reverse "}};
    int fg = -1, bg = -1;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ink->attrs[style] & names[i].attr)
            strbuf_add_str(out, str_of(names[i].name));
    if (ink->pairs[style] > 0)
        extended_pair_content(ink->pairs[style], &fg, &bg);
    add_color(fg, out);
    strbuf_add_str(out, STR(" on "));
    add_color(bg, out);
}
