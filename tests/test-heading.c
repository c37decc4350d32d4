/* Which headings begin articles, and which stand inside one. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "paper/confidence.h"
#include "paper/page.h"
#include "rebuilt.h"

/* A short heading without a byline has its words from the text below it: a headline. */
static void test_words_of_a_headline(void **state)
{
    (void)state;
    assert_rebuilt("老渡口的铜钟又响了\n"
                   "本报记者 林晓舟\n"
                   "老渡口的铜钟停了十一年，\n"
                   "昨天早上又响了起来。敲钟的人\n"
                   "是船工的女儿，她说，父亲听见\n"
                   "了就会回家。\n"
                   "钟是从河泥里挖出来的，洗\n"
                   "净以后挂在新修的亭子里。每天\n"
                   "六点敲一遍，远近的人都来听。\n"
                   "有人带着孩子，坐了一夜的火车。\n"
                   "亭子旁边开了一家面馆，卖\n"
                   "的是船工从前爱吃的鱼面，一碗\n"
                   "十二块钱，来听钟的人都要吃上\n"
                   "一碗再走。\n"
                   "菜市场改造完成开门\n"
                   "城南菜市场昨天完成改造，\n"
                   "重新开门。改造以后的菜市场有\n"
                   "两层，一层卖菜，二层卖鱼卖肉，\n"
                   "通道比从前宽了一倍。\n"
                   "摊主们说，改造花了半年，\n"
                   "这半年他们在路边搭棚子做买卖，\n"
                   "冬天冷，夏天热，还要躲雨。现\n"
                   "在好了，水电都通到摊位上。\n"
                   "市民赵女士说，菜市场干净\n"
                   "了，价钱没有涨，她每天下班都\n"
                   "来买一把青菜，回家做饭。\n",
                   "H 老渡口的铜钟又响了\nB 本报记者 林晓舟\n"
                   "P 老渡口的铜钟停了十一年，昨天早上又响了起来。敲钟的人是船工的女儿，她说，"
                   "父亲听见了就会回家。\n"
                   "P 钟是从河泥里挖出来的，洗净以后挂在新修的亭子里。每天六点敲一遍，远近的人都来听。"
                   "有人带着孩子，坐了一夜的火车。\n"
                   "P 亭子旁边开了一家面馆，卖的是船工从前爱吃的鱼面，一碗十二块钱，来听钟的人都要吃上"
                   "一碗再走。\n=\n"
                   "H 菜市场改造完成开门\n"
                   "P 城南菜市场昨天完成改造，重新开门。改造以后的菜市场有两层，一层卖菜，二层卖鱼卖肉，"
                   "通道比从前宽了一倍。\n"
                   "P 摊主们说，改造花了半年，这半年他们在路边搭棚子做买卖，冬天冷，夏天热，还要躲雨。"
                   "现在好了，水电都通到摊位上。\n"
                   "P 市民赵女士说，菜市场干净了，价钱没有涨，她每天下班都来买一把青菜，回家做饭。\n");
}

/* A headline after its body, and the next one before its own, right below it: by their words. */
static void test_two_headings_meet(void **state)
{
    (void)state;
    assert_rebuilt("老渡口的铜钟停了十一年，\n"
                   "昨天早上又响了起来。敲钟的人\n"
                   "是船工的女儿，她说，父亲听见\n"
                   "了就会回家。\n"
                   "钟是从河泥里挖出来的，洗\n"
                   "净以后挂在新修的亭子里。每天\n"
                   "六点敲一遍，远近的人都来听。\n"
                   "有人带着孩子，坐了一夜的火车。\n"
                   "老渡口的铜钟\n"
                   "又响了\n"
                   "城南菜市场改造完成开门\n"
                   "本报记者 林晓舟\n"
                   "城南菜市场昨天完成改造，\n"
                   "重新开门。改造以后的菜市场有\n"
                   "两层，一层卖菜，二层卖鱼卖肉，\n"
                   "通道比从前宽了一倍。\n"
                   "摊主们说，改造花了半年，\n"
                   "这半年他们在路边搭棚子做买卖，\n"
                   "冬天冷，夏天热，还要躲雨。\n",
                   "H 老渡口的铜钟又响了\n"
                   "P 老渡口的铜钟停了十一年，昨天早上又响了起来。敲钟的人是船工的女儿，她说，"
                   "父亲听见了就会回家。\n"
                   "P 钟是从河泥里挖出来的，洗净以后挂在新修的亭子里。每天六点敲一遍，远近的人都来听。"
                   "有人带着孩子，坐了一夜的火车。\n=\n"
                   "H 城南菜市场改造完成开门\nB 本报记者 林晓舟\n"
                   "P 城南菜市场昨天完成改造，重新开门。改造以后的菜市场有两层，一层卖菜，二层卖鱼卖肉，"
                   "通道比从前宽了一倍。\n"
                   "P 摊主们说，改造花了半年，这半年他们在路边搭棚子做买卖，冬天冷，夏天热，还要躲雨。\n");
}

