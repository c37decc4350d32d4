#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/command.h"
#include "term/key.h"
#include "ui/marks.h"
#include "ui/prompt.h"
#include "term/style.h"

/* Types keys into an empty prompt. */
static enum prompt_state type(struct prompt *p, const int *keys)
{
    enum prompt_state state = PROMPT_TYPING;

    prompt_begin(p, NULL);
    for (; *keys && state == PROMPT_TYPING; keys++)
        state = prompt_key(p, *keys);
    return state;
}

static void test_editing(void **state)
{
    static const struct {
        int keys[12];
        const char *text;
        size_t cursor;
    } cases[] = {
        {{'a', 'b', 'c'}, "abc", 3},
        {{0x6C49, 0x5B57}, "汉字", 6},
        {{0x6C49, 0x5B57, KEY_ERASE}, "汉", 3},
        {{0x6C49, 0x5B57, KEY_ARROW_LEFT, 'x'}, "汉x字", 4},
        {{0x6C49, 0x5B57, KEY_TO_HOME, KEY_DELETE}, "字", 0},
        {{'e', 0x301, 'x', KEY_ARROW_LEFT, KEY_ERASE}, "x", 0},
        {{'a', ' ', 'b', KEY_CONTROL('w')}, "a ", 2},
        {{'a', 'b', KEY_CONTROL('u'), 'c'}, "c", 1},
        {{'a', 'b', KEY_CONTROL('a'), 'c', KEY_CONTROL('e'), 'd'}, "cabd", 4},
        {{'a', KEY_ARROW_RIGHT, KEY_ARROW_LEFT, KEY_ARROW_LEFT, 'b'}, "ba", 1},
        {{'a', KEY_UNKNOWN, KEY_RESIZED, 1}, "a", 0},
    };
    struct prompt p = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(type(&p, cases[i].keys), PROMPT_TYPING);
        assert_string_equal(p.text.s, cases[i].text);
        assert_int_equal(p.cursor, cases[i].cursor);
    }
    prompt_free(&p);
}

static void test_leaving(void **state)
{
    struct prompt p = {0};

    (void)state;
    assert_int_equal(type(&p, (int[]){'a', KEY_RETURN, 0}), PROMPT_DONE);
    assert_int_equal(type(&p, (int[]){KEY_RETURN, 0}), PROMPT_CANCELLED);
    assert_int_equal(type(&p, (int[]){'a', KEY_ESCAPE, 0}), PROMPT_CANCELLED);
    assert_int_equal(type(&p, (int[]){KEY_ERASE, 0}), PROMPT_CANCELLED);
    prompt_free(&p);
}

