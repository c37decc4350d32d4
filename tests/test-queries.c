/* What queries find: the table tests/data/queries.tsv, and on pages every string of Han, of which a
 * search by line finds but a part. */
#include <config.h>

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
#include "library/library.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum { PATH = 4096, LINE = 1024, COLUMNS = 4, HAN_MIN = 2, HAN_MAX = 6, SEED_STRINGS = 7330,
       SEED_BY_LINE = 6078 };

static FILE *open_file(const char *name)
{
    const char *dir = getenv("srcdir");
    char path[PATH];

    snprintf(path, sizeof path, "%s/%s", dir ? dir : ".", name);
    return fopen(path, "r");
}

static uint32_t parse_hex(const char *s)
{
    char digits[5] = "";

    memcpy(digits, s, 4);
    return (uint32_t)strtoul(digits, NULL, 16);
}

/* The text of the last column: \n and \uXXXX (pairs of surrogates too) become characters, and what
 * stands between ⟦ and ⟧ becomes a hit. */
static void read_text(const char *s, struct strbuf *text, struct ranges *hits)
{
    size_t from = 0;

    while (*s) {
        char utf8[4];
        uint32_t cp;

        if (strncmp(s, "⟦", 3) == 0) {
            from = text->n;
            s += 3;
        } else if (strncmp(s, "⟧", 3) == 0) {
            ranges_add(hits, from, text->n);
            s += 3;
        } else if (strncmp(s, "\\n", 2) == 0) {
            strbuf_add_char(text, '\n');
            s += 2;
        } else if (strncmp(s, "\\u", 2) == 0) {
            cp = parse_hex(s + 2);
            s += 6;
            if (cp >= 0xD800 && cp < 0xDC00) {
                cp = 0x10000 + ((cp - 0xD800) << 10) + (parse_hex(s + 2) - 0xDC00);
                s += 6;
            }
            strbuf_add(text, utf8, utf8_put(utf8, cp));
        } else {
            strbuf_add_char(text, *s++);
        }
    }
}

static unsigned flags_of(const char *ignore)
{
    static const struct {
        const char *name;
        unsigned flags;
    } known[] = {
        {"default", FOLD_DEFAULT},
        {"all", FOLD_ALL},
        {"none", 0},
        {"re", FOLD_DEFAULT | QUERY_REGEXP},
        {"smart", FOLD_DEFAULT | QUERY_SMART},
        {"width", FOLD_WIDTH},
        {"case", FOLD_CASE},
        {"kana", FOLD_KANA},
        {"script", FOLD_SCRIPT},
        {"space", FOLD_SPACE},
    };
    unsigned flags = 0;

    for (size_t n; *ignore; ignore += n + (ignore[n] == ',')) {
        size_t i = 0;

        n = strcspn(ignore, ",");
        while (i < sizeof known / sizeof *known &&
               !str_eq(str_of(known[i].name), (struct str){ignore, n}))
            i++;
        assert_true(i < sizeof known / sizeof *known);
        flags |= known[i].flags;
    }
    return flags;
}

/* Whether the row's query finds what the row says; columns are NUL-terminated. */
static bool check_row(char *const *column)
{
    struct strbuf text = {0};
    struct ranges expected = {0}, found = {0};
    struct err e = {""};
    struct query *q = query_new(str_of(column[2]), flags_of(column[1]), &e);
    bool same;

    read_text(column[3], &text, &expected);
    if (q)
        query_find(q, strbuf_str(&text), &found);
    same = q && found.n == expected.n;
    for (size_t i = 0; same && i < found.n; i++)
        same = found.v[i].from == expected.v[i].from && found.v[i].to == expected.v[i].to;
    if (!same) {
        print_message("# %s: “%s” in “%s” %s\n", column[0], column[2], text.s, e.msg);
        for (size_t i = 0; i < found.n; i++)
            print_message("#   found %zu to %zu\n", found.v[i].from, found.v[i].to);
    }
    query_free(q);
    ranges_free(&found);
    ranges_free(&expected);
    strbuf_free(&text);
    return same;
}

static void test_table(void **state)
{
    FILE *f = open_file("tests/data/queries.tsv");
    char line[LINE];
    size_t rows = 0, failed = 0;

    (void)state;
    assert_non_null(f);
    while (fgets(line, sizeof line, f)) {
        char *column[COLUMNS], *next = line;

        if (line[0] == '#')
            continue;
        line[strcspn(line, "\n")] = '\0';
        for (int i = 0; i < COLUMNS; i++) {
            assert_non_null(next);
            column[i] = next;
            next = strchr(next, '\t');
            if (next)
                *next++ = '\0';
        }
        rows++;
        failed += !check_row(column);
    }
    fclose(f);
    print_message("# %zu rows\n", rows);
    assert_true(rows >= 60);
    assert_int_equal(failed, 0);
}

/* The library of a file, NULL when it is not there. */
static struct library *open_page(const char *name)
{
    FILE *f = open_file(name);
    const char *dir = getenv("srcdir");
    struct library_opts o = {.as = TEXT_AUTO};
    struct library *lib;
    struct intake *in;
    struct err e;
    char path[PATH];

