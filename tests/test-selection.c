/* Which articles --print SEL means. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "find/query.h"
#include "find/selection.h"

static struct selection *selection(const char *s)
{
    struct err e;
    struct selection *sel = selection_new(str_of(s), FOLD_DEFAULT, &e);

    if (!sel)
        fail_msg("%s: %s", s, e.msg);
    return sel;
}

/* Expects the selection to name, of 9 articles, those whose digits stand in `expected`. */
static void check_numbers(const char *s, const char *expected)
{
    struct selection *sel = selection(s);
    char found[10] = "";
    size_t n = 0;

    for (size_t i = 1; i <= 9; i++)
        if (selection_has(sel, i, 9, STR("")))
            found[n++] = (char)('0' + i);
    found[n] = '\0';
    assert_string_equal(found, expected);
    selection_free(sel);
}

static void test_numbers(void **state)
{
    (void)state;
    check_numbers("all", "123456789");
    check_numbers("3", "3");
    check_numbers("1,4-6", "1456");
    check_numbers("4-6,1", "1456");
    check_numbers("-1", "9");
    check_numbers("-3--2", "78");
    check_numbers("7--1", "789");
    check_numbers("8--5", "");
    check_numbers("-20-2", "12");
    check_numbers("10", "");
    check_numbers("8-12", "89");
    check_numbers("-10", "");
}

static void test_limits(void **state)
{
    static const struct {
        const char *s;
        bool needs_count;
        size_t last;
    } cases[] = {{"all", false, SIZE_MAX}, {"3", false, 3},           {"7,1-5", false, 7},
                 {"-1", true, SIZE_MAX},   {"2--1", false, SIZE_MAX}, {"2--2", true, SIZE_MAX},
                 {"/x", false, SIZE_MAX}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct selection *sel = selection(cases[i].s);

        assert_int_equal(selection_needs_count(sel), cases[i].needs_count);
        assert_true(selection_last(sel) == cases[i].last);
        selection_free(sel);
    }
}

/* Articles of which none may be selected are not, and the others are those that a list tells. */
static void test_of_some(void **state)
{
    static const char *const all[] = {"3", "1,4-6", "7--1", "-1", "2--1", "1--3", "4--2,9", "/河"};

    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct selection *s = selection(all[i]);

        for (size_t from = 1; from <= 9; from++) {
            bool has = false;

            for (size_t to = from; to <= 9; to++) {
                has |= selection_has(s, to, 9, STR("河边"));
                assert_true(selection_may_have(s, from, to) || !has);
                if (selection_last(s) < SIZE_MAX)
                    assert_int_equal(selection_may_have(s, from, to), has);
            }
        }
        selection_free(s);
    }
}

static void test_by_headline(void **state)
{
    struct selection *sel = selection("/AIGC 应用");

    (void)state;
    assert_true(selection_has(sel, 1, 0, STR("ＡＩＧＣ应用落地")));
    assert_false(selection_has(sel, 1, 0, STR("应用落地")));
    assert_false(selection_has(sel, 1, 0, (struct str){NULL, 0}));
    selection_free(sel);
}

static void test_refuses(void **state)
{
    static const char *const bad[] = {"",
                                      "0",
                                      "1,",
                                      ",1",
                                      "1-",
                                      "--1",
                                      "1,,2",
                                      "a",
                                      "1 ",
                                      "6-4",
                                      "-1-",
                                      "-2--3",
                                      "/",
                                      "/ ",
                                      "+1",
                                      "1.5",
                                      "99999999999999999999",
                                      "ALL"};
    struct err e;

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        e.msg[0] = '\0';
        assert_null(selection_new(str_of(bad[i]), FOLD_DEFAULT, &e));
        assert_true(e.msg[0]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_of_some),
        cmocka_unit_test(test_by_headline),
        cmocka_unit_test(test_refuses),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
