#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "text/glyph.h"
#include "text/utf8.h"

static const struct glyph_mode narrow = {.ambiguous = 1}, wide = {.ambiguous = 2};

static const char breaks_file[] = "/usr/share/unicode/auxiliary/GraphemeBreakTest.txt";

/* Reads a line of Unicode's tests (÷ 0020 × 0308 ÷) into text, and marks[i] = border at byte i. */
static bool read_case(char *line, struct strbuf *text, char *marks)
{
    strbuf_clear(text);
    line[strcspn(line, "#\n")] = '\0';
    for (char *word = strtok(line, " \t"); word; word = strtok(NULL, " \t")) {
        char bytes[4];

        if (strcmp(word, "÷") == 0 || strcmp(word, "×") == 0)
            marks[text->n] = strcmp(word, "÷") == 0;
        else
            for (size_t i = 0, n = utf8_put(bytes, (uint32_t)strtoul(word, NULL, 16)); i < n; i++) {
                strbuf_add_char(text, bytes[i]);
                marks[text->n] = 0;
            }
    }
    return text->n > 0;
}

static bool walks_as(struct str s, const char *marks)
{
    size_t off = 0;

    while (off < s.n) {
        size_t next = glyph_next(s, off);

        for (size_t i = off + 1; i < next; i++)
            if (marks[i])
                return false;
        if (next <= off || !marks[next])
            return false;
        off = next;
    }
    return off == s.n;
}

static void test_official_clusters(void **state)
{
    FILE *f = fopen(breaks_file, "r");
    struct strbuf text = {0};
    char line[1024], marks[1024];
    int n = 0, good = 0;

    (void)state;
    if (!f) {
        print_message("# skipped: there is no %s (Debian: unicode-data)\n", breaks_file);
        return;
    }
    while (fgets(line, sizeof line, f))
        if (read_case(line, &text, marks)) {
            n++;
            good += walks_as(strbuf_str(&text), marks);
        }
    fclose(f);
    strbuf_free(&text);
    print_message("# %d of %d clusters as in GraphemeBreakTest.txt\n", good, n);
    assert_int_equal(good, n);
    assert_true(n >= 602);
}

static void clusters_are(const char *text, int expected)
{
    struct str s = str_of(text);
    int n = 0;

    for (size_t off = 0; off < s.n; off = glyph_next(s, off))
        n++;
    assert_int_equal(n, expected);
}

static void test_clusters(void **state)
{
    (void)state;
    clusters_are("汉字，abc", 6);
    clusters_are("🇨🇳🇯🇵🇰", 3);
    clusters_are("👨‍👩‍👧‍👦福", 2);
    clusters_are("か\u3099", 1);
    clusters_are("葛\U000E0100飾", 2);
    clusters_are("1\uFE0F\u20E3第", 2);
    clusters_are("한국", 2);
    clusters_are("\u1112\u1161\u11AB\u1100", 2);
    clusters_are("a\r\nb", 3);
    clusters_are("ﾊﾟ", 1);
}

/* A cluster of many windows still ends where it ends. */
static void test_long_cluster(void **state)
{
    struct strbuf b = {0};

    (void)state;
    strbuf_add(&b, "a", 1);
    for (int i = 0; i < 1000; i++)
        strbuf_add_str(&b, STR("\u0301"));
    strbuf_add(&b, "b", 1);
    assert_int_equal(glyph_next(strbuf_str(&b), 0), 2001);
    assert_int_equal(glyph_next(str_sub(strbuf_str(&b), 0, 2001), 0), 2001);
    strbuf_free(&b);
}

static void test_cols(void **state)
{
    (void)state;
    assert_int_equal(glyph_cols(STR(""), narrow), 0);
    assert_int_equal(glyph_cols(STR("abc汉字，"), narrow), 9);
    assert_int_equal(glyph_cols(STR("“字”——"), narrow), 6);
    assert_int_equal(glyph_cols(STR("“字”——"), wide), 10);
    assert_int_equal(glyph_cols(STR("か\u3099한"), narrow), 4);
    assert_int_equal(glyph_char_cols(0x2026, wide), 2);
    assert_int_equal(glyph_char_cols(0x200B, wide), 0);
}

static void test_cols_of_clusters(void **state)
{
    static const struct glyph_mode clustered = {.ambiguous = 1, .clusters = GLYPH_UNIT};

    (void)state;
    assert_int_equal(glyph_cols(STR("👨‍👩‍👧‍👦福"), narrow), 10);
    assert_int_equal(glyph_cols(STR("👨‍👩‍👧‍👦福"), clustered), 4);
    assert_int_equal(glyph_cols(STR("1\uFE0F\u20E3a"), clustered), 3);
    assert_int_equal(glyph_cols(STR("🇨🇳e\u0301"), clustered), 3);
}

static void test_fit(void **state)
{
    struct str s = STR("a汉e\u0301字");
    int used = -1;

    (void)state;
    assert_int_equal(glyph_fit(s, 0, 0, narrow, &used), 0);
    assert_int_equal(used, 0);
    assert_int_equal(glyph_fit(s, 0, 2, narrow, &used), 1);
    assert_int_equal(used, 1);
    assert_int_equal(glyph_fit(s, 0, 4, narrow, &used), 7);
    assert_int_equal(used, 4);
    assert_int_equal(glyph_fit(s, 1, 5, narrow, NULL), s.n);
    assert_int_equal(glyph_fit(s, 0, 100, narrow, &used), s.n);
    assert_int_equal(used, 6);
    assert_int_equal(glyph_fit(STR("👨‍👩"), 0, 3, narrow, &used), 0);
}

/* Fits one cluster after another. */
static size_t fit_plainly(struct str s, int cols, struct glyph_mode mode, int *used)
{
    size_t off = 0, next;

    for (*used = 0; off < s.n; off = next) {
        int w;

        next = glyph_next(s, off);
        w = glyph_cluster_cols(str_sub(s, off, next), mode);
        if (*used + w > cols)
            break;
        *used += w;
    }
    return off;
}

static void test_fitting_at_once(void **state)
{
    static const char *const pieces[] = {"汉", "字", "一二三四五六七八", "，", "a", " ", "…",
                                         "\u0301", "\uFE0F", "\u200D", "👍", "한", "\u200B", "𠀀"};
    struct strbuf text = {0};
    uint64_t seed = 88172645463325252;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        int cols = (int)(seed % 40), used, expected;

        strbuf_clear(&text);
        for (int n = 0; n < 12; n++) {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            strbuf_add_str(&text, str_of(pieces[(seed >> 33) % (sizeof pieces / sizeof *pieces)]));
        }
        assert_int_equal(glyph_fit(strbuf_str(&text), 0, cols, wide, &used),
                         fit_plainly(strbuf_str(&text), cols, wide, &expected));
        assert_int_equal(used, expected);
    }
    strbuf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clusters),         cmocka_unit_test(test_official_clusters),
        cmocka_unit_test(test_long_cluster),     cmocka_unit_test(test_cols),
        cmocka_unit_test(test_cols_of_clusters), cmocka_unit_test(test_fit),
        cmocka_unit_test(test_fitting_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
