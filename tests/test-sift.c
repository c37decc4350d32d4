/* A source that is longer than what is judged at once: no part of it with a hit is passed over. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "find/sift.h"
#include "random.h"
#include "scratch.h"

enum {
    SIZE = 1100 * 1000,
    NEAR = 256 * 1024, /* where one judgement ends and the next one begins */
    ROUNDS = 2000
};

static struct source *open_with_words(const size_t *places, size_t n)
{
    struct strbuf text = {0};
    char *path = scratch_path("long.txt");
    struct source *s;
    struct err e;

    while (text.n + 20 < SIZE)
        strbuf_add_str(&text, STR("河边的一天。汽车\n"));
    for (size_t i = 0; i < n; i++)
        memcpy(text.s + places[i], "汽笛", 6);
    scratch_write(path, text.s, text.n);
    s = source_open(path, NULL, &e);
    source_set_encoding(s, "UTF-8", TRUST_SETTLED);
    strbuf_free(&text);
    free(path);
    return s;
}

static struct sift *new_sift(const char *pattern, unsigned flags)
{
    struct sift *s = sift_new();
    struct err e;
    struct query *q = query_new(str_of(pattern), flags, &e);

    sift_add(s, q);
    query_free(q);
    return s;
}

static void test_no_part_is_lost(void **state)
{
    static const size_t places[] = {5, NEAR - 5, 2 * NEAR - 2, 3 * NEAR, 1000000};
    static const size_t n = sizeof places / sizeof *places;
    struct source *src = open_with_words(places, n);
    struct sift *s = new_sift("汽笛", FOLD_DEFAULT);
    uint32_t random = 7;
    size_t refused = 0;

    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        size_t from = i % 2 ? next_random(&random) % SIZE
                            : places[next_random(&random) % n] - next_random(&random) % 6;
        size_t to = from + next_random(&random) % (i % 5 ? 2000 : 2 * NEAR);
        bool has = false;

        to = to < source_size(src) ? to : (size_t)source_size(src);
        from = from < to ? from : to;
        for (size_t k = 0; k < n; k++)
            has |= places[k] >= from && places[k] + 6 <= to;
        if (sift_may_have(s, src, from, to))
            continue;
        refused++;
        assert_false(has);
    }
    assert_true(refused > ROUNDS / 4);
    assert_true(sift_may_follow(s, src, source_size(src) - 1, 0)); /* not known yet */
    assert_true(sift_may_follow(s, src, 999999, SIZE_MAX));
    assert_false(sift_may_follow(s, src, source_size(src) - 1, 0));
    sift_free(s);
    source_free(src);
}

static void test_what_passes_whole(void **state)
{
    struct source *src = open_with_words(NULL, 0);
    struct sift *none = new_sift("汽笛", FOLD_DEFAULT), *all = new_sift("^.", QUERY_REGEXP);

    (void)state;
    assert_true(sift_may_follow(none, src, 0, 1));
    assert_false(sift_may_follow(none, src, source_size(src) - 10, 1));
    assert_false(sift_may_follow(none, src, 0, SIZE_MAX));
    assert_false(sift_may_have(none, src, 0, source_size(src)));
    assert_true(sift_may_follow(all, src, source_size(src), SIZE_MAX));
    assert_true(sift_may_have(all, src, 0, 9));
    source_set_encoding(src, "GB18030", TRUST_SETTLED);
    assert_true(sift_may_have(none, src, 0, 9));
    sift_free(none);
    sift_free(all);
    source_free(src);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_part_is_lost),
        cmocka_unit_test(test_what_passes_whole),
    };

    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
