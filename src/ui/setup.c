#include <config.h>

#include "ui/setup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/streams.h"
#include "base/xalloc.h"
#include "options/table.h"
#include "text/sanitize.h"

static bool take_keys(const struct setting *line, struct keymap *m, struct err *e)
{
    char *keys = sanitize_name(line->value);
    bool ok = keymap_change(m, line->name, keys, e);

    free(keys);
    return ok;
}

/* The name is that of a style, or of a group of keywords. */
static bool take_color(const struct setting *line, struct app_opts *ao, struct err *e)
{
    const struct keywords *k = ao->keywords;
    char *name = sanitize_name(line->name);
    size_t group = theme_has(name) ? k->n_groups : keywords_group(k, name);

    free(name);
    return theme_change(&ao->screen.looks,
                        group < k->n_groups ? theme_style(marks_group_style(k, group)) : line->name,
                        line->value, e);
}

/* Takes a line of a section that is the reader's. False with a message when it is wrong. */
static bool take_line(const struct setting *line, struct app_opts *ao, struct err *e)
{
    if (strcmp(line->section, "colors") == 0)
        return take_color(line, ao, e);
    if (strcmp(line->section, "keys") == 0)
        return take_keys(line, &ao->keys, e);
    return true;
}

void setup_check(struct options *o)
{
    struct settings *s = &o->settings;
    struct app_opts scratch = {.keywords = &o->keywords};
    struct err why;

    for (size_t i = 0; i < s->n; i++) {
        char *name;

        if (take_line(&s->v[i], &scratch, &why))
            continue;
        name = sanitize_name(s->v[i].name);
        settings_complain(s, s->v[i].line, "%s: %s", name, why.msg);
        free(name);
    }
}

/* After setup_check: what is wrong was said. */
static void take_lines(const struct settings *s, struct app_opts *ao)
{
    struct err why;

    for (size_t i = 0; i < s->n; i++)
        take_line(&s->v[i], ao, &why);
}

void setup_take(struct options *o, struct app_opts *ao)
{
    ao->options = o;
    ao->layout = o->layout;
    ao->layout.cols = o->cols > 0 ? o->cols : 0;
    ao->layout.justify = o->justify != CHOICE_NO;
    ao->layout.avoid_orphans = o->avoid_orphans != CHOICE_NO;
    ao->layout.title = true;
    ao->screen.color =
        o->color == WHEN_ALWAYS || (o->color == WHEN_AUTO && streams_have_color());
    ao->screen.mode = (struct glyph_mode){o->ambiguous, GLYPH_FIRST};
    ao->screen.mouse = o->mouse;
    theme_make((enum theme)o->theme, &ao->screen.looks);
    ao->panes = (enum panes)o->panes;
    ao->keywords = &o->keywords;
    ao->fold = o->fold;
    ao->outside = !o->sandbox || o->no_sandbox;
    ao->clipboard = o->clipboard;
    ao->log = o->library.log;
    ao->wrap_titles = o->titles == TITLES_WRAP;
    ao->order = o->order;
    keymap_init(&ao->keys);
    take_lines(&o->settings, ao);
}

static void print_colors(FILE *out)
{
    struct looks looks;

    fprintf(out, "\n[colors]\n# %s\n",
            _("NAME = words of: bold, dim, underline, reverse, a colour, on and a colour"));
    fprintf(out, "# %s\n", _("colours: black, red … white, default (the terminal's), #RRGGBB"));
    theme_make(THEME_AUTO, &looks);
    for (int i = 0; i < STYLE_COUNT; i++) {
        struct strbuf words = {0};

        theme_words(&looks.v[i], &words);
        fprintf(out, "#%s = %s\n", theme_style((enum style)i), words.s);
        strbuf_free(&words);
    }
}

