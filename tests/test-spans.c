#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "layout/spans.h"

static void cuts_into(const struct spans *marks, size_t from, size_t to, const char *expected)
{
    struct spans pieces = {0};
    struct strbuf found = {0};

    spans_add(&pieces, 1, 2, 3); /* is replaced */
    spans_cut(marks, from, to, &pieces);
    strbuf_add(&found, "", 0);
    for (size_t i = 0; i < pieces.n; i++)
        strbuf_addf(&found, "%zu-%zu:%d ", pieces.v[i].from, pieces.v[i].to, pieces.v[i].style);
    assert_string_equal(found.s, expected);
    strbuf_free(&found);
    spans_free(&pieces);
}

static void test_cutting(void **state)
{
    struct spans marks = {0};

    (void)state;
    cuts_into(&marks, 3, 9, "3-9:0 ");
    cuts_into(&marks, 3, 3, "");
    spans_add(&marks, 20, 30, 1);
    spans_add(&marks, 5, 10, 2);
    cuts_into(&marks, 0, 5, "0-5:0 ");
    cuts_into(&marks, 0, 40, "0-5:0 5-10:2 10-20:0 20-30:1 30-40:0 ");
    cuts_into(&marks, 7, 8, "7-8:2 ");
    cuts_into(&marks, 7, 25, "7-10:2 10-20:0 20-25:1 ");
    spans_add(&marks, 8, 22, 3);
    cuts_into(&marks, 0, 40, "0-5:0 5-8:2 8-10:3 10-20:3 20-22:3 22-30:1 30-40:0 ");
    spans_clear(&marks);
    spans_add(&marks, 2, 2, 9);
    cuts_into(&marks, 0, 4, "0-4:0 ");
    spans_free(&marks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cutting)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
