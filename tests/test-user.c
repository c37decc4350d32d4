#include <config.h>

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "user/paths.h"
#include "user/settings.h"

static void set(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

static void check_path(char *got, const char *expected)
{
    if (expected)
        assert_string_equal(got, expected);
    else
        assert_null(got);
    free(got);
}

static void test_paths(void **state)
{
    (void)state;
    set("HOME", "/people/reader");
    set("XDG_CONFIG_HOME", NULL);
    set("XDG_STATE_HOME", "");
    check_path(paths_config(), "/people/reader/.config/kanbao/config");
    check_path(paths_state(), "/people/reader/.local/state/kanbao");
    set("XDG_CONFIG_HOME", "/etc/mine");
    set("XDG_STATE_HOME", "relative/is/ignored");
    check_path(paths_config(), "/etc/mine/kanbao/config");
    check_path(paths_state(), "/people/reader/.local/state/kanbao");
    set("HOME", NULL);
    check_path(paths_config(), "/etc/mine/kanbao/config");
    check_path(paths_state(), NULL);
}

static void test_makes_folders(void **state)
{
    char root[] = "folders-XXXXXX", path[256];
    struct stat st;

    (void)state;
    assert_non_null(mkdtemp(root));
    snprintf(path, sizeof path, "%s/a/b/c", root);
    assert_true(paths_make(path));
    assert_true(paths_make(path));
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    snprintf(path, sizeof path, "%s/a/b/c/file", root);
    assert_int_equal(mknod(path, S_IFREG | 0600, 0), 0);
    strcat(path, "/d");
    assert_false(paths_make(path));
    assert_int_equal(errno, ENOTDIR);
    snprintf(path, sizeof path, "rm -r %s", root);
    assert_int_equal(system(path), 0);
}

static void test_reads_lines(void **state)
{
    const char *path = "lines-of-test-user";
    FILE *f = fopen(path, "w");
    struct settings s = {0};
    struct err e;

    (void)state;
    assert_non_null(f);
    fputs("a = 1\n\n; comment\n# comment\n[sec]\n  b = x = y ; comment\nc =\nd = a;b", f);
    fputs("\n\tlost\n", f);
    fclose(f);
    assert_int_equal(settings_read(path, &s, &e), SETTINGS_READ);
    assert_int_equal(s.n, 4);
    assert_string_equal(s.v[0].section, "");
    assert_string_equal(s.v[1].section, "sec");
    assert_string_equal(s.v[1].name, "b");
    assert_string_equal(s.v[1].value, "x = y");
    assert_int_equal(s.v[1].line, 6);
    assert_string_equal(s.v[2].value, "");
    assert_string_equal(s.v[3].value, "a;b");
    assert_int_equal(s.n_problems, 1);
    assert_int_equal(s.problems[0].line, 9);
    settings_complain(&s, 2, "%s", "second");
    assert_int_equal(s.problems[0].line, 2);
    settings_free(&s);
    unlink(path);
}

static void test_refuses_what_is_no_file(void **state)
{
    struct settings s = {0};
    struct err e;

    (void)state;
    assert_int_equal(settings_read("no-such-file", &s, &e), SETTINGS_NONE);
    assert_int_equal(settings_read("/", &s, &e), SETTINGS_UNREADABLE);
    assert_true(e.msg[0] != '\0');
    unlink("fifo-of-test-user");
    assert_int_equal(mkfifo("fifo-of-test-user", 0600), 0);
    assert_int_equal(settings_read("fifo-of-test-user", &s, &e), SETTINGS_UNREADABLE);
    unlink("fifo-of-test-user");
    assert_int_equal(settings_read("/dev/zero", &s, &e), SETTINGS_UNREADABLE);
    assert_int_equal(settings_read("/dev/null", &s, &e), SETTINGS_READ);
    settings_free(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_makes_folders),
        cmocka_unit_test(test_reads_lines),
        cmocka_unit_test(test_refuses_what_is_no_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
