/* How surprising a character is in a text of some language: what a guess at a charset is judged by.
 * A wrong charset makes characters that nobody writes. */
#ifndef KANBAO_TEXT_RARITY_H
#define KANBAO_TEXT_RARITY_H

#include <stdint.h>

#include "base/str.h"

enum tongue { TONGUE_HANS, TONGUE_HANT, TONGUE_JA, TONGUE_KO, TONGUES };

/* The negative binary logarithm of the share that the character has, about, of a text of that
 * language: 6 for one that is on every line, 20 for one that is hardly ever seen, more for what is
 * no text at all (controls, private use, U+FFFD). */
unsigned rarity_bits(uint32_t cp, enum tongue t);

/* The sum of that over the characters of text (valid UTF-8). */
uint64_t rarity_sum(struct str text, enum tongue t);

#endif