static void print_keys(FILE *out)
{
    struct keymap m;

    fprintf(out, "\n[keys]\n# %s\n", _("ACTION = KEYS, parted by blanks: j, ^F, Space, PgDn, F1"));
    keymap_init(&m);
    for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
        char keys[256];

        keymap_write(&m, (enum action)a, false, keys, sizeof keys);
        fprintf(out, "\n# %s\n#%s = %s\n", keymap_help((enum action)a),
                keymap_name((enum action)a), keys);
    }
}

void setup_print(FILE *out)
{
    print_keys(out);
    print_colors(out);
}

/* Everything that was made of the options is made anew. */
static void apply(struct app *app)
{
    struct app_opts *ao = app->opts;

    setup_take(ao->options, ao);
    app->panes = ao->panes;
    listpane_reorder(&app->list);
    screen_adjust(app->screen, &ao->screen);
    readpane_forget(&app->text);
}

/* What a setting may be: its help. */
static bool tell(const struct option_row *row, struct err *e)
{
    char help[512];

    snprintf(help, sizeof help, "%s", _(row->help));
    for (char *c = help; *c; c++)
        if (*c == '\n')
            *c = ' ';
    return err_set(e, "%s: %s", row->name, help);
}

static const struct option_row *row_named(struct str name, struct err *e)
{
    char *text = xmemdup0(name.s, name.n);
    const struct option_row *row = option_named(text);

    if (!row || !row->preset)
        err_set(e, _("there is no setting “%s”"), text);
    else if (!row->live)
        err_set(e, _("“%s” can only be given when kanbao starts"), text);
    free(text);
    return row && row->preset && row->live ? row : NULL;
}

bool setup_set(struct app *app, struct str text, struct err *e)
{
    size_t n = str_find(text, STR(" "), 0);
    struct reading r = {.o = app->opts->options};
    struct err why = {""};
    const struct option_row *row = row_named(str_sub(text, 0, n), e);
    char *value;
    bool ok;

    if (!row || !r.o)
        return false;
    while (n < text.n && text.s[n] == ' ')
        n++;
    if (n == text.n)
        return tell(row, e);
    value = xmemdup0(text.s + n, text.n - n);
    ok = row->take(row, value, &r, &why);
    free(value);
    if (!ok)
        return err_set(e, "%s: %s", row->name, why.msg);
    apply(app);
    return true;
}

/* The words that a setting may be, up to a NULL; NULL when it is no matter of words. */
static const char *const *words_of(const struct option_row *row)
{
    static const char *const flag_words[] = {"off", "on", NULL};

    return row->arg ? row->words : flag_words;
}

void setup_next(struct app *app, const char *name, struct err *e)
{
    const struct option_row *row = option_named(name);
    const char *const *words = words_of(row);
    const char *at = (const char *)app->opts->options + row->offset;
    int i = row->arg ? *(const int *)at : *(const bool *)at;
    struct strbuf setting = {0};

    i = words[i + 1] ? i + 1 : 0;
    strbuf_addf(&setting, "%s %s", name, words[i]);
    if (setup_set(app, strbuf_str(&setting), e))
        err_set(e, "%s: %s", name, words[i]);
    strbuf_free(&setting);
}

static void offer(const struct option_row *row, const char *word, struct str typed,
                  struct strlist *out)
{
    struct strbuf line = {0};

    strbuf_addf(&line, "%s %s", row->name, word);
    if (str_starts(strbuf_str(&line), typed))
        strlist_add(out, strbuf_str(&line));
    strbuf_free(&line);
}

void setup_complete(struct str typed, struct strlist *out)
{
    bool named = str_find(typed, STR(" "), 0) < typed.n;
    size_t n;
    const struct option_row *rows = option_table(&n);

    for (size_t i = 0; i < n; i++) {
        const char *const *words = words_of(&rows[i]);

        if (!rows[i].name || !rows[i].preset || !rows[i].live)
            continue;
        if (!named)
            offer(&rows[i], "", typed, out);
        for (; named && words && *words; words++)
            offer(&rows[i], *words, typed, out);
    }
}
