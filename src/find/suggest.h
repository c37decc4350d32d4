/* Words that tell what a text is about, found by statistics alone: strings that come back in it, in
 * different company on both sides (boundary entropy), whose characters belong together more than
 * with what is around them (mutual information, in the other texts too), that do not begin or end
 * with a character which stands beside anything, whose characters are rarer than everyday ones in
 * the language, and that other texts have seldom. No dictionary and no list of words is used. */
#ifndef KANBAO_FIND_SUGGEST_H
#define KANBAO_FIND_SUGGEST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct suggest;

/* The candidates of text, valid UTF-8, which must live as long. */
struct suggest *suggest_new(struct str text);
void suggest_free(struct suggest *s);

/* Counts the candidates in another text; false when it is not written in the same script, and tells
 * nothing. */
bool suggest_other(struct suggest *s, struct str text);

/* A suggestion: a string of the text, how often it has it, and how many of the other texts do. */
struct suggestion {
    struct str word;
    size_t count, others;
};

/* Writes the best ones, at most `max`, the best first; none is a part of another. Returns how many
 * they are. */
size_t suggest_best(const struct suggest *s, struct suggestion *out, size_t max);

#endif
