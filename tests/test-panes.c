#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/keymap.h"
#include "term/key.h"
#include "ui/line.h"
#include "term/mouse.h"
#include "ui/panes.h"
#include "ui/setup.h"
#include "ui/status.h"
#include "term/theme.h"

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
                struct arrangement a = panes_arrange(
                    rows, cols, (enum panes)panes,
                    (struct split){panes_share(rows, 70), panes_share(cols, 240)}, cols % 2);

                assert_true(inside(&a.list, rows, cols) && inside(&a.text, rows, cols));
                assert_true(inside(&a.between, rows, cols) && inside(&a.status, rows, cols));
                assert_true(inside(&a.head, rows, cols));
                assert_int_equal(area(&a.list) + area(&a.text) + area(&a.head) +
                                     area(&a.between) + area(&a.status),
                                 rows * cols);
                assert_int_not_equal(a.panes, PANES_AUTO);
            }
        }
    }
}

static struct arrangement arrange(int rows, int cols, enum panes panes, bool reading)
{
    return panes_arrange(rows, cols, panes, (struct split){0}, reading);
}

/* A border that was moved keeps its share of every size. */
static void test_split(void **state)
{
    const struct split split = {panes_share(40, 100), panes_share(12, 60)};

    (void)state;
    assert_int_equal(panes_arrange(24, 100, PANES_SIDE, split, false).list.cols, 40);
    assert_int_equal(panes_arrange(24, 200, PANES_SIDE, split, false).list.cols, 80);
    assert_int_equal(panes_arrange(61, 80, PANES_STACK, split, false).list.rows, 12);
    assert_true(panes_share(0, 100) > 0);
    assert_true(panes_share(100, 100) < 1000);
    assert_int_equal(panes_share(777777805, 80), panes_share(80, 80));
    assert_int_equal(panes_share(-777777777, 80), panes_share(0, 80));
}

