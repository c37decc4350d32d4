/* Raw bytes are never passed over when the text that is rebuilt of them has a hit. */
#include <config.h>

#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/xalloc.h"
#include "find/query.h"
#include "find/sieve.h"
#include "paper/page.h"
#include "portion.h"
#include "random.h"
#include "text/decode.h"
#include "text/sanitize.h"
#include "text/source.h"
#include "text/utf8.h"

enum {
    PATH = 4096,
    CHARS_MAX = 9,
    PATTERNS = 60,
    DAMAGES = 3,
    PER_THOUSAND = 3,
    EXPRESSIONS = 3000,
    TEXTS = 4
};

/* Whether raw can hold a hit of q as far as the sieves tell. */
static bool lets_pass(const struct query *q, struct str raw)
{
    const struct strlist *needs = query_needs(q);
    bool passed = needs->n == 0;

    for (size_t i = 0; i < needs->n && !passed; i++) {
        struct sieve *s = sieve_new(str_of(needs->v[i]), query_needs_fold(q));

        passed = !s || sieve_passes(s, raw);
        sieve_free(s);
    }
    return passed;
}

static bool passes(const char *pattern, unsigned flags, const char *raw)
{
    struct err e;
    struct query *q = query_new(str_of(pattern), flags, &e);
    bool passed = lets_pass(q, str_of(raw));

    query_free(q);
    return passed;
}

static void test_what_passes(void **state)
{
    (void)state;
    assert_true(passes("推进", FOLD_DEFAULT, "全区之力推\n进招商"));
    assert_true(passes("推进", FOLD_DEFAULT, "推 进"));
    assert_true(passes("推进", FOLD_DEFAULT, "推\xE2\x80\x8B进"));
    assert_true(passes("推进", FOLD_DEFAULT, "推\xFF进")); /* damaged */
    assert_true(passes("推进", FOLD_DEFAULT, "进……推"));
    assert_true(passes("AIGC", FOLD_DEFAULT, "ＡＩｇｃ"));
    assert_true(passes("がぞう", FOLD_DEFAULT, "ｶﾞｿﾞｳ"));
    assert_true(passes("한국", FOLD_DEFAULT, "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB국"));
    assert_true(passes("strasse", FOLD_DEFAULT, "Straße"));
    assert_true(passes("发展", FOLD_ALL, "發展"));
    assert_true(passes("reuters", FOLD_DEFAULT, "Reu-\nters"));
    assert_true(passes("“，”", FOLD_DEFAULT, "")); /* nothing to hold on to */
    assert_true(passes("a*", FOLD_DEFAULT | QUERY_REGEXP, ""));
    assert_true(passes("𠀀", FOLD_DEFAULT, "x𠀀x"));
}

static void test_what_does_not(void **state)
{
    (void)state;
    assert_false(passes("推进", FOLD_DEFAULT, "推行，前进"));
    assert_false(passes("推进", FOLD_DEFAULT, "推\n"));
    assert_false(passes("推进", FOLD_DEFAULT, ""));
    assert_false(passes("五大战区", FOLD_DEFAULT, "三大战区"));
    assert_false(passes("五大战区", FOLD_DEFAULT, "五大\n大战\n战场"));
    assert_false(passes("发展", FOLD_DEFAULT, "發展"));
    assert_false(passes("aigc", 0, "AIGC"));
}

