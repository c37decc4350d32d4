#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "paper/article.h"
#include "library/library.h"

static uint64_t key_of(const char *text)
{
    struct article a;
    uint64_t key;

    article_init(&a);
    article_add(&a, BLOCK_PARAGRAPH, str_of(text));
    key = article_key(&a);
    article_free(&a);
    return key;
}

static void test_key_is_of_the_words(void **state)
{
    (void)state;
    assert_true(key_of("武汉市民，好。") == key_of("武汉 市民,\n\xE3\x80\x80好"));
    assert_true(key_of("A 1") == key_of("A1"));
    assert_true(key_of("武汉市民") != key_of("武汉民市"));
    assert_true(key_of("武汉市民") != key_of("武汉市"));
    assert_true(key_of("A") != key_of("a"));
    assert_true(key_of("") != 0);
    assert_true(key_of("") == key_of("……"));
}

/* No two of many short texts have the same key in their low 32 bits more often than chance has it,
 * and none in all of them. */
static void test_keys_differ(void **state)
{
    enum { TEXTS = 4096 };
    static uint64_t keys[TEXTS];
    char text[16];
    int alike = 0;

    (void)state;
    for (int i = 0; i < TEXTS; i++) {
        snprintf(text, sizeof text, "%d", i);
        keys[i] = key_of(text);
        for (int k = 0; k < i; k++) {
            assert_true(keys[k] != keys[i]);
            alike += (uint32_t)keys[k] == (uint32_t)keys[i];
        }
    }
    assert_true(alike <= 1);
}

static void write_file(const char *path, const char *text)
{
    FILE *f = fopen(path, "w");

    assert_non_null(f);
    fputs(text, f);
    assert_int_equal(fclose(f), 0);
}

static void test_library_tells_keys_and_paths(void **state)
{
    static const char path[] = "text-of-test-article";
    struct library_opts opts = {.as = TEXT_TEXT, .keys = true};
    struct library *lib = library_new(&opts, NULL);
    struct err e;
    struct source *s;

    (void)state;
    write_file(path, "城市的早晨，\n从一碗热干面开始。\n");
    s = source_open(path, NULL, &e);
    assert_non_null(s);
    assert_string_equal(source_path(s), path);
    library_add(lib, s);
    assert_int_equal(library_sources(lib), 1);
    while (library_step(lib, &e))
        assert_string_equal(e.msg, "");
    assert_int_equal(library_count(lib), 1);
    assert_true(library_entry(lib, 0)->key == key_of("城市的早晨从一碗热干面开始"));
    library_free(lib);
    remove(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_key_is_of_the_words),
        cmocka_unit_test(test_keys_differ),
        cmocka_unit_test(test_library_tells_keys_and_paths),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