/* What terminals send for the mouse. */
static void test_mouse(void **state)
{
    static const struct {
        const char *report;
        struct mouse mouse;
    } cases[] = {
        {"0;5;4M", {MOUSE_PRESS, 3, 4}},        {"0;5;4m", {MOUSE_RELEASE, 3, 4}},
        {"32;200;50M", {MOUSE_DRAG, 49, 199}},  {"64;1;1M", {MOUSE_WHEEL_UP, 0, 0}},
        {"65;1;1M", {MOUSE_WHEEL_DOWN, 0, 0}},  {"80;1;1M", {MOUSE_WHEEL_UP, 0, 0}},
        {"2;5;4M", {MOUSE_NOTHING, 3, 4}},      {"0;0;4M", {MOUSE_NOTHING, 0, 0}},
        {"0;5M", {MOUSE_NOTHING, 0, 0}},        {"", {MOUSE_NOTHING, 0, 0}},
        {"0;99999999999999;4", {MOUSE_NOTHING, 0, 0}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mouse m = mouse_report(str_of(cases[i].report));

        assert_int_equal(m.what, cases[i].mouse.what);
        assert_int_equal(m.row, cases[i].mouse.row);
        assert_int_equal(m.col, cases[i].mouse.col);
    }
    assert_int_equal(mouse_bytes((const unsigned char *)" %$").what, MOUSE_PRESS);
    assert_int_equal(mouse_bytes((const unsigned char *)" %$").col, 4);
    assert_int_equal(mouse_bytes((const unsigned char *)"#%$").what, MOUSE_RELEASE);
    assert_int_equal(mouse_bytes((const unsigned char *)"`%$").what, MOUSE_WHEEL_UP);
    assert_int_equal(mouse_bytes((const unsigned char *)"a%$").what, MOUSE_WHEEL_DOWN);
    assert_int_equal(mouse_bytes((const unsigned char *)"\1\2\3").what, MOUSE_NOTHING);
}

static void test_themes(void **state)
{
    struct looks looks;
    struct err e;

    (void)state;
    for (int theme = THEME_AUTO; theme <= THEME_MONO; theme++) {
        theme_make((enum theme)theme, &looks);
        for (int i = 0; i < STYLE_COUNT; i++) {
            const struct look *l = &looks.v[i];

            /* No meaning by colour alone, but for the plain, the kicker and the byline. */
            assert_true(i == STYLE_TEXT || i == STYLE_KICKER || i == STYLE_BYLINE || l->bold ||
                        l->underline || l->reverse || theme != THEME_MONO || l->dim);
            for (int colors = 8; colors <= 256; colors *= 32)
                assert_true(theme_color(l->fg, colors) < colors &&
                            theme_color(l->bg, colors) < colors);
        }
    }
    theme_make(THEME_LIGHT, &looks);
    assert_false(theme_bears_bold(&looks.v[STYLE_HEADLINE], 8));
    assert_true(theme_bears_bold(&looks.v[STYLE_HEADLINE], 16));
    theme_make(THEME_DARK, &looks);
    assert_true(theme_bears_bold(&looks.v[STYLE_HEADLINE], 8));
    assert_int_equal(theme_color((struct color){1, 0xCD0000}, 256), 1);
    assert_int_equal(theme_color((struct color){1, 0xFF0000}, 256), 196);
    assert_int_equal(theme_color((struct color){7, 0x808080}, 256), 244);
    assert_int_equal(theme_color((struct color){1, 0xFF8700}, 1 << 24), 0xFF8700);
    assert_true(theme_change(&looks, "headline", "bold  red on #102030", &e));
    assert_true(looks.v[STYLE_HEADLINE].bold && looks.v[STYLE_HEADLINE].fg.ansi == 1);
    assert_int_equal(looks.v[STYLE_HEADLINE].bg.rgb, 0x102030);
    assert_false(theme_change(&looks, "headline", "mauve", &e));
    assert_false(theme_change(&looks, "headlin", "red", &e));
    assert_false(theme_change(&looks, "text", "red on bold", &e));
}

/* A line of [colors] is for a style, or else for a group of [keywords]. */
static void test_colors_of_groups(void **state)
{
    struct setting lines[] = {
        {1, "colors", "places", "bold blue"},
        {2, "colors", "hit", "cyan"},
        {3, "colors", "nobody", "red"},
    };
    struct options o = {.settings = {.v = lines, .n = 3}, .cols = -1};
    struct app_opts ao = {.screen.looks.v[0].bold = false};
    struct err e;

    (void)state;
    assert_true(keywords_add(&o.keywords, "people", STR("姚"), 0, &e));
    assert_true(keywords_add(&o.keywords, "places", STR("徐汇"), 0, &e));
    assert_true(keywords_add(&o.keywords, "hit", STR("中"), 0, &e));
    setup_take(&o, &ao);
    assert_int_equal(ao.screen.looks.v[STYLE_KEYWORD + 1].fg.ansi, 4);
    assert_false(ao.screen.looks.v[STYLE_KEYWORD + 1].underline);
    assert_int_equal(ao.screen.looks.v[STYLE_HIT].fg.ansi, 6);
    setup_check(&o);
    assert_int_equal(o.settings.n_problems, 1);
    assert_int_equal(o.settings.problems[0].line, 3);
    keywords_free(&o.keywords);
    o.settings.v = NULL; /* settings_free frees it */
    settings_free(&o.settings);
}

/* The words of every look make it anew. */
static void test_theme_words(void **state)
{
    (void)state;
    for (int theme = THEME_AUTO; theme <= THEME_MONO; theme++) {
        struct looks looks, again = {0};
        struct err e;

        theme_make((enum theme)theme, &looks);
        for (int i = 0; i < STYLE_COUNT; i++) {
            const struct look *a = &looks.v[i], *b = &again.v[i];
            struct strbuf words = {0};

            theme_words(a, &words);
            assert_true(theme_change(&again, theme_style((enum style)i), words.s, &e));
            assert_true(a->bold == b->bold && a->dim == b->dim);
            assert_true(a->underline == b->underline && a->reverse == b->reverse);
            assert_true(a->fg.rgb == b->fg.rgb && a->bg.rgb == b->bg.rgb);
            strbuf_free(&words);
        }
    }
}

static void test_choice(void **state)
{
    (void)state;
    assert_int_equal(arrange(24, 80, PANES_AUTO, false).panes, PANES_SIDE);
    assert_int_equal(arrange(60, 44, PANES_AUTO, false).panes, PANES_STACK);
    assert_int_equal(arrange(12, 40, PANES_AUTO, false).panes, PANES_ONE);
    assert_int_equal(arrange(10, 3, PANES_SIDE, true).panes, PANES_ONE);
    assert_int_equal(arrange(24, 80, PANES_STACK, true).panes, PANES_STACK);
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
    const struct status found = {.source = "page.txt", .hit = 2, .hits = 14, .loaded = 100};
    const struct status elsewhere = {.source = "page.txt", .hits = 14, .loaded = 100};
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
    status_format(&found, 40, mode, &out);
    assert_string_equal(out.s, " page.txt                    hit 2/14   ");
    status_format(&elsewhere, 40, mode, &out);
    assert_string_equal(out.s, " page.txt                     14 hits   ");
    strbuf_free(&out);
}

/* Every action can be reached, is explained, and no key asks for two. */
static void test_keymap(void **state)
{
    int keys = 0;
    struct keymap m;

    (void)state;
    keymap_init(&m);
    for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
        char names[128];

        keymap_keys(&m, (enum action)a, names, sizeof names);
        assert_true(names[0] != '\0');
        assert_true(keymap_help((enum action)a)[0] != '\0');
    }
    for (int key = 1; key < 127; key++)
        keys += keymap_action(&m, key) != ACTION_NONE;
    assert_true(keys > 20);
    assert_int_equal(keymap_action(&m, KEY_NOTHING), ACTION_NONE);
    assert_int_equal(keymap_action(&m, 'j'), ACTION_DOWN);
    assert_int_equal(keymap_action(&m, KEY_ARROW_DOWN), ACTION_DOWN);
    assert_int_equal(keymap_action(&m, 'q'), ACTION_QUIT);
}

