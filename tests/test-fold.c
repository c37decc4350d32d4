#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "find/fold.h"
#include "find/foldchar.h"
#include "portion.h"
#include "text/utf8.h"

#define ALL FOLD_DEFAULT
#define EVERY FOLD_ALL

static void check(const char *text, unsigned flags, const char *expected)
{
    struct folded f;

    fold_text(str_of(text), flags, &f);
    assert_string_equal(f.text.s, expected);
    assert_int_equal(f.text.n, strlen(expected));
    folded_free(&f);
}

static void test_width(void **state)
{
    (void)state;
    check("ＡＢＣ１２３！？（％）", FOLD_WIDTH, "ABC123!?(%)");
    check("ｶﾞｷﾞﾊﾟｳﾞ｢ﾃﾞｰﾀ｣｡､･", FOLD_WIDTH, "ガギパヴ「データ」。、·");
    check("￥￦￠", FOLD_WIDTH, "¥₩¢");
    check("︵﹐﹖︱", FOLD_WIDTH, "(,?-");
    check("⼀⼈豈", FOLD_WIDTH, "一人豈");
    check("①㎏℃…㈱", FOLD_WIDTH, "①㎏℃…㈱"); /* other spellings, not other forms */
    check("ＡＢＣ", FOLD_CASE, "ａｂｃ");
    check("ＡＢＣ", 0, "ＡＢＣ");
}

static void test_marks(void **state)
{
    (void)state;
    check("“a”„b‟«c»＂", FOLD_WIDTH, "\"a\"\"b\"\"c\"\"");
    check("‘a’＇", FOLD_WIDTH, "'a''");
    check("—―─–－", FOLD_WIDTH, "-----");
    check("～〜~", FOLD_WIDTH, "~~~");
    check("·・‧･•", FOLD_WIDTH, "·····");
    check("……⋯", FOLD_WIDTH, "………");
    check("“a”—", FOLD_CASE | FOLD_KANA | FOLD_SPACE, "“a”—");
}

static void test_case(void **state)
{
    (void)state;
    check("Reuters ΑΒΓ ЖЗИ", FOLD_CASE, "reuters αβγ жзи");
    check("École naïve Ṩ ǖ", FOLD_CASE, "ecole naive s u");
    check("E\xCC\x81"
          "cole",
          FOLD_CASE, "ecole");
    check("ß ø İ", FOLD_CASE, "ss ø i");
    check("STRASSE ﬁ ﬃ Ⓐ Ꭺ ŉ", FOLD_CASE, "strasse fi ffi ⓐ Ꭺ ʼn");
    check("ΣΊΣΥΦΟΣ Σ ς", FOLD_CASE, "σίσυφοσ σ σ");
    check("Й Ё", FOLD_CASE, "й ё");
    check("École", FOLD_WIDTH, "École");
    check("ＡＢ", FOLD_CASE | FOLD_WIDTH, "ab");
}

static void test_kana(void **state)
{
    (void)state;
    check("ひらがなゔゝゞカタカナー", FOLD_KANA, "ヒラガナヴヽヾカタカナー");
    check("ひらがな", FOLD_CASE, "ひらがな");
    check("ﾋﾗ", FOLD_WIDTH | FOLD_KANA, "ヒラ");
    check("はば", FOLD_KANA, "ハバ"); /* voiced stays voiced */
}

static void test_script(void **state)
{
    (void)state;
    check("發展頭髮臺灣裏裡衹乾淨", FOLD_SCRIPT, "发展头发台湾里里只干净");
    check("说后里", FOLD_SCRIPT, "说后里"); /* directed: simplified stays */
    check("發展", ALL, "發展");
    check("𠌥", FOLD_SCRIPT, "𠆿");
}

static void test_composition_always(void **state)
{
    (void)state;
    check("か\xE3\x82\x99", 0, "が");
    check("は\xE3\x82\x9A", FOLD_KANA, "パ");
    check("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", 0, "한");
    check("e\xCC\x81", 0, "é");
    check("中\xE3\x82\x99", 0, "中\xE3\x82\x99");
    check("\xE3\x82\x99", ALL, "\xE3\x82\x99");
}

static void test_spaces(void **state)
{
    (void)state;
    check("五大\n战区 能　力", FOLD_SPACE, "五大战区能力");
    check("10 月 25 日", FOLD_SPACE, "10月25日");
    check("two  \n words", FOLD_SPACE, "two words");
    check("한국 신문", FOLD_SPACE, "한국 신문");
    check("好， 我", ALL, "好,我");
    check("Ａ Ｂ", ALL, "a b");
    check(" \t中 \n", FOLD_SPACE, "中");
    check("  word  ", FOLD_SPACE, "word");
    check(" \n\t　 ", FOLD_SPACE, "");
    check("中 国\n", FOLD_WIDTH, "中 国\n");
}

static void test_invisible_always(void **state)
{
    (void)state;
    check("中\xE2\x80\x8B国\xEF\xBB\xBF", 0, "中国");
    check("葛\xF3\xA0\x84\x80城", 0, "葛城");
    check("☀\xEF\xB8\x8F", 0, "☀");
    check("co\xC2\xADop", 0, "coop");
}

static void check_origin(const char *text, const char *folded, size_t expected)
{
    struct folded f;
    size_t at;

    fold_text(str_of(text), ALL, &f);
    at = str_find(strbuf_str(&f.text), str_of(folded), 0);
    assert_true(at < f.text.n);
    assert_int_equal(folded_origin(&f, at), expected);
    folded_free(&f);
}

