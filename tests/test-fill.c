#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "layout/fill.h"
#include "layout/linebreak.h"

static const struct glyph_mode mode = {.ambiguous = 1};

/* Appends the row with a _ for every inserted column. */
static void show(const struct rows *rows, const struct row *r, const char *text, struct strbuf *out)
{
    size_t at = r->from;

    strbuf_pad(out, ' ', (size_t)r->indent);
    for (size_t g = 0; g < r->n_gaps; g++) {
        size_t gap = rows->gaps[r->gap + g];

        strbuf_add(out, text + at, gap - at);
        strbuf_add_char(out, '_');
        at = gap;
    }
    strbuf_add(out, text + at, r->to - at);
    strbuf_add_char(out, '|');
}

/* `expected`: the rows, a | after each. */
static void check(const struct fill_opts *o, const char *text, const char *expected, size_t cuts)
{
    static const struct linebreak_rules rules = {.level = KINSOKU_NORMAL};
    struct clusters t = {0};
    struct rows rows = {0};
    struct strbuf found = {0};
    size_t n_cuts;

    strbuf_add(&found, "", 0);
    clusters_split(str_of(text), mode, &t);
    linebreak_mark(&t, &rules);
    n_cuts = fill_paragraph(&t, o, 0, 7, &rows);
    for (size_t i = 0; i < rows.n; i++) {
        show(&rows, &rows.v[i], text, &found);
        assert_int_equal(rows.v[i].block, 7);
    }
    assert_string_equal(found.s, expected);
    assert_int_equal(n_cuts, cuts);
    rows_free(&rows);
    clusters_free(&t);
    strbuf_free(&found);
}

static void test_breaks(void **state)
{
    const struct fill_opts o = {.cols = 12, .lang = LANG_ZH_HANS};

    (void)state;
    check(&o, "", "", 0);
    check(&o, "   ", "", 0);
    check(&o, "今天天气很好，我们出去玩。", "今天天气很|好，我们出去|玩。|", 0);
    check(&o, "one two three  four", "one two|three  four|", 0);
    check(&o, "one two threes  four", "one two|threes  four|", 0);
    check(&o, "今天天气很好　　我们", "今天天气很好|我们|", 0);
    check(&(struct fill_opts){0}, "今天天气很好，我们出去玩。", "今天天气很好，我们出去玩。|", 0);
    check(&(struct fill_opts){.cols = 12, .indent = 4}, "今天天气很好", "    今天天气|很好|", 0);
    check(&(struct fill_opts){.cols = 12, .hindent = 2}, "今天天气很好啊", "今天天气很好|  啊|", 0);
}

static void test_cuts(void **state)
{
    (void)state;
    check(&(struct fill_opts){.cols = 10}, "Donaudampfschifffahrt", "Donaudampf|schifffahr|t|", 2);
    check(&(struct fill_opts){.cols = 6}, "他说：「好。」", "他说：|「好。|」|", 1);
    check(&(struct fill_opts){.cols = 1}, "汉字", "汉|字|", 0);
    check(&(struct fill_opts){.cols = 1}, "（汉）", "（|汉|）|", 2);
    check(&(struct fill_opts){.cols = 4, .indent = 4}, "汉字", "    汉|字|", 0);
    check(&(struct fill_opts){.cols = 3}, "e\u0301e\u0301e\u0301e\u0301",
          "e\u0301e\u0301e\u0301|e\u0301|", 1);
    check(&(struct fill_opts){.cols = 14}, "见http://abc.cn/xyz", "见|http://abc.cn/|xyz|", 1);
    check(&(struct fill_opts){.cols = 2}, "      a b", "a|b|", 0);
}

