/* Quoted paragraphs, which the source indents more than the others: they are set in from both
 * sides, by two ideographs a level. */
#ifndef KANBAO_LAYOUT_QUOTATION_H
#define KANBAO_LAYOUT_QUOTATION_H

#include "paper/article.h"

/* The bytes of the blanks at the head of a paragraph. */
size_t quotation_lead(struct str paragraph);

/* The columns of blanks that most blocks of the article begin with; two ideographs, which begin any
 * paragraph, where that is less. */
int quotation_usual(const struct article *a);

/* How deep a paragraph is quoted: 0 for one that begins with about as many blanks as is usual, and
 * for one that is indented beyond what quotations are (a date, a signature). */
int quotation_level(struct str paragraph, int usual);

#endif
