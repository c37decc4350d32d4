#include <config.h>

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>

#include "store-folder.h"

/* The file cannot be used: that is said once, it is set aside unchanged, and a new one is made. */
static void check_set_aside(const struct store_folder *t, const char *made_by)
{
    struct store *s = store_new(t->folder);
    struct err e;

    assert_int_equal(store_article(s, KEY).place, 0);
    assert_int_equal(store_count(s, STORE_BOOKMARK), 0);
    if (!store_problem(s, &e) || !strstr(e.msg, "set aside"))
        fail_msg("%s: %s", made_by, e.msg);
    assert_false(store_problem(s, &e));
    assert_true(set_aside(t));
    assert_false(exists(t->file));
    store_set_place(s, KEY, 5);
    save(s);
    s = reopen(t, s);
    assert_int_equal(store_article(s, KEY).place, 5);
    assert_false(store_problem(s, &e));
    store_free(s);
}

static void test_sets_aside_what_is_no_state(void **state)
{
    struct store_folder *t = *state;
    static const char *const makers[] = {
        "head -c 10000 /dev/zero >$f",
        "echo 'This is not a database, and quite a long text at that.' >$f",
        "seq 1 100000 >$f",
        "mkdir $f",
        "mkdir $f && touch $f/full",
        "mkfifo $f",
        "ln -s /etc/passwd $f",
        "ln -s $f $f",
        "echo 'precious' >$f.linked && ln -s $PWD/$f.linked $f",
        "truncate -s 6G $f",
        "printf 'SQLite format 3\\0' >$f",
    };
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++) {
        shell(t, "rm -rf $f*");
        shell(t, makers[i]);
        check_set_aside(t, makers[i]);
    }
}

static void test_what_was_set_aside_stays(void **state)
{
    struct store_folder *t = *state;
    shell(t, "echo one >$f; echo two >$f.bad");
    check_set_aside(t, "echo");
    shell(t, "test $(cat $f.bad) = two && test $(cat $f.bad2) = one");
}

static void test_empty_file_is_filled(void **state)
{
    struct store_folder *t = *state;
    struct err e;
    struct store *s;

    shell(t, ": >$f");
    make_file(t);
    assert_false(set_aside(t));
    s = store_new(t->folder);
    assert_int_equal(store_article(s, KEY).place, 120);
    assert_false(store_problem(s, &e));
    store_free(s);
}

/* Reads all, saves, and finds what it saved. */
static void use(const struct store_folder *t)
{
    struct store *s = store_new(t->folder);
    struct err e;

    store_article(s, KEY);
    for (int kind = 0; kind < STORE_KINDS; kind++)
        for (size_t i = 0; i < store_count(s, (enum store_kind)kind); i++)
            assert_non_null(store_item(s, (enum store_kind)kind, i)->title);
    store_set_place(s, OTHER, 77);
    put(s, STORE_BOOKMARK, "new");
    if (!store_save(s, true)) {
        /* Its version was damaged to a higher one. */
        assert_true(store_problem(s, &e));
        assert_non_null(strstr(e.msg, "newer"));
        store_free(s);
        return;
    }
    s = reopen(t, s);
    assert_int_equal(store_article(s, OTHER).place, 77);
    assert_non_null(store_find(s, STORE_BOOKMARK, "new"));
    store_free(s);
}

static size_t read_file(const struct store_folder *t, char *bytes, size_t size)
{
    FILE *f = fopen(t->file, "r");
    size_t n;

    assert_non_null(f);
    n = fread(bytes, 1, size, f);
    fclose(f);
    return n;
}

static void write_file(const struct store_folder *t, const char *bytes, size_t n)
{
    FILE *f = fopen(t->file, "w");

    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    fclose(f);
}

static void test_damaged_files(void **state)
{
    struct store_folder *t = *state;
    static char good[65536], bad[65536];
    size_t n;
    unsigned seed = 1;

    make_file(t);
    n = read_file(t, good, sizeof good);
    assert_true(n > 4096 && n < sizeof good);
    for (size_t cut = 0; cut < n; cut += cut < 120 ? 13 : 509) {
        shell(t, "rm -rf $f*");
        write_file(t, good, cut);
        use(t);
    }
    for (int i = 0; i < 100; i++) {
        memcpy(bad, good, n);
        for (int k = 0; k < 1 + i % 20; k++)
            bad[(size_t)rand_r(&seed) % (i % 2 ? n : 200)] = (char)rand_r(&seed);
        shell(t, "rm -rf $f*");
        write_file(t, bad, n);
        use(t);
    }
}

