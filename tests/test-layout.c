#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "layout-check.h"
#include "layout/lang.h"
#include "layout/layout.h"
#include "paper/page.h"
#include "text/sanitize.h"
#include "text/utf8.h"

static const struct layout_opts plain = {
    .cols = 20, .mode = {.ambiguous = 1}, .indent = -1, .title = true};

static void fill_article(struct article *a)
{
    article_init(a);
    article_add(a, BLOCK_KICKER, STR("眉题"));
    article_add(a, BLOCK_HEADLINE, STR("这是一个要分成两行的标题"));
    article_add(a, BLOCK_BYLINE, STR("记者 某某"));
    article_add(a, BLOCK_PARAGRAPH, STR("　　第一段第一段第一段第一段。"));
    article_add(a, BLOCK_PARAGRAPH, STR("第二段。"));
    article_add(a, BLOCK_SUBHEAD, STR("小标题"));
    article_add(a, BLOCK_PARAGRAPH, STR("第三段。"));
    article_add(a, BLOCK_VERBATIM, STR("  诗的一行诗的一行诗的一行"));
    article_add(a, BLOCK_VERBATIM, STR(""));
    article_add(a, BLOCK_VERBATIM, STR("又一行"));
}

static void renders_as(const struct article *a, const struct layout_opts *o, const char *expected)
{
    struct strbuf found = {0};

    layout_print(a, o, &found);
    assert_string_equal(found.s, expected);
    strbuf_free(&found);
}

static void test_blocks(void **state)
{
    struct layout_opts o = plain;
    struct article a;

    (void)state;
    fill_article(&a);
    renders_as(&a, &o,
               "眉题\n这是一个要分\n成两行的标题\n           记者 某某\n\n"
               "  第一段第一段第一段\n第一段。\n  第二段。\n\n小标题\n  第三段。\n"
               "  诗的一行诗的一行诗\n    的一行\n\n又一行\n");
    o.indent = 0;
    o.title = false;
    renders_as(&a, &o,
               "第一段第一段第一段第\n一段。\n\n第二段。\n\n小标题\n第三段。\n\n"
               "  诗的一行诗的一行诗\n    的一行\n\n又一行\n");
    o.cols = 0;
    o.indent = 4;
    renders_as(&a, &o,
               "    第一段第一段第一段第一段。\n    第二段。\n\n小标题\n    第三段。\n"
               "  诗的一行诗的一行诗的一行\n\n又一行\n");
    article_free(&a);
}

static void test_rows_by_place(void **state)
{
    struct layout_opts o = plain;
    struct article a;
    struct layout *l;

    (void)state;
    fill_article(&a);
    l = layout_new(&a, &o);
    assert_int_equal(layout_row_at(l, 0), 0);
    assert_int_equal(layout_row_at(l, a.text.n), layout_count(l) - 1);
    for (size_t i = 0; i < layout_count(l); i++) {
        const struct row *r = layout_row(l, i);

        if (!r->blank)
            assert_int_equal(layout_row_at(l, r->from), i);
        else
            assert_int_equal(r->from, layout_row(l, i)->to);
    }
    assert_true(layout_row(l, 4)->blank);
    assert_int_equal(layout_row(l, 4)->block, 3);
    assert_int_equal(layout_row(l, 4)->from, a.blocks[3].from);
    layout_free(l);
    article_free(&a);
}

static void test_nothing(void **state)
{
    struct article a;
    struct layout *l;

    (void)state;
    article_init(&a);
    l = layout_new(&a, &plain);
    assert_int_equal(layout_count(l), 0);
    assert_int_equal(layout_row_at(l, 5), 0);
    layout_free(l);
    article_add(&a, BLOCK_PARAGRAPH, STR(""));
    l = layout_new(&a, &plain);
    assert_int_equal(layout_count(l), 0);
    layout_free(l);
    layout_free(NULL);
    article_free(&a);
}

