/* What is there again when the reader is started anew: the place in every article, whatever became
 * of the window and of the file, and what was typed. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "hidden-app.h"
#include "scratch.h"
#include "term/key.h"
#include "ui/state.h"

enum { THIRD = 2 /* article of the sample page */ };

static char *sample; /* its absolute path */

/* Starts on one or two files of the scratch folder. */
static void start_with(struct hidden_app *h, enum welcome welcome, int rows, int cols,
                       const char *one, const char *two)
{
    char *paths[] = {scratch_path(one), two ? scratch_path(two) : NULL, NULL};
    char *folder = scratch_path("state");

    *h = (struct hidden_app){.store = store_new(folder), .opts.welcome = welcome};
    store_count(h->store, STORE_SOURCE); /* which tells main whom to welcome */
    hidden_open(h, rows, cols, (const char *const *)paths);
    free(folder);
    free(paths[0]);
    free(paths[1]);
}

static void start(struct hidden_app *h, int rows, int cols, const char *one, const char *two)
{
    start_with(h, WELCOME_BACK, rows, cols, one, two);
}

/* Leaves, and saves what is left to be saved. */
static void leave(struct hidden_app *h)
{
    struct store *store = h->store;

    h->store = NULL;
    hidden_close(h);
    assert_true(store_save(store, true));
    store_free(store);
}

/* A fresh folder with the sample page under that name. */
static int begin(void **state)
{
    char *path = scratch_path("a.txt");
    struct strbuf command = {0};

    (void)state;
    strbuf_addf(&command, "rm -rf state b; cp '%s' '%s'", sample, path);
    scratch_shell(command.s);
    strbuf_free(&command);
    free(path);
    return 0;
}

/* Reads the third article to its second page, in that size; returns the place. */
static size_t read_third(int rows, int cols)
{
    struct hidden_app h;
    size_t place;

    start(&h, rows, cols, "a.txt", NULL);
    hidden_type(&h, "3G<Enter><Space>");
    place = h.app->text.place;
    assert_int_equal(h.app->shown, THIRD);
    assert_true(place > 0);
    leave(&h);
    return place;
}

/* The article is shown from that place on, or as much behind it as there is. */
static void assert_shows(struct hidden_app *h, size_t place)
{
    const struct readpane *p = &h->app->text;
    size_t row;

    hidden_key(h, KEY_RETURN);
    row = layout_row_at(p->layout, place);
    assert_int_equal(p->place, place);
    if (p->pages)
        assert_int_equal(pages_of_row(p->pages, row), p->top);
    else
        assert_true(row >= p->top && row < p->top + (size_t)p->pane.rect.rows);
}

static void test_place_in_every_size(void **state)
{
    static const int sizes[][2] = {{24, 80}, {12, 40}, {50, 200}, {3, 10}, {12, 60}};
    size_t place = read_third(12, 80);

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct hidden_app h;

        start(&h, sizes[i][0], sizes[i][1], "a.txt", NULL);
        assert_int_equal(h.app->shown, THIRD);
        assert_shows(&h, place);
        leave(&h);
    }
}

/* Who names no file goes on in the text; who names it chooses in the list. */
static void test_reads_on(void **state)
{
    read_third(12, 40);

    (void)state;
    for (int named = 0; named < 2; named++) {
        struct hidden_app h;

        start_with(&h, named ? WELCOME_BACK : WELCOME_READ_ON, 12, 40, "a.txt", NULL);
        assert_int_equal(h.app->shown, THIRD);
        assert_ptr_equal(h.app->base, named ? &h.app->list.pane : &h.app->text.pane);
        leave(&h);
    }
}

static void test_every_article_has_its_own(void **state)
{
    size_t place = read_third(12, 80);
    struct hidden_app h;

    (void)state;
    start(&h, 12, 80, "a.txt", NULL);
    hidden_type(&h, "J<Enter>jj");
    leave(&h);
    start(&h, 12, 60, "a.txt", NULL);
    assert_int_equal(h.app->shown, THIRD + 1);
    assert_true(h.app->text.place > 0);
    hidden_type(&h, "K");
    assert_shows(&h, place);
    leave(&h);
}

/* Another name, another folder, another file before it. */
static void test_moved_file(void **state)
{
    size_t place = read_third(12, 80);
    struct hidden_app h;
    size_t moved;

    (void)state;
    start(&h, 12, 80, "a.txt", NULL);
    hidden_type(&h, "M");
    leave(&h);
    scratch_shell("mkdir b && mv a.txt b/moved.txt && printf '第一行。\\n' >b/before.txt");
    start(&h, 24, 80, "b/before.txt", "b/moved.txt");
    moved = library_count(h.lib) - 4 + THIRD;
    assert_true(reading_has_read(h.app, moved));
    hidden_key(&h, 'g');
    for (size_t i = 0; i < moved; i++)
        hidden_key(&h, 'j');
    assert_int_equal(h.app->shown, moved);
    assert_shows(&h, place);
    leave(&h);
}

/* An article above it was cut out of the file. */
static void test_other_order(void **state)
{
    size_t place = read_third(12, 80);
    struct hidden_app h;

    (void)state;
    scratch_shell("awk '/区水务局局长谈/ {cut = 1} /^停刊十七年/ {cut = 0} !cut' a.txt >b && mv b a.txt");
    start(&h, 24, 80, "a.txt", NULL);
    assert_int_equal(library_count(h.lib), 3);
    assert_int_equal(h.app->shown, THIRD - 1);
    assert_shows(&h, place);
    leave(&h);
}

