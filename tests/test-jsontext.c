/* What is written is what another writer of JSON would write, and what a reader of it reads. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "print/jsontext.h"

enum { ROUNDS = 5000, CHARS = 40 };

static unsigned next_random(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245u + 12345;
    return (*seed >> 16) % below;
}

static void make_text(unsigned *seed, struct strbuf *out)
{
    static const char *const bits[] = {"a", "\"", "\\", "山", "\t", "\n", "\f", "\x1F", " ", "\x7F",
                                       "é", "😀", "/", "]", "}", "{", "[", ","};
    unsigned n = next_random(seed, CHARS), kinds = 1 + next_random(seed, 18);

    strbuf_clear(out);
    while (n-- > 0)
        strbuf_add_str(out, str_of(bits[next_random(seed, kinds)]));
}

static void expect(const struct strbuf *out, json_t *value)
{
    char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(4));

    assert_non_null(text);
    assert_string_equal(out->s, text);
    free(text);
    json_decref(value);
}

/* As jsontext_string promises: spaces for control characters. */
static json_t *plain(struct strbuf *text)
{
    for (size_t i = 0; i < text->n; i++)
        if ((unsigned char)text->s[i] < ' ')
            text->s[i] = ' ';
    return json_stringn(text->n > 0 ? text->s : "", text->n);
}

static void test_strings(void **state)
{
    struct strbuf text = {0}, out = {0};
    unsigned seed = 1;

    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        make_text(&seed, &text);
        strbuf_clear(&out);
        jsontext_string(&out, NULL, strbuf_str(&text));
        expect(&out, plain(&text));
    }
    strbuf_free(&text);
    strbuf_free(&out);
}

static void test_values(void **state)
{
    struct strbuf out = {0};

    (void)state;
    jsontext_open(&out, NULL, '{');
    jsontext_open(&out, "none", '[');
    jsontext_close(&out, ']');
    jsontext_open(&out, "list", '[');
    jsontext_string(&out, NULL, STR("["));
    jsontext_open(&out, NULL, '{');
    jsontext_integer(&out, "n", 12345678901234);
    jsontext_bool(&out, "yes", true);
    jsontext_close(&out, '}');
    jsontext_bool(&out, NULL, false);
    jsontext_close(&out, ']');
    jsontext_null(&out, "null");
    jsontext_close(&out, '}');
    expect(&out, json_pack("{s:[],s:[s,{s:I,s:b},b],s:n}", "none", "list", "[", "n",
                           (json_int_t)12345678901234, "yes", 1, 0, "null"));
    strbuf_free(&out);
}

static void test_reals(void **state)
{
    struct strbuf out = {0};

    (void)state;
    for (int i = 0; i <= 10000; i++) {
        strbuf_clear(&out);
        jsontext_real(&out, NULL, i / 10000.0);
        expect(&out, json_real(i / 10000.0));
    }
    strbuf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_strings),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_reals),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
