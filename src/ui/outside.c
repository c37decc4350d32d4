#include <config.h>

#include "ui/outside.h"

#include "base/i18n.h"
#include "layout/quotation.h"
#include "ui/ask.h"
#include "ui/export.h"

enum { COPY_MAX = 64 << 10 /* bytes; terminals take no more in one sequence */ };

static void save(struct app *app, struct command c, struct str text)
{
    struct strbuf name = {0};

    strbuf_add_str(&name, c.text);
    /* What is there already is replaced by who says so once more. */
    if (export_file(c.text, text, c.action == ACTION_OVERWRITE, &app->message) == EXPORT_EXISTS)
        ask_again(app, (struct command){.action = ACTION_OVERWRITE}, strbuf_str(&name));
    strbuf_free(&name);
}

static void pipe_into(struct app *app, struct str command, struct str text)
{
    screen_lend(app->screen);
    export_pipe(command, text, &app->message);
    screen_take_back(app->screen, _("[kanbao: Enter goes back]"));
}

/* Line ends before the article in its source. */
static bool line_of(const struct app *app, size_t *line, struct err *e)
{
    const struct entry *entry = library_entry(app->lib, app->shown);
    struct source *s = library_source(app->lib, entry->source);
    char piece[8192];
    size_t got = 0;

    *line = 1;
    for (uint64_t off = 0; off < entry->from; off += got) {
        size_t n = entry->from - off < sizeof piece ? (size_t)(entry->from - off) : sizeof piece;

        if (!source_read(s, off, piece, n, &got, e))
            return false;
        if (got == 0)
            break;
        for (size_t i = 0; i < got; i++)
            *line += piece[i] == '\n';
    }
    return true;
}

static void edit(struct app *app)
{
    const struct entry *entry = library_entry(app->lib, app->shown);
    const char *path = source_path(library_source(app->lib, entry->source));
    size_t line;

    if (!path) {
        err_set(&app->message, "%s", _("this text is in no file"));
        return;
    }
    if (!line_of(app, &line, &app->message))
        return;
    screen_lend(app->screen);
    export_edit(path, line, &app->message);
    screen_take_back(app->screen, NULL);
}

/* Says what was copied by its first words. */
static void copy(struct app *app, struct str text)
{
    struct glyph_mode mode = screen_mode(app->screen);
    const struct keymap *keys = &app->opts->keys;
    struct str words = str_sub(text, quotation_lead(text), text.n);
    size_t some = glyph_fit(words, 0, 24, mode, NULL);

    if (!app->opts->clipboard)
        err_set(&app->message, "%s", _("the clipboard is off; :set clipboard on"));
    else if (text.n > COPY_MAX)
        err_set(&app->message, _("too long for the clipboard: over %d KiB"),
                COPY_MAX >> 10);
    else if (!screen_copy(app->screen, text))
        err_set(&app->message, _("no clipboard here: %s saves, %s pipes"),
                keymap_first(keys, ACTION_SAVE).s, keymap_first(keys, ACTION_PIPE).s);
    else
        err_set(&app->message, _("copied: %.*s%s"), (int)some, words.s, some < words.n ? "…" : "");
}

static void take_list(struct app *app, struct command c)
{
    struct strbuf text = {0};

    export_list(app, &text);
    if (c.action == ACTION_SAVE_LIST)
        save(app, c, strbuf_str(&text));
    else
        pipe_into(app, c.text, strbuf_str(&text));
    strbuf_free(&text);
}

static void take_article(struct app *app, struct command c)
{
    struct strbuf text = {0};

    export_article(app, &text);
    if (c.action == ACTION_PIPE)
        pipe_into(app, c.text, strbuf_str(&text));
    else if (c.action == ACTION_COPY_ARTICLE)
        copy(app, strbuf_str(&text));
    else
        save(app, c, strbuf_str(&text));
    strbuf_free(&text);
}

/* Whether there is no article to take; says so. */
static bool lacks_article(struct app *app)
{
    return !app->text.open && !err_set(&app->message, "%s", _("There is no text here."));
}

static bool sandboxed(struct app *app)
{
    return !app->opts->outside &&
           !err_set(&app->message, "%s", _("off in the sandbox (--sandbox)"));
}

bool outside_refused(struct app *app, enum action a)
{
    switch (a) {
    case ACTION_SAVE:
    case ACTION_OVERWRITE:
    case ACTION_PIPE:
    case ACTION_EDIT:
        return sandboxed(app) || lacks_article(app);
    case ACTION_SAVE_LIST:
    case ACTION_PIPE_LIST:
        return sandboxed(app);
    case ACTION_COPY:
    case ACTION_COPY_ARTICLE:
        return lacks_article(app);
    default:
        return false;
    }
}

void outside_do(struct app *app, struct command c)
{
    switch (c.action) {
    case ACTION_COPY:
        copy(app, export_paragraph(app, c.count > 0 ? c.count : 1));
        break;
    case ACTION_EDIT:
        edit(app);
        break;
    case ACTION_SAVE_LIST:
    case ACTION_PIPE_LIST:
        take_list(app, c);
        break;
    default:
        take_article(app, c);
    }
}
