/* What no text behind text/sanitize may hold, judged by libunistring's categories and by ranges
 * written out, never by the program's own table. */
#ifndef KANBAO_CLEAN_CHECK_H
#define KANBAO_CLEAN_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Whether a code point does harm wherever it is printed: controls (but \n \t \f), formats (but a
 * joiner, which is judged in its place), line separators, noncharacters, surrogates. */
bool clean_forbids(uint32_t cp);

/* Blanks in text as sanitize left it may still go when its lines are joined; those in an article
 * stay and carry marks of their own. */
enum clean_text { CLEAN_LINES, CLEAN_ARTICLE };

/* What is wrong with the text, and the byte where it begins; NULL when nothing is. Checks
 * well-formed UTF-8, forbidden code points, joiners, and the marks on one base. */
const char *clean_fault(struct str text, enum clean_text kind, size_t *at);

#endif
