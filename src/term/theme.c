#include <config.h>

#include "term/theme.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

/* The first eight, as xterm has them. */
static const struct {
    const char *name;
    struct color color;
} named[] = {
    {"black", {0, 0x000000}}, {"red", {1, 0xCD0000}},  {"green", {2, 0x00CD00}},
    {"yellow", {3, 0xCDCD00}}, {"blue", {4, 0x0000EE}}, {"magenta", {5, 0xCD00CD}},
    {"cyan", {6, 0x00CDCD}},  {"white", {7, 0xE5E5E5}}, {"default", {COLOR_OWN, 0}},
};

enum { N_NAMED = sizeof named / sizeof *named, KEYWORD_COLORS = KEYWORD_STYLES / 2 };

static const char *const style_names[STYLE_COUNT] = {
    [STYLE_TEXT] = "text",
    [STYLE_KICKER] = "kicker",
    [STYLE_HEADLINE] = "headline",
    [STYLE_BYLINE] = "byline",
    [STYLE_SUBHEAD] = "subhead",
    [STYLE_CAPTION] = "caption",
    [STYLE_FAINT] = "faint",
    [STYLE_SELECTED] = "selected",
    [STYLE_SELECTED_AWAY] = "selected-away",
    [STYLE_STATUS] = "status",
    [STYLE_ERROR] = "error",
    [STYLE_KEYWORD] = "keyword1",
    [STYLE_KEYWORD + 1] = "keyword2",
    [STYLE_KEYWORD + 2] = "keyword3",
    [STYLE_KEYWORD + 3] = "keyword4",
    [STYLE_KEYWORD + 4] = "keyword5",
    [STYLE_KEYWORD + 5] = "keyword6",
    [STYLE_KEYWORD + 6] = "keyword7",
    [STYLE_KEYWORD + 7] = "keyword8",
    [STYLE_KEYWORD + 8] = "keyword9",
    [STYLE_KEYWORD + 9] = "keyword10",
    [STYLE_KEYWORD + 10] = "keyword11",
    [STYLE_KEYWORD + 11] = "keyword12",
    [STYLE_HIT] = "hit",
    [STYLE_HIT_NOW] = "hit-now",
};

#define OWN     {COLOR_OWN, 0}
#define BLACK   {0, 0x000000}
#define RED     {1, 0xCD0000}
#define GREEN   {2, 0x00CD00}
#define YELLOW  {3, 0xCDCD00}
#define BLUE    {4, 0x0000EE}
#define MAGENTA {5, 0xCD00CD}
#define CYAN    {6, 0x00CDCD}

/* What is painted is painted in every theme: the terminal's own yellow and green under black. */
#define HIT     {.reverse = true, .fg = BLACK, .bg = {3, 0xFFD75F}}
#define HIT_NOW \
    {.bold = true, .underline = true, .reverse = true, .fg = BLACK, .bg = {2, 0x5FD75F}}

static const struct looks own = {{
    [STYLE_TEXT] = {.fg = OWN, .bg = OWN},
    [STYLE_KICKER] = {.fg = CYAN, .bg = OWN},
    [STYLE_HEADLINE] = {.bold = true, .fg = OWN, .bg = OWN},
    [STYLE_BYLINE] = {.dim = true, .fg = CYAN, .bg = OWN},
    [STYLE_SUBHEAD] = {.bold = true, .fg = CYAN, .bg = OWN},
    [STYLE_CAPTION] = {.dim = true, .fg = OWN, .bg = OWN},
    [STYLE_FAINT] = {.dim = true, .fg = OWN, .bg = OWN},
    [STYLE_SELECTED] = {.reverse = true, .fg = OWN, .bg = OWN},
    [STYLE_SELECTED_AWAY] = {.underline = true, .fg = OWN, .bg = OWN},
    [STYLE_STATUS] = {.reverse = true, .fg = OWN, .bg = OWN},
    [STYLE_ERROR] = {.bold = true, .reverse = true, .fg = OWN, .bg = OWN},
    [STYLE_KEYWORD] = {.bold = true, .underline = true, .fg = RED, .bg = OWN},
    [STYLE_KEYWORD + 1] = {.bold = true, .underline = true, .fg = GREEN, .bg = OWN},
    [STYLE_KEYWORD + 2] = {.bold = true, .underline = true, .fg = BLUE, .bg = OWN},
    [STYLE_KEYWORD + 3] = {.bold = true, .underline = true, .fg = MAGENTA, .bg = OWN},
    [STYLE_KEYWORD + 4] = {.bold = true, .underline = true, .fg = YELLOW, .bg = OWN},
    [STYLE_KEYWORD + 5] = {.bold = true, .underline = true, .fg = CYAN, .bg = OWN},
    [STYLE_KEYWORD + 6] = {.bold = true, .reverse = true, .fg = RED, .bg = OWN},
    [STYLE_KEYWORD + 7] = {.bold = true, .reverse = true, .fg = GREEN, .bg = OWN},
    [STYLE_KEYWORD + 8] = {.bold = true, .reverse = true, .fg = BLUE, .bg = OWN},
    [STYLE_KEYWORD + 9] = {.bold = true, .reverse = true, .fg = MAGENTA, .bg = OWN},
    [STYLE_KEYWORD + 10] = {.bold = true, .reverse = true, .fg = YELLOW, .bg = OWN},
    [STYLE_KEYWORD + 11] = {.bold = true, .reverse = true, .fg = CYAN, .bg = OWN},
    [STYLE_HIT] = HIT,
    [STYLE_HIT_NOW] = HIT_NOW,
}};

