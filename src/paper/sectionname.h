/* Names of a page's sections. */
#ifndef KANBAO_PAPER_SECTIONNAME_H
#define KANBAO_PAPER_SECTIONNAME_H

#include <stdbool.h>

#include "base/str.h"

/* Whether a line is the name of what stands below it on the page, and of no single article: 简讯,
 * 讀者投書, 단신, OBITUARIES. */
bool sectionname_match(struct str line);

#endif
