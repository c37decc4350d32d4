/* Bylines in the forms that newspapers use, on a line of their own or inside the lead. */
#ifndef KANBAO_PAPER_BYLINE_H
#define KANBAO_PAPER_BYLINE_H

#include <stdbool.h>

#include "base/str.h"
#include "paper/article.h"

enum byline {
    BYLINE_NO,
    BYLINE_BARE,  /* three to five ideographs: a byline only in Japanese, where one is expected */
    BYLINE_WEAK,   /* names alone: a byline only where one is expected */
    BYLINE_STRONG /* names and what they do: 记者 沈艺飞 朱亮, 신현주 기자, By Gopal Sharma */
};

/* Whether a line begins with running text: a word of more ideographs than a name has, and no role
 * among them. byline_match says BYLINE_NO to all of these, at several times the cost. */
bool byline_is_prose(struct str line);

/* Whether a cleaned line is a byline. `ornament`: one stood before it. */
enum byline byline_match(struct str line, bool ornament);

/* Whether a raw line begins with 记者, 通讯员 and the like: its spaces part names. */
bool byline_has_role(struct str line);

/* People by their names, which borrow from the text that has them. Zero-initialise, free v. */
struct people {
    struct str *v;
    size_t n, cap;
};

/* Appends the names in a byline as printed. */
void byline_add_names(struct str line, struct people *out);
/* Appends those in an article's bylines; where these have none, in its lead. */
void byline_people(const struct article *a, struct people *out);

#endif
