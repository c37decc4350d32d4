/* What is verse, and what only looks like it. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rebuilt.h"

/* Stanzas have no marks, however long their lines are; each poem has its poet. */
static void test_stanzas(void **state)
{
    (void)state;
    assert_rebuilt("山居即事\n陆怀远\n\n一径入松声\n云来屋角平\n开门逢旧雨\n扫叶见新晴\n\n茶熟无人问\n"
                   "诗成有鸟鸣\n不知山外事\n春水到阶生\n\n\n短信\n夏小禾\n\n妈妈\n我把今天的云拍给你看\n鼓鼓的\n"
                   "里面藏着一整个下午的太阳\n你回了一个字\n好\n",
                   "H 山居即事\nB 陆怀远\nP 一径入松声\nP 云来屋角平\nP 开门逢旧雨\nP 扫叶见新晴\n"
                   "P 茶熟无人问\nP 诗成有鸟鸣\nP 不知山外事\nP 春水到阶生\n=\nH 短信\nB 夏小禾\nP 妈妈\n"
                   "P 我把今天的云拍给你看\nP 鼓鼓的\nP 里面藏着一整个下午的太阳\nP 你回了一个字\nP 好\n");
}

#define WIDE \
    "The ferry company has said again on Tuesday\n" \
    "that the fare will not be raised this year,\n" \
    "and nobody on the pier believed it when the\n" \
    "notice was put up in the waiting room there\n" \
    "by the man who sells the tickets on Sunday.\n"

/* Lines that fill a column which is narrower than the others are prose, whatever follows; so are
 * those of Latin that begin with small letters. */
static void test_narrow_prose(void **state)
{
    (void)state;
    assert_paragraphs(
        "开会那天下着大雨，来的人比往年还要多，有\n"
        "的是坐了一夜的火车赶来的，鞋子都湿透了。\n"
        "我国成为世界第一大船东国，这是协会在年\n"
        "会上公布的消息，与会的人都鼓起掌来，有\n"
        "人站起来说，这一天大家等了足足二十年之\n"
        "久。他说，年轻的时候在船坞里拧螺丝，从\n"
        "来没有想到会有这样的一天，今天回家要告\n"
        "诉孩子们。会长也说了话，他讲到当年的一\n"
        "条小船，讲到第一次出海的风浪，也讲到后\n"
        "来的许多条大船，讲得大家都安静下来听。\n"
        "船厂新接的订单排到\n"
        "了五年之后，工人们\n"
        "说，今年的活比往年\n"
        "多得多，车间里的灯\n"
        "整夜亮着，吊车也没\n"
        "有停过，码头上堆满\n"
        "了钢板，连食堂都改\n"
        "成了两班。\n"
        "各地船厂上半年交船数都超过去年\n"
        "协会还公布了各地船厂今年上半年的交船的总\n"
        "数，一共是三百二十条，比去年多了二十条。\n",
        3);
    assert_paragraphs(
        WIDE WIDE WIDE
        "Nobody at all\n"
        "the ferry has\n"
        "been late, not\n"
        "once, say the people\n"
        "have known\n"
        "the crew and\n"
        "captain for\n"
        "great number\n"
        "of years\n"
        "and stood\n"
        "the pier with an\n"
        "umbrella in\n"
        "a month of the\n"
        "year.\n",
        2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stanzas),
        cmocka_unit_test(test_narrow_prose),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
