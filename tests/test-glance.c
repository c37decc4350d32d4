/* A glance at the beginning of a long text, and then the text; where one is cut. */
#include <config.h>

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "library/glance.h"
#include "library/library.h"
#include "scratch.h"
#include "text/decode.h"

enum { SHOWN = 200 }; /* articles of a first screen: more than there are in one piece */

static struct library *open_library(const char *name, bool glance)
{
    const struct library_opts o = {.glance = glance ? SHOWN : 0};
    struct intake *in = intake_new(NULL);
    char *path = scratch_path(name);

    intake_add(in, path);
    free(path);
    return library_new(&o, in);
}

static void take_in(struct library *lib)
{
    struct err e;

    while (library_step(lib, &e))
        assert_string_equal(e.msg, "");
}

static void check_same(const struct library *lib, const struct library *plain)
{
    assert_int_equal(library_settled(lib), library_count(lib));
    assert_int_equal(library_count(lib), library_count(plain));
    for (size_t i = 0; i < library_count(lib); i++) {
        assert_int_equal(library_entry(lib, i)->from, library_entry(plain, i)->from);
        assert_true(
            str_eq(entry_title(library_entry(lib, i)), entry_title(library_entry(plain, i))));
    }
    assert_string_equal(source_encoding(library_source(lib, 0)),
                        source_encoding(library_source(plain, 0)));
}

/* What a glance shows is what the whole begins with. */
static void check_begins(const struct library *lib, const struct library *plain)
{
    size_t n = library_count(lib);

    assert_in_range(n, 1, 2 * SHOWN);
    for (size_t i = 0; n > 1 && i < n; i++) {
        assert_int_equal(library_entry(lib, i)->from, library_entry(plain, i)->from);
        assert_true(
            str_eq(entry_title(library_entry(lib, i)), entry_title(library_entry(plain, i))));
    }
}

static void check(const char *name, bool glanced)
{
    struct library *lib = open_library(name, true), *plain = open_library(name, false);
    const struct article *a;
    struct err e;

    take_in(plain);
    assert_true(library_step(lib, &e));
    assert_true(library_count(lib) > 0);
    assert_int_equal(library_settled(lib), glanced ? 0 : library_count(lib));
    if (glanced)
        check_begins(lib, plain);
    a = library_article(lib, 0, &e);
    assert_non_null(a);
    assert_true(str_starts(strbuf_str(&a->text), STR("山雨欲来")));
    take_in(lib);
    check_same(lib, plain);
    library_free(lib);
    library_free(plain);
}

/* What is gone through once need not be kept. */
static void test_dropped(void **state)
{
    struct library *lib = open_library("many", false), *plain = open_library("many", false);
    size_t next = 0;
    struct err e;

    (void)state;
    take_in(plain);
    while (library_step(lib, &e)) {
        for (; next < library_count(lib); next++) {
            assert_int_equal(library_entry(lib, next)->from, library_entry(plain, next)->from);
            assert_true(str_eq(entry_title(library_entry(lib, next)),
                               entry_title(library_entry(plain, next))));
        }
        library_drop(lib);
        assert_int_equal(library_count(lib), next);
    }
    assert_int_equal(next, library_count(plain));
    library_free(lib);
    library_free(plain);
}

static void test_glance(void **state)
{
    (void)state;
    scratch_shell("i=0; while [ $i -lt 1000 ]; do echo 山雨欲来风满楼; echo;"
                  " echo '　　那一年的夏天，雨下了很久，河里的水涨了起来。'; echo; i=$((i + 1));"
                  " done >many && iconv -f UTF-8 -t GB18030 many >gb &&"
                  " tr -d '\\n' <many >line && head -n 400 many >few");
    check("many", true);
    check("gb", true);
    check("line", true);
    check("few", false);
}

/* Reads at most max bytes of a file with such a text. */
static void assert_passage(const char *text, size_t max, const char *expected)
{
    char *path = scratch_path("passage.txt");
    struct passage p;
    struct source *s;
    struct err e;

    scratch_write(path, text, strlen(text));
    s = source_open(path, NULL, &e);
    assert_non_null(s);
    assert_true(decode_passage(s, 0, max, PASSAGE_LINES, &p, &e));
    strbuf_add_char(&p.utf8, '\0');
    assert_string_equal(p.utf8.s, expected);
    passage_free(&p);
    source_free(s);
    free(path);
}

static void test_long_lines(void **state)
{
    (void)state;
    assert_passage("他说：“来。”她来了。\n", 100, "他说：“来。”她来了。\n");
    assert_passage("他说：“来。”她来了。\n", 26, "他说：“来。”");
    assert_passage("他说：“来。”她来了。\n", 20, "他说：“来。");
    assert_passage("好。他又来晚了一步", 25, "好。他又来晚了一");
}

/* A few pieces make a screen, whatever the articles, and none is longer than it must be. */
static void test_pieces(void **state)
{
    (void)state;
    assert_int_equal(glance_next(0, 0, 0), 0);
    for (uint64_t article = 100; article < 1 << 20; article *= 2) {
        uint64_t off = 0;
        size_t known = 0, pieces = 0;

        for (uint32_t max; (max = glance_next(23, known, off)) > 0; pieces++) {
            assert_in_range(max, 4 << 10, 24 << 10);
            off += max > article ? max / article * article : article;
            known = (size_t)(off / article);
        }
        assert_true(known >= 23);
        assert_true(article < 500 || known <= 28);
        assert_true(pieces <= (article < 1000 ? 2 : 23));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pieces),
                                       cmocka_unit_test(test_glance),
                                       cmocka_unit_test(test_dropped),
                                       cmocka_unit_test(test_long_lines)};

    setlocale(LC_CTYPE, "");
    return cmocka_run_group_tests_name("glance", tests, scratch_begin, scratch_end);
}
