#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "find/suggest.h"

enum { MAX = 8 };

static const char text[] =
    "小河镇要办一所图书馆。图书馆的地方定在旧粮站，图书馆里有三间屋子。\n"
    "镇长说，办图书馆是好事；村里的孩子们盼着图书馆，老人们也盼着这件事。\n"
    "旧粮站空了八年，如今旧粮站要改样子，大家都来看旧粮站。Linux 和 Linux，用 Linux。";

static bool has(const struct suggestion *v, size_t n, const char *word)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(v[i].word, str_of(word)))
            return true;
    return false;
}

static void test_words_of_a_text(void **state)
{
    struct suggest *s = suggest_new(str_of(text));
    struct suggestion best[MAX];
    size_t n;

    (void)state;
    n = suggest_best(s, best, MAX);
    assert_true(n >= 3);
    assert_true(str_eq(best[0].word, STR("图书馆")));
    assert_int_equal(best[0].count, 5);
    assert_true(has(best, n, "旧粮站"));
    assert_true(has(best, n, "Linux"));
    assert_false(has(best, n, "图书") || has(best, n, "书馆") || has(best, n, "粮站"));
    suggest_free(s);
}

/* What the other texts have too tells little. */
static void test_what_is_everywhere_comes_last(void **state)
{
    struct suggest *s = suggest_new(str_of(text));
    struct suggestion best[MAX];

    (void)state;
    for (int i = 0; i < 20; i++)
        assert_true(suggest_other(s, STR("今天图书馆开门，图书馆关门。")));
    assert_false(suggest_other(s, STR("今日は図書館が開きます。")));
    assert_false(suggest_other(s, STR("오늘 도서관")));
    assert_false(suggest_other(s, STR("The library is open.")));
    assert_true(suggest_best(s, best, MAX) >= 2);
    assert_true(str_eq(best[0].word, STR("旧粮站")));
    suggest_free(s);
}

/* 的 stands beside anything, and 에서 only behind other words. */
static void test_edges_of_words(void **state)
{
    static const char *const texts[] = {
        "他的老粮仓要修，我的老粮仓开门，镇上老粮仓有灯，看老粮仓去。谁的书？新的路，旧的桥。",
        "서울에서 신문을, 부산에서 신문이, 대구에서 신문의. 광주에서 신문 본다. 신문도 신문은",
    };
    static const char *const wanted[] = {"老粮仓", "신문"}, *const others[] = {"的老粮仓", "에서"};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct suggest *s = suggest_new(str_of(texts[i]));
        struct suggestion best[MAX];
        size_t n = suggest_best(s, best, MAX);

        assert_true(has(best, n, wanted[i]));
        assert_false(has(best, n, others[i]));
        suggest_free(s);
    }
}

/* Words are not cut through, no particle hangs on to them, and what says little comes last. */
static void test_whole_words(void **state)
{
    struct suggest *s = suggest_new(
        STR("小镇推出跨界融合等举措，县里跟着推出资源整合等举措，馒头铺也有了举措。\n"
            "馒头好吃，也就卖得快；那里的馒头好，也就有人来；不买馒头，也就看看。\n"
            "高质量发展的路，高质量发展的事，高质量发展的人。"));
    struct suggestion best[MAX];
    size_t n, last = 0;

    (void)state;
    n = suggest_best(s, best, MAX);
    assert_true(has(best, n, "馒头") && has(best, n, "举措") && has(best, n, "高质量发展"));
    for (size_t i = 0; i < n; i++)
        if (str_eq(best[i].word, STR("也就")))
            last = i;
    assert_true(last == 0 || last == n - 1);
    suggest_free(s);
}

/* Two places do not tell that 品 belongs to what stands before it: other texts do. */
static void test_other_texts_tell_borders(void **state)
{
    static const char *const others[] = {"产品出厂，产品进城。", "物品上架，物品打折。",
                                         "镇上的物品店也卖产品。"};
    struct suggest *s = suggest_new(STR("智能产品物流量上升，居民物品物流总额持平。物流，产业。"));
    struct suggestion best[MAX];

    (void)state;
    assert_true(has(best, suggest_best(s, best, MAX), "品物流"));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_true(suggest_other(s, str_of(others[i])));
    assert_false(has(best, suggest_best(s, best, MAX), "品物流"));
    suggest_free(s);
}

static void test_nothing_to_suggest(void **state)
{
    static const char *const texts[] = {"", "一", "，，，，", "12 12 12", "天地玄黄宇宙洪荒"};
    struct suggestion best[MAX];

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct suggest *s = suggest_new(str_of(texts[i]));

        assert_int_equal(suggest_best(s, best, MAX), 0);
        suggest_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_of_a_text),
        cmocka_unit_test(test_what_is_everywhere_comes_last),
        cmocka_unit_test(test_edges_of_words),
        cmocka_unit_test(test_whole_words),
        cmocka_unit_test(test_other_texts_tell_borders),
        cmocka_unit_test(test_nothing_to_suggest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