/* A headline inside a sentence, whose first line is as wide as the column: not its rest alone. */
static void test_headline_inside_a_sentence(void **state)
{
    (void)state;
    assert_rebuilt("　　老渡口的铜钟停了十一年，昨天\n"
                   "早上又响了起来。敲钟的人是船工的\n"
                   "女儿，她说，父亲听见了就会回家。\n"
                   "　　钟是从河泥里挖出来的，洗净以\n"
                   "后挂在新修的亭子里。每天六点敲一\n"
                   "老渡口停了十一年的铜钟昨天早上又\n"
                   "响了\n"
                   "本报记者 林晓舟\n"
                   "遍，远近的人都来听。有人带着孩子，\n"
                   "坐了一夜的火车。\n"
                   "　　亭子旁边开了一家面馆，卖的是\n"
                   "船工从前爱吃的鱼面，一碗十二块。\n",
                   "H 老渡口停了十一年的铜钟昨天早上又响了\nB 本报记者 林晓舟\n"
                   "P 老渡口的铜钟停了十一年，昨天早上又响了起来。敲钟的人是船工的女儿，她说，"
                   "父亲听见了就会回家。\n"
                   "P 钟是从河泥里挖出来的，洗净以后挂在新修的亭子里。每天六点敲一遍，远近的人都来听。"
                   "有人带着孩子，坐了一夜的火车。\n"
                   "P 亭子旁边开了一家面馆，卖的是船工从前爱吃的鱼面，一碗十二块。\n");
}

/* A headline inside the first sentence of a paragraph, whose line is short by the indent that it
 * lost, as the line behind the byline is not. */
static void test_headline_below_a_first_line(void **state)
{
    (void)state;
    assert_rebuilt("老渡口的铜钟停了十一年，\n"
                   "昨天早上又响了起来。敲钟的人\n"
                   "是船工的女儿，她说，父亲听见\n"
                   "了就会回家。\n"
                   "钟是从河泥里挖出来的，洗\n"
                   "净以后挂在新修的亭子里。每天\n"
                   "六点敲一遍，远近的人都来。\n"
                   "她说，敲钟的时候要数到十\n"
                   "二，少一下也不行。\n"
                   "亭子旁边开了一家面馆，卖\n"
                   "铜钟停了十一年\n"
                   "老渡口昨天又响了\n"
                   "本报记者 林晓舟\n"
                   "的是船工从前爱吃的鱼面，一碗\n"
                   "十二块钱，来听钟的人都要吃上\n"
                   "一碗再走。\n"
                   "船工的女儿每天五点起床，\n"
                   "先把亭子扫干净，再把面馆的火\n"
                   "生起来，六点一到就去敲钟。\n",
                   "H 铜钟停了十一年老渡口昨天又响了\nB 本报记者 林晓舟\n"
                   "P 老渡口的铜钟停了十一年，昨天早上又响了起来。敲钟的人是船工的女儿，她说，"
                   "父亲听见了就会回家。\n"
                   "P 钟是从河泥里挖出来的，洗净以后挂在新修的亭子里。每天六点敲一遍，远近的人都来。\n"
                   "P 她说，敲钟的时候要数到十二，少一下也不行。\n"
                   "P 亭子旁边开了一家面馆，卖的是船工从前爱吃的鱼面，一碗十二块钱，来听钟的人都要吃上"
                   "一碗再走。\n"
                   "P 船工的女儿每天五点起床，先把亭子扫干净，再把面馆的火生起来，六点一到就去敲钟。\n");
}

