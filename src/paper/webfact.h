/* The line of facts of a web page: 2024-05-06 08:12 来源：青浦日报 作者：林晓舟 字号：大 中 小 */
#ifndef KANBAO_PAPER_WEBFACT_H
#define KANBAO_PAPER_WEBFACT_H

#include "base/str.h"

/* Length of the date, the time, the mail address or the field at the head of s that names no
 * writer; 0 for none. */
size_t webfact_length(struct str s);

#endif