static void test_other_programs_and_versions(void **state)
{
    struct store_folder *t = *state;
    static char bytes[65536];
    size_t n;
    struct store *s;
    struct err e;

    make_file(t);
    n = read_file(t, bytes, sizeof bytes);
    bytes[63] = 9; /* its user_version */
    write_file(t, bytes, n);
    s = store_new(t->folder);
    assert_int_equal(store_article(s, KEY).place, 0);
    assert_true(store_problem(s, &e));
    assert_non_null(strstr(e.msg, "newer"));
    store_set_place(s, KEY, 5);
    assert_false(store_save(s, true));
    assert_true(store_problem(s, &e));
    assert_false(set_aside(t));
    store_free(s);
    bytes[63] = 1;
    bytes[71] = 9; /* its application_id */
    write_file(t, bytes, n);
    check_set_aside(t, "another program");
}

/* What cannot be read just now is not "none": it is neither set aside nor written over. */
static void test_file_that_cannot_be_opened_now(void **state)
{
    struct store_folder *t = *state;
    struct rlimit limit, none;
    struct store *s;
    struct err e;

    make_file(t);
    s = store_new(t->folder);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &limit), 0);
    none = limit;
    none.rlim_cur = 0;
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    assert_int_equal(store_article(s, KEY).place, 0);
    store_set_place(s, OTHER, 3);
    put(s, STORE_BOOKMARK, "new");
    assert_false(store_save(s, false));
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
    assert_true(store_problem(s, &e));
    assert_false(store_problem(s, &e));
    assert_false(store_save(s, false));
    save(s);
    assert_false(set_aside(t));
    s = reopen(t, s);
    assert_int_equal(store_article(s, KEY).place, 120);
    assert_int_equal(store_article(s, OTHER).place, 3);
    assert_int_equal(store_count(s, STORE_BOOKMARK), 2);
    store_free(s);
}

static void test_folder_that_cannot_be_made(void **state)
{
    struct store_folder *t = *state;
    struct store *s;
    struct err e;

    shell(t, "touch ${f%/*}/file");
    strcat(t->folder, "/file/state");
    s = store_new(t->folder);
    assert_int_equal(store_article(s, KEY).place, 0);
    store_set_place(s, KEY, 3);
    assert_false(store_save(s, true));
    assert_true(store_problem(s, &e));
    assert_non_null(strstr(e.msg, t->folder));
    store_free(s);
    t->folder[strlen(t->folder) - strlen("/file/state")] = '\0';
}

static void test_file_that_goes_meanwhile(void **state)
{
    struct store_folder *t = *state;
    struct store *s;

    make_file(t);
    s = store_new(t->folder);
    assert_int_equal(store_article(s, KEY).place, 120);
    assert_int_equal(store_count(s, STORE_BOOKMARK), 1);
    shell(t, "rm $f");
    store_set_place(s, OTHER, 3);
    save(s);
    s = reopen(t, s);
    assert_int_equal(store_article(s, KEY).place, 120);
    assert_int_equal(store_article(s, OTHER).place, 3);
    assert_int_equal(store_count(s, STORE_BOOKMARK), 1);
    store_free(s);
}

static void test_odd_journal_is_left_alone(void **state)
{
    struct store_folder *t = *state;
    struct store *s;
    struct err e;

    make_file(t);
    shell(t, "mkfifo $f-journal");
    s = store_new(t->folder);
    assert_int_equal(store_article(s, KEY).place, 0);
    assert_true(store_problem(s, &e));
    shell(t, "rm $f-journal");
    s = reopen(t, s);
    assert_int_equal(store_article(s, KEY).place, 120);
    store_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_sets_aside_what_is_no_state), TEST(test_what_was_set_aside_stays),
        TEST(test_empty_file_is_filled),        TEST(test_damaged_files),
        TEST(test_other_programs_and_versions), TEST(test_file_that_cannot_be_opened_now),
        TEST(test_folder_that_cannot_be_made),  TEST(test_file_that_goes_meanwhile),
        TEST(test_odd_journal_is_left_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