/* All lines are as wide as the column: the headline begins where the text does not read on. */
static void test_headline_of_full_lines(void **state)
{
    (void)state;
    assert_rebuilt("　　老渡口的铜钟停了十一年，昨天\n"
                   "早上又响了起来。敲钟的人是船工的\n"
                   "女儿，她说，父亲听见了就会回家。\n"
                   "每一遍钟声都要传过河去。\n"
                   "　　钟是从河泥里挖出来的，洗净以\n"
                   "后挂在新修的亭子里。每天六点敲一\n"
                   "老渡口停了十一年的铜钟昨天早上又\n"
                   "响了敲钟的人是船工的女儿她说父亲\n"
                   "听见了就会回家\n"
                   "本报记者 林晓舟\n"
                   "遍，远近的人都来听。有人带着孩子，\n"
                   "坐了一夜的火车。\n"
                   "　　亭子旁边开了一家面馆，卖的是\n"
                   "船工从前爱吃的鱼面，一碗十二块。\n",
                   "H 老渡口停了十一年的铜钟昨天早上又响了敲钟的人是船工的女儿她说父亲听见了就会回家\n"
                   "B 本报记者 林晓舟\n"
                   "P 老渡口的铜钟停了十一年，昨天早上又响了起来。敲钟的人是船工的女儿，她说，"
                   "父亲听见了就会回家。每一遍钟声都要传过河去。\n"
                   "P 钟是从河泥里挖出来的，洗净以后挂在新修的亭子里。每天六点敲一遍，远近的人都来听。"
                   "有人带着孩子，坐了一夜的火车。\n"
                   "P 亭子旁边开了一家面馆，卖的是船工从前爱吃的鱼面，一碗十二块。\n");
}

/* The last character of a headline alone above its byline is no drop cap: the lines below have lost
 * their indent. */
static void test_last_character_alone(void **state)
{
    (void)state;
    assert_rebuilt("今天上午，老\n"
                   "渡口的铜钟停了十\n"
                   "一年以后响了。\n"
                   "钟是从河泥里\n"
                   "挖出来的，洗净以\n"
                   "后挂起来。\n"
                   "亭子旁边开了\n"
                   "一家面馆，卖的是\n"
                   "鱼面。\n"
                   "面馆的主人从\n"
                   "前也是船工，话不\n"
                   "多。\n"
                   "他煮的面人人\n"
                   "都爱吃，卖得也不\n"
                   "贵。\n"
                   "城南菜市场改\n"
                   "造完成昨日开\n"
                   "门\n"
                   "本报记者 林舟\n"
                   "昨日， 城南菜\n"
                   "市场重新开门。改\n"
                   "造以后的菜市场有\n"
                   "两层，一层卖菜，\n"
                   "二层卖鱼卖肉，通\n"
                   "道比从前宽。\n",
                   "P 今天上午，老渡口的铜钟停了十一年以后响了。\nP 钟是从河泥里挖出来的，洗净以后挂起来。\n"
                   "P 亭子旁边开了一家面馆，卖的是鱼面。\nP 面馆的主人从前也是船工，话不多。\n"
                   "P 他煮的面人人都爱吃，卖得也不贵。\n=\nH 城南菜市场改造完成昨日开门\nB 本报记者 林舟\n"
                   "P 昨日，城南菜市场重新开门。改造以后的菜市场有两层，一层卖菜，二层卖鱼卖肉，通道比从前宽。\n");
}

/* 张门面 might be a name, but the text has 扩张. */
static void test_rest_that_looks_like_a_name(void **state)
{
    (void)state;
    assert_rebuilt("老街书店今年冬天将要扩\n"
                   "张门面\n"
                   "本报讯 老街书店昨天宣布\n"
                   "扩张门面，把隔壁的面馆也租了\n"
                   "下来，书架从三排变成九排，来\n"
                   "看书的人有了坐的地方。\n"
                   "书店的主人说，扩张以后\n"
                   "每天晚上都要请人来讲一讲老街\n"
                   "的故事，孩子们可以带着凳子来。\n",
                   "H 老街书店今年冬天将要扩张门面\n"
                   "P 本报讯 老街书店昨天宣布扩张门面，把隔壁的面馆也租了下来，书架从三排变成九排，"
                   "来看书的人有了坐的地方。\n"
                   "P 书店的主人说，扩张以后每天晚上都要请人来讲一讲老街的故事，孩子们可以带着凳子来。\n");
}

