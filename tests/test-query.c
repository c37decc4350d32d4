#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "find/keywords.h"
#include "find/query.h"
#include "growth.h"
#include "portion.h"
#include "text/glyph.h"

/* Expects the hits of pattern in text to be `expected`, each in brackets. */
static void check(const char *pattern, unsigned fold, const char *text, const char *expected)
{
    struct err e;
    struct query *q = query_new(str_of(pattern), fold, &e);
    struct ranges hits = {0};
    struct strbuf found = {0};

    assert_non_null(q);
    query_find(q, str_of(text), &hits);
    assert_int_equal(query_matches(q, str_of(text)), hits.n > 0);
    strbuf_add(&found, "", 0);
    for (size_t i = 0; i < hits.n; i++)
        strbuf_addf(&found, "[%.*s]", (int)(hits.v[i].to - hits.v[i].from), text + hits.v[i].from);
    assert_string_equal(found.s, expected);
    strbuf_free(&found);
    ranges_free(&hits);
    query_free(q);
}

static void test_finds_what_looks_the_same(void **state)
{
    (void)state;
    check("五大战区能力", FOLD_DEFAULT, "着眼五大战区\n能力建设，五大 战区能力。",
          "[五大战区\n能力][五大 战区能力]");
    check("10月25日", FOLD_DEFAULT, "10 月 25 日", "[10 月 25 日]");
    check("aigc", FOLD_DEFAULT, "ＡＩＧＣ和AIGC", "[ＡＩＧＣ][AIGC]");
    check("でーた", FOLD_DEFAULT, "ﾃﾞｰﾀとデータ", "[ﾃﾞｰﾀ][データ]");
    check("\"一带一路\"", FOLD_DEFAULT, "“一带一路”", "[“一带一路”]");
    check("ecole", FOLD_DEFAULT,
          "École, E\xCC\x81"
          "cole",
          "[École][E\xCC\x81"
          "cole]");
    check("one two", FOLD_DEFAULT, "one\n  two onetwo", "[one\n  two]");
    check("一", FOLD_DEFAULT, "一一二一", "[一][一][一]");
    check("一一", FOLD_DEFAULT, "一一一一一", "[一一][一一]");
    check(" 中 ", FOLD_DEFAULT, "国中国", "[中]");
}

static void test_exact_when_nothing_is_ignored(void **state)
{
    (void)state;
    check("AIGC", 0, "ＡＩＧＣ aigc AIGC", "[AIGC]");
    check("中国", 0, "中 国中国", "[中国]");
    check(" ", 0, "a b", "[ ]");
    check("カ", 0, "かカ", "[カ]");
}

static void test_script_and_smart_case(void **state)
{
    const unsigned script = FOLD_DEFAULT | FOLD_SCRIPT, smart = FOLD_DEFAULT | QUERY_SMART;

    (void)state;
    check("发展", script, "發展、发展", "[發展][发展]");
    check("發展", script, "發展、发展", "[發展][发展]");
    check("发展", FOLD_DEFAULT, "發展、发展", "[发展]");
    check("strasse", FOLD_DEFAULT, "Straße", "[Straße]");
    check("s", FOLD_DEFAULT, "ß", "[ß]");
    check("aigc", smart, "AIGC Aigc ａｉｇｃ", "[AIGC][Aigc][ａｉｇｃ]");
    check("AIGC", smart, "AIGC Aigc ＡＩＧＣ", "[AIGC][ＡＩＧＣ]");
}

static void test_regular_expressions(void **state)
{
    const unsigned re = FOLD_DEFAULT | QUERY_REGEXP;

    (void)state;
    check("第.{1,3}届", re, "第三届，第二十届，第一二三四届", "[第三届][第二十届]");
    check("[0-9]+年", re, "２０２４年和1999年", "[２０２４年][1999年]");
    check("\\p{Han}+", re, "AI 大模型, x", "[大模型]");
    check("^大.*$", re, "大一\n小二\n大三", "[大一][大三]");
    check("aigc?", re, "AIGC aig", "[AIGC][aig]");
    check("“[^”]+”", re, "“一带”和“一路”", "[“一带”][“一路”]");
    check("\\（.\\）|？", re, "（一）吗？(二)", "[（一）][？][(二)]");
    check("[か-こ]", re, "かキ", "[か][キ]");
    check("x*", re, "axxb", "[xx]");
    check("a b", re, "a b ab", "[a b]");
    check("葛", re, "葛\xF3\xA0\x84\x80城", "[葛\xF3\xA0\x84\x80]");
    check("A", QUERY_REGEXP, "aAＡ", "[A]");
}

static void test_wrong_expressions(void **state)
{
    static const char *const bad[] = {"(", "[", "a{2,1}", "\\C", "(?<=a+)b", "*"};
    struct err e;

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_null(query_new(str_of(bad[i]), QUERY_REGEXP, &e));
        assert_non_null(strstr(e.msg, "behind"));
    }
}

