#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <unilbrk.h>

#include "layout/linebase.h"
#include "layout/linebreak.h"
#include "portion.h"
#include "text/glyph.h"
#include "text/utf8.h"

static const struct glyph_mode mode = {.ambiguous = 1};

static const struct linebreak_rules strict = {.level = KINSOKU_STRICT},
                                    normal = {.level = KINSOKU_NORMAL},
                                    loose = {.level = KINSOKU_LOOSE},
                                    none = {.level = KINSOKU_NONE},
                                    japanese = {.level = KINSOKU_NORMAL, .japanese = true},
                                    japanese_strict = {.level = KINSOKU_STRICT, .japanese = true},
                                    korean = {.level = KINSOKU_NORMAL, .korean_words = true};

/* `expected` is the text with | where a row may begin, and ¦ where only a row without a better
 * place is cut. */
static void check(const struct linebreak_rules *r, const char *expected)
{
    struct strbuf text = {0}, found = {0};
    struct clusters t = {0};

    for (const char *p = expected; *p; p++)
        if (*p != '|' && strncmp(p, "¦", 2) != 0)
            strbuf_add_char(&text, *p);
        else if (*p != '|')
            p++;
    clusters_split(strbuf_str(&text), mode, &t);
    linebreak_mark(&t, r);
    for (size_t i = 0; i < t.n; i++) {
        if (t.v[i].before == LINEBREAK_ALLOWED)
            strbuf_add_char(&found, '|');
        else if (t.v[i].before != LINEBREAK_NO)
            strbuf_add_str(&found, STR("¦"));
        strbuf_add_str(&found, clusters_text(&t, i, i + 1));
    }
    assert_string_equal(found.s, expected);
    strbuf_free(&text);
    strbuf_free(&found);
    clusters_free(&t);
}

/* Whether the places between the clusters of a text are those of the library. */
static void agrees_with_library(struct str text)
{
    struct clusters t = {0};
    char *found = calloc(text.n + 1, 1);

    clusters_split(text, mode, &t);
    linebase_mark(&t);
    u8_possible_linebreaks((const uint8_t *)text.s, text.n, "UTF-8", found);
    for (size_t i = 1; i < t.n; i++)
        if ((found[t.v[i].from] == UC_BREAK_POSSIBLE) != (t.v[i].before == LINEBREAK_ALLOWED))
            fail_msg("otherwise before cluster %zu of %s", i, text.s);
    clusters_free(&t);
    free(found);
}

static bool is_ideograph(const struct cluster *c)
{
    return c->class == CC_HAN || c->class == CC_KANA;
}

/* Whether a cluster may be of one run with that before it. */
static bool goes_on(const struct cluster *c)
{
    bool letter = c->class == CC_LETTER || c->class == CC_HANGUL;

    if (c->class == CC_SPACE)
        return c[1].class == c[-1].class && (c[1].class == CC_LETTER || c[1].class == CC_HANGUL);
    if (letter && c[-1].class == CC_SPACE)
        return c[-2].class == c->class;
    return (letter && c[-1].class == c->class) || (is_ideograph(c) && is_ideograph(&c[-1]));
}

/* Whether the clusters of a text are those that it has one by one, and its runs cover them. */
static void is_split_plainly(struct str text)
{
    struct clusters t = {0};
    size_t i = 0, run = 0;

    clusters_split(text, mode, &t);
    for (size_t off = 0, next; off < text.n; off = next, i++) {
        const struct cluster *c = &t.v[i];

        next = glyph_next(text, off);
        assert_int_equal(c->from, off);
        assert_int_equal(c->class, charclass_of(utf8_at(text, off)));
        assert_int_equal(c->cols, glyph_cluster_cols(str_sub(text, off, next), mode));
        if (t.runs[run] == i)
            run++;
        else
            assert_true(goes_on(c));
    }
    assert_int_equal(t.n, i);
    assert_int_equal(t.n_runs, run);
    assert_int_equal(t.runs[run], i);
    clusters_free(&t);
}

static void test_shortcuts(void **state)
{
    static const char *const pieces[] = {
        "汉",      "字",       "，",       "。",      "、",     "！",     "：",     "（",
        "）",      "《",       "」",       "“",       "”",      "a",      "Z",      " ",
        " ",       "0",        "1",        ".",       ",",      "(",      ")",      "-",
        "/",       "%",        "$",        "—",       "…",      "·",      "か",     "っ",
        "ー",      "々",       "한",       "국",      "カ",     ",",      ":",      "?",
        "7",       "\u1100",   "\u309C",   "\t",      "\u3000", "\u00A0", "\u2060", "\u200B",
        "e\u0301", "汉\u0301", "（\u0301", " \u0301", "🇨",      "👍",      "\u200D", "︐",
        "︗",      "𠀀",       "\u309B",   "\u2F00",  "é",      "א",      "ｱ",      "＄"};
    uint64_t seed = 88172645463325252;
    struct strbuf text = {0};

    (void)state;
    for (int i = 0; i < 50000 / (int)one_in(); i++) {
        strbuf_clear(&text);
        for (int n = 0; n < 12; n++) {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            strbuf_add_str(&text, str_of(pieces[(seed >> 33) % (sizeof pieces / sizeof *pieces)]));
        }
        is_split_plainly(strbuf_str(&text));
        agrees_with_library(strbuf_str(&text));
    }
    strbuf_free(&text);
}

/* Not what is a mark here and an ideograph or letter to Unicode: ﹑ ― ─ */
static bool is_tried(uint32_t cp)
{
    return (cp < 0xD800 || cp > 0xDFFF) && cp != 0xFE51 && cp != 0x2015 && cp != 0x2500;
}

