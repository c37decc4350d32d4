/* Whether raw bytes can hold a hit at all, without rebuilding the text they are of: what
 * cannot need not be rebuilt. Never says no where the rebuilt text has a hit, and mostly says no
 * where it has none.
 *
 * A character never spans lines, so one character of the pattern, the anchor, must be there in one
 * of its spellings (all that fold to it). Around it the bytes must agree with the pattern up to the
 * pattern's end or to a border: the end of a line, a space, a hyphen, a mark that may be composed,
 * whatever cleaning may drop. Beyond a border anything may follow, as lines are joined elsewhere.
 */
#ifndef KANBAO_FIND_SIEVE_H
#define KANBAO_FIND_SIEVE_H

#include <stdbool.h>

#include "base/str.h"

struct sieve;

/* Of a text that every hit has, folded by `fold` (query_needs). NULL when all bytes would pass: it
 * has no letter, digit or ideograph. */
struct sieve *sieve_new(struct str needed, unsigned fold);
void sieve_free(struct sieve *s);

/* Whether raw, UTF-8 that may be damaged, can hold a hit. It may be cut out of a text anywhere, but
 * a character that is cut in two is not seen. */
bool sieve_passes(struct sieve *s, struct str raw);

/* The same for a part of what is looked into: whether the rarest character of the text is in it. */
bool sieve_touches(struct sieve *s, struct str raw);

#endif
