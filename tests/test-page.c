#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "paper/lines.h"
#include "paper/page.h"
#include "paper/typeface.h"

/* The articles as text: a letter for each block's kind, its text, a line each; = between them. */
static char *rebuild(const char *text)
{
    static const char letters[] = "HKBSPCJV";
    static const enum block_kind kinds[] = {BLOCK_HEADLINE, BLOCK_KICKER,  BLOCK_BYLINE,
                                            BLOCK_SUBHEAD,  BLOCK_PARAGRAPH, BLOCK_CAPTION,
                                            BLOCK_JUMP,     BLOCK_VERBATIM};
    struct articles a = {0};
    struct strbuf out = {0};
    char *copy;

    page_build(str_of(text), TEXT_AUTO, &a);
    for (size_t i = 0; i < a.n; i++) {
        if (i > 0)
            strbuf_add_str(&out, STR("=\n"));
        for (size_t k = 0; k < a.v[i].n_blocks; k++) {
            const struct block *b = &a.v[i].blocks[k];

            for (size_t n = 0; n < sizeof kinds / sizeof *kinds; n++)
                if (b->kind == kinds[n])
                    strbuf_add_char(&out, letters[n]);
            strbuf_add_char(&out, ' ');
            strbuf_add(&out, a.v[i].text.s + b->from, b->to - b->from);
            strbuf_add_char(&out, '\n');
        }
    }
    articles_free(&a);
    copy = malloc(out.n + 1);
    assert_non_null(copy);
    memcpy(copy, out.s, out.n);
    copy[out.n] = '\0';
    strbuf_free(&out);
    return copy;
}

static void assert_rebuilt(const char *text, const char *want)
{
    char *got = rebuild(text);

    assert_string_equal(got, want);
    free(got);
}

/* A paragraph that goes on at the head of the next column covers lines above its own first one. */
static void test_extent_over_columns(void **state)
{
    static const char text[] = "  江上的大桥昨    每天都要骑上自\n"
                               "日上午合龙，全桥    行车去看一看，\n"
                               "贯通2公里。      大家都说这座桥\n"
                               "  两年以来，住    盼着早日通车。\n"
                               "在江边的工人们\n";
    struct articles a;

    (void)state;
    page_build(str_of(text), TEXT_AUTO, &a);
    assert_int_equal(a.n, 1);
    assert_int_equal(a.v[0].from, strlen("  "));
    assert_int_equal(a.v[0].to, strlen(text) - 1);
    articles_free(&a);
}

/* A narrow column cuts the dateline that opens an article. */
static void test_cut_dateline(void **state)
{
    (void)state;
    assert_rebuilt("小城新开了一座桥\n新华社海州5\n月8日电 一座新\n桥今天上午正式\n开通，两岸居民\n"
                   "从桥上走过，都\n说方便了许多。\n大桥全长四百\n多米，是这里的\n第三座桥，修了\n三年。\n",
                   "H 小城新开了一座桥\n"
                   "P 新华社海州5月8日电 一座新桥今天上午正式开通，两岸居民从桥上走过，都说方便了许多。\n"
                   "P 大桥全长四百多米，是这里的第三座桥，修了三年。\n");
}

/* An article goes on behind another one. */
static void test_continuation(void **state)
{
    (void)state;
    assert_rebuilt("深夜的图书馆还亮着灯\n本报记者 沈一宁\n晚上十一点，街上的店铺大多已\n"
                   "经打烊，街角那间图书馆里仍然坐\n满了人。\n（下转第3版）\n高山茶园来了机器人\n"
                   "本报记者 蒋维\n清明前的山上，茶芽刚刚冒头，\n一台采茶机器人正沿着轨道缓缓前\n行。\n"
                   "（上接第1版）\n白天的时候\n白天要安静得多，上午来的多半\n"
                   "是老人，他们看报纸，也看孙辈的\n课本。\n",
                   "H 深夜的图书馆还亮着灯\nB 本报记者 沈一宁\n"
                   "P 晚上十一点，街上的店铺大多已经打烊，街角那间图书馆里仍然坐满了人。\n"
                   "J （下转第3版）\nJ （上接第1版）\nS 白天的时候\n"
                   "P 白天要安静得多，上午来的多半是老人，他们看报纸，也看孙辈的课本。\n=\n"
                   "H 高山茶园来了机器人\nB 本报记者 蒋维\n"
                   "P 清明前的山上，茶芽刚刚冒头，一台采茶机器人正沿着轨道缓缓前行。\n");
}

/* A closing quotation mark at a line's end is no end of a sentence, and what follows no heading. */
static void test_quotation_at_the_end(void **state)
{
    (void)state;
    assert_rebuilt("새 시장 지하상가에 불이 켜졌다\n김하늘 기자\n"
                   "지난해 문을 닫은 시장 지하상가가\n오늘 아침 다시 문을 열었다. 상인들\n"
                   "모두 새벽부터 나와 손님을 맞이할\n준비를 했다. 이름은 '새 시장'\n"
                   "'지하 광장'이라고 부르자는 말도 나왔고\n다들 웃으며 서로 인사했다.\n",
                   "H 새 시장 지하상가에 불이 켜졌다\nB 김하늘 기자\n"
                   "P 지난해 문을 닫은 시장 지하상가가 오늘 아침 다시 문을 열었다. 상인들 모두 "
                   "새벽부터 나와 손님을 맞이할 준비를 했다. 이름은 '새 시장' '지하 광장'이라고 "
                   "부르자는 말도 나왔고 다들 웃으며 서로 인사했다.\n");
}

/* Lines of an i and lines of an m differ in letters, but not in print. */
static void test_book_face(void **state)
{
    static const char text[] =
        "till it is still, till it is silent, till its lilies still will tilt a\n"
        "among the many mammoth monuments from common\n"
        "in this little village with its tiny little hill still filling with lilies\n"
        "whom many women from common homes comm\n"
        "while it is still silent and its lilies will still tilt a little till it is\n"
        "over and the commemorative mammoth mome\n"
        "till it is still, till it is silent, till its lilies still will tilt a\n"
        "among many men whom mammoth monuments\n"
        "in this little village with its tiny little hill still filling with lilies\n"
        "whom many women from common homes comm\n"
        "while it is still silent and its lilies will still tilt a little till it is\n"
        "among many men whom mammoth monuments\n";
    struct lines l = {0};

    (void)state;
    lines_split(str_of(text), &l);
    typeface_fit(&l);
    assert_true(l.v[0].proportional);
    assert_in_range(l.v[3].width, l.v[0].width - 15, l.v[0].width + 5);
    lines_free(&l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_extent_over_columns),
        cmocka_unit_test(test_cut_dateline),
        cmocka_unit_test(test_continuation),
        cmocka_unit_test(test_quotation_at_the_end),
        cmocka_unit_test(test_book_face),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
