/* Where a row may begin: the Unicode line breaking algorithm (UAX #14, libunistring) with what
 * Chinese, Japanese and Korean typesetting asks for beyond it (GB/T 15834-2011 section 5.1, CLREQ,
 * JLREQ, KLREQ). */
#ifndef KANBAO_LAYOUT_LINEBREAK_H
#define KANBAO_LAYOUT_LINEBREAK_H

#include <stdbool.h>

#include "layout/cluster.h"
#include "layout/layout.h"

struct linebreak_rules {
    enum kinsoku level; /* not AUTO */
    bool japanese;      /* small kana, ー and 々 may begin a row at level normal */
    bool korean_words;  /* break between words, not syllables */
};

/* Marks `before` of every cluster. Quotation marks get the class that they have here (see
 * layout/quotes.h), marks inside addresses become CC_OTHER. Linear.
 *
 *   strict, normal, loose   no closing mark or stop begins a row, no opening mark ends one; they
 *                           differ in — …… · ～ / and small kana; loose lets ！？：； begin one
 *   none                    any cluster may begin a row
 *   all levels              —— and …… stay whole */
void linebreak_mark(struct clusters *t, const struct linebreak_rules *r);

#endif
