/* What web pages say around an article: buttons, advertisements, lists of other articles, whose it
 * is. */
#ifndef KANBAO_PAPER_WEBBUTTON_H
#define KANBAO_PAPER_WEBBUTTON_H

#include <stdbool.h>

#include "base/str.h"

/* Whether a line is one of them: 点击展开全文, 関連記事, Continue reading. */
bool webbutton_match(struct str line);

#endif
