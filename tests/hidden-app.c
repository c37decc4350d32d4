#include <config.h>

#include "hidden-app.h"

#include <stdio.h>
#include <string.h>

#include "library/intake.h"
#include "text/utf8.h"
#include "ui/setup.h"
#include "ui/view.h"

/* The options as they are without any, but for what the test has set. */
static void take_options(struct hidden_app *h)
{
    struct app_opts *o = &h->opts;

    h->options = (struct options){
        .cols = -1,
        .fold = FOLD_DEFAULT,
        .sandbox = h->options.sandbox,
        .color = h->options.color == WHEN_ALWAYS ? WHEN_ALWAYS : WHEN_NEVER,
        .ambiguous = o->screen.mode.ambiguous,
        .layout.indent = -1,
        .keywords = h->options.keywords,
        .settings = h->options.settings,
    };
    setup_take(&h->options, o);
}

void hidden_open(struct hidden_app *h, int rows, int cols, const char *const *files)
{
    struct library_opts lo = {.as = TEXT_AUTO, .keys = true};
    struct intake *in = intake_new(NULL);

    intake_watch(in);
    for (; *files; files++)
        intake_add(in, *files);
    hidden_open_library(h, rows, cols, library_new(&lo, in));
}

void hidden_open_library(struct hidden_app *h, int rows, int cols, struct library *lib)
{
    h->lib = lib;
    if (h->opts.screen.mode.ambiguous == 0)
        h->opts.screen.mode = (struct glyph_mode){.ambiguous = 1};
    take_options(h);
    if (!h->store)
        h->store = store_new(NULL);
    h->opts.store = h->store;
    h->screen = screen_open_hidden(rows, cols, &h->opts.screen);
    h->app = app_new(h->lib, h->screen, &h->opts);
    h->left = false;
    while (app_load(h->app))
        continue;
    view_draw(h->app);
}

void hidden_close(struct hidden_app *h)
{
    app_free(h->app);
    screen_close(h->screen);
    store_free(h->store);
    library_free(h->lib);
    keywords_free(&h->options.keywords);
    settings_free(&h->options.settings);
}

void hidden_key(struct hidden_app *h, int key)
{
    if (h->left)
        return;
    h->left = !app_key(h->app, key);
    while (app_work(h->app))
        continue;
    view_draw(h->app);
}

void hidden_mouse(struct hidden_app *h, enum mouse_what what, int row, int col)
{
    app_pointer(h->app, (struct mouse){what, row, col});
    view_draw(h->app);
}

/* The key that is named there, and how long its name is. */
static int named_key(const char *name, size_t *n)
{
    static const struct {
        const char *name;
        int key;
    } names[] = {
        {"<Enter>", KEY_RETURN},
        {"<Esc>", KEY_ESCAPE},
        {"<Tab>", KEY_TAB},
        {"<BackTab>", KEY_BACKTAB},
        {"<BS>", KEY_ERASE},
        {"<Del>", KEY_DELETE},
        {"<Up>", KEY_ARROW_UP},
        {"<Down>", KEY_ARROW_DOWN},
        {"<Left>", KEY_ARROW_LEFT},
        {"<Right>", KEY_ARROW_RIGHT},
        {"<PgUp>", KEY_PAGE_UP},
        {"<PgDn>", KEY_PAGE_DOWN},
        {"<Home>", KEY_TO_HOME},
        {"<End>", KEY_TO_END},
        {"<F1>", KEY_HELP_F1},
        {"<Space>", ' '},
        {"<lt>", '<'},
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        *n = strlen(names[i].name);
        if (strncmp(name, names[i].name, *n) == 0)
            return names[i].key;
    }
    *n = strlen("<C-x>");
    return strncmp(name, "<C-", 3) == 0 && name[3] && name[4] == '>' ? KEY_CONTROL(name[3])
                                                                     : KEY_NOTHING;
}

void hidden_type(struct hidden_app *h, const char *keys)
{
    struct str s = str_of(keys);

    for (size_t off = 0; off < s.n;) {
        size_t n = 0;
        int key = s.s[off] == '<' ? named_key(s.s + off, &n) : KEY_NOTHING;

        if (key == KEY_NOTHING) {
            uint32_t cp;

            n = utf8_get(s, off, &cp);
            key = (int)cp;
        }
        hidden_key(h, key);
        off += n;
    }
}

void hidden_resize(struct hidden_app *h, int rows, int cols)
{
    screen_resize_hidden(h->screen, rows, cols);
    hidden_key(h, KEY_RESIZED);
}

void hidden_read(struct hidden_app *h, bool styles, struct strbuf *out)
{
    struct strbuf letters = {0};

    for (int row = 0; row < screen_rows(h->screen); row++) {
        strbuf_clear(&letters);
        screen_read_row(h->screen, row, out, &letters);
        strbuf_add_char(out, '\n');
        if (styles) {
            strbuf_add_str(out, strbuf_str(&letters));
            strbuf_add_char(out, '\n');
        }
    }
    strbuf_free(&letters);
}