static void assert_keys(const struct keymap *m, enum action a, const char *expected)
{
    char keys[128];

    keymap_keys(m, a, keys, sizeof keys);
    assert_string_equal(keys, expected);
}

static void test_keys_can_be_changed(void **state)
{
    struct keymap m;
    struct err e;

    (void)state;
    keymap_init(&m);
    assert_true(keymap_change(&m, "next-unread", " n  ^U 报 F1 S-Tab", &e));
    assert_keys(&m, ACTION_NEXT_UNREAD, "n ^U 报 F1 S-Tab");
    assert_int_equal(keymap_action(&m, 0x62A5), ACTION_NEXT_UNREAD);
    assert_int_equal(keymap_action(&m, 'U'), ACTION_NONE);
    assert_keys(&m, ACTION_HALF_UP, "u");
    assert_keys(&m, ACTION_HELP, "?");
    assert_keys(&m, ACTION_NEXT_HIT, ":next-hit");
    assert_true(keymap_change(&m, "up", "Up Space", &e));
    assert_int_equal(keymap_action(&m, ' '), ACTION_UP);
    assert_keys(&m, ACTION_PAGE_DOWN, "PgDn f ^F ^V");
    assert_true(keymap_change(&m, "leave", "", &e));
    assert_keys(&m, ACTION_LEAVE, ":leave");
    assert_false(keymap_change(&m, "next-u", "n", &e));
    assert_false(keymap_change(&m, "up", "k spacebar", &e));
    assert_non_null(strstr(e.msg, "“spacebar”"));
    assert_false(keymap_change(&m, "up", "k ^@", &e));
    assert_false(keymap_change(&m, "up", "5", &e));
    assert_false(keymap_change(&m, "up", "a b c d e f g h i", &e));
    assert_keys(&m, ACTION_UP, "Up Space");
}

/* `expected` has | where a row ends. */
static void assert_wrapped(const char *expected, int cols)
{
    struct strbuf text = {0}, found = {0};
    struct str s;

    for (const char *p = expected; *p; p++)
        if (*p != '|')
            strbuf_add_char(&text, *p);
    s = strbuf_str(&text);
    for (size_t from = 0, to; from < s.n; from = to) {
        to = line_wrap(s, from, cols, (struct glyph_mode){.ambiguous = 1});
        strbuf_addf(&found, "%s%.*s", from > 0 ? "|" : "", (int)(to - from), s.s + from);
    }
    assert_string_equal(found.s, expected);
    strbuf_free(&text);
    strbuf_free(&found);
}

/* Help and source lines are broken as typesetting has it, and nothing of them is lost. */
static void test_wrapped_rows(void **state)
{
    (void)state;
    assert_wrapped("to the |beginning", 10);
    assert_wrapped("to the     |beginning", 9);
    assert_wrapped("下翻一页；|到文末则转|到下一篇", 10);
    assert_wrapped("再開発を|発表し|た。総事|業", 8);
    assert_wrapped("2027년 |문을 열 |예정", 8);
    assert_wrapped("abcdefgh|ij。，", 8);
    assert_wrapped("字|字", 1);
    assert_wrapped("      |字", 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_size),
        cmocka_unit_test(test_choice),
        cmocka_unit_test(test_split),
        cmocka_unit_test(test_mouse),
        cmocka_unit_test(test_themes),
        cmocka_unit_test(test_status_fills_its_row),
        cmocka_unit_test(test_status_leaves_out),
        cmocka_unit_test(test_colors_of_groups),
        cmocka_unit_test(test_theme_words),
        cmocka_unit_test(test_keymap),
        cmocka_unit_test(test_keys_can_be_changed),
        cmocka_unit_test(test_wrapped_rows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
