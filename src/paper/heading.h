/* What speaks for a heading between two bodies to begin an article, and what for a subhead. */
#ifndef KANBAO_PAPER_HEADING_H
#define KANBAO_PAPER_HEADING_H

#include <stdbool.h>
#include <stddef.h>

#include "paper/blocks.h"
#include "paper/cohesion.h"

/* How much the heading, pieces [from, to), has the form of a headline and not that of a subhead. */
double heading_form(const struct piece *v, size_t from, size_t to);
/* Whether it says what its text is, a notice that stands for itself: 寻物启事, 停水通知, 訃聞. */
bool heading_names_notice(struct str heading);
/* How much the words of a heading are those of the section below it, as those of a headline are,
 * and not of the article before. */
double heading_words(const struct terms *heading, const struct terms *section,
                     const struct terms *before);
/* How much the section below a heading speaks of the same as the article before: positive for the
 * same subject. Few terms say little. */
double heading_subject(const struct terms *section, const struct terms *before);

#endif