/* What ends a text inside a sentence, behind a whole paragraph, is a headline after its body. */
static void test_headline_at_the_end(void **state)
{
    (void)state;
    assert_rebuilt("本报讯 老渡口的铜钟停了十一\n"
                   "年，昨天早上又响了起来。敲钟的人\n"
                   "是船工的女儿，她说，父亲听见了就\n"
                   "会回家。\n"
                   "钟是从河泥里挖出来的，洗净以\n"
                   "后挂在新修的亭子里。每天六点敲一\n"
                   "遍，远近的人都来听。\n"
                   "老渡口的铜钟停了十一年又响了起\n"
                   "来\n",
                   "H 老渡口的铜钟停了十一年又响了起来\n"
                   "P 本报讯 老渡口的铜钟停了十一年，昨天早上又响了起来。敲钟的人是船工的女儿，她说，"
                   "父亲听见了就会回家。\n"
                   "P 钟是从河泥里挖出来的，洗净以后挂在新修的亭子里。每天六点敲一遍，远近的人都来听。\n");
}

/* In Latin the sentence goes on with a small letter; the headline begins with a capital. */
static void test_latin_inside_a_sentence(void **state)
{
    (void)state;
    assert_rebuilt("The bell of the old ferry\n"
                   "rang again yesterday, for\n"
                   "the first time in eleven\n"
                   "years. The daughter of the\n"
                   "boatman said that her father\n"
                   "would hear it, wherever he\n"
                   "was, and come home.\n"
                   "The bell was dug from the\n"
                   "mud of the river and washed\n"
                   "before it was hung in the\n"
                   "Old ferry bell, silent for\n"
                   "11 years, is heard again\n"
                   "3 miles up the river\n"
                   "By Miriam Castellane\n"
                   "pavilion that the town had\n"
                   "built for it. It is rung at\n"
                   "six each day, and people\n"
                   "come from far away to hear\n"
                   "it.\n"
                   "A noodle shop beside the\n"
                   "pavilion sells the fish that\n"
                   "boatmen used to like.\n",
                   "H Old ferry bell, silent for 11 years, is heard again 3 miles up the river\n"
                   "B By Miriam Castellane\n"
                   "P The bell of the old ferry rang again yesterday, for the first time in eleven "
                   "years. The daughter of the boatman said that her father would hear "
                   "it, wherever "
                   "he was, and come home.\n"
                   "P The bell was dug from the mud of the river and washed before it was "
                   "hung in the "
                   "pavilion that the town had built for it. It is rung at six each day, "
                   "and people "
                   "come from far away to hear it.\n"
                   "P A noodle shop beside the pavilion sells the fish that boatmen used "
                   "to like.\n");
}

/* Where blank lines part paragraphs a heading has one below it too: the first line of a paragraph
 * is none, though the next begins with a capital. */
static void test_paragraphs_apart(void **state)
{
    (void)state;
    assert_rebuilt("A Short History of the Ferry Bell\n\nby Miriam Castellane\n\n"
                   "Every Friday at noon a bicycle with a wooden crate leaves Lena\n"
                   "Orr's bakery and delivers forty loaves to the boatman at the ferry.\n"
                   "That is the rent.\n\n"
                   "The bell was dug from the mud of the river and washed before it was\n"
                   "hung in the pavilion that the town had built for it.\n\n"
                   "A noodle shop beside the pavilion sells the fish that boatmen used\n"
                   "to like.\n\n"
                   "It is rung at six each day, and people come from far away to hear\n"
                   "it.\n",
                   "H A Short History of the Ferry Bell\nB by Miriam Castellane\n"
                   "P Every Friday at noon a bicycle with a wooden crate leaves Lena "
                   "Orr's bakery and "
                   "delivers forty loaves to the boatman at the ferry. That is the rent.\n"
                   "P The bell was dug from the mud of the river and washed before it was hung in "
                   "the pavilion that the town had built for it.\n"
                   "P A noodle shop beside the pavilion sells the fish that boatmen used to like.\n"
                   "P It is rung at six each day, and people come from far away to hear it.\n");
}