    if (!f)
        return NULL;
    fclose(f);
    snprintf(path, sizeof path, "%s/%s", dir ? dir : ".", name);
    in = intake_new(NULL);
    intake_add(in, path);
    lib = library_new(&o, in);
    while (library_step(lib, &e))
        continue;
    return lib;
}

/* The different strings of 2 to 6 Han, one after the other without an end mark. */
struct strings {
    struct str *v;
    size_t n, cap;
};

static int compare(const void *a, const void *b)
{
    const struct str *x = a, *y = b;
    int d = memcmp(x->s, y->s, x->n < y->n ? x->n : y->n);

    return d ? d : (x->n > y->n) - (x->n < y->n);
}

/* Adds the strings of Han that begin at byte `at` of text. */
static void add_strings(struct str text, size_t at, struct strings *out)
{
    size_t to = at;

    for (int n = 1; n <= HAN_MAX && to < text.n; n++) {
        uint32_t cp;
        size_t len = utf8_get(text, to, &cp);

        if (charclass_of(cp) != CC_HAN)
            return;
        to += len;
        if (n < HAN_MIN)
            continue;
        out->v = xgrow(out->v, &out->cap, out->n + 1, sizeof *out->v);
        out->v[out->n++] = str_sub(text, at, to);
    }
}

/* Every hit of the string is there, and no other: where it stands, byte by byte, is what the query
 * finds. */
static bool found_where_it_stands(struct str string, struct str text)
{
    struct err e;
    struct query *q = query_new(string, FOLD_DEFAULT, &e);
    struct ranges hits = {0};
    size_t at = str_find(text, string, 0), i = 0;
    bool same = true;

    query_find(q, text, &hits);
    for (; at < text.n; at = str_find(text, string, at + string.n), i++)
        same = same && i < hits.n && hits.v[i].from == at && hits.v[i].to == at + string.n;
    same = same && i == hits.n && i > 0;
    query_free(q);
    ranges_free(&hits);
    return same;
}

/* The paragraphs of all articles, a line each. */
static void read_library(struct library *lib, struct strbuf *out)
{
    struct err e;

    for (size_t i = 0; i < library_count(lib); i++) {
        const struct article *a = library_article(lib, i, &e);

        for (size_t k = 0; k < a->n_blocks; k++) {
            const struct block *b = &a->blocks[k];

            if (b->kind != BLOCK_PARAGRAPH)
                continue;
            strbuf_add_str(out, str_sub(strbuf_str(&a->text), b->from, b->to));
            strbuf_add_char(out, '\n');
        }
    }
}

/* What counted of the different strings of a page's paragraphs. */
struct found {
    size_t different, here; /* here: found where they stand, and nowhere else */
    size_t by_line;         /* in one of the file's lines */
};

static void read_file(const char *name, struct strbuf *out)
{
    FILE *f = open_file(name);
    char buf[4096];

    assert_non_null(f);
    for (size_t n; (n = fread(buf, 1, sizeof buf, f)) > 0;)
        strbuf_add(out, buf, n);
    fclose(f);
}

static struct found find_every_string(struct library *lib, const char *name)
{
    struct strbuf all = {0}, raw = {0};
    struct strings strings = {0};
    struct found found = {0};

    read_library(lib, &all);
    read_file(name, &raw);
    for (size_t off = 0; off < all.n; off += utf8_get(strbuf_str(&all), off, &(uint32_t){0}))
        add_strings(strbuf_str(&all), off, &strings);
    qsort(strings.v, strings.n, sizeof *strings.v, compare);
    for (size_t i = 0; i < strings.n; i++) {
        if (i > 0 && str_eq(strings.v[i], strings.v[i - 1]))
            continue;
        found.different++;
        found.here += found_where_it_stands(strings.v[i], strbuf_str(&all));
        found.by_line += str_find(strbuf_str(&raw), strings.v[i], 0) < raw.n;
    }
    print_message("# %s: %zu different strings, %zu found where they stand, %zu by line\n", name,
                  found.different, found.here, found.by_line);
    free(strings.v);
    strbuf_free(&all);
    strbuf_free(&raw);
    return found;
}

static void test_every_string_of_our_page(void **state)
{
    static const char name[] = "data/sample.txt";
    struct library *lib = open_page(name);
    struct found found;

    (void)state;
    assert_non_null(lib);
    found = find_every_string(lib, name);
    assert_true(found.different > 1000);
    assert_int_equal(found.here, found.different);
    assert_true(found.by_line < found.different);
    library_free(lib);
}

static void test_every_string_of_a_real_page(void **state)
{
    static const char name[] = "../shared/seed/page.txt";
    struct library *lib = open_page(name);
    struct found found;

    (void)state;
    if (!lib) {
        print_message("# there is no ../shared/seed/page.txt\n");
        return;
    }
    found = find_every_string(lib, name);
    assert_int_equal(found.different, SEED_STRINGS);
    assert_int_equal(found.here, SEED_STRINGS);
    assert_int_equal(found.by_line, SEED_BY_LINE);
    library_free(lib);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_every_string_of_our_page),
        cmocka_unit_test(test_every_string_of_a_real_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
