/* Characters are found in raw bytes where they are, however many there are to be found. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "find/needles.h"
#include "random.h"
#include "text/utf8.h"

enum { SIZE = 3000, CHARS_MAX = 70, ROUNDS = 600 };

/* Of any length in UTF-8, those of one round mostly near each other. */
static uint32_t pick(uint32_t *state, uint32_t base)
{
    static const uint32_t ends[] = {0x80, 0x800, 0xD800, 0x20000};
    uint32_t r = next_random(state);

    return 1 + (r % 4 ? base + r / 4 % 200 : r / 4) % (ends[r / 64 % 4] - 1);
}

/* Fills text with characters, and bytes that are none. */
static void fill(uint8_t *text, uint32_t *state, const uint32_t *cps, size_t n, uint32_t rare)
{
    for (size_t at = 0; at < SIZE;) {
        uint32_t r = next_random(state);
        char utf8[4];
        size_t len = utf8_put(utf8, r % rare ? 0x4E00 + r % 0x5000 : cps[r / 1000 % n]);

        if (r % 97 == 0)
            utf8[0] = (char)next_random(state);
        len = len < SIZE - at ? len : SIZE - at;
        memcpy(text + at, utf8, len);
        at += len;
    }
}

/* The same byte by byte. */
static size_t find_plainly(const uint32_t *cps, size_t n, const uint8_t *text, size_t from,
                           size_t size, size_t *len)
{
    for (; from < size; from++)
        for (size_t i = 0; i < n; i++) {
            char utf8[4];

            *len = utf8_put(utf8, cps[i]);
            if (*len <= size - from && memcmp(text + from, utf8, *len) == 0)
                return from;
        }
    return size;
}

static void check(uint32_t *state)
{
    uint32_t cps[CHARS_MAX], base = next_random(state) % 0x20000;
    size_t n = 1 + next_random(state) % CHARS_MAX, counts[256] = {0};
    size_t size = SIZE - next_random(state) % 40, len = 0, expected_len = 0;
    uint8_t text[SIZE];
    struct needles *needles = needles_new();

    for (size_t i = 0; i < n; i++)
        needles_add(needles, cps[i] = pick(state, base));
    fill(text, state, cps, n, 2 + next_random(state) % 1000);
    for (size_t i = 0; i < SIZE / 2; i++)
        counts[text[i]]++;
    needles_tune(needles, counts);
    for (size_t at = 0, expected; at < size; at++) {
        expected = find_plainly(cps, n, text, at, size, &expected_len);
        at = needles_find(needles, text, at, size, &len);
        assert_int_equal(at, expected);
        if (at < size)
            assert_int_equal(len, expected_len);
    }
    needles_free(needles);
}

static void test_all_are_found(void **state)
{
    uint32_t random = 20250301;

    (void)state;
    for (int i = 0; i < ROUNDS; i++)
        check(&random);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_all_are_found)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