static void test_rendering(void **state)
{
    struct layout_opts o = plain;
    struct article a;

    (void)state;
    article_init(&a);
    article_add(&a, BLOCK_PARAGRAPH, STR("10 月 23 日\tAIGC技术"));
    o.cols = 40;
    o.indent = 0;
    renders_as(&a, &o, "10 月 23 日 AIGC技术\n");
    o.autospace = AUTOSPACE_STRIP;
    renders_as(&a, &o, "10月23日 AIGC技术\n");
    o.autospace = AUTOSPACE_INSERT;
    renders_as(&a, &o, "10 月 23 日 AIGC 技术\n");
    article_free(&a);
}

/* Blocks that are not taken apart are the rows that a measure without end makes of them. */
static void test_no_measure(void **state)
{
    static const char *const bits[] = {"山", "a",       " ", "\t", "\u3000",
                                       "。", "\u0301", "7", "（", "\u0600"};
    unsigned seed = 1;

    (void)state;
    for (int round = 0; round < 2000; round++) {
        struct layout_opts o = plain;
        struct layout *none, *wide;
        struct strbuf text = {0};
        struct article a;

        o.indent = 0;
        for (unsigned n = seed >> 8 & 15; n > 0; n--) {
            seed = seed * 1103515245u + 12345;
            strbuf_add_str(&text, str_of(bits[(seed >> 16) % (sizeof bits / sizeof *bits)]));
        }
        seed = seed * 1103515245u + 12345;
        article_init(&a);
        article_add(&a, round % 2 ? BLOCK_PARAGRAPH : BLOCK_VERBATIM, strbuf_str(&text));
        o.cols = 0;
        none = layout_new(&a, &o);
        o.cols = 1000;
        wide = layout_new(&a, &o);
        assert_int_equal(layout_count(none), layout_count(wide));
        for (size_t i = 0; i < layout_count(none); i++) {
            assert_int_equal(layout_row(none, i)->from, layout_row(wide, i)->from);
            assert_int_equal(layout_row(none, i)->to, layout_row(wide, i)->to);
        }
        layout_free(none);
        layout_free(wide);
        article_free(&a);
        strbuf_free(&text);
    }
}

static void headline_is(struct str text, int cols, const char *expected)
{
    struct layout_opts o = plain;
    struct article a;

    o.cols = cols;
    article_init(&a);
    article_add(&a, BLOCK_HEADLINE, text);
    renders_as(&a, &o, expected);
    article_free(&a);
}

/* Rows end where the sense parts, and titles stay whole, as long as the rows are no odd sight. */
static void test_headlines(void **state)
{
    (void)state;
    headline_is(STR("一二三四五六：七八九十甲乙丙丁戊"), 20,
                "一二三四五六：\n七八九十甲乙丙丁戊\n");
    headline_is(STR("一：二三四五六七八九十甲乙"), 20, "一：二三四五六\n七八九十甲乙\n");
    headline_is(STR("一二三四五六 七八九十甲乙丙丁"), 20, "一二三四五六\n七八九十甲乙丙丁\n");
    headline_is(STR("一二三四五 10 月甲乙丙丁戊己"), 20, "一二三四五 10\n月甲乙丙丁戊己\n");
    headline_is(STR("一二三四五《六七八九十》甲乙"), 20, "一二三四五\n《六七八九十》甲乙\n");
    headline_is(STR("一《二三四五六七八九十甲乙丙》"), 20, "一《二三四五六七\n八九十甲乙丙》\n");
}

/* What a text is taken for in which a character that comes five times meets four ideographs. */
static enum lang lang_with(uint32_t cp)
{
    enum charclass c = charclass_of(cp);

    if (c == CC_KANA || c == CC_SMALLKANA)
        return LANG_JA;
    if (c == CC_HANGUL)
        return LANG_KO;
    return cp == 0x300C ? LANG_ZH_HANT : LANG_ZH_HANS;
}

