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
#include "portion.h"
#include "random.h"
#include "scratch.h"
#include "text/utf8.h"
#include "ui/narrowing.h"

enum { ARTICLES = 300, WORDS = 60 };

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

/* A few characters of a body, from one block into the next if they stand there. */
static void pick_word(struct library *lib, uint32_t *random, struct strbuf *out)
{
    struct err e;
    const struct article *a = library_article(lib, next_random(random) % ARTICLES, &e);
    struct str text = strbuf_str(&a->text);
    size_t off = next_random(random) % text.n;

    strbuf_add_str(out, STR("body:"));
    while (((unsigned char)text.s[off] & 0xC0) == 0x80)
        off--;
    for (uint32_t n = 1 + next_random(random) % 4; n > 0 && off < text.n; n--) {
        size_t next = utf8_next(text, off);

        if ((unsigned char)text.s[off] > ' ')
            strbuf_add_str(out, str_sub(text, off, next));
        off = next;
    }
}

/* What raw bytes tell never hides an article. */
static void test_bodies_by_their_bytes(void **state)
{
    struct library *lib = open_library();
    uint32_t random = 20251128;
    size_t expected[ARTICLES], refused = 0;
    struct err e;

    (void)state;
    while (library_step(lib, &e))
        continue;
    for (unsigned i = 0; i < WORDS; i += one_in()) {
        struct strbuf typed = {0};
        struct narrowing w = {0};
        struct filter *f;

        pick_word(lib, &random, &typed);
        f = filter_new(strbuf_str(&typed), FOLD_DEFAULT);
        if (f) {
            size_t n = by_hand(lib, f, expected);

            for (size_t k = 0; k < ARTICLES; k++) {
                const struct entry *entry = library_entry(lib, k);

                refused += !filter_may_have(f, library_source(lib, 0), entry->from,
                                            entry_to(entry));
            }
            narrowing_set(&w, f);
            while (!narrowing_step(&w, lib, 0))
                continue;
            assert_int_equal(w.n, n);
            assert_memory_equal(w.v, expected, n * sizeof *expected);
        }
        narrowing_free(&w);
        strbuf_free(&typed);
    }
    assert_true(refused * one_in() > ARTICLES);
    library_free(lib);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_typed_on),
        cmocka_unit_test(test_taken_back),
        cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_bodies_by_their_bytes),
        cmocka_unit_test(test_cut),
    };

    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
