/* text/sanitize: every code point, damaged UTF-8, floods, and the way back to the raw bytes. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "clean-check.h"
#include "portion.h"
#include "text/sanitize.h"
#include "text/utf8.h"

static void assert_clean(struct str raw, struct str expected)
{
    struct sanitized out = {0};
    struct str got;

    sanitize_utf8(raw, &out);
    got = strbuf_str(&out.text);
    if (!str_eq(got, expected))
        fail_msg("got “%.*s”, expected “%.*s”", (int)got.n, got.s, (int)expected.n, expected.s);
    sanitized_free(&out);
}

#define CLEAN(raw, expected) assert_clean(STR(raw), STR(expected))

/* What becomes of cp between two ideographs, by the contract. */
static void expect_single(struct strbuf *b, uint32_t cp)
{
    char utf8[4];

    if (cp == '\r' || cp == 0x85 || cp == 0x2028 || cp == 0x2029)
        strbuf_add_char(b, '\n');
    else if (cp < 0xA0 && clean_forbids(cp))
        strbuf_add(b, "\xEF\xBF\xBD", 3);
    else if ((cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF))
        strbuf_add(b, "\xEF\xBF\xBD", 3);
    else if (cp == 0xFFFA)
        strbuf_add(b, "〔", 3);
    else if (cp == 0xFFFB)
        strbuf_add(b, "〕", 3);
    else if (!clean_forbids(cp) && cp != 0x200D)
        strbuf_add(b, utf8, utf8_put(utf8, cp));
}

/* Not assigned, and nothing to be seen if they will be: no loss when they go. */
static bool is_reserved(uint32_t cp)
{
    return cp == 0x2065 || (cp >= 0xFFF0 && cp <= 0xFFF8) || (cp >= 0xE0080 && cp <= 0xE00FF) ||
           (cp >= 0xE01F0 && cp <= 0xE0FFF);
}

static void test_every_scalar(void **state)
{
    struct strbuf raw = {0}, expected = {0};
    size_t tried = 0;

    (void)state;
    for (uint32_t cp = 0; cp < 0x110000; cp += one_in()) {
        char utf8[4];

        if (cp >= 0xD800 && cp <= 0xDFFF)
            continue;
        strbuf_clear(&raw);
        strbuf_clear(&expected);
        strbuf_add(&raw, "甲", 3);
        strbuf_add(&raw, utf8, utf8_put(utf8, cp));
        strbuf_add(&raw, "乙", 3);
        strbuf_add(&expected, "甲", 3);
        if (!is_reserved(cp))
            expect_single(&expected, cp);
        strbuf_add(&expected, "乙", 3);
        assert_clean(strbuf_str(&raw), strbuf_str(&expected));
        tried++;
    }
    assert_true(tried == 1112064 || one_in() > 1);
    strbuf_free(&raw);
    strbuf_free(&expected);
}

static void test_harmless_stay(void **state)
{
    static const char *const harmless[] = {
        "①②℃℉㎡№…—",
        "〇〡々〻",
        "全　角",
        "a\u00A0b",
        "\U00020000\U0002A6D6\U00030000",
        "葛\U000E0100",
        "辻\uFE00",
        "☺\uFE0F",
        "👩\u200D🚀",
        "👩\u200D❤\uFE0F\u200D💋\u200D👨",
        "👍🏽",
        "🇨🇳🇯🇵🇰🇷",
        "1\uFE0F\u20E3",
        "か\u3099",
        "한국어 ㅎㅏㄴ",
        "각",
        "e\u0301",
        "\uE000",
        "ﬀ",
        "→①\t②",
        "\f",
    };

    (void)state;
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
        assert_clean(str_of(harmless[i]), str_of(harmless[i]));
}

static void test_sequences(void **state)
{
    (void)state;
    CLEAN("a\x1B[31mb", "a\uFFFD[31mb");
    CLEAN("\x1B]0;x\x07", "\uFFFD]0;x\uFFFD");
    CLEAN("\x1B]52;c;eA==\x1B\\", "\uFFFD]52;c;eA==\uFFFD\\");
    CLEAN("\xC2\x9B" "1m", "\uFFFD" "1m");
    CLEAN("a\0b", "a\uFFFD" "b");
    CLEAN("一\u202E二\u2066三\u200F四\u061C", "一二三四");
    CLEAN("\uFEFF一", "一");
    CLEAN("a\r\nb\rc\xC2\x85" "d\u2028e\u2029", "a\nb\nc\nd\ne\n");
    CLEAN("\uFFF9漢\uFFFAかん\uFFFB字", "漢〔かん〕字");
    CLEAN("ex\u00AD\nample ex\u00AD" "ample", "ex-\nample example");
    CLEAN("\U000E0041\U000E007F🏴\U000E0067\U000E007F", "🏴");
}

