#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/bytes.h"
#include "base/base64.h"
#include "base/err.h"
#include "base/str.h"
#include "base/xalloc.h"

static void test_xgrow_keeps_content_and_doubles(void **state)
{
    size_t cap = 0;
    int *v = NULL;

    (void)state;
    for (size_t n = 0; n < 1000; n++) {
        v = xgrow(v, &cap, n + 1, sizeof *v);
        assert_true(cap > n);
        v[n] = (int)n;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(v[i], i);
    assert_int_equal(cap, 1024);
    free(v);
}

static void test_xgrow_takes_what_is_needed_at_once(void **state)
{
    size_t cap = 0;
    char *p = xgrow(NULL, &cap, 0, 1);

    (void)state;
    assert_non_null(p);
    p = xgrow(p, &cap, 5000, 1);
    assert_true(cap >= 5000);
    memset(p, 'x', cap);
    free(p);
}

static void test_xalloc_of_nothing(void **state)
{
    void *a = xmalloc(0);
    void *b = xcalloc(0, 0);
    char *c = xmemdup0(NULL, 0);

    (void)state;
    assert_non_null(a);
    assert_non_null(b);
    assert_string_equal(c, "");
    a = xrealloc(a, 0);
    assert_non_null(a);
    free(a);
    free(b);
    free(c);
}

static void test_xmemdup0_ends_the_copy(void **state)
{
    char *p = xmemdup0("报纸一张", 6);

    (void)state;
    assert_string_equal(p, "报纸");
    free(p);
}

static void test_str_views(void **state)
{
    struct str s = STR("新华社北京");
    struct str none = {NULL, 0};

    (void)state;
    assert_int_equal(s.n, 15);
    assert_true(str_eq(str_of("新华社北京"), s));
    assert_true(str_eq(str_sub(s, 9, 15), STR("北京")));
    assert_true(str_eq(none, STR("")));
    assert_false(str_eq(s, none));
    assert_false(str_eq(STR("ab"), STR("ac")));
    assert_true(str_starts(s, STR("新华")));
    assert_true(str_starts(s, none));
    assert_false(str_starts(none, s));
    assert_true(str_ends(s, STR("北京")));
    assert_true(str_ends(none, none));
    assert_false(str_ends(s, STR("南京")));
}

/* Words of one head, of three bytes and of more; and texts that end within a word. */
static void test_str_starts_sorted(void **state)
{
    static const char *const words[] = {"By ", "作者", "实习记者", "实习生", "实习", "글", "기자"};
    static const struct str texts[] = {
        STR_INIT("By Li"), STR_INIT("By"),     STR_INIT("作家"), STR_INIT("作者"), STR_INIT("实习生李"),
        STR_INIT("实习记"), STR_INIT("实"),     STR_INIT("글"),   STR_INIT("기자단"), STR_INIT("기"),
        STR_INIT("AAA"),   STR_INIT("힣힣힣"), STR_INIT("")};

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(STR_STARTS_SORTED(texts[i], words), STR_STARTS_ANY(texts[i], words));
    assert_int_equal(STR_STARTS_SORTED(STR("实习记者王"), words), strlen("实习记者"));
    assert_int_equal(STR_STARTS_SORTED(STR("实习记"), words), strlen("实习"));
}

/* Every place of every byte in texts as long as two words of eight. */
static void test_str_find_control(void **state)
{
    char text[2 * BYTES_AT_ONCE + 5];

    (void)state;
    for (int c = 0; c < 256; c++) {
        for (size_t i = 0; i < sizeof text; i++) {
            struct str s = {text, sizeof text};

            memset(text, c & 1 ? 'x' : 0x80, sizeof text);
            text[i] = (char)c;
            assert_int_equal(str_find_control(s, 0), c < ' ' ? i : s.n);
            assert_int_equal(str_find_control(s, i), c < ' ' ? i : s.n);
            assert_int_equal(str_find_control(s, i + 1), s.n);
        }
    }
}

static void test_str_find(void **state)
{
    struct str s = STR("一二三一二三");
    struct str none = {NULL, 0};

    (void)state;
    assert_int_equal(str_find(s, STR("二"), 0), 3);
    assert_int_equal(str_find(s, STR("二"), 4), 12);
    assert_int_equal(str_find(s, STR("二"), 13), s.n);
    assert_int_equal(str_find(s, STR("四"), 0), s.n);
    assert_int_equal(str_find(s, STR(""), 6), 6);
    assert_int_equal(str_find(s, STR("一"), s.n), s.n);
    assert_int_equal(str_find(s, STR("一"), s.n + 1), s.n);
    assert_int_equal(str_find(STR("a"), STR("ab"), 0), 1);
    assert_int_equal(str_find(none, STR("a"), 0), 0);
}

static void test_str_find_sees_nul_bytes(void **state)
{
    (void)state;
    assert_int_equal(str_find(STR("a\0b\0c"), STR("\0c"), 0), 3);
}

static void test_strbuf_grows_and_stays_terminated(void **state)
{
    struct strbuf b = {0};

    (void)state;
    assert_int_equal(strbuf_str(&b).n, 0);
    strbuf_add(&b, NULL, 0);
    assert_string_equal(b.s, "");
    for (int i = 0; i < 300; i++)
        strbuf_add_str(&b, STR("报"));
    strbuf_add_char(&b, '.');
    assert_int_equal(b.n, 901);
    assert_int_equal(strlen(b.s), 901);
    assert_true(str_ends(strbuf_str(&b), STR("报.")));
    strbuf_free(&b);
    assert_null(b.s);
    assert_int_equal(b.cap, 0);
}

static void test_strbuf_pad_and_cut(void **state)
{
    struct strbuf b = {0};

    (void)state;
    strbuf_truncate(&b, 0);
    strbuf_pad(&b, ' ', 0);
    strbuf_pad(&b, '-', 40);
    assert_int_equal(b.n, 40);
    strbuf_truncate(&b, 3);
    assert_string_equal(b.s, "---");
    strbuf_clear(&b);
    assert_string_equal(b.s, "");
    assert_true(b.cap >= 40);
    strbuf_free(&b);
}

static void test_strbuf_addf(void **state)
{
    struct strbuf b = {0};
    char wide[400];

    (void)state;
    memset(wide, 'w', sizeof wide - 1);
    wide[sizeof wide - 1] = '\0';
    strbuf_addf(&b, "%d/%s", 7, "版");
    assert_string_equal(b.s, "7/版");
    strbuf_addf(&b, "%s", "");
    strbuf_addf(&b, "%s", wide);
    assert_int_equal(b.n, 5 + 399);
    assert_int_equal(strlen(b.s), b.n);
    strbuf_free(&b);
}

static void test_err_set_says_it_and_is_false(void **state)
{
    struct err e = {""};

    (void)state;
    assert_false(err_set(NULL, "%s", "nobody listens"));
    assert_false(err_set(&e, "%s: %d", "page.txt", 3));
    assert_string_equal(e.msg, "page.txt: 3");
}

/* Too long a message is cut between characters, whatever stands before the first of them. */
static void test_err_set_cuts_at_a_character(void **state)
{
    char text[2000];
    struct err e;

    (void)state;
    for (int shift = 0; shift < 3; shift++) {
        size_t n = (size_t)shift;

        memset(text, 'a', n);
        for (; n + 3 < sizeof text; n += 3)
            memcpy(text + n, "报", 3);
        text[n] = '\0';
        err_set(&e, "%s", text);
        n = strlen(e.msg);
        assert_in_range(n, sizeof e.msg - 4, sizeof e.msg - 1);
        assert_int_equal((n - (size_t)shift) % 3, 0);
        assert_memory_equal(e.msg, text, n);
    }
}

static void test_base64(void **state)
{
    static const char *const cases[][2] = {
        {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"报", "5oql"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct strbuf out = {0};

        base64_encode(str_of(cases[i][0]), &out);
        assert_true(str_eq(strbuf_str(&out), str_of(cases[i][1])));
        strbuf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_base64),
        cmocka_unit_test(test_xgrow_keeps_content_and_doubles),
        cmocka_unit_test(test_xgrow_takes_what_is_needed_at_once),
        cmocka_unit_test(test_xalloc_of_nothing),
        cmocka_unit_test(test_xmemdup0_ends_the_copy),
        cmocka_unit_test(test_str_views),
        cmocka_unit_test(test_str_starts_sorted),
        cmocka_unit_test(test_str_find),
        cmocka_unit_test(test_str_find_control),
        cmocka_unit_test(test_str_find_sees_nul_bytes),
        cmocka_unit_test(test_strbuf_grows_and_stays_terminated),
        cmocka_unit_test(test_strbuf_pad_and_cut),
        cmocka_unit_test(test_strbuf_addf),
        cmocka_unit_test(test_err_set_says_it_and_is_false),
        cmocka_unit_test(test_err_set_cuts_at_a_character),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
