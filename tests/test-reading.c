#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "find/reading.h"
#include "growth.h"

/* Expects what is typed to find the part of text that stands in brackets in `expected`. */
static void check(const char *typed, const char *text, const char *expected)
{
    struct range r = {0, 0};
    char found[512] = "";

    if (reading_find(str_of(text), str_of(typed), &r))
        snprintf(found, sizeof found, "%.*s[%.*s]%s", (int)r.from, text, (int)(r.to - r.from),
                 text + r.from, text + r.to);
    assert_string_equal(found, expected);
}

static void test_pinyin(void **state)
{
    (void)state;
    check("xhjs", "上海徐汇建设", "上海[徐汇建设]");
    check("XHJS", "徐汇建设", "[徐汇建设]");
    check("xuhuijianshe", "徐汇建设", "[徐汇建设]");
    check("xuhuijs", "徐汇建设", "[徐汇建设]");
    check("xhuijs", "徐汇建设", "[徐汇建设]");
    check("xh jian", "徐汇建设", "[徐汇建]设");
    check("xhji", "徐汇建设", "[徐汇建]设"); /* not done yet */
    check("zhg", "中国", "[中国]");
    check("zg", "中国", "[中国]");
    check("zhonggu", "中国", "[中国]");
    check("lv", "绿色", "[绿]色");
    check("xjh", "徐汇建设", "");
    check("uh", "徐汇", "");
}

static void test_heteronyms(void **state)
{
    (void)state;
    check("cq", "重庆", "[重庆]");
    check("zq", "重庆", "[重庆]");
    check("yh", "银行", "[银行]");
    check("yinxing", "银行", "[银行]");
    check("dushi", "都市", "[都市]");
    check("kj", "会计", "[会计]");
    check("cj", "长江", "[长江]");
    check("zd", "长大", "[长大]");
    check("yuele", "音乐", "");
    check("yinyue", "音乐", "[音乐]");
    check("kuaile", "快乐", "[快乐]");
    check("huanqian", "还钱", "[还钱]");
    check("cfu", "重复", "[重复]");
    check("zhyang", "朝阳", "[朝阳]");
    check("xzou", "行走", "[行走]");
    check("chanyu", "单于", "[单于]");
}

static void test_mixtures(void **state)
{
    (void)state;
    check("徐hjs", "徐汇建设", "[徐汇建设]");
    check("x汇j设", "徐汇建设", "[徐汇建设]");
    check("aigcyy", "ＡＩＧＣ 应用", "[ＡＩＧＣ 应用]");
    check("wdzq", "徐汇“五大战区”", "徐汇“[五大战区]”");
    check("hwd", "徐汇“五大战区”", "徐[汇“五大]战区”");
    check("fz", "經濟發展", "經濟[發展]");
    check("20n", "改革开放20年", "改革开放[20年]");
    check("", "徐汇", "");
    check(" ", "徐汇", "");
}

static void test_kana(void **state)
{
    (void)state;
    check("tk", "とうきょう", "");
    check("tukyu", "とうきょう", "[とうきょう]");
    check("toukyou", "とうきょう", "[とうきょう]");
    check("data", "データ", "");
    check("deta", "データ", "[データ]");
    check("shakai", "しゃかい", "[しゃかい]");
    check("sishin", "シシン", "[シシン]");
    check("kekka", "けっか", "[けっか]");
    check("ktk", "カタカナ", "[カタカ]ナ");
    check("かたかな", "カタカナ", "[カタカナ]");
}

static void test_hangul(void **state)
{
    (void)state;
    check("ㅎㄱ", "대한국민", "대[한국]민");
    check("ㅎ국", "한국", "[한국]");
    check("ㄱㄱ", "한국", "");
}

/* No text makes it slow. */
static void find_hostile_words(size_t n)
{
    struct strbuf text = {0}, typed = {0};

    while (text.n < n)
        strbuf_add_str(&text, STR("重っ"));
    strbuf_pad(&typed, 'z', 63);
    typed.s[62] = 'x';
    assert_false(reading_find(strbuf_str(&text), strbuf_str(&typed), NULL));
    strbuf_pad(&typed, 'z', 10);
    assert_false(reading_find(strbuf_str(&text), strbuf_str(&typed), NULL));
    strbuf_free(&text);
    strbuf_free(&typed);
}

static void test_linear(void **state)
{
    (void)state;
    assert_true(growth(find_hostile_words, 1 << 12) < GROWTH_LINEAR);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pinyin),   cmocka_unit_test(test_heteronyms),
        cmocka_unit_test(test_mixtures), cmocka_unit_test(test_kana),
        cmocka_unit_test(test_hangul),   cmocka_unit_test(test_linear),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