/* Older lines come back, and what was being typed after them. */
static void test_past(void **state)
{
    static const struct {
        int keys[8];
        const char *text;
    } cases[] = {
        {{KEY_ARROW_UP}, "新"},
        {{KEY_ARROW_UP, KEY_ARROW_UP, KEY_ARROW_UP}, "old"},
        {{'x', KEY_ARROW_UP, KEY_ARROW_DOWN}, "x"},
        {{KEY_ARROW_DOWN, 'y'}, "y"},
        {{KEY_CONTROL('p'), KEY_ERASE, 'z'}, "z"},
    };
    struct strlist past = {0};
    struct prompt p = {0};

    (void)state;
    strlist_add(&past, STR("old"));
    strlist_add(&past, STR("新"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        prompt_begin(&p, &past);
        for (const int *key = cases[i].keys; *key; key++)
            assert_int_equal(prompt_key(&p, *key), PROMPT_TYPING);
        assert_string_equal(p.text.s, cases[i].text);
    }
    prompt_free(&p);
    strlist_free(&past);
}

/* Tab: what the offers have in common, then one after the other, around. */
static void test_offers(void **state)
{
    struct strlist offers = {0};
    struct prompt p = {0};

    (void)state;
    prompt_begin(&p, NULL);
    assert_int_equal(prompt_key(&p, KEY_TAB), PROMPT_COMPLETE);
    strlist_add(&offers, STR("报纸一"));
    strlist_add(&offers, STR("报纸丁"));
    prompt_offer(&p, &offers);
    assert_string_equal(p.text.s, "报纸");
    assert_int_equal(prompt_key(&p, KEY_TAB), PROMPT_TYPING);
    assert_string_equal(p.text.s, "报纸一");
    prompt_key(&p, KEY_TAB);
    prompt_key(&p, KEY_TAB);
    assert_string_equal(p.text.s, "报纸一");
    prompt_key(&p, 'x');
    assert_string_equal(p.text.s, "报纸一x");
    assert_int_equal(prompt_key(&p, KEY_TAB), PROMPT_COMPLETE);
    strlist_add(&offers, STR("one/"));
    prompt_offer(&p, &offers);
    assert_string_equal(p.text.s, "one/");
    assert_int_equal(prompt_key(&p, KEY_TAB), PROMPT_COMPLETE);
    prompt_offer(&p, &offers);
    assert_string_equal(p.text.s, "one/");
    prompt_paste(&p, KEY_RETURN);
    prompt_paste(&p, 0x4E2D);
    prompt_paste(&p, KEY_ARROW_UP);
    assert_string_equal(p.text.s, "one/ 中");
    prompt_free(&p);
}

/* Commands by name. */
static void test_commands(void **state)
{
    static const struct {
        const char *line;
        enum action action;
        size_t count;
        const char *text;
    } cases[] = {
        {"next", ACTION_NEXT_ARTICLE, 0, ""},
        {"  5 down ", ACTION_DOWN, 5, ""},
        {"12", ACTION_BOTTOM, 12, ""},
        {"50%", ACTION_PERCENT, 50, ""},
        {"search 社区 食堂", ACTION_SEARCH, 0, "社区 食堂"},
        {"q", ACTION_QUIT, 0, ""},
        {"nosuch", ACTION_NONE, 0, ""},
        {"", ACTION_NONE, 0, ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct command c;
        struct err e = {""};

        assert_int_equal(command_parse(str_of(cases[i].line), &c, &e),
                         cases[i].action != ACTION_NONE);
        assert_int_equal(c.action, cases[i].action);
        assert_int_equal(c.count, cases[i].count);
        assert_true(str_eq(c.text, str_of(cases[i].text)));
        assert_int_equal(e.msg[0] != '\0', cases[i].action == ACTION_NONE);
    }
}

/* A long text scrolls; the cursor stays in the row at every width. */
static void test_drawing(void **state)
{
    const struct screen_opts o = {.mode = {.ambiguous = 1}};
    struct screen *s = screen_open_hidden(2, 20, &o);
    struct strbuf row = {0}, styles = {0};
    struct prompt p = {0};

    (void)state;
    prompt_begin(&p, NULL);
    for (int i = 0; i < 30; i++)
        prompt_key(&p, 0x4E00 + i);
    prompt_draw(&p, s, 1, 20, "/");
    screen_read_row(s, 1, &row, &styles);
    assert_string_equal(row.s, "/丕世丗丘丙业丛东丝");
    for (int cols = 1; cols < 20; cols++)
        prompt_draw(&p, s, 0, cols, "/");
    strbuf_free(&row);
    strbuf_free(&styles);
    prompt_free(&p);
    screen_close(s);
}

/* Hits lie over keywords, and keywords keep their own style each. */
static void test_marks(void **state)
{
    struct err e;
    struct keywords keywords = {0};
    struct query *search = query_new(STR("区食"), FOLD_DEFAULT, &e);
    struct marks m = {&keywords, NULL};
    struct spans found = {0}, pieces = {0};

    (void)state;
    assert_true(keywords_add(&keywords, NULL, STR("社区"), FOLD_DEFAULT, &e));
    assert_true(keywords_add(&keywords, NULL, STR("食堂"), FOLD_DEFAULT, &e));
    marks_find(&m, STR("社区食堂"), 10, &found);
    spans_cut(&found, 10, 22, &pieces);
    assert_int_equal(pieces.n, 2);
    assert_int_equal(pieces.v[0].style, STYLE_KEYWORD);
    assert_int_equal(pieces.v[1].style, STYLE_KEYWORD + 1);
    m.search = search;
    spans_clear(&found);
    spans_clear(&pieces);
    marks_find(&m, STR("社区食堂"), 10, &found);
    spans_cut(&found, 10, 22, &pieces);
    assert_int_equal(pieces.n, 4);
    assert_int_equal(pieces.v[0].style, STYLE_KEYWORD);
    for (size_t i = 1; i < 3; i++) {
        assert_int_equal(pieces.v[i].style, STYLE_HIT);
        assert_int_equal(pieces.v[i].from, 10 + 3 * i);
    }
    assert_int_equal(pieces.v[3].style, STYLE_KEYWORD + 1);
    spans_free(&found);
    spans_free(&pieces);
    keywords_free(&keywords);
    query_free(search);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_editing),  cmocka_unit_test(test_leaving),
        cmocka_unit_test(test_past),     cmocka_unit_test(test_offers),
        cmocka_unit_test(test_commands), cmocka_unit_test(test_drawing),
        cmocka_unit_test(test_marks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
