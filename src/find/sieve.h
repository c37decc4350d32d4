/* Whether raw bytes can hold a hit of a query at all, without rebuilding the text they are of: what
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
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "find/query.h"
#include "text/source.h"

struct sieve;

/* NULL when all bytes would pass: for a regular expression, and a pattern without a letter, digit
 * or ideograph. Does not need q afterwards. */
struct sieve *sieve_new(const struct query *q);
void sieve_free(struct sieve *s);

/* Whether raw, UTF-8 that may be damaged, can hold a hit. It may be cut out of a text anywhere, but
 * a character that is cut in two is not seen. */
bool sieve_passes(struct sieve *s, struct str raw);

/* Looks through a whole source from its end: *end is behind the last place that passes, within a
 * window of reading; 0 when nothing does. The parts of a hit are no more than `reach` bytes apart.
 * All of a source passes that is not UTF-8. False with a message when it cannot be read. */
bool sieve_last(struct sieve *s, struct source *src, size_t reach, uint64_t *end, struct err *e);

#endif