/* A theme with a ground of its own: ink, faint ink and an accent on paper, the bars the other way
 * round, and keywords that can be told apart on it. */
struct palette {
    struct color ink, faint, accent, paper, bar;
    struct color keywords[KEYWORD_COLORS]; /* letters, then grounds */
};

static const struct palette light = {
    .ink = {0, 0x262626},
    .faint = {0, 0x6C6C6C},
    .accent = {4, 0x005F87},
    .paper = {7, 0xFFFFF0},
    .bar = {7, 0xE4E4D0},
    .keywords = {{1, 0xAF0000}, {2, 0x005F00}, {4, 0x0000AF}, {5, 0x870087}, {0, 0x875F00},
                 {4, 0x005F5F}},
};

static const struct palette dark = {
    .ink = {7, 0xD0D0D0},
    .faint = {7, 0x8A8A8A},
    .accent = {6, 0x87D7D7},
    .paper = {0, 0x1C1C1C},
    .bar = {0, 0x303030},
    .keywords = {{1, 0xFF8787}, {2, 0x87D787}, {6, 0x87AFFF}, {5, 0xD787D7}, {3, 0xD7AF5F},
                 {6, 0x5FD7D7}},
};

/* Attributes stay as they are in the terminal's own, but for the faint: a palette has its ink. */
static void paint(const struct palette *p, struct looks *looks)
{
    for (int i = 0; i < STYLE_COUNT; i++) {
        struct look *l = &looks->v[i];

        if (i == STYLE_HIT || i == STYLE_HIT_NOW)
            continue;
        l->fg = l->dim ? p->faint : p->ink;
        l->bg = p->paper;
        l->dim = false;
        if (i == STYLE_KICKER || i == STYLE_SUBHEAD)
            l->fg = p->accent;
        else if (i == STYLE_SELECTED_AWAY)
            l->bg = p->bar;
        else if (i >= STYLE_KEYWORD && i < STYLE_HIT)
            l->fg = p->keywords[(i - STYLE_KEYWORD) % KEYWORD_COLORS];
        if (l->reverse) {
            l->bg = l->fg;
            l->fg = p->paper;
        }
    }
}

void theme_make(enum theme theme, struct looks *looks)
{
    *looks = own;
    if (theme == THEME_LIGHT)
        paint(&light, looks);
    else if (theme == THEME_DARK)
        paint(&dark, looks);
    for (int i = 0; i < STYLE_COUNT && theme == THEME_MONO; i++)
        looks->v[i].fg = looks->v[i].bg = (struct color)OWN;
}

/* The nearest of six steps of the 256-colour cube. */
static int cube_step(int value)
{
    return value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40;
}

int theme_color(struct color c, int colors)
{
    int r = c.rgb >> 16 & 0xFF, g = c.rgb >> 8 & 0xFF, b = c.rgb & 0xFF;

    if (c.ansi == COLOR_OWN || colors < 256)
        return c.ansi;
    /* The terminal's own first eight, which its user has chosen, where they are meant. */
    for (int i = 0; i < N_NAMED; i++)
        if (named[i].color.ansi == c.ansi && named[i].color.rgb == c.rgb)
            return c.ansi;
    if (colors > 256)
        return c.rgb;
    if (abs(r - g) < 8 && abs(g - b) < 8 && r >= 8 && r < 238)
        return 232 + (r - 8 + 5) / 10;
    return 16 + 36 * cube_step(r) + 6 * cube_step(g) + cube_step(b);
}

