/* Guessing at charsets: texts of tests/data/charsets in every charset of their language, in pieces
 * of 40, 400 and 4000 characters. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/xalloc.h"
#include "portion.h"
#include "text/guess.h"
#include "text/utf8.h"

/* One column of the table: a charset, and what its texts may be called. */
static const struct {
    const char *charset, *language, *guess, *extended;
} rows[] = {
    {"GB18030", "zh-Hans", "GB18030", ""},
    {"GBK", "zh-Hans", "GB18030", ""},
    {"GB18030", "zh-Hant", "GB18030", ""},
    {"BIG5", "zh-Hant", "Big5", ""},
    {"BIG5-HKSCS", "zh-Hant", "Big5", "Big5-HKSCS"},
    {"EUC-JP", "ja", "EUC-JP", "EUC-JP-MS"},
    {"SJIS", "ja", "Shift_JIS", "CP932"},
    {"CP932", "ja", "Shift_JIS", "CP932"},
    {"EUC-KR", "ko", "EUC-KR", "CP949"},
    {"UHC", "ko", "EUC-KR", "CP949"},
    {"ISO-2022-JP", "ja", "ISO-2022-JP", ""},
    {"UTF-16", "zh-Hans", "UTF-16LE", ""}, /* with a byte order mark */
    {"UTF-32", "ja", "UTF-32LE", ""},
    {"UTF-16LE", "zh-Hans", "UTF-16LE", ""},
    {"UTF-16LE", "zh-Hant", "UTF-16LE", ""},
    {"UTF-16BE", "ja", "UTF-16BE", ""},
    {"UTF-16BE", "ko", "UTF-16BE", ""},
    {"UTF-32LE", "zh-Hans", "UTF-32LE", ""},
    {"UTF-32BE", "ko", "UTF-32BE", ""},
    {"UTF-8", "zh-Hans", "UTF-8", ""},
    {"UTF-8", "zh-Hant", "UTF-8", ""},
    {"UTF-8", "ja", "UTF-8", ""},
    {"UTF-8", "ko", "UTF-8", ""},
};

enum { LONGEST = 4000 };

/* The sample of a language, over and over, so that a piece of LONGEST characters can begin at any
 * of its characters; *once is its own length. */
static struct strbuf load(const char *language, size_t *once)
{
    struct strbuf path = {0}, text = {0};
    const char *srcdir = getenv("srcdir");
    char buf[1 << 14];
    FILE *f;
    size_t n;

    strbuf_addf(&path, "%s/tests/data/charsets/%s.txt", srcdir ? srcdir : ".", language);
    f = fopen(path.s, "r");
    assert_non_null(f);
    n = fread(buf, 1, sizeof buf, f);
    fclose(f);
    assert_in_range(n, 1000, sizeof buf - 1);
    *once = n;
    while (text.n < n + 4 * LONGEST)
        strbuf_add(&text, buf, n);
    strbuf_free(&path);
    return text;
}

/* The `chars` characters from byte `from` on. */
static struct str piece(struct str text, size_t from, size_t chars)
{
    size_t to = from;
    uint32_t cp;

    while (chars-- > 0 && to < text.n)
        to += utf8_get(text, to, &cp);
    return str_sub(text, from, to);
}

/* text in the charset; characters that it lacks are left out. */
static void convert(struct str text, const char *charset, struct strbuf *out)
{
    iconv_t cd = iconv_open(charset, "UTF-8");
    uint32_t cp;

    assert_true(cd != (iconv_t)-1);
    strbuf_clear(out);
    for (size_t i = 0, n; i < text.n; i += n) {
        char buf[32], *in = (char *)text.s + i, *to = buf;
        size_t n_in = n = utf8_get(text, i, &cp), n_out = sizeof buf;

        if (iconv(cd, &in, &n_in, &to, &n_out) != (size_t)-1)
            strbuf_add(out, buf, (size_t)(to - buf));
    }
    iconv_close(cd);
}

/* Percentage of the pieces of that length that are guessed right. */
static unsigned measure(size_t row, size_t chars, bool whole)
{
    size_t once, step = chars < 400 ? 7 : chars < LONGEST ? 61 : 331, tried = 0, right = 0, k = 0;
    struct strbuf text = load(rows[row].language, &once), bytes = {0};
    uint32_t cp;

    for (size_t i = 0; i < once; i += utf8_get(strbuf_str(&text), i, &cp)) {
        struct guess g;

        if (k++ % (step * one_in()) != 0)
            continue;
        convert(piece(strbuf_str(&text), i, chars), rows[row].charset, &bytes);
        guess_charset(strbuf_str(&bytes), whole, &g);
        tried++;
        right += strcmp(g.charset, rows[row].guess) == 0 ||
                 strcmp(g.charset, rows[row].extended) == 0;
    }
    strbuf_free(&text);
    strbuf_free(&bytes);
    return (unsigned)(right * 100 / tried);
}

