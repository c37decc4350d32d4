#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "rebuilt.h"

#define LATIN "The fog came in before dawn, and the ferry waited for it to lift, as it always had."

/* A page's number beside a name, ornaments alone, addresses and the names of sections. */
static void test_marks_of_a_page(void **state)
{
    (void)state;
    assert_rebuilt("简讯\n老戲院重新開幕\n記者方若蘭\n"
                   "營業四十六年的老戲院昨天重新開\n幕，近三百名觀眾排隊進場，一直\n排到街角。\n◇\n"
                   "老闆說，他沒有想到來的人這樣\n多，準備的糖都發完了。\n投稿信箱：letters@example.com\n"
                   "letters@example.com\n人物·11\n",
                   "H 老戲院重新開幕\nB 記者方若蘭\n"
                   "P 營業四十六年的老戲院昨天重新開幕，近三百名觀眾排隊進場，一直排到街角。\n"
                   "P 老闆說，他沒有想到來的人這樣多，準備的糖都發完了。\n");
    assert_rebuilt("OBITUARIES\n\nBridge toll rises\n\n" LATIN "\n\nTIDEWAY QUARTERLY 41\n",
                   "H Bridge toll rises\nP " LATIN "\n");
}

/* Behind the one who wrote a text another text begins, and notices stand for themselves. */
static void test_articles_that_end(void **state)
{
    (void)state;
    assert_rebuilt("旧书市集移到城隍庙\n每周六的旧书市集从本周起移到城隍庙东廊\n举行，摊位增加到一百二十个。\n"
                   "（记者 房宁）\n流浪猫有了身份证\n城西街道为流浪猫发放电子耳标，市民扫一\n"
                   "扫，就能看到它的健康档案。\n（记者 计然）\n",
                   "H 旧书市集移到城隍庙\nB （记者 房宁）\nP 每周六的旧书市集从本周起移到城隍庙东廊举行，摊位增加到"
                   "一百二十个。\n=\n"
                   "H 流浪猫有了身份证\nB （记者 计然）\nP 城西街道为流浪猫发放电子耳标，市民扫一扫，就能看到"
                   "它的健康档案。\n");
    assert_rebuilt("遗失声明\n晨光五金商行不慎遗失营业执照副本，特此\n声明作废。\n寻物启事\n"
                   "本人于昨日在公交车上遗失帆布包一个，拾\n到者请与城南琴行联系。\n",
                   "H 遗失声明\nP 晨光五金商行不慎遗失营业执照副本，特此声明作废。\n=\n"
                   "H 寻物启事\nP 本人于昨日在公交车上遗失帆布包一个，拾到者请与城南琴行联系。\n");
}

/* A reporter who made the picture has not written the text below it. */
static void test_credit_alone(void **state)
{
    (void)state;
    assert_rebuilt("守住最后一公里\n记者 傅砚\n昨夜江水越过警戒线，沿江七个社区的铜锣\n同时响了起来。\n\n"
                   "昨夜，志愿者在江堤上传递沙袋。\n本报记者 钟灵 摄\n\n"
                   "到天亮时，围井里的水已经清得能照见人，\n三千多名志愿者分批下堤。\n",
                   "H 守住最后一公里\nB 记者 傅砚\nP 昨夜江水越过警戒线，沿江七个社区的铜锣同时响了起来。\n"
                   "C 昨夜，志愿者在江堤上传递沙袋。\nC 本报记者 钟灵 摄\n"
                   "P 到天亮时，围井里的水已经清得能照见人，三千多名志愿者分批下堤。\n");
}

/* A sentence of the text set again in larger letters is a caption, wherever it stands. */
static void test_pull_quote(void **state)
{
    (void)state;
    assert_rebuilt("迁徙账本\n本刊记者 霍时雨\n"
                   "护鸟员是最后一个看见它的人。他说那天风向转\n北，别的鸟都在吃，只有它站在水边发呆。\n"
                   "湿地不是风景，是一张不能缺\n页的车票。\n"
                   "第一站在河口，它停了六天。第二站本该是一片\n盐田，卫星图上，那里已经是整齐的屋顶。\n"
                   "研究者们一夜没有睡。湿地不是风景，是一张不\n能缺页的车票。有人写下这句话，又划掉了。\n",
                   "H 迁徙账本\nB 本刊记者 霍时雨\n"
                   "P 护鸟员是最后一个看见它的人。他说那天风向转北，别的鸟都在吃，只有它站在水边发呆。\n"
                   "C 湿地不是风景，是一张不能缺页的车票。\n"
                   "P 第一站在河口，它停了六天。第二站本该是一片盐田，卫星图上，那里已经是整齐的屋顶。\n"
                   "P 研究者们一夜没有睡。湿地不是风景，是一张不能缺页的车票。有人写下这句话，又划掉了。\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_of_a_page),
        cmocka_unit_test(test_articles_that_end),
        cmocka_unit_test(test_credit_alone),
        cmocka_unit_test(test_pull_quote),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
