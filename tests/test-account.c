/* Nothing is lost: the account of every page at hand, and of texts made up at random. */
#include <config.h>

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "account-check.h"
#include "base/xalloc.h"
#include "paper/account.h"
#include "portion.h"
#include "text/decode.h"

enum { PATH = 4096, RANDOM_TEXTS = 400, RANDOM_LINES = 60 };

static void check_text(const char *name, struct str raw)
{
    static const char *const kinds[] = {"auto", "page", "text", "raw"};

    for (int as = TEXT_AUTO; as <= TEXT_RAW; as++) {
        size_t off;
        const char *fault = account_fault(raw, (enum text_kind)as, &off);

        if (fault)
            fail_msg("%s, --as %s, byte %zu: %s", name, kinds[as], off, fault);
    }
}

static void check_file(const char *path)
{
    struct err e;
    struct source *s = source_open(path, NULL, &e);
    struct passage p;

    assert_non_null(s);
    assert_true(decode_passage(s, 0, (size_t)source_size(s) + 4, PASSAGE_LINES, &p, &e));
    check_text(path, strbuf_str(&p.utf8));
    passage_free(&p);
    source_free(s);
}

/* All texts of a folder; returns how many. */
static int check_folder(const char *dir, const char *suffix)
{
    char path[PATH];
    struct dirent *d;
    DIR *folder = opendir(dir);
    int n = 0;

    while (folder && (d = readdir(folder))) {
        struct stat st;

        snprintf(path, sizeof path, "%s/%s", dir, d->d_name);
        if (!str_ends(str_of(path), str_of(suffix)) || stat(path, &st) != 0 || !S_ISREG(st.st_mode))
            continue;
        check_file(path);
        n++;
    }
    if (folder)
        closedir(folder);
    return n;
}

static const char *in_tree(const char *name, char *path)
{
    const char *top = getenv("srcdir");

    snprintf(path, PATH, "%s/%s", top ? top : ".", name);
    return path;
}

static void test_own_pages(void **state)
{
    char path[PATH];

    (void)state;
    check_file(in_tree("data/sample.txt", path));
    check_folder(in_tree("tests/data", path), ".txt");
    check_folder(in_tree("tests/data/pages", path), ".txt");
    assert_true(check_folder(in_tree("tests/fuzz/corpus", path), "") > 0);
}

static void test_shared_pages(void **state)
{
    char path[PATH];
    int n;

    (void)state;
    n = check_folder(in_tree("../shared/pages", path), ".txt");
    n += check_folder(in_tree("../shared/seed", path), ".txt");
    if (n == 0)
        print_message("# there is no ../shared/pages and no ../shared/seed\n");
}