/* Korean breaks between words: in a narrow column a headline has four lines. */
static void test_headline_of_four_lines(void **state)
{
    (void)state;
    assert_rebuilt("골목 사진관이 찍은 얼굴\n"
                   "천 개··· 다시 돌아온\n"
                   "사람들 \"여기가 내\n"
                   "고향이었구나\"\n"
                   "배수진 기자\n"
                   "충남의 한 마을에서 오십\n"
                   "해 동안 사진을 찍어 온\n"
                   "정분남씨의 사진관에는\n"
                   "지난달부터 새 주인이\n"
                   "앉아 있다. 도시에서\n"
                   "회사를 다니던 손녀다.\n"
                   "손녀는 할머니의 사진을\n"
                   "모두 벽에 걸었다. 마을\n"
                   "사람들은 제 얼굴을 찾아\n"
                   "하루에도 몇 번씩 사진관\n"
                   "문을 열고 들어온다.\n",
                   "H 골목 사진관이 찍은 얼굴 천 개··· 다시 돌아온 사람들 \"여기가 내 고향이었구나\"\n"
                   "B 배수진 기자\n"
                   "P 충남의 한 마을에서 오십 해 동안 사진을 찍어 온 정분남씨의 사진관에는 지난달부터 "
                   "새 주인이 앉아 있다. 도시에서 회사를 다니던 손녀다. 손녀는 할머니의 사진을 모두 벽에 "
                   "걸었다. 마을 사람들은 제 얼굴을 찾아 하루에도 몇 번씩 사진관 문을 열고 들어온다.\n");
}

/* A dash ends the kicker, and the headline below it has lines of its own. */
static void test_headline_below_a_dash(void **state)
{
    (void)state;
    assert_rebuilt("船工的女儿在老渡口对记者说\n"
                   "起来———\n"
                   "铜钟又响是因为河里的水退下\n"
                   "去了新路也终于通到桥头\n"
                   "　　老渡口的铜钟停了十一年\n"
                   "昨天早上又响了起来。敲钟的人\n"
                   "是船工的女儿，她说，父亲听见\n"
                   "了就会回家。\n"
                   "　　钟是从河泥里挖出来的，洗\n"
                   "净以后挂在新修的亭子里。每天\n"
                   "六点敲一遍，远近的人都来听。\n"
                   "　　有人带着孩子，坐了一夜的\n"
                   "火车。\n",
                   "K 船工的女儿在老渡口对记者说起来———\n"
                   "H 铜钟又响是因为河里的水退下去了新路也终于通到桥头\n"
                   "P 老渡口的铜钟停了十一年昨天早上又响了起来。敲钟的人是船工的女儿，她说，"
                   "父亲听见了就会回家。\n"
                   "P 钟是从河泥里挖出来的，洗净以后挂在新修的亭子里。每天六点敲一遍，远近的人都来听。\n"
                   "P 有人带着孩子，坐了一夜的火车。\n");
}

/* An article is as sure as what says that it begins, and that the next one does. */
static void test_confidence(void **state)
{
    static const char text[] = "老渡口的铜钟停了十一年，\n"
                               "昨天早上又响了起来。敲钟的人\n"
                               "是船工的女儿。\n"
                               "城南菜市场改造完成\n"
                               "本报讯 城南菜市场昨天完成\n"
                               "改造，重新开门。改造以后的菜\n"
                               "市场有两层，通道比从前宽。\n";
    double opening = confidence_of(RULE_HEADING_OPENING);
    struct articles a;

    (void)state;
    page_build(str_of(text), TEXT_AUTO, &a);
    assert_int_equal(a.n, 2);
    assert_true(a.v[0].confidence == confidence_of(RULE_BEGINNING) * opening);
    assert_true(a.v[1].confidence == opening);
    assert_true(confidence_of(RULE_OTHER_SUBJECT) < opening);
    articles_free(&a);
    page_build(str_of(text), TEXT_TEXT, &a);
    assert_int_equal(a.n, 1);
    assert_true(a.v[0].confidence == 1);
    articles_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_of_a_headline),
        cmocka_unit_test(test_two_headings_meet),
        cmocka_unit_test(test_headline_inside_a_sentence),
        cmocka_unit_test(test_headline_below_a_first_line),
        cmocka_unit_test(test_headline_of_full_lines),
        cmocka_unit_test(test_last_character_alone),
        cmocka_unit_test(test_rest_that_looks_like_a_name),
        cmocka_unit_test(test_headline_at_the_end),
        cmocka_unit_test(test_latin_inside_a_sentence),
        cmocka_unit_test(test_paragraphs_apart),
        cmocka_unit_test(test_headline_of_four_lines),
        cmocka_unit_test(test_headline_below_a_dash),
        cmocka_unit_test(test_confidence),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