static void test_table(void **state)
{
    (void)state;
    print_message("# %-12s %-8s %5s %5s %5s\n", "charset", "language", "40", "400", "4000");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        unsigned few = measure(i, 40, true), some = measure(i, 400, true),
                 many = measure(i, LONGEST, true);

        print_message("# %-12s %-8s %4u%% %4u%% %4u%%\n", rows[i].charset, rows[i].language, few,
                      some, many);
        assert_in_range(few, 95, 100);
        assert_int_equal(some, 100);
        assert_int_equal(many, 100);
        assert_int_equal(measure(i, LONGEST, false), 100); /* by its beginning */
    }
}

static void check(struct str bytes, const char *expected)
{
    struct guess g;

    guess_charset(bytes, true, &g);
    assert_string_equal(g.charset, expected);
}

static void test_utf8(void **state)
{
    struct guess g;

    (void)state;
    check(STR(""), "UTF-8");
    check(STR("plain ASCII\n"), "UTF-8");
    check(STR("\xEF\xBB\xBFplain"), "UTF-8");
    check(STR("看报\xFF，今天的报纸还没有到\xE6\x9C，明天再来。"), "UTF-8"); /* damaged */
    check(STR("caf\xC3\xA9"), "UTF-8");
    check(STR("看\0报"), "UTF-8");
    guess_charset(STR("nothing but ASCII"), true, &g);
    assert_true(g.ascii);
    guess_charset(STR("看报"), true, &g);
    assert_false(g.ascii);
    /* Cut in the middle of a character, as a sample is. */
    guess_charset(STR("caf\xC3"), false, &g);
    assert_string_equal(g.charset, "UTF-8");
}

static void test_marks(void **state)
{
    (void)state;
    check(STR("\xFF\xFEk\0"), "UTF-16LE");
    check(STR("\xFE\xFF\0k"), "UTF-16BE");
    check(STR("\xFF\xFE\0\0k\0\0\0"), "UTF-32LE");
    check(STR("\0\0\xFE\xFF\0\0\0k"), "UTF-32BE");
    check(STR("k\0a\0n\0b\0a\0o\0"), "UTF-16LE");
    check(STR("\0k\0a\0n\0b\0a\0o"), "UTF-16BE");
    check(STR("\33$B$+$J\33(B\n"), "ISO-2022-JP");
    check(STR("\33[1mbold\33[0m"), "UTF-8");
    check(STR("夜里的\0\0\0\0列车\0\0\0\0\0\0\0\0\0\0\0\0走了\0\0"), "UTF-8");
}

static void test_others(void **state)
{
    struct guess g;

    (void)state;
    /* Comments in a program, and half-width kana alone. */
    check(STR("chdir(\"..\"); // \xB7\xB5\xBB\xD8\xC9\xCF\xD2\xBB\xBC\xB6\xC4\xBF\xC2\xBC\n"),
          "GB18030");
    check(STR("\xCA\xDD\xB6\xB8\xB6\xC5\xC0\xDE\xB9\xC9 \xB7\xDE\xAE\xB3 \xC3\xDE\xBD\xA1\n"),
          "Shift_JIS");
    check(STR("Il a mang\xE9 une cr\xEApe \xE0 la plage, tr\xE8s bient\xF4t."), "ISO-8859-1");
    guess_charset(STR("\x7F" "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0\x80\x9B\0\0\0\0"), true,
                  &g);
    assert_true(g.binary);
}

/* A few characters of another charset behind many lines of ASCII. */
static void test_late(void **state)
{
    struct strbuf text = {0};
    struct guess g;

    (void)state;
    while (text.n < 60000)
        strbuf_add_str(&text, STR("[INFO] nothing happened here, and nothing will\n"));
    strbuf_add_str(&text, STR("[WARN] \xB4\xC5\xC5\xCC\xBF\xD5\xBC\xE4\xB2\xBB\xD7\xE3\n"));
    guess_charset(strbuf_str(&text), false, &g);
    assert_string_equal(g.charset, "GB18030");
    strbuf_free(&text);
}

/* What else is tried comes round to the first one, and does not begin with what is far off. */
static void test_rounds(void **state)
{
    struct str big5 = STR("\xA6\xCA\xA6\x7E\xC2\xB3\xAD\xDC\xC5\xDC"
                          "\xA8\xAD\xBE\x5C\xC5\xAA\xAA\xC5\xB6\xA1");
    const char *charset = "Big5";
    int n = 0;

    (void)state;
    assert_string_not_equal(guess_other(big5, true, "Big5"), "Big5");
    assert_int_not_equal(strncmp(guess_other(big5, true, "Big5"), "UTF", 3), 0);
    assert_string_equal(guess_other(big5, true, "KOI8-R"), "Big5");
    do {
        charset = guess_other(big5, true, charset);
        assert_in_range(++n, 1, 20);
    } while (strcmp(charset, "Big5") != 0);
    assert_in_range(n, 5, 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table), cmocka_unit_test(test_utf8), cmocka_unit_test(test_marks),
        cmocka_unit_test(test_others), cmocka_unit_test(test_late),
        cmocka_unit_test(test_rounds),
    };

    return cmocka_run_group_tests_name("guess", tests, NULL, NULL);
}
