/* How paragraphs of different kinds are set: labels, verse, quotations. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout-check.h"

static const struct layout_opts plain = {.cols = 20, .mode = {.ambiguous = 1}, .indent = -1};

static void renders_as(const struct article *a, const struct layout_opts *o, const char *expected)
{
    struct strbuf found = {0};

    layout_print(a, o, &found);
    assert_string_equal(found.s, expected);
    strbuf_free(&found);
}

/* The label of an item or a speech stands before its text; a longer one, one of nothing, and what
 * only looks so begin with an indent. */
static void test_labels(void **state)
{
    struct layout_opts o = plain;
    struct article a;

    (void)state;
    article_init(&a);
    article_add(&a, BLOCK_PARAGRAPH, STR("　　一、今天天气很好我们出去"));
    article_add(&a, BLOCK_PARAGRAPH, STR("1. 今天天气，很好我们出去"));
    article_add(&a, BLOCK_PARAGRAPH, STR("（十）今天天气很好我们"));
    article_add(&a, BLOCK_PARAGRAPH, STR("甲乙：今天天气很好我们"));
    article_add(&a, BLOCK_PARAGRAPH, STR("他说：“今天天气很好我们”"));
    article_add(&a, BLOCK_PARAGRAPH, STR("第二十三条今天天气很好"));
    article_add(&a, BLOCK_PARAGRAPH, STR("3.14今天天气很好我们出去"));
    article_add(&a, BLOCK_PARAGRAPH, STR("①"));
    o.indent = 2;
    o.justify = true;
    renders_as(&a, &o,
               "一、今天天气很好我们\n    出去\n"
               "1. 今天天气， 很好我\n   们出去\n"
               "（十）今天天气很好我\n      们\n"
               "甲乙：今天天气很好我\n      们\n"
               "  他说：“今天天气很\n好我们”\n"
               "  第二十三条今天天气\n很好\n"
               "  3.14今天天气很好我\n们出去\n"
               "  ①\n");
    article_free(&a);
}

/* Three lines of five or seven ideographs are a poem; fewer, uneven or wide ones are prose. */
static void test_poems(void **state)
{
    struct layout_opts o = plain;
    struct article a;

    (void)state;
    o.cols = 40;
    article_init(&a);
    article_add(&a, BLOCK_PARAGRAPH, STR("诗曰："));
    article_add(&a, BLOCK_PARAGRAPH, STR("　　一二三四五，六七八九十。"));
    article_add(&a, BLOCK_PARAGRAPH, STR("甲乙丙丁戊，己庚辛壬癸。"));
    article_add(&a, BLOCK_PARAGRAPH, STR("子丑寅卯辰"));
    article_add(&a, BLOCK_PARAGRAPH, STR("如此。"));
    article_add(&a, BLOCK_PARAGRAPH, STR("一二三四五，"));
    article_add(&a, BLOCK_PARAGRAPH, STR("六七八九十。"));
    article_add(&a, BLOCK_PARAGRAPH, STR("一二三四五六七"));
    renders_as(&a, &o,
               "    诗曰：\n"
               "        一二三四五，六七八九十。\n"
               "        甲乙丙丁戊，己庚辛壬癸。\n"
               "        子丑寅卯辰\n"
               "    如此。\n    一二三四五，\n    六七八九十。\n    一二三四五六七\n");
    o.cols = 24;
    o.indent = 2;
    renders_as(&a, &o,
               "  诗曰：\n"
               "  一二三四五，六七八九\n十。\n"
               "  甲乙丙丁戊，己庚辛壬\n癸。\n"
               "  子丑寅卯辰\n"
               "  如此。\n  一二三四五，\n  六七八九十。\n  一二三四五六七\n");
    article_free(&a);
}

