/* Korean lines are broken between words, or, where the typesetter was told to, inside them. */
#ifndef KANBAO_PAPER_HANGUL_H
#define KANBAO_PAPER_HANGUL_H

#include <stdbool.h>

#include "base/str.h"
#include "paper/lines.h"

/* How often each syllable begins and ends a word of a text, and how often it goes on with one. */
struct syllables;

/* Sets l->syllables where Korean lines are cut inside words: some begin with a bare ending, or they
 * fill their column too well for lines that wait for a space, and what meets over their ends is
 * rather found inside words. Then a line's unit is its first syllable. Linear. */
void hangul_fit(struct lines *l);

/* Whether the pieces of words at the end of a line and at the head of the next are one word: the
 * second is an ending, or the syllables that meet are rather found inside the words of the text
 * than at their ends. */
bool hangul_is_cut(const struct syllables *s, struct str head, struct str tail);

#endif
