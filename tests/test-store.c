#include <config.h>

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "store-folder.h"

static void test_reading_touches_nothing(void **state)
{
    struct store_folder *t = *state;
    struct store *s;

    strcat(t->folder, "/none");
    s = store_new(t->folder);
    assert_int_equal(store_article(s, KEY).place, 0);
    assert_int_equal(store_count(s, STORE_BOOKMARK), 0);
    assert_null(store_find(s, STORE_MARK, "a"));
    assert_true(store_save(s, true));
    assert_false(exists(t->folder));
    *strrchr(t->folder, '/') = '\0';
    store_free(s);
}

static void test_without_a_file(void **state)
{
    struct store *s = store_new(NULL);

    (void)state;
    store_set_place(s, KEY, 7);
    put(s, STORE_MARK, "a");
    assert_int_equal(store_article(s, KEY).place, 7);
    assert_int_equal(store_count(s, STORE_MARK), 1);
    assert_int_equal(store_changes(s), STORE_UNCHANGED);
    assert_true(store_save(s, true));
    store_free(s);
}

static void test_keeps_all(void **state)
{
    struct store_folder *t = *state;
    struct store *s = store_new(t->folder);
    const struct store_item *item;
    struct stat st;

    store_set_place(s, KEY, 120);
    assert_int_equal(store_changes(s), STORE_PLACES);
    store_set_read(s, OTHER, true);
    assert_int_equal(store_changes(s), STORE_MORE);
    store_set_place(s, UINT64_MAX, 1);
    put(s, STORE_BOOKMARK, "first");
    put(s, STORE_BOOKMARK, "second");
    put(s, STORE_BOOKMARK, "first");
    put(s, STORE_MARK, "a");
    save(s);
    assert_int_equal(stat(t->file, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    s = reopen(t, s);
    assert_int_equal(store_article(s, KEY).place, 120);
    assert_false(store_article(s, KEY).read);
    assert_true(store_article(s, OTHER).read);
    assert_int_equal(store_article(s, UINT64_MAX).place, 1);
    assert_int_equal(store_count(s, STORE_BOOKMARK), 2);
    item = store_item(s, STORE_BOOKMARK, 0);
    assert_string_equal(item->id, "first");
    assert_string_equal(item->title, "标题");
    assert_string_equal(item->source, "/a/\xFF");
    assert_true(item->article == UINT64_MAX);
    assert_int_equal(item->place, 9);
    store_remove(s, STORE_BOOKMARK, "first");
    store_remove(s, STORE_BOOKMARK, "no such");
    store_set_read(s, OTHER, false);
    save(s);
    s = reopen(t, s);
    assert_int_equal(store_count(s, STORE_BOOKMARK), 1);
    assert_int_equal(store_count(s, STORE_MARK), 1);
    assert_false(store_article(s, OTHER).read);
    store_free(s);
}

static void test_history_has_an_end(void **state)
{
    struct store_folder *t = *state;
    struct store *s = store_new(t->folder);
    char id[16];

    for (int i = 0; i < 700; i++) {
        snprintf(id, sizeof id, "%d", i);
        put(s, STORE_TYPED, id);
        put(s, STORE_BOOKMARK, id);
    }
    save(s);
    s = reopen(t, s);
    assert_int_equal(store_count(s, STORE_TYPED), 500);
    assert_int_equal(store_count(s, STORE_BOOKMARK), 700);
    assert_string_equal(store_item(s, STORE_TYPED, 0)->id, "699");
    assert_string_equal(store_item(s, STORE_TYPED, 499)->id, "200");
    store_free(s);
}

/* What one does not change, another may. */
static void test_two_at_once(void **state)
{
    struct store_folder *t = *state;
    struct store *a, *b;

    make_file(t);
    a = store_new(t->folder);
    b = store_new(t->folder);
    assert_int_equal(store_count(a, STORE_BOOKMARK), 1);
    assert_int_equal(store_count(b, STORE_BOOKMARK), 1);
    put(a, STORE_BOOKMARK, "of a");
    store_set_place(a, KEY, 200);
    put(b, STORE_BOOKMARK, "of b");
    store_remove(b, STORE_BOOKMARK, "kept");
    store_set_read(b, KEY, true);
    save(a);
    save(b);
    a = reopen(t, a);
    assert_int_equal(store_count(a, STORE_BOOKMARK), 2);
    assert_non_null(store_find(a, STORE_BOOKMARK, "of a"));
    assert_non_null(store_find(a, STORE_BOOKMARK, "of b"));
    assert_int_equal(store_article(a, KEY).place, 200);
    assert_true(store_article(a, KEY).read);
    store_free(a);
    store_free(b);
}

/* What another program has saved since is there when the items are read again. */
static void test_refresh(void **state)
{
    struct store_folder *t = *state;
    struct store *a = store_new(t->folder), *b = store_new(t->folder);

    assert_int_equal(store_count(a, STORE_BOOKMARK), 0);
    put(b, STORE_BOOKMARK, "of b");
    save(b);
    store_refresh(a, STORE_BOOKMARK);
    assert_int_equal(store_count(a, STORE_BOOKMARK), 1);
    put(a, STORE_BOOKMARK, "of a");
    store_remove(b, STORE_BOOKMARK, "of b");
    save(b);
    store_refresh(a, STORE_BOOKMARK); /* not what is still to be saved */
    assert_int_equal(store_count(a, STORE_BOOKMARK), 2);
    save(a);
    store_refresh(a, STORE_BOOKMARK);
    assert_int_equal(store_count(a, STORE_BOOKMARK), 1);
    assert_non_null(store_find(a, STORE_BOOKMARK, "of a"));
    shell(t, "echo damage >\"$f\"");
    store_refresh(a, STORE_BOOKMARK); /* nothing that is in memory gets lost */
    assert_int_equal(store_count(a, STORE_BOOKMARK), 1);
    store_free(a);
    store_free(b);
}

/* Many bookmarks by several programs, each saved at once: all are there. */
static void test_many_at_once(void **state)
{
    struct store_folder *t = *state;
    enum { PROGRAMS = 4, EACH = 25 };
    struct store *s;
    char id[32];
    int status;

    for (int p = 0; p < PROGRAMS; p++) {
        if (fork() != 0)
            continue;
        s = store_new(t->folder);
        for (int i = 0; i < EACH; i++) {
            snprintf(id, sizeof id, "%d of %d", i, p);
            put(s, STORE_BOOKMARK, id);
            while (!store_save(s, true))
                continue;
        }
        _exit(0);
    }
    for (int p = 0; p < PROGRAMS; p++) {
        assert_true(wait(&status) > 0);
        assert_int_equal(status, 0);
    }
    assert_false(set_aside(t));
    s = store_new(t->folder);
    assert_int_equal(store_count(s, STORE_BOOKMARK), PROGRAMS * EACH);
    store_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_reading_touches_nothing), TEST(test_without_a_file), TEST(test_keeps_all),
        TEST(test_history_has_an_end),      TEST(test_two_at_once),    TEST(test_many_at_once),
        TEST(test_refresh),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
