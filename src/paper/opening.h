/* How articles open: 本报讯, 新华社北京1月2日电, （中央社…電）, KATHMANDU, April 25 (Reuters) - */
#ifndef KANBAO_PAPER_OPENING_H
#define KANBAO_PAPER_OPENING_H

#include <stdbool.h>

#include "base/str.h"
#include "text/utf8.h"

/* Whether the ideograph at byte `off`, of that row (text/utf8), may end a dateline: 讯 訊 电 電. */
extern const unsigned char opening_reports[UTF8_ROWS];
static inline bool opening_is_report(struct str s, size_t off, unsigned row)
{
    return (unsigned char)s.s[off + 2] == opening_reports[row];
}

/* Whether a line begins with the mark of a news item or a dateline. */
bool opening_match(struct str line);

/* Whether it does together with the two lines below it, where its dateline goes on. */
bool opening_look_below(struct str line, struct str next, struct str third);
/* False where no such dateline begins with the line's first character. */
static inline bool opening_may_be_cut(struct str line)
{
    uint32_t first = utf8_at(line, 0);

    return first == U'（' || first == U'新' || first == U'中' || first == U'本';
}

#endif
