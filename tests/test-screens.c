/* Keys in, screens out: every tests/screens/NAME.keys is played on a hidden screen, and what it
 * shows must be NAME.screen. Commands, a line each:
 *   file PATH        read that file of the source tree (before `size`)
 *   keyword TEXT     paint it always (before `size`)
 *   config PATH      take its sections [keys] and [colors] (before `size`)
 *   ambiguous 2      how the terminal counts (before `size`)
 *   color            as --color=always (before `size`)
 *   size ROWS COLS   open the screen, or change its size
 *   type KEYS        hidden-app.h says how keys are written
 *   click ROW COL, drag ROW COL, wheel ROW COL (down), from 0
 *   show, styles     append the screen, YYYY-MM-DD in place of today; with letters of its styles
 *   looks            append what the letters look like
 * With SCREENS_UPDATE set the screens are written anew, to be looked at in the difference. */
#include <config.h>

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "hidden-app.h"
#include "term/theme.h"

enum { PATH = 4096, SCRIPTS = 200, FILES = 8 };

struct player {
    struct hidden_app hidden;
    char files[FILES][PATH];
    const char *names[FILES + 1]; /* of `files`, up to a NULL */
    size_t n_files;
    struct strbuf shown;
};

static void set_keyword(struct player *p, const char *text)
{
    struct err e;

    assert_true(keywords_add(&p->hidden.options.keywords, NULL, str_of(text), FOLD_DEFAULT, &e));
}

static void set_config(struct player *p, const char *path)
{
    struct err e;

    assert_int_equal(settings_read(path, &p->hidden.options.settings, &e), SETTINGS_READ);
}

static const char date_shape[] = "YYYY-MM-DD";

static bool is_date(const char *s)
{
    const char *shape = date_shape;

    for (; *shape != '\0'; shape++, s++)
        if (*shape == '-' ? *s != '-' : *s < '0' || *s > '9')
            return false;
    return true;
}

/* What is remembered has the date of the day, which may change between two keys. */
static void mask_dates(struct strbuf *text, size_t from)
{
    for (char *at = text->s + from; *at != '\0'; at++)
        if (is_date(at))
            memcpy(at, date_shape, strlen(date_shape));
}

static void add_screen(struct player *p, bool styles)
{
    size_t from = p->shown.n;

    hidden_read(&p->hidden, styles, &p->shown);
    mask_dates(&p->shown, from);
}

static void add_looks(struct player *p)
{
    for (int i = 0; i < STYLE_COUNT; i++) {
        strbuf_addf(&p->shown, "%c %-14s ", 'A' + i, theme_style((enum style)i));
        screen_read_style(p->hidden.screen, (enum style)i, &p->shown);
        strbuf_add_char(&p->shown, '\n');
    }
}

static void set_size(struct player *p, int rows, int cols)
{
    if (p->hidden.app)
        hidden_resize(&p->hidden, rows, cols);
    else
        hidden_open(&p->hidden, rows, cols, p->names);
}

