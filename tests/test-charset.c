/* Charsets as files have them: every kana, ideograph and syllable of the widest charset that
 * extends one is read when only the smaller one is named, in a run and alone; lines are the same
 * whether they are converted alone or together. */
#include <config.h>

#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "portion.h"
#include "text/charset.h"
#include "text/decode.h"
#include "text/utf8.h"

static const struct {
    const char *name, *wide;
} rows[] = {
    {"EUC-KR", "UHC"},      {"CP949", "UHC"},       {"GBK", "GB18030"},
    {"Big5", "BIG5-HKSCS"}, {"Shift_JIS", "CP932"}, {"EUC-JP", "EUC-JP-MS"},
};

/* Converts text at `from` and returns the bytes at `to`; 0: the charset lacks it. */
static size_t convert(iconv_t cd, struct str from, char *to, size_t size)
{
    char *in = (char *)from.s, *at = to;
    size_t n_in = from.n, n_out = size;

    iconv(cd, NULL, NULL, NULL, NULL);
    if (iconv(cd, &in, &n_in, &at, &n_out) != 0 || iconv(cd, NULL, NULL, &at, &n_out) != 0)
        return 0;
    return (size_t)(at - to);
}

/* What the bytes, with an ASCII character before and behind them, are read as. */
static void read_back(struct charset *c, struct str bytes, bool one_by_one, struct strbuf *out)
{
    char buf[32];
    size_t n = 0;

    buf[n++] = 'a';
    memcpy(buf + n, bytes.s, bytes.n);
    n += bytes.n;
    buf[n++] = 'z';
    strbuf_clear(out);
    if (!one_by_one) {
        charset_convert(c, (struct str){buf, n}, false, out);
        return;
    }
    charset_begin(c);
    for (size_t i = 0; i < n;)
        i += charset_convert_one(c, str_sub((struct str){buf, n}, i, n), out);
}

/* How many letters are read in another way than the widest charset has them. */
static size_t count_wrong(const char *name, const char *wide)
{
    iconv_t encode = iconv_open(wide, "UTF-8"), decode = iconv_open("UTF-8", wide);
    struct charset *c = charset_open(name);
    struct strbuf got = {0};
    size_t wrong = 0;

    assert_true(encode != (iconv_t)-1 && decode != (iconv_t)-1);
    assert_non_null(c);
    for (uint32_t cp = 0x3041; cp <= 0x2FFFF; cp += one_in()) {
        char utf8[4], bytes[16], expected[32] = "a";
        struct str whole = {utf8, utf8_put(utf8, cp)}, raw = {bytes, 0};
        bool is_letter = cp < 0xD800 || (cp >= 0xF900 && cp < 0xFB00) || cp > 0xFFFF;

        raw.n = !is_letter ? 0 : convert(encode, whole, bytes, sizeof bytes);
        if (raw.n == 0)
            continue;
        whole = (struct str){expected, 1 + convert(decode, raw, expected + 1, 24)};
        expected[whole.n++] = 'z';
        for (int k = 0; k < 2; k++) {
            read_back(c, raw, k, &got);
            if (!str_eq(strbuf_str(&got), whole) && wrong++ < 10)
                print_message("# %s: U+%04X is read as %.*s\n", name, cp, (int)got.n, got.s);
        }
    }
    iconv_close(encode);
    iconv_close(decode);
    charset_close(c);
    strbuf_free(&got);
    return wrong;
}

static void test_every_character(void **state)
{
    size_t wrong = 0;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        wrong += count_wrong(rows[i].name, rows[i].wide);
    assert_int_equal(wrong, 0);
}

enum { PIECE = 300 };

/* Lines of random bytes, mostly beyond ASCII. */
static void make_up(uint64_t *seed, char *bytes)
{
    static const char ascii[] = "\n\n\n\r 0A@~z";

    for (size_t i = 0; i < PIECE; i++) {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        bytes[i] = (char)(*seed >> 32 & 3 ? 0x80 | (*seed >> 40 & 0x7F)
                                          : (uint64_t)ascii[(*seed >> 40) % (sizeof ascii - 1)]);
    }
}

/* Damage and all, what is converted at once is what its lines are. */
static void test_lines(void **state)
{
    static const char *const names[] = {"GB18030", "Big5",   "CP950", "Big5-HKSCS",  "EUC-JP",
                                        "CP932",   "EUC-KR", "CP949", "WINDOWS-1252"};
    struct strbuf whole = {0}, lines = {0};
    uint64_t seed = 88172645463325252;
    char bytes[PIECE];
    struct str raw = {bytes, PIECE};

    (void)state;
    for (size_t i = 0; i < 20000 / one_in(); i++) {
        struct charset *c = charset_open(names[i % (sizeof names / sizeof *names)]);

        assert_true(charset_keeps_lines(c));
        make_up(&seed, bytes);
        strbuf_clear(&whole);
        strbuf_clear(&lines);
        charset_convert(c, raw, false, &whole);
        for (size_t from = 0, to; from < raw.n; from = to) {
            to = charset_line_end(c, raw, from);
            charset_convert(c, str_sub(raw, from, to), false, &lines);
        }
        assert_string_equal(whole.s, lines.s);
        charset_close(c);
    }
    strbuf_free(&whole);
    strbuf_free(&lines);
}

/* And the way back from it leads to the same bytes. */
static void test_way_back(void **state)
{
    static const char text[] = "\xB0\xA1\xB0\n\n\xB0\xA1\r\nab\xFF\n\xB0\xA1";
    FILE *f = tmpfile();
    struct passage p;
    struct err e;
    struct source *s;

    (void)state;
    fwrite(text, 1, sizeof text - 1, f);
    fflush(f);
    s = source_from_fd(dup(fileno(f)), "text", &e);
    source_set_encoding(s, "GB18030", TRUST_USER);
    assert_true(decode_passage(s, 0, 100, PASSAGE_LINES, &p, &e));
    assert_string_equal(p.utf8.s, "啊\uFFFD\n\n啊\r\nab\uFFFD\n啊");
    for (size_t i = 0, line = 0; i < p.utf8.n; i++)
        if (p.utf8.s[i] == '\n') {
            line += strcspn(text + line, "\n");
            assert_int_equal(passage_byte(&p, i), line++);
            assert_int_equal(passage_byte(&p, i + 1), line);
        }
    assert_int_equal(passage_byte(&p, p.utf8.n), sizeof text - 1);
    passage_free(&p);
    source_free(s);
    fclose(f);
}

/* What only switches between charsets is no text, at the beginning and behind a line. */
static void test_nothing_but_switches(void **state)
{
    static const char text[] = "\033$B\033(B";
    static const char *const before[] = {"", "ab\n"};

    (void)state;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        FILE *f = tmpfile();
        struct passage p;
        struct source *s;
        struct err e;

        fprintf(f, "%s%s", before[i], text);
        fflush(f);
        s = source_from_fd(dup(fileno(f)), "text", &e);
        source_set_encoding(s, "ISO-2022-JP", TRUST_USER);
        assert_true(decode_passage(s, 0, 100, PASSAGE_LINES, &p, &e));
        assert_true(str_eq(strbuf_str(&p.utf8), str_of(before[i])));
        assert_int_equal(p.to, strlen(before[i]) + strlen(text));
        passage_free(&p);
        source_free(s);
        fclose(f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_character),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_way_back),
        cmocka_unit_test(test_nothing_but_switches),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