/* The next of a series of numbers that is the same every time. */
static unsigned next_random(unsigned *seed, unsigned below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

/* What texts are made of, and what damages them. */
static const char *const bits[] = {
    "山",
    "水",
    "的",
    "一",
    "は",
    "カ",
    "ー",
    "한",
    "국",
    "a",
    "word",
    "re-",
    "-",
    "ed",
    "1",
    "2025",
    "。",
    "，",
    "、",
    "：",
    "；",
    "！",
    "“",
    "”",
    "（",
    "）",
    "《",
    "》",
    "—",
    "——",
    "…",
    "·",
    ".",
    ",",
    " ",
    " ",
    "  ",
    "\xE3\x80\x80",
    "\t",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\f",
    "\r\n",
    "\r",
    "\xE2\x80\x8B",
    "\xEF\xBB\xBF",
    "\xC2\xAD",
    "\xC2\xAD\n",
    "\xE2\x80\xA8",
    "\xC2\x85",
    "\xEF\xBF\xBD",
    "\xEE\x80\x80",
    "\xF0\xA0\x80\x80",
    "■",
    "●",
    "#",
    "## ",
    "*",
    "**",
    "> ",
    "|",
    "\x01",
    "\x1B[31m",
    "\xFF",
    "\xE4\xB8",
    "\xC0\x80",
    "\xED\xA0\x80",
    "e\xCC\x81",
    "\xF0\x9F\x91\xA9",
    "\xE2\x80\x8D",
    "\xEF\xB8\x8F",
    "记者 ",
    "本报讯 ",
    "责任编辑 ",
    "（下转第3版）",
    "第三章 ",
    "— 3 —",
    "摄影",
    "By ",
    "图为",
    "http://a.b/c-",
    "一、",
    "2025年3月1日 星期六",
};

static void make_text(unsigned *seed, struct strbuf *out)
{
    enum { N_BITS = sizeof bits / sizeof *bits };
    unsigned lines = 1 + next_random(seed, RANDOM_LINES), width = 1 + next_random(seed, 24);

    for (unsigned i = 0; i < lines; i++) {
        unsigned n = next_random(seed, 3) ? width : next_random(seed, width + 1);

        for (unsigned k = 0; k < n; k++) {
            bool plain = next_random(seed, 4);

            strbuf_add_str(out, str_of(bits[next_random(seed, plain ? 12 : N_BITS)]));
        }
        strbuf_add_char(out, '\n');
    }
}

static void test_random(void **state)
{
    struct strbuf text = {0};

    (void)state;
    for (unsigned i = 0; i < RANDOM_TEXTS; i += one_in()) {
        unsigned seed = i;
        char name[40];

        strbuf_clear(&text);
        make_text(&seed, &text);
        snprintf(name, sizeof name, "random text %u", i);
        check_text(name, strbuf_str(&text));
    }
    strbuf_free(&text);
}

/* Appends the fate and text of each share: "blank[..]". */
static void describe(struct str text, const struct account *a, struct strbuf *out)
{
    static const char *const fates[] = {"",       "furniture", "blank",  "space", "ornament",
                                        "hyphen", "mark",      "hidden", "lost"};
    static const char *const blocks[] = {"kicker",    "headline", "byline", "subhead",
                                         "paragraph", "caption",  "jump",   "verbatim"};

    for (size_t i = 0; i < a->n; i++) {
        const struct share *s = &a->v[i];
        struct str part = str_sub(text, (size_t)s->from, (size_t)s->to);

        if (s->fate == FATE_BLANK)
            continue;
        strbuf_addf(out, "%s[%.*s]", s->fate == FATE_TEXT ? blocks[s->block] : fates[s->fate],
                    (int)part.n, part.s);
    }
}

static void test_fates(void **state)
{
    static const struct {
        const char *raw, *told;
    } cases[] = {
        {"\n  甲乙丙 。\n", "paragraph[甲乙丙]space[ ]paragraph[。]"},
        {"甲\xE2\x80\x8B乙。\r\n", "paragraph[甲]hidden[\xE2\x80\x8B]paragraph[乙。]"},
        {"\xEE\x80\x80甲乙丙。", "ornament[\xEE\x80\x80]paragraph[甲乙丙。]"},
        {"甲\x01乙。", "paragraph[甲\x01乙。]"},
        {"甲乙丙。\n责任编辑：王一\n", "paragraph[甲乙丙。]furniture[责任编辑：王一]"},
        {"责任编辑：王一\n", "paragraph[责任编辑：王一]"}, /* nothing else is there */
        {"We saw the moun-\ntain and went.\n",
         "paragraph[We saw the moun]hyphen[-]paragraph[tain and went.]"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str raw = str_of(cases[i].raw);
        struct sanitized clean;
        struct account a;
        struct strbuf told = {0};

        sanitize_utf8(raw, &clean);
        account_raw(raw, 0, &clean, TEXT_AUTO, &a);
        describe(raw, &a, &told);
        assert_string_equal(told.s, cases[i].told);
        strbuf_free(&told);
        account_free(&a);
        sanitized_free(&clean);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fates),
        cmocka_unit_test(test_own_pages),
        cmocka_unit_test(test_shared_pages),
        cmocka_unit_test(test_random),
    };

    return cmocka_run_group_tests_name("account", tests, NULL, NULL);
}
