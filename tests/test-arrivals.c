/* What happens in folders while they are open: files that arrive are found when they are whole, and
 * come into the list; files that change are told of. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/clock.h"
#include "hidden-app.h"
#include "scratch.h"
#include "text/folder.h"
#include "ui/around.h"
#include "ui/sources.h"
#include "ui/state.h"

enum { LONG_MS = 60000 };

/* --- the folders */

/* A folder that has been walked through. */
static struct watch *walk(const char *name)
{
    char *path = scratch_path(name);
    struct watch *w = watch_new();
    struct folder *f = folder_open(path, w);
    struct err e;

    free(path);
    while ((path = folder_next(f, &e)))
        free(path);
    folder_free(f);
    return w;
}

/* A round, after which exactly these (parted by blanks) have arrived below the scratch folder. */
static void check_round(struct watch *w, const char *expected)
{
    struct strbuf names = {0};
    char *folder = scratch_path("");

    assert_true(watch_look(w, LONG_MS));
    while (watch_arrived(w) > 0) {
        char *path = watch_next(w);

        strbuf_addf(&names, "%s%s", names.n > 0 ? " " : "", path + strlen(folder));
        free(path);
    }
    strbuf_add_char(&names, '\0');
    assert_string_equal(names.s, expected);
    strbuf_free(&names);
    free(folder);
}

static void test_arrive(void **state)
{
    struct watch *w;

    (void)state;
    scratch_shell("mkdir -p f/old; echo 看 >f/1; echo 看 >f/old/1; echo 看 >f/.hidden");
    w = walk("f/");
    check_round(w, "");
    scratch_shell("echo 看 >f/10; echo 看 >f/2; echo 看 >f/old/2; echo 看 >f/.new; mkfifo f/pipe");
    check_round(w, ""); /* they may still be being written */
    check_round(w, "f/2 f/10 f/old/2");
    check_round(w, "");
    watch_free(w);
}

static void test_written(void **state)
{
    struct watch *w;

    (void)state;
    scratch_shell("mkdir g");
    w = walk("g");
    scratch_shell("touch g/page");
    check_round(w, "");
    check_round(w, ""); /* it is empty */
    scratch_shell("echo 看 >>g/page");
    check_round(w, "");
    scratch_shell("echo 报 >>g/page");
    check_round(w, "");
    check_round(w, "g/page");
    scratch_shell("echo 人 >>g/page"); /* a change, and no arrival */
    check_round(w, "");
    check_round(w, "");
    watch_free(w);
}

static void test_vanish(void **state)
{
    struct watch *w;

    (void)state;
    scratch_shell("mkdir -p h/sub; echo 看 >h/sub/1");
    w = walk("h");
    scratch_shell("echo 看 >h/page");
    check_round(w, "");
    scratch_shell("mv h/page page");
    check_round(w, "");
    scratch_shell("mv page h/page");
    check_round(w, "");
    check_round(w, "h/page");
    scratch_shell("rm -r h/sub");
    check_round(w, "");
    scratch_shell("mkdir h/sub; echo 看 >h/sub/1; echo 看 >h/sub/2");
    check_round(w, "");
    check_round(w, "h/sub/2"); /* the other one is that of before, changed */
    watch_free(w);
}

static void test_new_folder(void **state)
{
    struct watch *w;

    (void)state;
    scratch_shell("mkdir i");
    w = walk("i");
    scratch_shell("mkdir -p i/a/b; echo 看 >i/a/b/1; ln -s .. i/a/loop; ln -s b/1 i/a/link;"
                  " ln -s nowhere i/a/broken");
    check_round(w, "");
    check_round(w, "i/a/b/1 i/a/link");
    check_round(w, "");
    watch_free(w);
}

/* More names than the set of those known begins with. */
static void test_many(void **state)
{
    struct watch *w;

    (void)state;
    scratch_shell("mkdir j; cd j; for i in $(seq 300); do echo 看 >$i; done");
    w = walk("j");
    check_round(w, "");
    scratch_shell("cd j; for i in $(seq 301 600); do echo 看 >$i; done");
    check_round(w, "");
    assert_true(watch_look(w, LONG_MS));
    assert_int_equal(watch_arrived(w), 300);
    for (int i = 301; i <= 600; i++) {
        char *path = watch_next(w);

        assert_int_equal(strtol(strrchr(path, '/') + 1, NULL, 10), i);
        free(path);
    }
    watch_free(w);
}

/* --- the reader */

static bool shows(struct hidden_app *h, const char *words)
{
    struct strbuf screen = {0};
    bool found;

    hidden_resize(h, 12, 100);
    hidden_read(h, false, &screen);
    found = strstr(screen.s, words) != NULL;
    strbuf_free(&screen);
    return found;
}

/* As the loop does while no key comes, for some rounds, however slowly they go. */
static void idle(struct hidden_app *h)
{
    struct around *a = &h->app->around;

    for (int rounds = 0; rounds < 4 || a->source > 0;) {
        a->due = 0;
        sources_look(h->app);
        around_look(h->app);
        rounds += a->due - clock_ms() > SOURCES_LOOK_MS / 2;
        while (!h->app->loaded)
            app_load(h->app);
        while (app_work(h->app))
            continue;
    }
}

