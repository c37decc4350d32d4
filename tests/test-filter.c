#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "find/filter.h"
#include "find/query.h"

static const struct filter_subject subject = {
    .title = {"徐汇建设新城", 18},
    .byline = {"本报记者 张三", 19},
    .source = {"news-2024.txt", 13},
    .body = {"河边的路修好了", 21},
};

static bool has(const char *typed)
{
    struct filter *f = filter_new(str_of(typed), FOLD_DEFAULT);
    bool found;

    assert_non_null(f);
    found = filter_has(f, &subject);
    filter_free(f);
    return found;
}

static void test_words(void **state)
{
    (void)state;
    assert_true(has("建设"));
    assert_true(has("建设 张三"));
    assert_true(has("  NEWS   新城 "));
    assert_false(has("建设 李四"));
    assert_false(has("河边"));
}

static void test_fields(void **state)
{
    (void)state;
    assert_true(has("title:建设 by:张三 source:2024 body:河边"));
    assert_false(has("by:建设"));
    assert_false(has("title:张三"));
    assert_false(has("body:建设"));
}

static void test_readings(void **state)
{
    (void)state;
    assert_true(has("xhjs"));
    assert_true(has("xuhui zs"));
    assert_true(has("by:zs"));
    assert_false(has("title:zs"));
    assert_false(has("body:hbd"));
}

static void test_nothing(void **state)
{
    (void)state;
    assert_null(filter_new(STR(""), FOLD_DEFAULT));
    assert_null(filter_new(STR("  "), FOLD_DEFAULT));
    assert_null(filter_new(STR("title: by:"), FOLD_DEFAULT));
}

static void test_bodies(void **state)
{
    struct filter *a = filter_new(STR("建设 body:河"), FOLD_DEFAULT);
    struct filter *b = filter_new(STR("建设 河"), FOLD_DEFAULT | QUERY_REGEXP);

    (void)state;
    assert_true(filter_needs_body(a));
    assert_false(filter_needs_body(b));
    filter_free(a);
    filter_free(b);
}

static bool narrows(const char *a, const char *b)
{
    struct filter *wider = filter_new(str_of(a), FOLD_DEFAULT);
    struct filter *narrower = filter_new(str_of(b), FOLD_DEFAULT);
    bool found = filter_narrows(wider, narrower);

    filter_free(wider);
    filter_free(narrower);
    return found;
}

static void test_narrowing(void **state)
{
    (void)state;
    assert_true(narrows("建", "建设"));
    assert_true(narrows("建", "建设 xh"));
    assert_true(narrows("xh", "xhj"));
    assert_true(narrows("by:x", "by:xh"));
    assert_false(narrows("建设", "建"));
    assert_false(narrows("建 x", "建"));
    assert_false(narrows("by", "by:x"));
    assert_false(narrows("徐", "徐h")); /* the reading has 徐 in other forms too */
    assert_false(narrows("か", "か\u3099"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),    cmocka_unit_test(test_fields),
        cmocka_unit_test(test_readings), cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_bodies),   cmocka_unit_test(test_narrowing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