/* Every character beside those that make up runs: in the place of each @. */
static void test_runs(void **state)
{
    static const char *const places[] = {"汉@字", "a b@ c", "한 국@ 어", "、@@"};
    struct strbuf text = {0};

    (void)state;
    for (uint32_t cp = ' '; cp < 0x30000; cp += one_in()) {
        char bytes[4];
        struct str character = {bytes, utf8_put(bytes, cp)};

        for (size_t i = 0; is_tried(cp) && i < sizeof places / sizeof *places; i++) {
            strbuf_clear(&text);
            for (const char *p = places[i]; *p; p++)
                strbuf_add_str(&text, *p == '@' ? character : (struct str){p, 1});
            is_split_plainly(strbuf_str(&text));
            agrees_with_library(strbuf_str(&text));
        }
    }
    strbuf_free(&text);
}

static void test_brackets_and_stops(void **state)
{
    (void)state;
    check(&normal, "今|天|很|好，|我|们。");
    check(&normal, "他|说|《红|楼|梦》|好");
    check(&normal, "上|（网|信|办）|召|开");
    check(&normal, "吗？！|我");
    check(&normal, "他|说：|「好。」|我");
    check(&normal, "好 ，|我|（ 你）");
    check(&normal, "好　|我");
    check(&loose, "吗|？！|我|说|：|我，|你。");
    check(&normal, "吗？！|我|说：|我，|你。");
}

static void test_quotes(void **state)
{
    (void)state;
    check(&normal, "汉|“字”|汉");
    check(&normal, "体|验。”|“对|于");
    check(&normal, "说|“AIGC”|的");
    check(&normal, "说|‘王|明’|的");
    check(&normal, "他|说：|“‘好’”，|进");
    check(&normal, "（“好”）");
    check(&normal, "说|\"你|好\"|吧|\"我\"|吧");
    check(&normal, "他|的 |don’t |和 |it's");
    check(&normal, "a |“b” |c");
    check(&normal, "好 ”|我");
    check(&normal, "好”、|我");
    check(&normal, "好”‒|我|好”|×|我");
    check(&normal, "好”|——|我");
    check(&normal, "好”゛|好”|か");
    check(&strict, "好”——|我");
}

static void test_dashes(void **state)
{
    (void)state;
    check(&normal, "曲|——|我");
    check(&strict, "曲——|我");
    check(&normal, "曲|―—|我");
    check(&normal, "是|——|AI|——|的|——|€5");
    check(&normal, "是|――|AI|――|的|――|€5");
    check(&normal, "5%|——|éa|——|1");
    check(&normal, "5%|――|éa|――|1");
    check(&normal, "了……|然");
    check(&loose, "了|……|然");
    check(&normal, "一—|二");
    check(&normal, "产|10～15|公");
    check(&loose, "产|10～15|公|甲|～|乙");
    check(&normal, "从|8:30—17:00|开");
    check(&normal, "约|30%～50%|的");
    check(&loose, "从|8:30—17:00|开|甲|—|乙");
    check(&loose, "甲）|～|乙");
    check(&normal, "低|至|－5|度");
    check(&normal, "比|尔·|盖|茨");
    check(&loose, "比|尔|·|盖|茨");
    check(&normal, "和/或|乙");
    check(&loose, "和/|或|乙");
}

static void test_numbers_and_words(void **state)
{
    (void)state;
    check(&normal, "面|积|50㎡|左");
    check(&normal, "价|１２，３４５|元，|６");
    check(&normal, "ＡＢＣ|公|司");
    check(&normal, "see |e.g. |U.S. |P.S. |foo");
    check(&normal, "用|C++17|写");
    check(&normal, "①第|一|②（二）");
    check(&normal, "●本|报|●|本|报");
    check(&normal, "● 本|报");
    check(&normal, "长|了|3.14%，|到");
    check(&normal, "于|2024-10-23|召");
    check(&normal, "@人|民");
    check(&normal, "@１２|人");
    check(&normal, "·人|民");
    check(&normal, "•人|民");
}

static void test_kana(void **state)
{
    (void)state;
    check(&normal, "ちょっ|と|カー");
    check(&japanese, "ち|ょ|っ|と|カ|ー");
    check(&japanese_strict, "ちょっ|と|カー");
    check(&japanese, "人|々|「っ」");
}

static void test_korean(void **state)
{
    (void)state;
    check(&normal, "한|국|어 |문|장");
    check(&korean, "한¦국¦어 |문¦장.");
    check(&korean, "2024¦년 |10¦월 |１２¦월");
}

static void test_addresses(void **state)
{
    (void)state;
    check(&normal, "见|http://¦www¦.a¦.cn/¦x¦?y¦=1。");
    check(&normal, "见|a¦.b@c¦.com|等");
    check(&normal, "网|址:www¦.a¦.cn/|好");
    check(&normal, "（http://¦a¦.cn/¦%E4¦%B8）");
    check(&normal, "a@b |x://");
    check(&normal, "见|http://¦a¦.cn/|好");
}

static void test_none(void **state)
{
    (void)state;
    check(&none, "好|，|我|（|a|b|）|——|……|和 |e\u0301");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shortcuts),
        cmocka_unit_test(test_runs),
        cmocka_unit_test(test_brackets_and_stops),
        cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_dashes),
        cmocka_unit_test(test_numbers_and_words),
        cmocka_unit_test(test_kana),
        cmocka_unit_test(test_korean),
        cmocka_unit_test(test_addresses),
        cmocka_unit_test(test_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
