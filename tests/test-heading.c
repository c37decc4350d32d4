/* Which headings begin articles, and which stand inside one. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_of_a_headline),
        cmocka_unit_test(test_two_headings_meet),
        cmocka_unit_test(test_headline_inside_a_sentence),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
