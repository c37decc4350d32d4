/* Regular expressions: PCRE2, loaded when the first one is made. UTF-8 and Unicode's classes,
 * compiled to machine code where PCRE2 can; ^ and $ are the borders of lines. */
#ifndef KANBAO_FIND_REGEX_H
#define KANBAO_FIND_REGEX_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "base/err.h"
#include "base/str.h"

struct regex;

enum regex_result { REGEX_FOUND, REGEX_NONE, REGEX_GAVE_UP /* the search took too long */ };

/* pattern is valid UTF-8. NULL with a message that says what is wrong and where. */
struct regex *regex_new(struct str pattern, bool ignore_case, struct err *e);
void regex_free(struct regex *r);

/* The processor time (clock) by which a search of so many bytes, from match to match, is to end: an
 * honest expression does not feel it, a hostile one costs no more than in proportion to the text.
 */
clock_t regex_deadline(size_t bytes);
/* The first match that is not empty at or after byte `from` of text, valid UTF-8. */
enum regex_result regex_find(const struct regex *r, struct str text, size_t from, clock_t deadline,
                             size_t *match_from, size_t *match_to);

#endif