static void play_line(struct player *p, const char *line)
{
    const char *argument = strchr(line, ' ') ? strchr(line, ' ') + 1 : "";
    int rows, cols;

    if (strncmp(line, "file ", 5) == 0) {
        assert_true(p->n_files < FILES);
        snprintf(p->files[p->n_files], PATH, "%s", argument);
        p->names[p->n_files] = p->files[p->n_files];
        p->n_files++;
    } else if (strncmp(line, "keyword ", 8) == 0) {
        set_keyword(p, argument);
    } else if (strncmp(line, "config ", 7) == 0) {
        set_config(p, argument);
    } else if (strcmp(line, "color") == 0) {
        p->hidden.options.color = WHEN_ALWAYS;
    } else if (strcmp(line, "ambiguous 2") == 0) {
        p->hidden.opts.screen.mode.ambiguous = 2;
    } else if (sscanf(line, "size %d %d", &rows, &cols) == 2) {
        set_size(p, rows, cols);
    } else if (sscanf(line, "click %d %d", &rows, &cols) == 2) {
        hidden_mouse(&p->hidden, MOUSE_PRESS, rows, cols);
        strbuf_addf(&p->shown, "=== %s\n", line);
    } else if (sscanf(line, "drag %d %d", &rows, &cols) == 2) {
        hidden_mouse(&p->hidden, MOUSE_DRAG, rows, cols);
        hidden_mouse(&p->hidden, MOUSE_RELEASE, rows, cols);
    } else if (sscanf(line, "wheel %d %d", &rows, &cols) == 2) {
        hidden_mouse(&p->hidden, MOUSE_WHEEL_DOWN, rows, cols);
    } else if (strncmp(line, "type ", 5) == 0) {
        hidden_type(&p->hidden, argument);
        strbuf_addf(&p->shown, "=== %s\n", argument);
    } else if (strcmp(line, "show") == 0 || strcmp(line, "styles") == 0) {
        add_screen(p, line[1] == 't');
    } else if (strcmp(line, "looks") == 0) {
        add_looks(p);
    } else if (line[0] != '\0' && line[0] != '#') {
        fail_msg("unknown command: %s", line);
    }
}

static void play(const char *path, struct strbuf *shown)
{
    struct player *p = calloc(1, sizeof *p);
    FILE *f = fopen(path, "r");
    char line[PATH];

    assert_non_null(p);
    assert_non_null(f);
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = '\0';
        play_line(p, line);
    }
    fclose(f);
    hidden_close(&p->hidden);
    *shown = p->shown;
    free(p);
}

static void write_file(const char *path, const struct strbuf *text)
{
    FILE *f = fopen(path, "w");

    assert_non_null(f);
    fwrite(text->s, 1, text->n, f);
    assert_int_equal(fclose(f), 0);
}

static void assert_same(const char *path, const struct strbuf *shown)
{
    char expected[PATH], got[PATH];
    FILE *f = fopen(path, "r");
    struct str rest = strbuf_str(shown);

    for (int line = 1; f && fgets(expected, sizeof expected, f); line++) {
        size_t n = str_find(rest, STR("\n"), 0);

        snprintf(got, sizeof got, "%.*s", (int)n, rest.s);
        expected[strcspn(expected, "\n")] = '\0';
        if (strcmp(expected, got) != 0)
            fail_msg("%s:%d: expected\n# %s\n# but the screen shows\n# %s\n"
                     "# (SCREENS_UPDATE=1 writes it anew)",
                     path, line, expected, got);
        rest = str_sub(rest, n < rest.n ? n + 1 : rest.n, rest.n);
    }
    if (f)
        fclose(f);
    assert_true(f && rest.n == 0);
}

static void test_script(void **state)
{
    const char *name = *state;
    char path[PATH];
    struct strbuf shown = {0};

    snprintf(path, sizeof path, "tests/screens/%s", name);
    play(path, &shown);
    memcpy(strrchr(path, '.'), ".screen", sizeof ".screen");
    if (getenv("SCREENS_UPDATE"))
        write_file(path, &shown);
    else
        assert_same(path, &shown);
    strbuf_free(&shown);
}

static int is_script(const struct dirent *d)
{
    const char *dot = strrchr(d->d_name, '.');

    return dot && strcmp(dot, ".keys") == 0;
}

int main(void)
{
    struct CMUnitTest tests[SCRIPTS];
    struct dirent **scripts = NULL;
    const char *source = getenv("srcdir");
    int n, failed;

    if (source && chdir(source) != 0)
        return 1;
    n = scandir("tests/screens", &scripts, is_script, alphasort);
    if (n <= 0 || n > SCRIPTS)
        return 1;
    for (int i = 0; i < n; i++)
        tests[i] =
            (struct CMUnitTest){scripts[i]->d_name, test_script, NULL, NULL, scripts[i]->d_name};
    failed = _cmocka_run_group_tests("screens", tests, (size_t)n, NULL, NULL);
    for (int i = 0; i < n; i++)
        free(scripts[i]);
    free(scripts);
    return failed;
}