bool theme_bears_bold(const struct look *l, int colors)
{
    return colors > 8 || (l->fg.ansi != 0 && l->bg.ansi != 7);
}

static bool parse_color(struct str word, struct color *c)
{
    for (int i = 0; i < N_NAMED; i++) {
        if (str_eq(word, str_of(named[i].name))) {
            *c = named[i].color;
            return true;
        }
    }
    if (word.n != 7 || word.s[0] != '#' || strspn(word.s + 1, "0123456789abcdefABCDEF") < 6)
        return false;
    c->rgb = (int)strtol(word.s + 1, NULL, 16);
    /* The nearest of eight: a bit for each primary. */
    c->ansi = (short)((c->rgb >> 23 & 1) | (c->rgb >> 14 & 2) | (c->rgb >> 5 & 4));
    return true;
}

static bool take_word(struct look *l, struct str word, bool ground)
{
    const struct {
        const char *name;
        bool *flag;
    } flags[] = {
        {"bold", &l->bold},
        {"dim", &l->dim},
        {"underline", &l->underline},
        {"reverse", &l->reverse},
    };

    for (size_t i = 0; !ground && i < sizeof flags / sizeof *flags; i++)
        if (str_eq(word, str_of(flags[i].name)))
            return *flags[i].flag = true;
    return parse_color(word, ground ? &l->bg : &l->fg);
}

static int style_named(const char *name)
{
    int style = 0;

    while (style < STYLE_COUNT && strcmp(style_names[style], name) != 0)
        style++;
    return style;
}

bool theme_has(const char *name)
{
    return style_named(name) < STYLE_COUNT;
}

bool theme_change(struct looks *looks, const char *name, const char *value, struct err *e)
{
    struct look l = {.fg = OWN, .bg = OWN};
    bool ground = false;
    int style = style_named(name);

    if (style == STYLE_COUNT)
        return err_set(e, "%s", _("there is no style of that name"));
    for (const char *at = value; *at; at += strspn(at, " ")) {
        struct str word = {at, strcspn(at, " ")};

        at += word.n;
        if (!ground && str_eq(word, STR("on")))
            ground = true;
        else if (word.n > 0 && !take_word(&l, word, ground))
            return err_set(e, "%s",
                           _("allowed: bold, dim, underline, reverse, a colour, on and a colour"));
    }
    looks->v[style] = l;
    return true;
}

const char *theme_style(enum style style)
{
    return style_names[style];
}

static void add_word(struct strbuf *out, const char *word)
{
    strbuf_addf(out, "%s%s", out->n > 0 ? " " : "", word);
}

static void add_color(struct strbuf *out, struct color c)
{
    char word[16];

    snprintf(word, sizeof word, "#%06X", (unsigned)c.rgb);
    for (int i = 0; i < N_NAMED; i++)
        if (named[i].color.ansi == c.ansi && named[i].color.rgb == c.rgb)
            snprintf(word, sizeof word, "%s", named[i].name);
    add_word(out, word);
}

void theme_words(const struct look *l, struct strbuf *out)
{
    if (l->bold)
        add_word(out, "bold");
    if (l->dim)
        add_word(out, "dim");
    if (l->underline)
        add_word(out, "underline");
    if (l->reverse)
        add_word(out, "reverse");
    if (l->fg.ansi != COLOR_OWN || out->n == 0)
        add_color(out, l->fg);
    if (l->bg.ansi != COLOR_OWN) {
        add_word(out, "on");
        add_color(out, l->bg);
    }
}

enum style theme_block(enum block_kind kind)
{
    switch (kind) {
    case BLOCK_KICKER:
        return STYLE_KICKER;
    case BLOCK_HEADLINE:
        return STYLE_HEADLINE;
    case BLOCK_BYLINE:
        return STYLE_BYLINE;
    case BLOCK_SUBHEAD:
        return STYLE_SUBHEAD;
    case BLOCK_CAPTION:
    case BLOCK_JUMP:
        return STYLE_CAPTION;
    case BLOCK_PARAGRAPH:
    case BLOCK_VERBATIM:
        break;
    }
    return STYLE_TEXT;
}