static void test_expressions(void **state)
{
    static const struct {
        const char *pattern, *raw;
        bool passes;
    } rows[] = {
        {"推进.*招商", "全力推\n进", true},     {"推进.*招商引资", "推进招商", false},
        {"推进?", "推动", true},                {"推进{0,2}招商", "推动", false},
        {"食品|药品", "药 品", true},           {"食品|药品", "商品", false},
        {"(?:食|药)品安全", "商品", false},     {"(食品|药品)+", "商品", false},
        {"(食品)?安全", "商品安全", true},      {"(食品)?安全", "食品", false},
        {"[食药]品安全", "食安全", false},      {"食品[]全]|a{b|c}展", "展", false},
        {"a{b|c}展", "A{B", true},              {"(?i)食品", "商品", true},
        {"\\Q食品\\E", "商品", true},           {"3\\.14", "3.1", false},
        {"食\\d品牌", "食品", false},           {"發展", "發展", true},
        {"straße", "STRASSE", true},            {"(?=食)品", "商品", true},
        {"[食药][品物]", "药 物", true},        {"[食药][品物]", "食盐，药店", false},
        {"[食药]?品", "商品", true},            {"[食药]{0,1}品", "商品", true},
        {"[^食]品", "商品", true},              {"[一-龥]品", "商品", true},
        {"[\\]食]品", "商品", false},           {"[食药]+品", "商品", false},
        {"[甲乙丙][丁戊己]庚", "丁庚", true},   {"[甲乙丙][丁戊己]庚", "甲丁", false},
        {"[甲乙丙丁戊己庚辛壬]", "癸", true},   {"[甲a]\\d", "B1", false},
        {"AI|[[:alpha:]]+", "商品", true},      {"食|", "商品", true},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (passes(rows[i].pattern, FOLD_DEFAULT | QUERY_REGEXP, rows[i].raw) != rows[i].passes)
            fail_msg("%s: %s", rows[i].pattern, rows[i].raw);
}

static void add_random(struct strbuf *out, const char *const *parts, size_t n, size_t max,
                       uint32_t *state)
{
    for (size_t i = 1 + next_random(state) % max; i > 0; i--)
        strbuf_add_str(out, str_of(parts[next_random(state) % n]));
}

/* No syntax makes a text be passed over that the expression matches. */
static void test_random_expressions(void **state)
{
    static const char *const syntax[] = {
        "a",    "b",     "发",   "展",          "é",         "ß",     "(",      ")",
        "(?:",  "|",     "|",    "*",           "+",         "?",     "{2}",    "{0,1}",
        "{,1}", "{x",    "}",    "[ab]",        "[^a]",      "[]a]",  "\\.",    "\\d",
        "\\w",  "\\Qa",  "\\E",  "[[:alpha:]b]", "[\\]发]", "\\x61", "\\pL",   "\\1",
        "[a-b]", "[é展]", "[ab发1]",
        "(?=",  "(?!",   "(?i)", "(?<=a)",      "(?#b)",     "^",     "$",      ".",
        "\\b",  "\\K",   "\\“",  "#",           " ",
    };
    static const char *const letters[] = {"a", "A", "b", "发", "發", "展", "e", "é", "É", "ß", "ss",
                                          ".", "“", "1", "{x", "}", "]", " ", "#", "\n"};
    uint32_t random = 20251128;
    size_t refused = 0, matched = 0;

    (void)state;
    for (int i = 0; i < EXPRESSIONS; i++) {
        unsigned flags = next_random(&random) % (FOLD_ALL + 1);
        struct strbuf pattern = {0}, text = {0};
        struct query *q;
        struct err e;
        bool matches, passed;

        add_random(&pattern, syntax, sizeof syntax / sizeof *syntax, 8, &random);
        q = query_new(strbuf_str(&pattern), flags | QUERY_REGEXP, &e);
        for (int k = 0; q && k < TEXTS; k++) {
            strbuf_clear(&text);
            add_random(&text, letters, sizeof letters / sizeof *letters, 12, &random);
            matches = query_matches(q, strbuf_str(&text));
            passed = lets_pass(q, strbuf_str(&text));
            refused += !passed;
            matched += matches;
            if (matches && !passed)
                fail_msg("flags %u: “%s” is in “%s”", flags, pattern.s, text.s);
        }
        query_free(q);
        strbuf_free(&pattern);
        strbuf_free(&text);
    }
    print_message("# %zu texts were refused, %zu match\n", refused, matched);
    assert_true(refused > EXPRESSIONS / 50 && matched > EXPRESSIONS / 50);
}

/* A part of a block, sometimes written in another way. */
static void pick_pattern(const struct articles *a, uint32_t *state, struct strbuf *out)
{
    const struct article *article = &a->v[next_random(state) % a->n];
    const struct block *b = &article->blocks[next_random(state) % article->n_blocks];
    struct str text = str_sub(strbuf_str(&article->text), b->from, b->to);
    size_t from = next_random(state) % (text.n + 1), to;

    while (from > 0 && from < text.n && ((unsigned char)text.s[from] & 0xC0) == 0x80)
        from--;
    to = from;
    for (uint32_t n = 1 + next_random(state) % CHARS_MAX; n > 0 && to < text.n; n--) {
        uint32_t cp;
        char utf8[4];

        to += utf8_get(text, to, &cp);
        if (cp > ' ' && cp < 0x7F && next_random(state) % 2)
            strbuf_add(out, utf8, utf8_put(utf8, cp + 0xFEE0));
        else
            strbuf_add(out, utf8, utf8_put(utf8, cp));
    }
}

static bool has_hit(const struct articles *a, const struct query *q)
{
    bool found = false;

    for (size_t i = 0; i < a->n && !found; i++)
        for (size_t k = 0; k < a->v[i].n_blocks && !found; k++) {
            const struct block *b = &a->v[i].blocks[k];

            found = query_matches(q, str_sub(strbuf_str(&a->v[i].text), b->from, b->to));
        }
    return found;
}

static void check_text(struct str raw, uint32_t *state, size_t *refused)
{
    struct sanitized clean = {0};
    struct articles articles = {0};

    sanitize_utf8(raw, &clean);
    page_build(strbuf_str(&clean.text), TEXT_AUTO, &articles);
    for (int i = 0; i < PATTERNS && articles.n > 0; i++) {
        unsigned flags = next_random(state) % (FOLD_ALL + 1);
        struct strbuf pattern = {0};
        struct err e;
        struct query *q;

        pick_pattern(&articles, state, &pattern);
        if (i % 8 == 0 && pattern.n > 0) /* and something that is not there */
            strbuf_add_str(&pattern, STR("囧"));
        if (i % 4 == 1) { /* two parts, as an expression */
            strbuf_add_str(&pattern, i % 8 == 1 ? STR(".*") : STR("|"));
            pick_pattern(&articles, state, &pattern);
            flags |= QUERY_REGEXP;
        }
        q = pattern.n > 0 ? query_new(strbuf_str(&pattern), flags, &e) : NULL;
        if (q && !lets_pass(q, raw)) {
            ++*refused;
            if (has_hit(&articles, q))
                fail_msg("flags %u: “%s” was passed over", flags, pattern.s);
        }
        query_free(q);
        strbuf_free(&pattern);
    }
    articles_free(&articles);
    sanitized_free(&clean);
}

/* Some bytes of raw become others. */
static void damage(struct strbuf *raw, uint32_t *state)
{
    for (size_t i = 0; i < raw->n; i++)
        if (next_random(state) % 1000 < PER_THOUSAND)
            raw->s[i] = (char)next_random(state);
}

static void check_file(const char *path, uint32_t *state, size_t *refused)
{
    struct err e;
    struct source *s = source_open(path, NULL, &e);
    struct passage p;

    assert_non_null(s);
    assert_true(decode_passage(s, 0, (size_t)source_size(s) + 4, PASSAGE_LINES, &p, &e));
    for (int i = 0; i < DAMAGES; i++) {
        check_text(strbuf_str(&p.utf8), state, refused);
        damage(&p.utf8, state);
    }
    passage_free(&p);
    source_free(s);
}

static void test_no_hit_is_lost(void **state)
{
    static const char *const places[] = {"data/*.txt", "tests/data/pages/*.txt",
                                         "../shared/seed/*.txt", "../shared/pages/*.txt"};
    const char *dir = getenv("srcdir");
    uint32_t random = 20240229;
    size_t files = 0, refused = 0;

    (void)state;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        char pattern[PATH];
        glob_t found;

        snprintf(pattern, sizeof pattern, "%s/%s", dir ? dir : ".", places[i]);
        if (glob(pattern, 0, NULL, &found) != 0)
            continue;
        for (size_t k = 0; k < found.gl_pathc; k += one_in(), files++)
            check_file(found.gl_pathv[k], &random, &refused);
        globfree(&found);
    }
    print_message("# %zu files; %zu queries were refused by their bytes\n", files, refused);
    assert_true(files > 0 && refused > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_passes),
        cmocka_unit_test(test_what_does_not),
        cmocka_unit_test(test_expressions),
        cmocka_unit_test(test_random_expressions),
        cmocka_unit_test(test_no_hit_is_lost),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
