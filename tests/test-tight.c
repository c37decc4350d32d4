#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "columns-check.h"
#include "growth.h"
#include "paper/columns.h"

/* Full lines that stand close have one space between them. */
static void test_tight(void **state)
{
    (void)state;
    assert_read("春天的江岸上    柳树已经绿了\n"
                "人们在岸边走，   孩子们在风里\n"
                "船从上游来，他   放起纸做的鹞\n"
                "们不说话，只看   子，越放越高\n"
                "着水里的倒影一 样的天空和云\n"
                "直到傍晚。     才慢慢回去。\n",
                "春天的江岸上|人们在岸边走，|船从上游来，他|们不说话，只看|"
                "着水里的倒影一|直到傍晚。|柳树已经绿了|孩子们在风里|放起纸做的鹞|"
                "子，越放越高|样的天空和云|才慢慢回去。|");
}

/* No gap is wider than one space anywhere. */
static void test_tight_alone(void **state)
{
    (void)state;
    assert_read("春天的江岸上柳树已经 放起纸做的鹞子越放越\n"
                "绿了，人们在岸边走孩 高，天空和云才慢慢回\n"
                "子们在风里船从上游来 去，直到傍晚的时候。\n",
                "春天的江岸上柳树已经|绿了，人们在岸边走孩|子们在风里船从上游来|"
                "放起纸做的鹞子越放越|高，天空和云才慢慢回|去，直到傍晚的时候。|");
}

/* Two rows are enough where the columns are alike, also with a blank one between and behind a mark;
 * and a line over the place where the others end is one of the first column. */
static void test_twins(void **state)
{
    (void)state;
    assert_read("老桥换新桥\n"
                "\n"
                "本报讯 江上的新桥昨天上午合龙 桥面上铺了三层，最下面的一层是\n"
                "\n"
                "，两岸的人不用再等渡船，工人们 防水的，明年春天通车。\n"
                "用了两年零四个月才把它造好了，\n",
                "老桥换新桥|本报讯 江上的新桥昨天上午合龙|，两岸的人不用再等渡船，工人们|"
                "用了两年零四个月才把它造好了，|桥面上铺了三层，最下面的一层是|"
                "防水的，明年春天通车。|");
}

/* One row is enough above lines that end where its first half does; they belong to that column up
 * to the blank row. */
static void test_twin_alone(void **state)
{
    (void)state;
    assert_read("江上的新桥昨天上午合龙，两岸人 最下面的一层是防水的，再往上的\n"
                "不用再等渡船，工人们用了两年零\n"
                "四个月才把它造好，桥面上铺三层\n"
                "\n"
                "一层要等到开春才铺，那时候天气\n"
                "暖了，沥青才不会裂。\n",
                "江上的新桥昨天上午合龙，两岸人|不用再等渡船，工人们用了两年零|"
                "四个月才把它造好，桥面上铺三层|最下面的一层是防水的，再往上的|"
                "一层要等到开春才铺，那时候天气|暖了，沥青才不会裂。|");
}

/* Headlines in two parts, couplets and lines with a stray space are no columns. */
static void test_no_twins(void **state)
{
    (void)state;
    assert_no_columns("江上的新桥昨天上午合龙 两岸的人不用再等渡船\n"
                      "本报记者 王小明\n"
                      "江上的新桥昨天上午合龙，两岸人不用再等渡船，\n"
                      "工人们用了两年零四个月才把它造好，桥面上铺三\n"
                      "层，最下面的一层是防水的。\n");
    assert_no_columns("两个黄鹂鸣翠柳 一行白鹭上青天\n"
                      "窗含西岭千秋雪 门泊东吴万里船\n");
    assert_no_columns("江上的新桥昨天上午合龙，两岸人 不用再等渡船，工人们用了两年零\n"
                      "四个月才把它造好，桥面上铺三层，最下面的一层是防水的，再往上的\n"
                      "一层要等到开春才铺，那时候天气暖了，沥青才不会裂开，工人们说。\n");
}

static void ignore(void *context, const struct span *span)
{
    (void)context;
    (void)span;
}

/* Columns that are alike around a line of so many letters that are spread. */
static void read_letters(size_t n)
{
    struct strbuf text = {0};

    for (int i = 0; i < 4; i++)
        strbuf_add_str(&text, STR("江上的新桥昨天上午合龙了 工人们用了两年零四个月\n"));
    for (size_t i = 0; i < n; i++)
        strbuf_add_str(&text, STR("桥 "));
    assert_true(columns_read(strbuf_str(&text), ignore, NULL));
    strbuf_free(&text);
}

static void test_letters_are_linear(void **state)
{
    (void)state;
    assert_true(growth(read_letters, 1 << 13) < GROWTH_LINEAR);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tight),
        cmocka_unit_test(test_tight_alone),
        cmocka_unit_test(test_twins),
        cmocka_unit_test(test_twin_alone),
        cmocka_unit_test(test_no_twins),
        cmocka_unit_test(test_letters_are_linear),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
