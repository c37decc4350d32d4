#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/scroll.h"

static void is_at(const struct scroll *s, size_t top, size_t sel)
{
    assert_int_equal(s->top, top);
    assert_int_equal(s->sel, sel);
}

static struct scroll of(size_t n, size_t rows)
{
    struct scroll s = {0};

    scroll_set_rows(&s, rows);
    scroll_set_count(&s, n);
    return s;
}

static void test_moving(void **state)
{
    struct scroll s = of(10, 4);

    (void)state;
    is_at(&s, 0, 0);
    scroll_move(&s, 3);
    is_at(&s, 0, 3);
    scroll_move(&s, 1);
    is_at(&s, 1, 4);
    scroll_move(&s, 100);
    is_at(&s, 6, 9);
    scroll_move(&s, -3);
    is_at(&s, 6, 6);
    scroll_move(&s, -1);
    is_at(&s, 5, 5);
    scroll_move(&s, -100);
    is_at(&s, 0, 0);
    scroll_move(&s, PTRDIFF_MAX);
    is_at(&s, 6, 9);
    scroll_move(&s, PTRDIFF_MIN);
    is_at(&s, 0, 0);
}

static void test_choosing(void **state)
{
    struct scroll s = of(10, 4);

    (void)state;
    scroll_select(&s, 7);
    is_at(&s, 4, 7);
    scroll_select(&s, 99);
    is_at(&s, 6, 9);
    scroll_top(&s, 2);
    is_at(&s, 2, 5);
    scroll_top(&s, 4);
    is_at(&s, 4, 5);
    scroll_top(&s, 9);
    is_at(&s, 6, 6);
}

static void test_changes(void **state)
{
    struct scroll s = of(10, 4);

    (void)state;
    scroll_select(&s, 9);
    scroll_set_count(&s, 5);
    is_at(&s, 1, 4);
    scroll_set_rows(&s, 2);
    is_at(&s, 3, 4);
    scroll_set_rows(&s, 20);
    is_at(&s, 0, 4);
    scroll_set_rows(&s, 0);
    is_at(&s, 4, 4);
    scroll_move(&s, -1);
    is_at(&s, 3, 3);
    scroll_move(&s, 1);
    is_at(&s, 4, 4);
    scroll_top(&s, 1);
    is_at(&s, 4, 4);
    scroll_set_count(&s, 0);
    is_at(&s, 0, 0);
    scroll_move(&s, 1);
    is_at(&s, 0, 0);
}

static void test_shift(void **state)
{
    struct scroll s = of(10, 4);

    (void)state;
    scroll_select(&s, 5); /* top 2 */
    scroll_shift(&s, 12, 7);
    is_at(&s, 4, 7);
    scroll_shift(&s, 8, 1);
    is_at(&s, 0, 1);
    scroll_shift(&s, 8, 7);
    is_at(&s, 4, 7);
    scroll_shift(&s, 0, 0);
    is_at(&s, 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_moving),
        cmocka_unit_test(test_choosing),
        cmocka_unit_test(test_changes),
        cmocka_unit_test(test_shift),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
