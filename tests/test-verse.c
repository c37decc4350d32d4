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

/* A poem below prose whose column is narrower than the others. */
static void test_poem_below_narrow_prose(void **state)
{
    (void)state;
    assert_rebuilt(
        "卖伞的人\n□沈砚秋\n梅雨一到，卖伞的人就进了城。他挑着两头的担\n"
        "子，一头是新伞，一头是修伞的家什，走起路来，担\n子比人先说话。\n"
        "茶凉了再续\n□吴且住\n"
        "祖父喝茶，只喝第三泡。头\n一泡给杯子喝，第二泡给客人\n喝，到第三泡，茶叶才肯把话说\n"
        "慢。\n我问他，万一客人喝到第三\n泡还不走呢？祖父说，那就再烧\n"
        "一壶水。能坐到第三泡的客人，\n一年也没有几个。\n如今我也到了喝第三泡的年\n"
        "纪。水开了，窗外有人喊收旧家\n具。我把杯子往前推了推，好像\n对面坐着一个人。\n"
        "河的简历\n阮青禾\n出生在一块石头下面\n没有父亲，也没有籍贯\n学历：山洪三年\n"
        "特长是绕路\n做过镜子，做过界线\n做过一座桥的理由\n最长的一份工作\n"
        "是替岸边的人保守名字\n离职的原因\n填写：海\n",
        "H 卖伞的人\nB □沈砚秋\n"
        "P 梅雨一到，卖伞的人就进了城。他挑着两头的担子，一头是新伞，一头是修伞的家什，走起"
        "路来，担子比人先说话。\n"
        "=\n"
        "H 茶凉了再续\nB □吴且住\n"
        "P 祖父喝茶，只喝第三泡。头一泡给杯子喝，第二泡给客人喝，到第三泡，茶叶才肯把话说慢"
        "。\n"
        "P 我问他，万一客人喝到第三泡还不走呢？祖父说，那就再烧一壶水。能坐到第三泡的客人，"
        "一年也没有几个。\n"
        "P 如今我也到了喝第三泡的年纪。水开了，窗外有人喊收旧家具。我把杯子往前推了推，好像"
        "对面坐着一个人。\n"
        "=\n"
        "H 河的简历\nB 阮青禾\n"
        "P 出生在一块石头下面\nP 没有父亲，也没有籍贯\nP 学历：山洪三年\nP 特长是绕路\n"
        "P 做过镜子，做过界线\nP 做过一座桥的理由\nP 最长的一份工作\nP 是替岸边的人保守名字\n"
        "P 离职的原因\nP 填写：海\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stanzas),
        cmocka_unit_test(test_narrow_prose),
        cmocka_unit_test(test_poem_below_narrow_prose),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
