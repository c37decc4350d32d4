#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "print/bookmarks.h"

static void assert_prints(struct store *s, enum format format, const char *expected)
{
    char *text = NULL;
    size_t n;
    FILE *f = open_memstream(&text, &n);

    assert_non_null(f);
    bookmarks_print(s, format, f);
    fclose(f);
    /* The date is that of today. */
    for (char *c = text; (c = strstr(c, "20")); c++)
        if (strlen(c) >= 10 && c[4] == '-' && c[7] == '-')
            memcpy(c, "YYYY-MM-DD", 10);
    assert_string_equal(text, expected);
    free(text);
}

static void test_bookmarks(void **state)
{
    struct store *s = store_new(NULL);

    (void)state;
    assert_prints(s, FORMAT_TEXT, "");
    store_put(s, STORE_BOOKMARK,
              &(struct store_item){.id = "1", .article = 7, .title = "社区\t小报", .source = ""});
    store_put(s, STORE_BOOKMARK,
              &(struct store_item){.id = "2", .article = 8, .place = 40, .title = "a\033\\b",
                                   .source = "/texts/page.txt"});
    assert_prints(s, FORMAT_TSV,
                  "a\uFFFD\\\\b\t/texts/page.txt\t40\tYYYY-MM-DD\n"
                  "社区 小报\t\t0\tYYYY-MM-DD\n");
    assert_prints(s, FORMAT_JSONL,
                  "{\"headline\":\"a\uFFFD\\\\b\",\"source\":\"/texts/page.txt\",\"place\":40,"
                  "\"date\":\"YYYY-MM-DD\"}\n"
                  "{\"headline\":\"社区 小报\",\"source\":null,\"place\":0,"
                  "\"date\":\"YYYY-MM-DD\"}\n");
    store_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_bookmarks)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
