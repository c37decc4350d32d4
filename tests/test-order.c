/* The order of names, and the list put in order in batches, cut and grown again, with each article
 * once: it is what sorting all articles at once makes. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "library/order.h"
#include "scratch.h"
#include "text/natural.h"

enum { ARTICLES = 3000, TITLES = 700, FILES = 3 };

static void test_natural(void **state)
{
    static const char *const names[] = {
        "", "  ", "-1", "0", "00", "01", "1", "０１", "１", "1-2", "1.5", "1a", "2", "２a", "9",
        "10", "99", "123456789", "1234567890", "1234567891", "12345678900", ":", "A", "a", "a 2",
        "a 10", "a002", "a2", "a２b", "a10", "b", "\xE4\xB8", "一", "一x", "二x", "十", "丁",
        "第", "第1章", "第2章 x", "第２章 y", "第10章", "第100章", "第〇回", "第一章", "第二回",
        "第两章", "第九章", "第十章", "第十二章", "第十二章 二", "第十二章 十", "第廿一章",
        "第九十九章", "第一百年", "第一百零一章", "第一零二章", "第千章", "第二〇二五年",
        "第九九九九九九九九九章", "第丁章", "第章", "阿", "！", "％",
    };
    const size_t n = sizeof names / sizeof *names;

    (void)state;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++) {
            struct str a = str_of(names[i]), b = str_of(names[k]);
            int d = natural_compare(a, b), expected = i < k ? -1 : i > k;

            if ((d > 0) - (d < 0) != expected)
                fail_msg("“%s” and “%s”: %d", names[i], names[k], d);
            if (natural_key(a) != natural_key(b))
                assert_true((natural_key(a) < natural_key(b)) == (d < 0));
        }
}

/* Chapters whose numbers and lengths go up and down, the same ones again and again. */
static struct library *open_library(size_t *n_titles)
{
    struct library_opts o = {.as = TEXT_AUTO, .keys = true};
    struct library *lib = library_new(&o, NULL);
    struct err e;

    for (int f = 0, i = 0; f < FILES; f++) {
        struct strbuf text = {0};
        char name[] = "order0.txt", *path;

        for (; i < ARTICLES / FILES * (f + 1); i++) {
            int number = i * 37 % TITLES;

            strbuf_addf(&text, "第%d章 河边的第%d天\n\n　　这一天", number, number);
            for (int k = 0; k < number % 13; k++)
                strbuf_add_str(&text, STR("水位没有变，"));
            strbuf_add_str(&text, STR("老人照样记了一行字。\n\n"));
        }
        name[5] = (char)('0' + f);
        path = scratch_path(name);
        scratch_write(path, text.s, text.n);
        assert_true(library_open(lib, path, &e));
        strbuf_free(&text);
        free(path);
    }
    while (library_step(lib, &e))
        continue;
    assert_int_equal(library_count(lib), ARTICLES);
    *n_titles = TITLES;
    return lib;
}

/* Whether article a has to stand before b. */
static bool before(const struct library *lib, const struct order_opts *o, size_t a, size_t b)
{
    const struct entry *x = library_entry(lib, a), *y = library_entry(lib, b);
    int64_t dx = source_date(library_source(lib, x->source));
    int64_t dy = source_date(library_source(lib, y->source));
    int d = natural_compare(entry_title(x), entry_title(y));

    if (o->grouped && o->by != ORDER_DATE && x->source != y->source)
        return x->source < y->source;
    if (o->by == ORDER_TITLE && d != 0)
        return d < 0;
    if (o->by == ORDER_SIZE && x->size != y->size)
        return x->size > y->size;
    if (o->by == ORDER_DATE && dx != dy)
        return dx > dy;
    return a < b;
}

static void check(const struct library *lib, const struct order *o, size_t expected)
{
    assert_int_equal(o->n, expected);
    for (size_t i = 0; i < o->n; i++) {
        assert_int_equal(order_place(o, lib, o->v[i].article), i);
        assert_true(i == 0 || before(lib, &o->opts, o->v[i - 1].article, o->v[i].article));
    }
}

static void test_orders(void **state)
{
    size_t n_titles;
    struct library *lib = open_library(&n_titles);

    (void)state;
    for (int k = 0; k < 16; k++) {
        struct order_opts opts = {(enum order_by)(k / 4), k & 1, k & 2};
        struct order o = {0};
        size_t kept = 0;

        order_restart(&o, &opts);
        for (size_t i = 0; i < ARTICLES; i++) {
            kept += order_add(&o, lib, i);
            if (i % 997 == 0) { /* the last ones come anew */
                order_settle(&o, lib);
                kept = 0;
                order_cut(&o, i / 2);
                for (size_t j = i / 2; j <= i; j++)
                    order_add(&o, lib, j);
                order_settle(&o, lib);
                kept = o.n;
            }
        }
        order_settle(&o, lib);
        assert_int_equal(kept, o.n);
        check(lib, &o, opts.unique ? n_titles : ARTICLES);
        for (size_t i = 0; i < ARTICLES; i++)
            assert_int_equal(order_first_copy(&o, lib, i), opts.unique ? i % TITLES : i);
        order_free(&o);
    }
    library_free(lib);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_natural),
        cmocka_unit_test(test_orders),
    };

    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