static void test_joiners_and_selectors(void **state)
{
    (void)state;
    CLEAN("一\u200D二", "一二");
    CLEAN("👩\u200D", "👩");
    CLEAN("👩\u200Dx", "👩x");
    CLEAN("👩\u200D\u200D🚀", "👩\u200D🚀");
    CLEAN("\uFE0F一", "一");
    CLEAN(" \uFE0F一", " 一");
    CLEAN("☺\uFE0F\uFE0F\uFE0E", "☺\uFE0F");
}

static void test_damaged(void **state)
{
    (void)state;
    CLEAN("\xC0\x80", "\uFFFD\uFFFD");
    CLEAN("\xE0\x80\x80", "\uFFFD");
    CLEAN("\xED\xA0\x80", "\uFFFD");
    CLEAN("\xF4\x90\x80\x80", "\uFFFD");
    CLEAN("\xF5\x80\x80\x80", "\uFFFD");
    CLEAN("一\xE4\xB8", "一\uFFFD");
    CLEAN("\xE4\xB8" "A", "\uFFFD" "A");
    CLEAN("\x9B" "31m", "\uFFFD" "31m");
    CLEAN("\xEF\xBF\xBD", "\uFFFD");
}

/* n times piece behind head; the clean text must keep at most `most` bytes of it. */
static void flood(const char *head, const char *piece, size_t n, size_t most)
{
    struct strbuf raw = {0};
    struct sanitized out = {0};
    size_t at;

    strbuf_add_str(&raw, str_of(head));
    for (size_t i = 0; i < n; i++)
        strbuf_add_str(&raw, str_of(piece));
    sanitize_utf8(strbuf_str(&raw), &out);
    assert_true(out.text.n <= most);
    assert_null(clean_fault(strbuf_str(&out.text), CLEAN_LINES, &at));
    sanitized_free(&out);
    strbuf_free(&raw);
}

static void test_floods(void **state)
{
    (void)state;
    flood("一", "\u0301", 100000, 3 + 30 * 2);
    flood("", "\u0301", 100000, 30 * 2);
    flood("一", "\uFE0F", 500, 6);
    flood("一", "\u0301\uFE0F", 500, 3 + 30 * 3);
    flood("👩", "\u200D", 500, 4);
    flood("👩", "\u200D👩", 11, 4 + 11 * 4 + 10 * 3);
    flood("\n", "\U000E0061", 500, 1);
}

/* Lines become one again: their marks count together. Other bases begin anew. */
static void test_marks_by_base(void **state)
{
#define SIX "\u0301\u0301\u0301\u0301\u0301\u0301"
    (void)state;
    CLEAN("a" SIX SIX SIX SIX SIX "\u0302\n\u0302", "a" SIX SIX SIX SIX SIX "\n");
    CLEAN("a" SIX "\n" SIX SIX SIX SIX SIX, "a" SIX "\n" SIX SIX SIX SIX);
    CLEAN("a" SIX SIX SIX SIX SIX "\t\u0302", "a" SIX SIX SIX SIX SIX "\t");
    CLEAN("a" SIX SIX SIX SIX SIX " \u0302　\u0302", "a" SIX SIX SIX SIX SIX " 　");
    CLEAN("a" SIX SIX SIX SIX SIX "\u0302b\u0302\x1B\u0302",
          "a" SIX SIX SIX SIX SIX "b\u0302\uFFFD\u0302");
    CLEAN("👨\uFFFA\u200D👩", "👨〔👩");
}

/* Lines that become neighbours only when what stood between them is lifted out. */
static void test_joint(void **state)
{
    struct str joint;

    (void)state;
    joint = sanitize_joint(STR("a" SIX SIX SIX SIX), STR("\u0300\u0300" SIX "\u0301b" SIX));
    assert_int_equal(joint.n, strlen(SIX "b" SIX));
    joint = sanitize_joint(STR("a" SIX SIX SIX SIX), STR(SIX "b"));
    assert_int_equal(joint.n, strlen(SIX "b"));
    joint = sanitize_joint(STR(""), STR("\u0301b"));
    assert_int_equal(joint.n, strlen("\u0301b"));
    assert_int_equal(sanitize_joint(STR("a"), STR("")).n, 0);
}