/* A hostile expression ends, and says that it gave up. */
static void test_expression_gives_up(void **state)
{
    struct strbuf text = {0};
    struct ranges hits = {0};
    struct err e;
    struct query *q = query_new(STR("(a|aa|a.)*(b|c+)*$(?<!a)"), QUERY_REGEXP, &e);

    (void)state;
    assert_non_null(q);
    strbuf_pad(&text, 'a', 1 << 16);
    query_find(q, strbuf_str(&text), &hits);
    assert_true(hits.gave_up);
    query_free(q);
    ranges_free(&hits);
    strbuf_free(&text);
}

static void find_hostile_expressions(size_t n)
{
    static const char *const patterns[] = {"(a+)+b|x", "(a|aa)+$|x", "(?:a?){15}a{15}y|x",
                                           "(.*)(.*)(.*)z|x", "(?i)(a|A)+?y"};
    struct strbuf text = {0};

    while (text.n < n)
        strbuf_add_str(&text, STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaax"));
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        struct ranges hits = {0};
        struct err e;
        struct query *q = query_new(str_of(patterns[i]), QUERY_REGEXP, &e);

        query_find(q, strbuf_str(&text), &hits);
        query_free(q);
        ranges_free(&hits);
    }
    strbuf_free(&text);
}

/* Neither is it slow where it matches in between, and where no single start takes many steps. */
static void test_hostile_expressions_are_linear(void **state)
{
    (void)state;
    assert_true(growth(find_hostile_expressions, 1 << 13) < GROWTH_LINEAR);
}

static void read_long_expression(size_t n)
{
    struct strbuf pattern = {0};
    struct err e;

    strbuf_add_str(&pattern, STR("[ab][ab][ab]"));
    while (pattern.n < n)
        strbuf_add_str(&pattern, STR("abcdefgh"));
    for (int i = 0; i < 20; i++)
        query_free(query_new(strbuf_str(&pattern), QUERY_REGEXP, &e));
    strbuf_free(&pattern);
}

/* Nor is a long expression slow to be read. */
static void test_long_expressions_are_linear(void **state)
{
    (void)state;
    assert_true(growth(read_long_expression, 1 << 11) < GROWTH_LINEAR);
}

static void test_no_hit(void **state)
{
    (void)state;
    check("报", FOLD_DEFAULT, "", "");
    check("报", FOLD_DEFAULT, "纸", "");
    check("报纸报纸", FOLD_DEFAULT, "报纸", "");
    check("か", FOLD_DEFAULT, "が", "");
}

static void test_hits_are_whole_clusters(void **state)
{
    (void)state;
    check("中", FOLD_WIDTH, "中\xE2\x83\x9D", "[中\xE2\x83\x9D]");
    check("葛", FOLD_DEFAULT, "葛\xF3\xA0\x84\x80城", "[葛\xF3\xA0\x84\x80]");
    check("👩", FOLD_DEFAULT, "👩\xE2\x80\x8D🔬", "[👩\xE2\x80\x8D🔬]");
    check("🔬", FOLD_DEFAULT, "中👩\xE2\x80\x8D🔬", "[👩\xE2\x80\x8D🔬]");
    check("\xE2\x83\x9D", 0, "国中\xE2\x83\x9D", "[中\xE2\x83\x9D]");
    check("👍🏽", FOLD_DEFAULT, "👍🏽👍", "[👍🏽]");
    check("🇨", FOLD_DEFAULT, "🇨🇳🇨🇳", "[🇨🇳][🇨🇳]");
    check("🇳", FOLD_DEFAULT, "🇨🇳🇨🇳", "[🇨🇳][🇨🇳]");
}

static void test_nothing_to_look_for(void **state)
{
    struct err e;

    (void)state;
    assert_null(query_new(STR(""), 0, &e));
    assert_true(e.msg[0]);
    assert_null(query_new(STR(" \n"), FOLD_DEFAULT, &e));
    assert_null(query_new(STR(""), QUERY_REGEXP, &e));
    assert_non_null(strstr(e.msg, "nothing to look for"));
    assert_null(query_new(STR("\xE2\x80\x8B"), 0, &e));
    query_free(NULL);
}

/* Hits are borders of clusters, ascending and apart; each is found again when it is looked at
 * alone. */
static void test_properties_of_hits(void **state)
{
    static const char *const parts[] = {"中",       "国", " ", "\n", "a", "Ａ",           "e",
                                        "\xCC\x81", "か", "ｶ", "ﾞ",  "🇨", "\xE2\x80\x8D", "👩"};
    const size_t n_parts = sizeof parts / sizeof *parts;
    unsigned seed = 7;

    (void)state;
    for (int round = 0; round < 20000 / (int)one_in(); round++) {
        struct strbuf text = {0}, pattern = {0};
        struct ranges hits = {0};
        struct err e;
        struct query *q;
        size_t border = 0;

        for (int i = 0; i < 16; i++) {
            seed = seed * 1103515245 + 12345;
            strbuf_add_str(i < 2 ? &pattern : &text, str_of(parts[(seed >> 16) % n_parts]));
        }
        q = query_new(strbuf_str(&pattern), FOLD_DEFAULT, &e);
        if (q)
            query_find(q, strbuf_str(&text), &hits);
        for (size_t i = 0; i < hits.n; i++) {
            while (border < hits.v[i].from)
                border = glyph_next(strbuf_str(&text), border);
            assert_int_equal(border, hits.v[i].from);
            assert_true(hits.v[i].to > hits.v[i].from);
            while (border < hits.v[i].to)
                border = glyph_next(strbuf_str(&text), border);
            assert_int_equal(border, hits.v[i].to);
            if (!query_matches(q, str_sub(strbuf_str(&text), hits.v[i].from, border)))
                fail_msg("“%s” in “%s”", pattern.s, text.s);
        }
        query_free(q);
        ranges_free(&hits);
        strbuf_free(&text);
        strbuf_free(&pattern);
    }
}

