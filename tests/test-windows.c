/* Windows over texts made up at random say what a walk over their characters says. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/str.h"
#include "paper/windows.h"
#include "text/utf8.h"

enum { TEXTS = 3000, CHARS_MAX = 120 };

static unsigned next_random(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245 + 12345;
    return (*seed >> 16) % below;
}

static uint32_t random_char(unsigned *seed)
{
    static const uint32_t chars[] = U"讯訊电電版\n\n 。，、．a1.é한ぁ㐀䶿䷀䷿一鿿ꀀ\uE000😀𠀀";

    return next_random(seed, 3) ? 0x4E00 + next_random(seed, 0x5200)
                                : chars[next_random(seed, sizeof chars / sizeof *chars - 1)];
}

static bool is_report(uint32_t cp)
{
    return cp == U'讯' || cp == U'訊' || cp == U'电' || cp == U'電';
}

/* Where its window has the bit of a byte of the text. */
static bool has(uint64_t bits, size_t at, size_t from)
{
    return bits >> (at - from) & 1;
}

/* The windows that begin at byte `from`, wherever characters begin. */
static void check_from(struct str s, const struct windows *w, size_t from)
{
    struct window here = {0};
    size_t begins = from;

    for (size_t off = from, n; off < s.n; off += n) {
        uint32_t cp;

        if (off == from || off >= begins + WINDOW) {
            begins = off;
            here = windows_at(w, begins, s.n);
        }
        n = utf8_get(s, off, &cp);
        assert_int_equal(has(here.ends, off, begins), cp == '\n');
        assert_int_equal(has(here.others, off, begins), !utf8_is_ideograph(s, off));
        if (is_report(cp) && off + 1 < begins + WINDOW)
            assert_true(has(here.reports, off + 1, begins));
        for (size_t k = 1; k < n && off + k < begins + WINDOW; k++)
            assert_false(has(here.others | here.ends, off + k, begins));
    }
}

static void test_random(void **state)
{
    struct windows w = {0};
    unsigned seed = 1;

    (void)state;
    for (int i = 0; i < TEXTS; i++) {
        struct strbuf text = {0};
        unsigned chars = next_random(&seed, CHARS_MAX);

        for (unsigned k = 0; k < chars; k++) {
            char bytes[4];

            strbuf_add(&text, bytes, utf8_put(bytes, random_char(&seed)));
        }
        windows_look(strbuf_str(&text), &w);
        for (size_t from = 0; from < text.n; from = utf8_next(strbuf_str(&text), from))
            check_from(strbuf_str(&text), &w, from);
        strbuf_free(&text);
    }
    free(w.v);
}

/* Nothing behind `to` is in a window. */
static void test_end(void **state)
{
    struct windows w = {0};

    (void)state;
    windows_look(STR("一，二，三，\n"), &w);
    assert_int_equal(windows_at(&w, 0, 7).others, 1 << 3);
    assert_int_equal(windows_at(&w, 3, 12).others, 1 | 1 << 6);
    assert_int_equal(windows_at(&w, 15, 19).ends, 1 << 3);
    free(w.v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random),
        cmocka_unit_test(test_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