static void test_way_back(void **state)
{
    struct sanitized out = {0};

    (void)state;
    sanitize_utf8(STR("a\r\n\u202E一\x1Bz"), &out);
    assert_int_equal(out.text.n, 9); /* a \n 一 U+FFFD z */
    assert_int_equal(sanitized_raw(&out, 0), 0);
    assert_int_equal(sanitized_raw(&out, 1), 2);
    assert_int_equal(sanitized_raw(&out, 2), 6);
    assert_int_equal(sanitized_raw(&out, 8), 10);
    assert_int_equal(sanitized_raw(&out, 9), 11);
    sanitized_free(&out);
}

static unsigned next_random(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245 + 12345;
    return (*seed >> 16) % below;
}

/* What becomes of bytes does not depend on how many stand around them: short texts are looked at by
 * the character, long ones by the block. */
static void test_blocks(void **state)
{
    static const unsigned char kinds[] = {0xE2, 0xE3, 0xE4, 0xE9, 0xEA, 0xEF, 0xF0, 0xC3,
                                          0x80, 0x81, 0x82, 0x8F, 0x90, 0x98, 0x99, 0xA7,
                                          0xA8, 0xBC, 0xBF, 'a',  ' ',  '\n', 0x7F, 0x01};
    enum { AROUND = 20, MOST = 12 };
    unsigned seed = 1;

    (void)state;
    for (int round = 0; round < 40000 / (int)one_in(); round++) {
        struct strbuf raw = {0}, expected = {0};
        struct sanitized alone = {0};
        size_t before = next_random(&seed, AROUND);

        strbuf_add_char(&raw, 'x');
        for (unsigned n = next_random(&seed, MOST); n > 0; n--) {
            if (next_random(&seed, 3) == 0)
                strbuf_add(&raw, "\xE3\x80\x82", raw.n + 3 < MOST ? 3 : 0);
            else if (raw.n < MOST)
                strbuf_add_char(&raw, (char)kinds[next_random(&seed, sizeof kinds)]);
        }
        strbuf_add_char(&raw, 'x');
        sanitize_utf8(strbuf_str(&raw), &alone);
        strbuf_pad(&expected, 'x', before);
        strbuf_add_str(&expected, strbuf_str(&alone.text));
        strbuf_pad(&expected, 'x', AROUND);
        sanitized_free(&alone);
        alone.text = raw;
        raw = (struct strbuf){0};
        strbuf_pad(&raw, 'x', before);
        strbuf_add_str(&raw, strbuf_str(&alone.text));
        strbuf_pad(&raw, 'x', AROUND);
        assert_clean(strbuf_str(&raw), strbuf_str(&expected));
        strbuf_free(&alone.text);
        strbuf_free(&raw);
        strbuf_free(&expected);
    }
}

/* What stands behind many plain characters is judged by the last of them, and marks behind blanks
 * count on however many these are. */
static void test_behind_blocks(void **state)
{
    enum { MOST = 64, MARKS = 30 };

    (void)state;
    for (size_t n = 1; n < MOST; n++) {
        struct strbuf raw = {0}, marks = {0}, expected = {0};

        strbuf_add_str(&raw, STR("a "));
        strbuf_pad(&raw, '\'', n);
        strbuf_add_str(&raw, STR("\uFE02"));
        assert_clean(strbuf_str(&raw), strbuf_str(&raw));
        strbuf_add_char(&marks, 'a');
        for (int i = 0; i < MARKS; i++)
            strbuf_add_str(&marks, STR("\u0301"));
        strbuf_pad(&marks, ' ', n);
        strbuf_add_str(&expected, strbuf_str(&marks));
        strbuf_add_str(&marks, STR("\u302A"));
        assert_clean(strbuf_str(&marks), strbuf_str(&expected));
        strbuf_free(&raw);
        strbuf_free(&marks);
        strbuf_free(&expected);
    }
}

static void test_names(void **state)
{
    char *name = sanitize_name("a\x1B]0;x\x07\n\t\u202E一\f");

    (void)state;
    assert_string_equal(name, "a\uFFFD]0;x\uFFFD  一 ");
    free(name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_scalar),   cmocka_unit_test(test_harmless_stay),
        cmocka_unit_test(test_sequences),      cmocka_unit_test(test_joiners_and_selectors),
        cmocka_unit_test(test_damaged),        cmocka_unit_test(test_floods),
        cmocka_unit_test(test_marks_by_base),  cmocka_unit_test(test_joint),
        cmocka_unit_test(test_way_back),       cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_behind_blocks),  cmocka_unit_test(test_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
