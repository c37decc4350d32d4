/* A page and the articles that it becomes, both as text. */
#ifndef KANBAO_TESTS_REBUILT_H
#define KANBAO_TESTS_REBUILT_H

#include <stddef.h>

/* The articles of `text`: a letter for each block's kind (H headline, K kicker, B byline,
 * S subhead, P paragraph, C caption, J jump line, V verbatim) and its text, a line each, and =
 * between articles. To be freed with free. */
char *rebuild(const char *text);
/* Fails unless they are `want`. */
void assert_rebuilt(const char *text, const char *want);
/* Fails unless `want` paragraphs are in them. */
void assert_paragraphs(const char *text, size_t want);

#endif
