#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "text/charclass.h"
#include "text/utf8.h"

static void all_are(const char *text, enum charclass c)
{
    struct str s = str_of(text);
    uint32_t cp;

    for (size_t off = 0; off < s.n;) {
        off += utf8_get(s, off, &cp);
        if (charclass_of(cp) != c)
            fail_msg("U+%04X is %d, not %d", (unsigned)cp, charclass_of(cp), c);
    }
}

static void test_marks(void **state)
{
    (void)state;
    all_are("。，、；：！？．｡､﹐︐‼⁇", CC_STOP);
    all_are("）》〉」』】〕〗］｝｠｣〞︶﹚", CC_CLOSE);
    all_are("（《〈「『【〔〖［｛｟｢〝︵﹙", CC_OPEN);
    all_are(".,:;!?", CC_ASTOP);
    all_are(")]}", CC_ACLOSE);
    all_are("([{", CC_AOPEN);
    all_are("“‘", CC_OQUOTE);
    all_are("”’", CC_CQUOTE);
    all_are("\"'", CC_AQUOTE);
    all_are("—―─⸺⸻", CC_DASH);
    all_are("‐–～〜－゠", CC_CONN);
    all_are("-", CC_HYPHEN);
    all_are("…‥⋯︙︰", CC_ELLIPSIS);
    all_are("·・‧･•", CC_DOT);
    all_are("/／", CC_SLASH);
    all_are("$£¥€№￥＄+", CC_PREFIX);
    all_are("%°‰′″℃℉％￠㎎㎏㎡㏄ℓ", CC_POSTFIX);
    all_are("①⑳⒈⓪❶㉑㊿", CC_ENUM);
    all_are("●■◆▲★☆○□◇△▼◎※▪\uFFFD", CC_BULLET);
}

static void test_scripts(void **state)
{
    (void)state;
    all_are("汉〇⼀豈\U00020000\U000323AF", CC_HAN);
    all_are("あアｱㄅ", CC_KANA);
    all_are("ぁっゃァッャｧㇰ", CC_SMALLKANA);
    all_are("ーｰ", CC_PROLONG);
    all_are("々〻ゝゞヽヾ", CC_ITER);
    all_are("한ㄱᄀﾡ", CC_HANGUL);
    all_are("aZéßЖλ", CC_LETTER);
    all_are("09٣", CC_DIGIT);
    all_are("０９", CC_FWDIGIT);
    all_are("Ａｚ", CC_FWLETTER);
    all_are("👍🇨❤", CC_EMOJI);
    all_are("\uE000\U000F0000", CC_PRIVATE);
}

static void test_what_takes_no_place(void **state)
{
    static const uint32_t none[] = {0x0,    0x1B,   0x7F,   0x85,   0xAD,   0x300,
                                    0x1160, 0x11A8, 0x200B, 0x200D, 0x2028, 0x202E,
                                    0x3099, 0xFE0F, 0xFEFF, 0xFFFE, 0xE0100};

    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(charclass_width(none[i]), CW_ZERO);
    assert_int_equal(charclass_of(0x1B), CC_CONTROL);
    assert_int_equal(charclass_of(0x2028), CC_CONTROL);
    assert_int_equal(charclass_of(0xFFFE), CC_CONTROL);
    assert_int_equal(charclass_of(0xAD), CC_FORMAT);
    assert_int_equal(charclass_of(0xFE0F), CC_FORMAT);
    assert_int_equal(charclass_of(0x11A8), CC_MARK);
    assert_int_equal(charclass_of(0x3099), CC_MARK);
}

static void test_widths(void **state)
{
    (void)state;
    assert_int_equal(charclass_width('a'), CW_ONE);
    assert_int_equal(charclass_width(0xFF71), CW_ONE);  /* ｱ */
    assert_int_equal(charclass_width(0x6C49), CW_TWO);  /* 汉 */
    assert_int_equal(charclass_width(0xFF0C), CW_TWO);  /* ， */
    assert_int_equal(charclass_width(0x1100), CW_TWO);  /* leading jamo */
    assert_int_equal(charclass_width(0x1FAE8), CW_TWO); /* Unicode 15 */
    assert_int_equal(charclass_width(0x201C), CW_AMBIGUOUS);
    assert_int_equal(charclass_width(0x2014), CW_AMBIGUOUS);
    assert_int_equal(charclass_width(0x2500), CW_AMBIGUOUS);
    assert_int_equal(charclass_width(0xE000), CW_AMBIGUOUS);
    assert_int_equal(charclass_width(0x110000), CW_ZERO);
    assert_int_equal(charclass_of(0xFFFFFFFF), CC_CONTROL);
}

static void test_groups(void **state)
{
    (void)state;
    assert_true(charclass_is_cjk(charclass_of(0x6C49)));
    assert_true(charclass_is_cjk(charclass_of(0x3002)));
    assert_true(charclass_is_cjk(charclass_of(0xFF21)));
    assert_true(charclass_is_cjk(charclass_of(0x3000)));
    assert_false(charclass_is_cjk(charclass_of(0xAC00)));
    assert_false(charclass_is_cjk(charclass_of('a')));
    assert_false(charclass_is_cjk(charclass_of('.')));
    assert_true(charclass_is_ideograph(charclass_of(0x3042)));
    assert_false(charclass_is_ideograph(charclass_of(0xFF21)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_scripts),
        cmocka_unit_test(test_what_takes_no_place),
        cmocka_unit_test(test_widths),
        cmocka_unit_test(test_groups),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
