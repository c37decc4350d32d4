/* The typographical vectors of tests/data, through the functions that the program
 * uses. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "vector.h"

static bool check(json_t *vector)
{
    struct strbuf expected = {0}, found = {0};
    json_t *line;
    size_t i;
    bool same;

    json_array_foreach(json_object_get(vector, "expected"), i, line)
    {
        strbuf_add_str(&expected, str_of(json_string_value(line)));
        strbuf_add_char(&expected, '\n');
    }
    vector_set(vector, &found);
    same = str_eq(strbuf_str(&expected), strbuf_str(&found));
    if (!same)
        print_message("# %s: expected\n%sfound\n%s",
                      json_string_value(json_object_get(vector, "id")), expected.s, found.s);
    strbuf_free(&expected);
    strbuf_free(&found);
    return same;
}

static void check_file(const char *name)
{
    const char *srcdir = getenv("srcdir");
    struct strbuf path = {0};
    json_t *vectors, *vector;
    size_t i, good = 0;

    strbuf_addf(&path, "%s/tests/data/%s", srcdir ? srcdir : ".", name);
    vectors = json_load_file(path.s, 0, NULL);
    strbuf_free(&path);
    assert_non_null(vectors);
    json_array_foreach(vectors, i, vector) good += check(vector);
    print_message("# %zu of %zu vectors of %s\n", good, json_array_size(vectors), name);
    assert_int_equal(good, json_array_size(vectors));
    json_decref(vectors);
}

static void test_vectors(void **state)
{
    (void)state;
    check_file("vectors.json");
    check_file("more-vectors.json");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_vectors)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
