/* A typographical vector (tests/data/vectors.json): a text, a width and options. */
#ifndef KANBAO_TESTS_VECTOR_H
#define KANBAO_TESTS_VECTOR_H

#include <jansson.h>

#include "base/str.h"

/* Cleans and joins the text where the options ask for it, lays it out with the functions that the
 * program uses, and appends its rows, '\n' after each. */
void vector_set(json_t *vector, struct strbuf *out);

#endif
