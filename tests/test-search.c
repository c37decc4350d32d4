/* The search over all articles: what it finds with a look at the raw bytes first is what it finds
 * without, in both directions, and it can be stopped. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "library/library.h"
#include "scratch.h"
#include "ui/search.h"

enum { ARTICLES = 60, EVERY = 7 /* articles from one with the word to the next */ };

static struct library *open_library(void)
{
    struct library_opts o = {.as = TEXT_AUTO, .sheet_max = 4096};
    struct library *lib = library_new(&o, NULL);
    struct strbuf text = {0};
    char *path = scratch_path("many.txt");
    struct err e;

    for (int i = 0; i < ARTICLES; i++) {
        strbuf_addf(&text, "第%d章 河边的第%d天\n\n", i + 1, i + 1);
        strbuf_addf(&text, "　　这一天和前一天一样，水位没有变，老人照样记了一行字。%s\n\n",
                    i % EVERY == 3 ? "他说起了汽笛声，又说起了汽笛。" : "他什么也没有说。");
    }
    scratch_write(path, text.s, text.n);
    assert_true(library_open(lib, path, &e));
    while (library_step(lib, &e))
        continue;
    assert_true(library_count(lib) >= ARTICLES);
    strbuf_free(&text);
    free(path);
    return lib;
}

/* Goes from hit to hit once around; their places, as one number each. */
static size_t all_hits(struct library *lib, bool sieved, bool forward, uint64_t *hits, size_t max)
{
    struct err e;
    struct query *q = query_new(STR("汽笛"), FOLD_DEFAULT, &e);
    struct search s = {.lib = lib, .query = q, .begun = !sieved};
    struct search_place at = {forward ? 0 : library_count(lib) - 1, forward ? 0 : SIZE_MAX};
    size_t n = 0;

    while (n < max && search_find(&s, forward, &at, &e) == SEARCH_FOUND) {
        hits[n++] = (uint64_t)at.article << 32 | at.off;
        at.off += forward;
    }
    search_end(&s);
    query_free(q);
    return n;
}

static void test_sieved_is_the_same(void **state)
{
    struct library *lib = open_library();
    uint64_t plain[100], sieved[100], back[100];
    size_t n = all_hits(lib, false, true, plain, 100);

    (void)state;
    assert_int_equal(n, 2 * ((ARTICLES - 4) / EVERY + 1));
    assert_int_equal(all_hits(lib, true, true, sieved, 100), n);
    assert_memory_equal(plain, sieved, n * sizeof *plain);
    assert_int_equal(all_hits(lib, true, false, back, 100), n);
    for (size_t i = 0; i < n; i++)
        assert_true(back[i] == plain[n - 1 - i]);
    library_free(lib);
}

/* Only the articles of a narrowed list, also those that it has not looked at yet. */
static void test_within_a_narrowed_list(void **state)
{
    struct library *lib = open_library();
    struct narrowing list = {0};
    struct err e;
    struct query *q = query_new(STR("汽笛"), FOLD_DEFAULT, &e);
    struct search s = {.lib = lib, .query = q, .within = &list};

    (void)state;
    narrowing_set(&list, filter_new(STR("title:第18章"), FOLD_DEFAULT));
    for (int round = 0; round < 2; round++) {
        struct search_place at = {0, 0};

        assert_int_equal(search_find(&s, true, &at, &e), SEARCH_FOUND);
        assert_int_equal(at.article, 17);
        at.article++;
        assert_int_equal(search_find(&s, true, &at, &e), SEARCH_WRAPPED);
        assert_int_equal(at.article, 17);
        while (!narrowing_step(&list, lib, 10))
            continue;
    }
    narrowing_set(&list, filter_new(STR("title:第19章"), FOLD_DEFAULT));
    assert_int_equal(search_find(&s, true, &(struct search_place){0, 0}, &e), SEARCH_NOTHING);
    narrowing_free(&list);
    search_end(&s);
    query_free(q);
    library_free(lib);
}

static bool stop_later(void *data, double share)
{
    int *left = data;

    assert_true(share >= 0 && share <= 1);
    return --*left > 0;
}

static void test_stops(void **state)
{
    struct library *lib = open_library();
    struct err e;
    struct query *q = query_new(STR("没有这样的词"), FOLD_DEFAULT, &e);
    int left = 10;
    struct search s = {.lib = lib, .query = q, .ask = stop_later, .data = &left};
    struct search_place at = {5, 0};
    size_t from = 0;

    (void)state;
    assert_int_equal(search_find(&s, true, &at, &e), SEARCH_STOPPED);
    assert_int_equal(left, 0);
    left = 1000;
    assert_int_equal(search_find(&s, false, &at, &e), SEARCH_NOTHING);
    assert_int_equal(at.article, 5);
    assert_int_equal(search_behind(&s, &from, &at, &e), SEARCH_NOTHING);
    assert_int_equal(from, library_count(lib));
    search_end(&s);
    query_free(q);
    library_free(lib);
}

/* A search can end before everything is taken in. */
static void test_nothing_may_follow(void **state)
{
    static const struct {
        const char *pattern;
        bool follows;
    } rows[] = {{"没有这样的词", false}, {"老人照样", true}, {"第.{1,3}天", true}, {"天{2}没有", true}};
    struct library_opts o = {.as = TEXT_AUTO, .sheet_max = 4096};
    struct library *lib = library_new(&o, NULL);
    char *path = scratch_path("many.txt");
    struct err e;

    (void)state;
    assert_true(library_open(lib, path, &e));
    for (int i = 0; i < 2; i++)
        assert_true(library_step(lib, &e));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct query *q =
            query_new(str_of(rows[i].pattern), FOLD_DEFAULT | (i > 1 ? QUERY_REGEXP : 0), &e);
        struct search s = {.lib = lib, .query = q};

        assert_int_equal(search_may_follow(&s), rows[i].follows);
        search_end(&s);
        query_free(q);
    }
    library_free(lib);
    free(path);
}

static void test_gives_up(void **state)
{
    struct library *lib = open_library();
    struct err e;
    struct query *q =
        query_new(STR("(.|..|...)*[0-9](?!.)(?<!.)"), FOLD_DEFAULT | QUERY_REGEXP, &e);
    struct search s = {.lib = lib, .query = q, .begun = true};
    const struct article *a;
    struct ranges hits = {0};

    (void)state;
    assert_true(search_article(&s, 0, &a, &hits, &e));
    assert_int_equal(hits.n, 0);
    assert_true(s.gave_up);
    search_end(&s);
    ranges_free(&hits);
    query_free(q);
    library_free(lib);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sieved_is_the_same),
        cmocka_unit_test(test_within_a_narrowed_list),
        cmocka_unit_test(test_stops),
        cmocka_unit_test(test_nothing_may_follow),
        cmocka_unit_test(test_gives_up),
    };

    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
