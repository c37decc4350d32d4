#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/keymap.h"
#include "ui/key.h"
#include "ui/panes.h"
#include "ui/status.h"

static bool inside(const struct rect *r, int rows, int cols)
{
    return r->row >= 0 && r->col >= 0 && r->rows >= 0 && r->cols >= 0 && r->row + r->rows <= rows &&
           r->col + r->cols <= cols;
}

static int area(const struct rect *r)
{
    return r->rows * r->cols;
}

/* At every size the parts lie inside the screen and fill it, each cell once. */
static void test_every_size(void **state)
{
    (void)state;
    for (int rows = 1; rows < 70; rows++) {
        for (int cols = 1; cols < 240; cols++) {
            for (int panes = PANES_AUTO; panes <= PANES_ONE; panes++) {
                struct arrangement a = panes_arrange(rows, cols, (enum panes)panes, cols % 2);

                assert_true(inside(&a.list, rows, cols) && inside(&a.text, rows, cols));
                assert_true(inside(&a.between, rows, cols) && inside(&a.status, rows, cols));
                assert_int_equal(area(&a.list) + area(&a.text) + area(&a.between) + area(&a.status),
                                 rows * cols);
                assert_int_not_equal(a.panes, PANES_AUTO);
            }
        }
    }
}

static void test_choice(void **state)
{
    (void)state;
    assert_int_equal(panes_arrange(24, 80, PANES_AUTO, false).panes, PANES_SIDE);
    assert_int_equal(panes_arrange(60, 44, PANES_AUTO, false).panes, PANES_STACK);
    assert_int_equal(panes_arrange(12, 40, PANES_AUTO, false).panes, PANES_ONE);
    assert_int_equal(panes_arrange(10, 3, PANES_SIDE, true).panes, PANES_ONE);
    assert_int_equal(panes_arrange(24, 80, PANES_STACK, true).panes, PANES_STACK);
}

static void test_status_fills_its_row(void **state)
{
    const struct status st = {
        .message = NULL, .source = "人民日报 2023.txt", .article = 3, .articles = 1234,
        .page = 2, .pages = 17, .percent = 55, .loaded = 100,
    };
    const struct glyph_mode mode = {.ambiguous = 1};
    struct strbuf out = {0};

    (void)state;
    for (int cols = 1; cols < 120; cols++) {
        status_format(&st, cols, mode, &out);
        assert_int_equal(glyph_cols(strbuf_str(&out), mode), cols);
    }
    strbuf_free(&out);
}

static void test_status_leaves_out(void **state)
{
    const struct glyph_mode mode = {.ambiguous = 1};
    const struct status quiet = {
        .message = NULL, .source = "page.txt", .article = 3, .articles = 24,
        .page = 2, .pages = 17, .percent = 55, .loaded = 100,
    };
    const struct status said = {
        .message = "not found", .source = "page.txt", .article = 3, .articles = 24,
        .page = 2, .pages = 17, .percent = 55, .loaded = 100,
    };
    const struct status loading = {
        .message = NULL, .source = "page.txt", .article = 3, .articles = 24,
        .page = 2, .pages = 17, .percent = 55, .loaded = 7,
    };
    struct strbuf out = {0};

    (void)state;
    status_format(&quiet, 40, mode, &out);
    assert_string_equal(out.s, " page.txt          3/24  page 2/17  55% ");
    status_format(&quiet, 24, mode, &out);
    assert_string_equal(out.s, " page.txt     3/24  55% ");
    status_format(&said, 24, mode, &out);
    assert_string_equal(out.s, " not found    3/24  55% ");
    status_format(&loading, 40, mode, &out);
    assert_string_equal(out.s, " page.txt         loading 7%  3/24  55% ");
    strbuf_free(&out);
}

/* Every action can be reached, is explained, and no key asks for two. */
static void test_keymap(void **state)
{
    int keys = 0;

    (void)state;
    for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
        char names[128];

        keymap_keys((enum action)a, names, sizeof names);
        assert_true(names[0] != '\0');
        assert_true(keymap_help((enum action)a)[0] != '\0');
    }
    for (int key = 1; key < 127; key++)
        keys += keymap_action(key) != ACTION_NONE;
    assert_true(keys > 20);
    assert_int_equal(keymap_action(KEY_NOTHING), ACTION_NONE);
    assert_int_equal(keymap_action('j'), ACTION_DOWN);
    assert_int_equal(keymap_action(KEY_ARROW_DOWN), ACTION_DOWN);
    assert_int_equal(keymap_action('q'), ACTION_QUIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_size),
        cmocka_unit_test(test_choice),
        cmocka_unit_test(test_status_fills_its_row),
        cmocka_unit_test(test_status_leaves_out),
        cmocka_unit_test(test_keymap),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