static void test_what_was_typed(void **state)
{
    struct hidden_app h;

    (void)state;
    start(&h, 12, 80, "a.txt", NULL);
    hidden_type(&h, "/社区<Enter>/河<Enter>:set width 30<Enter>");
    leave(&h);
    start(&h, 12, 40, "a.txt", NULL);
    hidden_type(&h, "/<Up>");
    assert_string_equal(h.app->prompt.text.s, "河");
    hidden_type(&h, "<Up>");
    assert_string_equal(h.app->prompt.text.s, "社区");
    hidden_type(&h, "<Esc>:<Up>");
    assert_string_equal(h.app->prompt.text.s, "set width 30");
    hidden_type(&h, "<Esc>");
    leave(&h);
}

static void test_marks_and_bookmarks(void **state)
{
    struct hidden_app h;
    size_t place;

    (void)state;
    start(&h, 12, 80, "a.txt", NULL);
    hidden_type(&h, "3G<Enter><Space>maa");
    place = h.app->text.place;
    hidden_type(&h, "1Gg");
    leave(&h);
    start(&h, 12, 40, "a.txt", NULL);
    hidden_type(&h, "1G'a");
    assert_int_equal(h.app->shown, THIRD);
    assert_shows(&h, place);
    hidden_type(&h, "1GB<Enter>");
    assert_int_equal(h.app->shown, THIRD);
    assert_shows(&h, place);
    leave(&h);
}

/* A bookmark that another program saves meanwhile is in the list. */
static void test_bookmark_of_another(void **state)
{
    struct hidden_app h, other;

    (void)state;
    start(&h, 12, 80, "a.txt", NULL);
    hidden_type(&h, "aB<Esc>");
    assert_int_equal(store_count(h.store, STORE_BOOKMARK), 1);
    assert_true(store_save(h.store, false));
    start(&other, 12, 80, "a.txt", NULL);
    hidden_type(&other, "3G<Enter>a");
    leave(&other);
    assert_int_equal(store_count(h.store, STORE_BOOKMARK), 1);
    hidden_type(&h, "B");
    assert_int_equal(store_count(h.store, STORE_BOOKMARK), 2);
    leave(&h);
}

/* That the state is damaged is told before anything is done. */
static void test_damaged_state(void **state)
{
    struct hidden_app h;

    (void)state;
    scratch_shell("mkdir state && echo damage >state/state.db");
    start(&h, 12, 80, "a.txt", NULL);
    assert_non_null(strstr(h.app->message.msg, "set aside"));
    leave(&h);
}

/* Where the list would hide a text that is a single article, the text is what is shown; a key may
 * have asked for something else by the time that it is read. */
static void test_single_article(void **state)
{
    struct hidden_app h;

    (void)state;
    scratch_shell("mkdir b && printf '第一行。\\n' >b/one.txt");
    start(&h, 12, 40, "b/one.txt", NULL);
    assert_ptr_equal(state_focus(h.app), &h.app->text.pane);
    hidden_key(&h, KEY_RESIZED);
    leave(&h);
    start(&h, 12, 40, "a.txt", NULL);
    assert_ptr_equal(state_focus(h.app), &h.app->list.pane);
    leave(&h);
    start(&h, 24, 80, "b/one.txt", NULL);
    assert_ptr_equal(state_focus(h.app), &h.app->list.pane);
    leave(&h);
}

/* A file that was read can be opened from another one. */
static void test_history(void **state)
{
    size_t place = read_third(12, 80);
    struct hidden_app h;

    (void)state;
    scratch_shell("mkdir b && printf '第一行。\\n' >b/other.txt");
    start(&h, 12, 80, "b/other.txt", NULL);
    hidden_type(&h, "O<Enter>");
    while (app_load(h.app))
        continue;
    hidden_key(&h, KEY_RESIZED);
    assert_int_equal(library_sources(h.lib), 2);
    assert_string_equal(source_name(library_source(h.lib, 1)) +
                            strlen(source_name(library_source(h.lib, 1))) - strlen("a.txt"),
                        "a.txt");
    assert_shows(&h, place);
    leave(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_place_in_every_size, begin),
        cmocka_unit_test_setup(test_reads_on, begin),
        cmocka_unit_test_setup(test_every_article_has_its_own, begin),
        cmocka_unit_test_setup(test_moved_file, begin),
        cmocka_unit_test_setup(test_other_order, begin),
        cmocka_unit_test_setup(test_what_was_typed, begin),
        cmocka_unit_test_setup(test_marks_and_bookmarks, begin),
        cmocka_unit_test_setup(test_bookmark_of_another, begin),
        cmocka_unit_test_setup(test_damaged_state, begin),
        cmocka_unit_test_setup(test_single_article, begin),
        cmocka_unit_test_setup(test_history, begin),
    };
    const char *source = getenv("srcdir");
    int failed;

    if (source && chdir(source) != 0)
        return 1;
    sample = realpath("data/sample.txt", NULL);
    failed = cmocka_run_group_tests(tests, scratch_begin, scratch_end);
    free(sample);
    return failed;
}
