#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "term/probe.h"

static const struct glyph_mode otherwise = {1, GLYPH_FIRST};

/* Reads a reply as it comes, a character at a time. */
static enum probe_reply feed(struct probe *p, const char *reply)
{
    enum probe_reply r = PROBE_REPLY_NONE;

    for (size_t n = 1; n <= strlen(reply); n++) {
        r = probe_read(p, reply, n);
        if (r != PROBE_REPLY_MORE)
            return n == strlen(reply) ? r : PROBE_REPLY_NONE;
    }
    return r;
}

static void test_replies(void **state)
{
    struct probe p = {0};

    (void)state;
    assert_int_equal(feed(&p, "[24;3R"), PROBE_REPLY_TAKEN);
    assert_int_equal(p.answers, 1);
    assert_int_equal(p.cols[PROBE_AMBIGUOUS], 2);
    assert_int_equal(feed(&p, "[?62;1;22c"), PROBE_REPLY_TAKEN);
    assert_true(p.done);
    assert_int_equal(feed(&p, "[1;9R"), PROBE_REPLY_TAKEN); /* too late to count */
    assert_int_equal(p.answers, 1);
    assert_int_equal(feed(&p, "[1;"), PROBE_REPLY_MORE);
    assert_int_equal(feed(&p, "[?"), PROBE_REPLY_MORE);
}

static void test_keys_are_no_replies(void **state)
{
    static const char *const keys[] = {"x", "[A", "[1;5C", "[200~", "OP", "[;2R", "[1R", "[?25h"};
    struct probe p = {0};

    (void)state;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        assert_int_equal(feed(&p, keys[i]), PROBE_REPLY_NONE);
    assert_int_equal(p.answers, 0);
    assert_false(p.done);
}

/* A terminal that gives the samples these columns. */
static struct glyph_mode mode_of(const int *cols, size_t n)
{
    struct probe p = {.answers = n, .done = true};

    memcpy(p.cols, cols, n * sizeof *cols);
    return probe_mode(&p, otherwise);
}

static void test_modes(void **state)
{
    static const int sums[] = {1, 1, 6, 2, 4}, wide[] = {2, 1, 6, 2, 4}, units[] = {1, 2, 2, 2, 2};

    (void)state;
    assert_int_equal(mode_of(sums, 5).ambiguous, 1);
    assert_int_equal(mode_of(sums, 5).clusters, GLYPH_SUM);
    assert_int_equal(mode_of(wide, 5).ambiguous, 2);
    assert_int_equal(mode_of(wide, 5).clusters, GLYPH_SUM);
    assert_int_equal(mode_of(units, 5).ambiguous, 1);
    assert_int_equal(mode_of(units, 5).clusters, GLYPH_FIRST);
    assert_int_equal(mode_of(wide, 1).ambiguous, 2);
    assert_int_equal(mode_of(wide, 1).clusters, GLYPH_FIRST);
    assert_int_equal(mode_of(wide, 0).ambiguous, 1);
}

static void test_question(void **state)
{
    const char *q = probe_question();
    int places = 0;

    (void)state;
    for (const char *at = q; (at = strstr(at, "\033[6n")); at++)
        places++;
    assert_int_equal(places, PROBE_COUNT);
    assert_string_equal(q + strlen(q) - 3, "\033[c");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_replies),
        cmocka_unit_test(test_keys_are_no_replies),
        cmocka_unit_test(test_modes),
        cmocka_unit_test(test_question),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