static void find_hostile_words(size_t n)
{
    static const char *const units[] = {"🇨", "一", "a", " ", "か\xE3\x82\x99", "👩\xE2\x80\x8D"};

    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        struct strbuf text = {0};
        struct ranges hits = {0};
        struct err e;

        while (text.n < n)
            strbuf_add_str(&text, str_of(units[u]));
        for (size_t i = 1; i <= 1000; i *= 10) {
            struct str pattern = {text.s, i * strlen(units[u])};
            struct query *q = query_new(pattern, 0, &e);

            if (q)
                query_find(q, strbuf_str(&text), &hits);
            query_free(q);
        }
        ranges_free(&hits);
        strbuf_free(&text);
    }
}

/* Hostile text costs no more than its length. */
static void test_linear(void **state)
{
    (void)state;
    assert_true(growth(find_hostile_words, 1 << 13) < GROWTH_LINEAR);
}

/* Expects the words of that set to be marked as in `expected`, [n:...] each. */
static void check_keywords(const struct keywords *k, const char *text, const char *expected)
{
    struct keyword_hits hits = {0};
    struct strbuf found = {0};

    keywords_find(k, str_of(text), &hits);
    strbuf_add(&found, "", 0);
    for (size_t i = 0; i < hits.n; i++)
        strbuf_addf(&found, "[%zu:%.*s]", hits.v[i].keyword, (int)(hits.v[i].to - hits.v[i].from),
                    text + hits.v[i].from);
    assert_string_equal(found.s, expected);
    strbuf_free(&found);
    free(hits.v);
}

static void test_keywords(void **state)
{
    struct keywords k = {0};
    struct err e;

    (void)state;
    check_keywords(&k, "五大战区", "");
    assert_true(keywords_add(&k, "places", STR("战区"), FOLD_DEFAULT, &e));
    assert_true(keywords_add(&k, "places", STR("五大战区"), FOLD_DEFAULT, &e));
    assert_true(keywords_add(&k, NULL, STR("大"), FOLD_DEFAULT, &e));
    assert_true(keywords_add(&k, NULL, STR("区能"), FOLD_DEFAULT, &e));
    assert_false(keywords_add(&k, NULL, STR(" "), FOLD_DEFAULT, &e));
    assert_int_equal(k.n_groups, 3);
    check_keywords(&k, "五大战区能力，大战区", "[1:五大战区][2:大][0:战区]");
    check_keywords(&k, "战区能战区", "[0:战区][0:战区]");
    k.groups[0].off = true;
    check_keywords(&k, "五大战区能力", "[2:大][3:区能]");
    k.off = true;
    check_keywords(&k, "五大战区能力", "");
    k.off = false;
    assert_int_equal(keywords_index(&k, STR("大")), 2);
    keywords_remove(&k, 2);
    assert_int_equal(keywords_index(&k, STR("大")), k.n);
    assert_int_equal(k.n_groups, 2);
    check_keywords(&k, "五大战区能力", "[2:区能]");
    keywords_remove(&k, 0);
    assert_int_equal(k.n_groups, 2);
    /* The colours of the groups that stay stay, and what is added takes the free one. */
    assert_true(k.groups[0].color == 0 && k.groups[1].color == 2);
    assert_true(keywords_add(&k, NULL, STR("能"), FOLD_DEFAULT, &e));
    assert_int_equal(k.groups[2].color, 1);
    assert_int_equal(keywords_group(&k, "places"), 0);
    keywords_free(&k);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_finds_what_looks_the_same),
        cmocka_unit_test(test_exact_when_nothing_is_ignored),
        cmocka_unit_test(test_script_and_smart_case),
        cmocka_unit_test(test_regular_expressions),
        cmocka_unit_test(test_wrong_expressions),
        cmocka_unit_test(test_expression_gives_up),
        cmocka_unit_test(test_hostile_expressions_are_linear),
        cmocka_unit_test(test_long_expressions_are_linear),
        cmocka_unit_test(test_no_hit),
        cmocka_unit_test(test_hits_are_whole_clusters),
        cmocka_unit_test(test_nothing_to_look_for),
        cmocka_unit_test(test_properties_of_hits),
        cmocka_unit_test(test_linear),
        cmocka_unit_test(test_keywords),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