static void open_folder(struct hidden_app *h, const char *name)
{
    char *path = scratch_path(name);
    const char *files[] = {path, NULL};

    *h = (struct hidden_app){0};
    hidden_open(h, 12, 100, files);
    free(path);
}

#define PAGE(n) "printf '第%s篇报道\\n\\n　　第%s篇报道的正文说的是河边的老人。\\n' " n " " n

static void test_list(void **state)
{
    struct hidden_app h;
    size_t place;

    (void)state;
    scratch_shell("mkdir k; for i in 10 20 30; do " PAGE("$i") " >k/$i; done;"
                  " for i in $(seq 40); do printf '\\n　　他又看了看水位。\\n'; done >>k/20;"
                  " printf '\\211PNG\\r\\n\\032\\n' >k/image");
    open_folder(&h, "k");
    idle(&h);
    assert_int_equal(library_count(h.lib), 3);
    assert_false(shows(&h, "new article"));
    hidden_type(&h, "j<Enter>j");
    place = h.app->text.place;
    assert_true(place > 0);
    scratch_shell("for i in 1 2; do " PAGE("$i") " >k/$i; done; cp k/image k/other");
    idle(&h);
    assert_int_equal(library_count(h.lib), 5);
    assert_int_equal(h.app->shown, 1);
    assert_int_equal(h.app->text.place, place);
    assert_true(shows(&h, "2 new articles"));
    scratch_shell(PAGE("3") " >k/3");
    idle(&h);
    assert_true(shows(&h, "3 new articles"));
    hidden_type(&h, "<Tab>G");
    assert_false(shows(&h, "new article"));
    assert_true(shows(&h, "第3篇报道的正文"));
    scratch_shell(PAGE("4") " >k/4");
    idle(&h);
    assert_true(shows(&h, "1 new article "));
    assert_true(shows(&h, "第3篇报道的正文"));
    hidden_close(&h);
}

/* What the prompt hid is said when it is gone. */
static void test_prompt(void **state)
{
    struct hidden_app h;

    (void)state;
    scratch_shell("mkdir p; for i in 1 2; do " PAGE("$i") " >p/$i; done");
    open_folder(&h, "p");
    hidden_type(&h, "/老人");
    scratch_shell(PAGE("3") " >p/3");
    idle(&h);
    assert_false(shows(&h, "new article"));
    hidden_type(&h, "<C-u><Esc>");
    assert_true(shows(&h, "1 new article"));
    hidden_type(&h, "j");
    assert_false(shows(&h, "new article"));
    hidden_close(&h);
}

/* Also where the list puts the new ones first. */
static void test_selection(void **state)
{
    struct hidden_app h;

    (void)state;
    scratch_shell("mkdir l; for i in 1 2; do " PAGE("$i") " >l/$i; done; touch -d 2001-01-01 l/?");
    open_folder(&h, "l");
    hidden_type(&h, ":set sort date<Enter>");
    scratch_shell(PAGE("3") " >l/3");
    idle(&h);
    assert_int_equal(library_count(h.lib), 3);
    assert_int_equal(listpane_article(&h.app->list, 0), 2);
    assert_int_equal(listpane_selected(&h.app->list), 0);
    assert_true(shows(&h, "第1篇报道的正文"));
    hidden_close(&h);
}

static void test_changes(void **state)
{
    struct hidden_app h;

    (void)state;
    scratch_shell("mkdir m; for i in 1 2 3 4; do " PAGE("$i") " >m/$i; done");
    open_folder(&h, "m");
    hidden_type(&h, "2G");
    idle(&h);
    assert_false(shows(&h, "changed"));
    scratch_shell(PAGE("11") " >>m/1; touch -d 2001-01-01 m/3; rm m/4");
    idle(&h);
    assert_true(shows(&h, "2 files have changed; R reads them"));
    hidden_type(&h, "<Esc>");
    idle(&h);
    assert_false(shows(&h, "changed"));
    hidden_type(&h, "R");
    assert_true(shows(&h, "and others: were read again"));
    assert_true(shows(&h, "第11篇报道"));
    assert_true(shows(&h, "第2篇报道的正文"));
    assert_int_equal(h.app->shown, 2);
    idle(&h);
    assert_false(shows(&h, "have changed"));
    hidden_close(&h);
}

/* Of those that have vanished it is said when they are opened, whether their files are still open
 * or not. */
static void test_vanished(void **state)
{
    struct hidden_app h;

    (void)state;
    scratch_shell("mkdir n; for i in $(seq 40); do " PAGE("$i") " >n/$i; done");
    open_folder(&h, "n");
    scratch_shell("rm n/2 n/40");
    idle(&h);
    assert_false(shows(&h, "cannot be opened"));
    hidden_type(&h, "G");
    idle(&h);
    assert_true(shows(&h, "40: is not on the disk any more"));
    hidden_type(&h, "2G");
    assert_true(shows(&h, "2: cannot be opened: No such file"));
    hidden_type(&h, "j");
    assert_true(shows(&h, "第3篇报道的正文"));
    hidden_close(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arrive),     cmocka_unit_test(test_written),
        cmocka_unit_test(test_vanish),     cmocka_unit_test(test_new_folder),
        cmocka_unit_test(test_many),       cmocka_unit_test(test_list),
        cmocka_unit_test(test_selection),  cmocka_unit_test(test_changes),
        cmocka_unit_test(test_vanished),   cmocka_unit_test(test_prompt),
    };

    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