static void test_origin(void **state)
{
    (void)state;
    check_origin("五大战区 能力", "力", 16);
    check_origin("ＡＢＣ中", "c", 6);
    check_origin("ＡＢＣ中", "中", 9);
    check_origin("ｶﾞ中", "ガ", 0);
    check_origin("ｶﾞ中", "中", 6);
    check_origin("one \n two", " two", 3);
    check_origin("one \n two", "two", 6);
    check_origin("\xEF\xBB\xBF中", "中", 3);
    check_origin("Éa", "a", 2);
    check_origin("aßb", "b", 3);
    check_origin("aßb", "sb", 1);
}

/* Every character, alone and with neighbours: folding what is folded changes nothing, and the way
 * back leads to the beginnings of characters, in order. */
static void check_char(uint32_t cp, unsigned flags)
{
    char text[16] = "a", *p = text + 1;
    struct folded once, twice;
    size_t last = 0;

    p += utf8_put(p, cp);
    p += utf8_put(p, 0x304B);
    p += utf8_put(p, cp);
    *p = '\0';
    fold_text((struct str){text, (size_t)(p - text)}, flags, &once);
    fold_text(strbuf_str(&once.text), flags, &twice);
    assert_true(str_eq(strbuf_str(&once.text), strbuf_str(&twice.text)));
    for (size_t i = 0; i < once.text.n;) {
        size_t origin = folded_origin(&once, i);

        assert_true(origin >= last && origin < (size_t)(p - text));
        assert_true(((unsigned char)text[origin] & 0xC0) != 0x80);
        last = origin;
        i += utf8_get(strbuf_str(&once.text), i, &cp);
    }
    folded_free(&once);
    folded_free(&twice);
}

static void test_folding_twice_changes_nothing(void **state)
{
    (void)state;
    for (uint32_t cp = 1; cp < 0x30000; cp += one_in()) {
        if (cp >= 0xD800 && cp < 0xE000)
            continue;
        check_char(cp, ALL);
        check_char(cp, cp % (EVERY + 1));
        check_char(cp, EVERY);
    }
}

static void test_random_texts_fold_once(void **state)
{
    static const char *const parts[] = {"中",
                                        " ",
                                        "\n",
                                        "　",
                                        "a",
                                        "B",
                                        "É",
                                        "e",
                                        "\xCC\x81",
                                        "か",
                                        "\xE3\x82\x99",
                                        "ﾊ",
                                        "ﾟ",
                                        "が",
                                        "“",
                                        "—",
                                        "，",
                                        ",",
                                        "\xE2\x80\x8D",
                                        "\xEF\xB8\x8F",
                                        "한",
                                        "\xE1\x84\x92",
                                        "\xE1\x85\xA1",
                                        "\xE1\x86\xAB",
                                        "１",
                                        "Ⱥ",
                                        "豈",
                                        "ß",
                                        "發",
                                        "ﬃ",
                                        "-",
                                        "😀"};
    unsigned seed = 1;

    (void)state;
    for (int round = 0; round < 20000 / (int)one_in(); round++) {
        unsigned flags = (unsigned)round % (EVERY + 1);
        struct strbuf text = {0};
        struct folded once, twice;

        for (int i = 0; i < 12; i++) {
            seed = seed * 1103515245 + 12345;
            strbuf_add_str(&text, str_of(parts[(seed >> 16) % (sizeof parts / sizeof *parts)]));
        }
        fold_text(strbuf_str(&text), flags, &once);
        fold_text(strbuf_str(&once.text), flags, &twice);
        if (!str_eq(strbuf_str(&once.text), strbuf_str(&twice.text)))
            fail_msg("flags %u: “%s” → “%s” → “%s”", flags, text.s, once.text.s, twice.text.s);
        folded_free(&once);
        folded_free(&twice);
        strbuf_free(&text);
    }
}

static void test_growing_letters_fit(void **state)
{
    char text[2001];
    struct folded f;

    (void)state;
    for (size_t i = 0; i < 2000; i += 2)
        memcpy(text + i, "Ⱥ", 2);
    text[2000] = '\0';
    fold_text(str_of(text), FOLD_CASE, &f);
    assert_int_equal(f.text.n, 3000);
    folded_free(&f);
    check("ևև", FOLD_CASE, "եւեւ");
}

static void test_every_character_fits(void **state)
{
    (void)state;
    for (uint32_t cp = 0; cp < 0x110000; cp += one_in()) {
        char utf8[4];
        struct folded f;

        if (cp >= 0xD800 && cp < 0xE000)
            continue;
        fold_text((struct str){utf8, utf8_put(utf8, cp)}, EVERY, &f);
        assert_true(f.text.n < f.text.cap);
        folded_free(&f);
    }
}

/* What is left out when characters are gone through becomes no other character. */
static void test_next(void **state)
{
    (void)state;
    for (uint32_t cp = 1, next = fold_next(1); cp < FOLD_END; cp++) {
        uint32_t out[FOLD_CHARS];

        if (cp == next)
            next = fold_next(cp + 1);
        else if (fold_char(cp, FOLD_ALL, out) != 0)
            assert_int_equal(out[0], cp);
    }
    assert_int_equal(fold_next(FOLD_END), FOLD_END);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_width),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_case),
        cmocka_unit_test(test_kana),
        cmocka_unit_test(test_script),
        cmocka_unit_test(test_composition_always),
        cmocka_unit_test(test_spaces),
        cmocka_unit_test(test_invisible_always),
        cmocka_unit_test(test_origin),
        cmocka_unit_test(test_folding_twice_changes_nothing),
        cmocka_unit_test(test_random_texts_fold_once),
        cmocka_unit_test(test_growing_letters_fit),
        cmocka_unit_test(test_every_character_fits),
        cmocka_unit_test(test_next),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
