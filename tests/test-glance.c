/* A glance at the beginning of a long text, and then the text. */
#include <config.h>

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "paper/library.h"
#include "scratch.h"

static struct library *open_library(const char *name, bool glance)
{
    const struct library_opts o = {.glance = glance};
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
        assert_true(str_eq(library_entry(lib, i)->title, library_entry(plain, i)->title));
    }
    assert_string_equal(source_encoding(library_source(lib, 0)),
                        source_encoding(library_source(plain, 0)));
}

static void check(const char *name, bool glanced)
{
    struct library *lib = open_library(name, true), *plain = open_library(name, false);
    const struct article *a;
    struct err e;

    assert_true(library_step(lib, &e));
    assert_true(library_count(lib) > 0);
    assert_int_equal(library_settled(lib), glanced ? 0 : library_count(lib));
    a = library_article(lib, 0, &e);
    assert_non_null(a);
    assert_true(str_starts(strbuf_str(&a->text), STR("山雨欲来")));
    take_in(lib);
    take_in(plain);
    check_same(lib, plain);
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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_glance)};

    setlocale(LC_CTYPE, "");
    return cmocka_run_group_tests_name("glance", tests, scratch_begin, scratch_end);
}