static void test_hanging(void **state)
{
    struct fill_opts o = {.cols = 8, .hang = 2, .lang = LANG_ZH_HANS};

    (void)state;
    check(&o, "今天很好，我们", "今天很好，|我们|", 0);
    check(&o, "今天很好！", "今天很好！|", 0);
    check(&o, "今天很好？！我们", "今天很|好？！我|们|", 0);
    check(&o, "今天好？！我们", "今天好？！|我们|", 0);
    check(&o, "今天很好。”我们", "今天很|好。”我|们|", 0);
    check(&o, "今天很好）我们", "今天很|好）我们|", 0);
    o.lang = LANG_JA;
    check(&o, "今天很好，我们", "今天很好，|我们|", 0);
    check(&o, "今天很好！我们", "今天很|好！我们|", 0);
    o.lang = LANG_ZH_HANT;
    check(&o, "今天很好，我们", "今天很|好，我们|", 0);
}

static void test_orphans(void **state)
{
    struct fill_opts o = {.cols = 8, .avoid_orphans = true, .lang = LANG_ZH_HANS};

    (void)state;
    check(&o, "今天很好吧。", "今天很|好吧。|", 0);
    check(&o, "今天很好啊吧。", "今天很好|啊吧。|", 0);
    check(&o, "今天很，吧。", "今天|很，吧。|", 0);
    check(&o, "很好AIGC吧。", "很好AIGC|吧。|", 0);
    check(&o, "今天（一）吧。", "今天|（一）|吧。|", 0);
    o.cols = 4;
    check(&o, "今天很。", "今天|很。|", 0);
    o.cols = 8;
    o.hang = 2;
    check(&o, "今天很好，吧。", "今天很好，|吧。|", 0);
}

static void test_autospace(void **state)
{
    struct fill_opts o = {.cols = 15, .autospace = AUTOSPACE_INSERT};

    (void)state;
    check(&o, "使用AIGC技术", "使用_AIGC_技术|", 0);
    check(&o, "使用AIGC技术，好", "使用_AIGC技术，|好|", 0);
    check(&o, "使用AIGC、5%的", "使用_AIGC、5%的|", 0);
    check(&o, "好(用AIGC技术)呢", "好(用_AIGC技术)|呢|", 0);
    check(&o, "见a.b@c.cn/好", "见_a.b@c.cn/好|", 0);
    check(&o, "使用 AIGC 技术", "使用 AIGC 技术|", 0);
    o.cols = 8;
    check(&o, "使用AIGC技术", "使用|AIGC_技|术|", 0);
}

static void test_justification(void **state)
{
    struct fill_opts o = {.cols = 12, .justify = true, .lang = LANG_ZH_HANS};

    (void)state;
    check(&o, "他用GPT写了文章，很好看", "他用GPT_写了|文章，很好看|", 0);
    check(&o, "a bc de fghij k", "a bc de|fghij k|", 0);
    check(&o, "aaa bb ccc dddddd", "aaa _bb _ccc|dddddd|", 0);
    o.cols = 18;
    check(&o, "春天，夏天，秋天（冬天）", "春天，_夏天，_秋天|（冬天）|", 0);
    check(&o, "春天，“夏天”（秋天）冬天", "春天，“夏天”（秋|天）冬天|", 0);
}

/* A word of 10 MB: every cluster is looked at a few times, not once a row. */
static void test_long_word(void **state)
{
    const struct linebreak_rules rules = {.level = KINSOKU_NORMAL};
    const struct fill_opts o = {.cols = 80, .justify = true, .avoid_orphans = true, .hang = 2};
    enum { SIZE = 10 * 1024 * 1024 };
    char *word = malloc(SIZE);
    struct clusters t = {0};
    struct rows rows = {0};

    (void)state;
    assert_non_null(word);
    memset(word, 'a', SIZE);
    clusters_split((struct str){word, SIZE}, mode, &t);
    linebreak_mark(&t, &rules);
    fill_paragraph(&t, &o, 0, 0, &rows);
    assert_int_equal(rows.n, SIZE / 80);
    rows_free(&rows);
    clusters_free(&t);
    free(word);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_breaks),    cmocka_unit_test(test_cuts),
        cmocka_unit_test(test_hanging),   cmocka_unit_test(test_orphans),
        cmocka_unit_test(test_autospace), cmocka_unit_test(test_justification),
        cmocka_unit_test(test_long_word),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