static void test_language_of_each_character(void **state)
{
    struct strbuf text = {0};

    (void)state;
    for (uint32_t cp = ' '; cp < 0x30000; cp++) {
        char utf8[4];
        size_t n = utf8_put(utf8, cp);

        strbuf_clear(&text);
        for (int i = 0; i < 5; i++) {
            strbuf_add(&text, utf8, n);
            strbuf_add_str(&text, i > 0 ? STR("山") : STR(""));
        }
        strbuf_add_str(&text, STR("，，，"));
        assert_int_equal(lang_guess(strbuf_str(&text)), lang_with(cp));
    }
    strbuf_free(&text);
}

static void test_languages(void **state)
{
    (void)state;
    assert_int_equal(lang_guess(STR("他说：“你好。”")), LANG_ZH_HANS);
    assert_int_equal(lang_guess(STR("他說：「你好。」")), LANG_ZH_HANT);
    assert_int_equal(lang_guess(STR("東京の天気はよい")), LANG_JA);
    assert_int_equal(lang_guess(STR("오늘 날씨가 좋다 北京")), LANG_KO);
    assert_int_equal(lang_guess(STR("Good morning")), LANG_EN);
    assert_int_equal(lang_guess(STR("")), LANG_ZH_HANS);
}

/* Every occurrence of `whole` is on one row. */
static void is_whole(const struct article *a, const struct layout *l, struct str whole)
{
    struct str text = strbuf_str(&a->text);

    for (size_t at = str_find(text, whole, 0); at < text.n;
         at = str_find(text, whole, at + whole.n))
        assert_int_equal(layout_row_at(l, at), layout_row_at(l, at + whole.n - 1));
}

static void is_set_well(const struct article *a, int cols)
{
    struct layout_opts o = plain;
    struct layout *l;
    const char *fault;
    size_t at;

    o.cols = cols;
    o.kinsoku = KINSOKU_NORMAL;
    o.lang = LANG_ZH_HANS;
    o.korean = KOREAN_WORD;
    l = layout_new(a, &o);
    fault = layout_fault(a, &o, l, &at);
    if (fault)
        fail_msg("row %zu %s", at, fault);
    for (size_t i = 0; i < layout_count(l); i++) {
        const struct row *r = layout_row(l, i);
        struct str s = str_sub(strbuf_str(&a->text), r->from, r->to);
        static const struct str heads = {"，。、；：！？）》」』”’", 36};
        static const struct str feet = {"（《「『“‘", 18};

        if (s.n == 0)
            continue;
        assert_int_equal(str_find(heads, str_sub(s, 0, glyph_next(s, 0)), 0), heads.n);
        assert_int_equal(str_find(feet, str_sub(s, utf8_prev(s, s.n), s.n), 0), feet.n);
    }
    is_whole(a, l, STR("AIGC"));
    is_whole(a, l, STR("8.5%"));
    is_whole(a, l, STR("……"));
    is_whole(a, l, STR("——"));
    layout_free(l);
}

/* A page of a newspaper, where there is one. */
static void test_page(void **state)
{
    static const int widths[] = {20, 40, 41, 60, 76};
    const char *srcdir = getenv("srcdir");
    struct strbuf path = {0}, raw = {0};
    struct sanitized text = {0};
    struct articles articles = {0};
    char piece[4096];
    size_t n;
    FILE *f;

    (void)state;
    strbuf_addf(&path, "%s/../shared/seed/page.txt", srcdir ? srcdir : ".");
    f = fopen(path.s, "rb");
    if (!f)
        print_message("# skipped: there is no %s\n", path.s);
    strbuf_free(&path);
    if (!f)
        return;
    while ((n = fread(piece, 1, sizeof piece, f)) > 0)
        strbuf_add(&raw, piece, n);
    fclose(f);
    sanitize_utf8(strbuf_str(&raw), &text);
    page_build(strbuf_str(&text.text), TEXT_PAGE, &articles);
    assert_true(articles.n > 0);
    for (size_t i = 0; i < articles.n; i++)
        for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
            is_set_well(&articles.v[i], widths[w]);
    articles_free(&articles);
    sanitized_free(&text);
    strbuf_free(&raw);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_rows_by_place),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_rendering),
        cmocka_unit_test(test_no_measure),
        cmocka_unit_test(test_headlines),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_language_of_each_character),
        cmocka_unit_test(test_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
