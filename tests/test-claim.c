/* Headlines that stand after their bodies, all of them or from one article of the page on. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rebuilt.h"

/* Each body is of the headline below it. */
static void test_all_after(void **state)
{
    (void)state;
    assert_rebuilt("老渡口的铜钟停了十一年，昨天又\n"
                   "响了。敲钟的人是船工的女儿。\n"
                   "渡口明年要通桥，铜钟会挂在桥\n"
                   "头的亭子里，每天敲一次。\n"
                   "铜钟在老渡口又响了\n"
                   "本报记者 柳青\n"
                   "清明前的山里下了三场雨，茶树的\n"
                   "新芽比去年早了十天。\n"
                   "茶农连夜上山采茶，收茶的船在\n"
                   "江边等着，茶价涨了两成。\n"
                   "山里新茶早了十天\n"
                   "本报记者 江帆\n"
                   "小学的食堂改在操场边，孩子们\n"
                   "可以看见厨房里怎样做饭。\n"
                   "食堂的菜单由孩子们投票，家长\n"
                   "每月来尝一回。\n"
                   "食堂菜单由孩子投票\n"
                   "本报记者 田禾\n",
                   "H 铜钟在老渡口又响了\n"
                   "B 本报记者 柳青\n"
                   "P 老渡口的铜钟停了十一年，昨天又响了。敲钟的人是船工的女儿"
                   "。渡口明年要通桥，铜钟会挂在桥头的亭子里，每天敲一次。\n"
                   "=\n"
                   "H 山里新茶早了十天\n"
                   "B 本报记者 江帆\n"
                   "P 清明前的山里下了三场雨，茶树的新芽比去年早了十天。\n"
                   "P 茶农连夜上山采茶，收茶的船在江边等着，茶价涨了两成。\n"
                   "=\n"
                   "H 食堂菜单由孩子投票\n"
                   "B 本报记者 田禾\n"
                   "P 小学的食堂改在操场边，孩子们可以看见厨房里怎样做饭。\n"
                   "P 食堂的菜单由孩子们投票，家长每月来尝一回。\n");
}

/* From the second article on: what the headlines say tells where that one begins. */
static void test_turn(void **state)
{
    (void)state;
    assert_rebuilt("铜钟在老渡口又响了\n"
                   "本报记者 柳青\n"
                   "　　老渡口的铜钟停了十一年，昨天\n"
                   "又响了。敲铜钟的人是船工的女儿。\n"
                   "　　渡口明年要通桥，铜钟会挂在桥\n"
                   "头的亭子里，每天敲一次。\n"
                   "　　清明前的山里下了三场雨，山里\n"
                   "的新茶比去年早了十天。\n"
                   "　　茶农连夜上山采新茶，收茶的船\n"
                   "在江边等着，新茶涨了两成。\n"
                   "山里新茶早了十天\n"
                   "本报记者 江帆\n"
                   "　　小学的食堂改在操场边，孩子们\n"
                   "可以看见食堂里怎样做饭。\n"
                   "　　食堂的菜单由孩子们投票，家长\n"
                   "每月来食堂尝一回菜单。\n"
                   "食堂菜单由孩子投票\n"
                   "本报记者 田禾\n",
                   "H 铜钟在老渡口又响了\n"
                   "B 本报记者 柳青\n"
                   "P 老渡口的铜钟停了十一年，昨天又响了。敲铜钟的人是船工的女儿。\n"
                   "P 渡口明年要通桥，铜钟会挂在桥头的亭子里，每天敲一次。\n"
                   "=\n"
                   "H 山里新茶早了十天\n"
                   "B 本报记者 江帆\n"
                   "P 清明前的山里下了三场雨，山里的新茶比去年早了十天。\n"
                   "P 茶农连夜上山采新茶，收茶的船在江边等着，新茶涨了两成。\n"
                   "=\n"
                   "H 食堂菜单由孩子投票\n"
                   "B 本报记者 田禾\n"
                   "P 小学的食堂改在操场边，孩子们可以看见食堂里怎样做饭。\n"
                   "P 食堂的菜单由孩子们投票，家长每月来食堂尝一回菜单。\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_after),
        cmocka_unit_test(test_turn),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
