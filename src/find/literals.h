/* What every match of a regular expression must contain. */
#ifndef KANBAO_FIND_LITERALS_H
#define KANBAO_FIND_LITERALS_H

#include "base/str.h"
#include "base/strlist.h"

/* Appends texts of which every match has at least one, as they stand in the expression: the longest
 * ones. Nothing where that is not sure: no syntax is guessed at. `expression` is one that PCRE2 has
 * compiled without options that change its syntax. */
void literals_find(struct str expression, struct strlist *out);

#endif
