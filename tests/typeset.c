/* Reads an array of vectors (JSON, standard input) and prints the rows of each, with an empty line
 * behind; for tests/rules.py. */
#include <config.h>

#include <stdio.h>

#include "vector.h"

int main(void)
{
    json_error_t error;
    json_t *vectors = json_loadf(stdin, JSON_ALLOW_NUL, &error), *vector;
    struct strbuf rows = {0};
    size_t i;

    if (!vectors) {
        fprintf(stderr, "%s\n", error.text);
        return 2;
    }
    json_array_foreach(vectors, i, vector)
    {
        strbuf_clear(&rows);
        vector_set(vector, &rows);
        printf("%s\n", rows.s ? rows.s : "");
    }
    strbuf_free(&rows);
    json_decref(vectors);
    return 0;
}