static void test_free_verse(void **state)
{
    struct layout_opts o = plain;
    struct article a;

    (void)state;
    o.cols = 40;
    article_init(&a);
    article_add(&a, BLOCK_PARAGRAPH, STR("卖报的人说今天没有消息，卖报的人说今天没有消息。"));
    article_add(&a, BLOCK_PARAGRAPH, STR("风从码头上来，"));
    article_add(&a, BLOCK_PARAGRAPH, STR("带着旧报纸的气味，"));
    article_add(&a, BLOCK_PARAGRAPH, STR("和一句没有印完的话……"));
    article_add(&a, BLOCK_PARAGRAPH, STR("“他走了，”她说。"));
    article_add(&a, BLOCK_PARAGRAPH, STR("门开着。"));
    article_add(&a, BLOCK_PARAGRAPH, STR("灯亮着。"));
    article_add(&a, BLOCK_PARAGRAPH, STR("没有人。"));
    renders_as(&a, &o,
               "    卖报的人说今天没有消息，卖报的人说今\n天没有消息。\n"
               "          风从码头上来，\n"
               "          带着旧报纸的气味，\n"
               "          和一句没有印完的话……\n"
               "    “他走了，”她说。\n    门开着。\n    灯亮着。\n    没有人。\n");
    article_free(&a);
}

static void test_quotation(void **state)
{
    struct layout_opts o = plain;
    struct article a;

    (void)state;
    o.cols = 32;
    article_init(&a);
    article_add(&a, BLOCK_PARAGRAPH, STR("　　他在信里写道。"));
    article_add(&a, BLOCK_PARAGRAPH, STR("　　　　今天的报纸没有送到，邮差说路断了，要等水退。"));
    article_add(&a, BLOCK_PARAGRAPH, STR("　　我们没有回信。"));
    article_add(&a, BLOCK_PARAGRAPH, STR("　　　　　　　　　　　三月五日"));
    renders_as(&a, &o,
               "    他在信里写道。\n"
               "        今天的报纸没有送到，\n"
               "    邮差说路断了，要等水退。\n"
               "    我们没有回信。\n    三月五日\n");
    article_free(&a);
}

/* A bar for every level; where they leave no room the marks stay as they are. */
static void test_quoted_mail(void **state)
{
    struct layout_opts o = plain;
    struct article a;

    (void)state;
    o.cols = 16;
    article_init(&a);
    article_add(&a, BLOCK_PARAGRAPH, STR("> > 今天的报纸没有送到。"));
    article_add(&a, BLOCK_PARAGRAPH, STR(">路断了"));
    article_add(&a, BLOCK_PARAGRAPH, STR(">>>>>水"));
    article_add(&a, BLOCK_PARAGRAPH, STR("> "));
    article_add(&a, BLOCK_PARAGRAPH, STR("要等 > 水退。"));
    renders_as(&a, &o,
               "| | 今天的报纸没\n| | 有送到。\n"
               "| 路断了\n"
               "  >>>>>水\n"
               "  >\n"
               "  要等 > 水退。\n");
    o.cols = 0;
    renders_as(&a, &o,
               "    > > 今天的报纸没有送到。\n    >路断了\n    >>>>>水\n    >\n"
               "    要等 > 水退。\n");
    article_free(&a);
}

/* Below 20 columns the level is loose, and a first line is indented by one ideograph below 24. */
static void test_narrow(void **state)
{
    struct layout_opts o = plain;
    struct article a;

    (void)state;
    article_init(&a);
    article_add(&a, BLOCK_PARAGRAPH, STR("今天很好吗？我们"));
    o.cols = 12;
    renders_as(&a, &o, "  今天很好吗\n？我们\n");
    o.kinsoku = KINSOKU_NORMAL;
    renders_as(&a, &o, "  今天很好\n吗？我们\n");
    article_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_poems),
        cmocka_unit_test(test_free_verse),
        cmocka_unit_test(test_quotation),
        cmocka_unit_test(test_quoted_mail),
        cmocka_unit_test(test_narrow),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
