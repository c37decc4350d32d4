#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "paper/byline.h"
#include "paper/lead.h"

/* The names of a byline, with | between them. */
static void assert_names(const char *byline, const char *want)
{
    struct people p = {0};
    struct strbuf got = {0};

    byline_add_names(str_of(byline), &p);
    for (size_t i = 0; i < p.n; i++)
        strbuf_addf(&got, "%s%.*s", i > 0 ? "|" : "", (int)p.v[i].n, p.v[i].s);
    strbuf_add_char(&got, '\0');
    assert_string_equal(got.s, want);
    strbuf_free(&got);
    free(p.v);
}

static void test_names(void **state)
{
    (void)state;
    assert_names("本报记者 林晓舟 通讯员 顾明", "林晓舟|顾明");
    assert_names("By Harriet Colman and Tomas Reyes", "Harriet Colman and Tomas Reyes");
    assert_names("김도윤 기자", "김도윤");
    assert_names("北京青年报记者 顾明", "顾明");
    assert_names("【記者・早川圭介】", "早川圭介");
    assert_names("【エルサレム松岡大地】", "松岡大地");
    assert_names("【ワシントン＝早川圭介】", "早川圭介");
}

/* What stands behind the comma is what she does. */
static void test_titles(void **state)
{
    (void)state;
    assert_names("By Ann Lee, Transport Correspondent", "Ann Lee");
    assert_names("By Ann Lee, Political Editor", "Ann Lee");
    assert_names("By Ann Lee, Tomas Reyes", "Ann Lee|Tomas Reyes");
}

static void assert_lead(const char *paragraph, const char *want)
{
    struct str got = lead_byline(str_of(paragraph));

    assert_int_equal(got.n, strlen(want));
    assert_memory_equal(got.s, want, got.n);
}

/* A lead names its writer and goes on with the text: such a line is no byline. */
static void test_leads(void **state)
{
    (void)state;
    assert_int_equal(lead_match(STR("[서울=새벽통신] 한유진 기자 = 시는 21일")), LEAD_OPENS);
    assert_int_equal(lead_match(STR("[서울=새벽통신] 한유진")), LEAD_OPENS);
    assert_int_equal(lead_match(STR("기자 = 시는 21일 밝혔다")), LEAD_GOES_ON);
    assert_int_equal(lead_match(STR("【大阪＝早川圭介】市は２１日、")), LEAD_OPENS);
    assert_int_equal(lead_match(STR("（記者顧明／嘉義報導）老樹昨天")), LEAD_OPENS);
    assert_int_equal(lead_match(STR("【大阪＝早川圭介】")), LEAD_NO);
    assert_int_equal(lead_match(STR("（记者 顾明）")), LEAD_NO);
    assert_int_equal(lead_match(STR("（a=b）两边都乘以三")), LEAD_NO);
    assert_lead("[서울=새벽통신] 한유진 기자 = 시는 21일 밝혔다.", " 한유진 기자 ");
    assert_lead("[새벽경제=한유진 기자] 시는 21일 밝혔다.", "[새벽경제=한유진 기자]");
    assert_lead("【大阪＝早川圭介】市は２１日、発表した。", "【大阪＝早川圭介】");
    assert_lead("〔晨報社記者顧明台北21日電〕專家今天指出，", "晨報社記者顧明台北");
    assert_names("【大阪＝早川圭介】", "早川圭介");
    assert_names("[새벽경제=한유진 기자]", "한유진");
}

static void test_forms(void **state)
{
    static const struct {
        const char *line;
        enum byline want;
    } cases[] = {
        {"记者 沈艺飞 朱亮", BYLINE_STRONG},
        {"整合 沈艺飞", BYLINE_STRONG},
        {"整合龙虾美食、特色排档、", BYLINE_WEAK}, /* 整合 is a verb, too */
        {"江设计集团首席科", BYLINE_WEAK},         /* 首席科学家 */
        {"北京青年报记者", BYLINE_NO},
        {"记者今天（10", BYLINE_NO},
        {"沈艺飞 朱亮", BYLINE_WEAK},
        {"王 敏", BYLINE_WEAK},
        {"常", BYLINE_NO}, /* the last character of a headline, and a family name */
        {"推动消费场景创新，通过", BYLINE_NO},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(byline_match(str_of(cases[i].line), false), cases[i].want);
}

static unsigned next_random(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245 + 12345;
    return (*seed >> 16) % below;
}

/* What is told at a glance is what a walk over the words finds. */
static void test_prose(void **state)
{
    static const char *const parts[] = {"老", "街", "的", "中", "全", "新", "图", "文", "水位",
                                        "王小明", "社区文化", "记者", "本报记者", "摄影", "编译",
                                        "、", "《", "，", "/", "／", " ", "1", "々", "ー", "·",
                                        "기자", "Reuters", "来源：", "■", "（"};
    enum { PARTS = sizeof parts / sizeof *parts, LINES = 100000, MOST = 9 };
    unsigned seed = 1, prose = 0;

    (void)state;
    for (int i = 0; i < LINES; i++) {
        struct strbuf line = {0};

        for (unsigned n = 1 + next_random(&seed, MOST); n > 0; n--)
            strbuf_add_str(&line, str_of(parts[next_random(&seed, PARTS)]));
        if (byline_is_prose(strbuf_str(&line))) {
            assert_int_equal(byline_match(strbuf_str(&line), false), BYLINE_NO);
            assert_int_equal(byline_match(strbuf_str(&line), true), BYLINE_NO);
            prose++;
        }
        strbuf_free(&line);
    }
    assert_true(prose > LINES / 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_leads),
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_prose),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
