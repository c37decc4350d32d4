/* A list narrowed in slices, as one types and takes back, while the library grows, shows what
 * looking at each article alone finds. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "find/query.h"
#include "scratch.h"
#include "ui/narrowing.h"

enum { ARTICLES = 300 };

static struct library *open_library(void)
{
    struct library_opts o = {.as = TEXT_AUTO, .sheet_max = 4096};
    struct library *lib = library_new(&o, NULL);
    struct strbuf text = {0};
    char *path = scratch_path("narrow.txt");
    struct err e;

    for (int i = 0; i < ARTICLES; i++)
        strbuf_addf(&text, "第%d章 %s的%s\n\n　　这一天和前一天一样，%s没有变。\n\n", i + 1,
                    i % 2 ? "河边" : "山上", i % 3 ? "汽笛" : "灯火", i % 5 ? "水位" : "风向");
    scratch_write(path, text.s, text.n);
    assert_true(library_open(lib, path, &e));
    strbuf_free(&text);
    free(path);
    return lib;
}

static size_t by_hand(struct library *lib, struct filter *f, size_t *out)
{
    size_t n = 0;

    for (size_t i = 0; i < library_count(lib); i++) {
        const struct entry *e = library_entry(lib, i);
        struct err why;
        struct filter_subject s = {entry_title(e), entry_byline(e), STR("narrow.txt"),
                                   strbuf_str(&library_article(lib, i, &why)->text)};

        if (filter_has(f, &s))
            out[n++] = i;
    }
    return n;
}

/* After each of these has been typed, as far as it gets in one slice; the last one to its end. */
static void check(const char *const *typed, size_t n)
{
    struct library *lib = open_library();
    struct narrowing w = {0};
    struct filter *f = filter_new(str_of(typed[n - 1]), FOLD_DEFAULT);
    size_t *expected = calloc(ARTICLES + 1, sizeof *expected), found;
    struct err e;

    assert_non_null(expected);
    for (size_t i = 0; i < n; i++) {
        library_step(lib, &e);
        narrowing_set(&w, filter_new(str_of(typed[i]), FOLD_DEFAULT));
        narrowing_step(&w, lib, 0);
    }
    while (library_step(lib, &e))
        narrowing_step(&w, lib, 0);
    while (!narrowing_step(&w, lib, 0))
        continue;
    assert_true(library_count(lib) >= ARTICLES);
    found = by_hand(lib, f, expected);
    assert_true(found > 0);
    assert_int_equal(w.n, found);
    assert_memory_equal(w.v, expected, found * sizeof *expected);
    assert_int_equal(narrowing_place(&w, expected[found - 1]), found - 1);
    assert_int_equal(narrowing_place(&w, SIZE_MAX), found);
    narrowing_free(&w);
    filter_free(f);
    library_free(lib);
    free(expected);
}

static void test_typed_on(void **state)
{
    static const char *const typed[] = {"h", "hb", "hbd", "hbd q", "hbd qd"};

    (void)state;
    check(typed, sizeof typed / sizeof *typed);
}

static void test_taken_back(void **state)
{
    static const char *const typed[] = {"汽", "汽笛", "汽", "", "山", "山 灯火", "山"};

    (void)state;
    check(typed, sizeof typed / sizeof *typed);
}

/* Articles that were looked at, or wait to be, are replaced by those that were there. */
static void test_cut(void **state)
{
    struct library *lib = open_library();
    struct narrowing w = {0};
    size_t n;
    struct err e;

    (void)state;
    while (library_step(lib, &e))
        continue;
    narrowing_set(&w, filter_new(STR("山"), FOLD_DEFAULT));
    while (!narrowing_step(&w, lib, 0))
        continue;
    n = w.n;
    narrowing_set(&w, filter_new(STR("山上"), FOLD_DEFAULT));
    narrowing_step(&w, lib, 0);
    narrowing_cut(&w, ARTICLES / 2);
    assert_true(w.n > 0 && w.v[w.n - 1] < ARTICLES / 2);
    while (!narrowing_step(&w, lib, 0))
        continue;
    assert_int_equal(w.n, n);
    narrowing_cut(&w, 0);
    assert_int_equal(w.n, 0);
    while (!narrowing_step(&w, lib, 0))
        continue;
    assert_int_equal(w.n, n);
    for (size_t i = 1; i < n; i++)
        assert_true(w.v[i - 1] < w.v[i]);
    assert_true(narrowing_has(&w, lib, w.v[0]) && !narrowing_has(&w, lib, w.v[0] + 1));
    narrowing_free(&w);
    library_free(lib);
}

static void test_bodies(void **state)
{
    static const char *const typed[] = {"河", "河 body:风", "河 body:风向"};

    (void)state;
    check(typed, sizeof typed / sizeof *typed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_typed_on),
        cmocka_unit_test(test_taken_back),
        cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_cut),
    };

    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
