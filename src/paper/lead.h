/* Where a report is from and who wrote it, in the words that its lead begins with. */
#ifndef KANBAO_PAPER_LEAD_H
#define KANBAO_PAPER_LEAD_H

#include <stdbool.h>

#include "base/str.h"

enum lead {
    LEAD_NO,
    LEAD_OPENS,  /* （記者林思妤／台南報導）在府城, 【東京＝佐伯亮】政府は, (서울=한빛통신) 윤가람 기자 = 시는 */
    LEAD_GOES_ON /* a column's next line: 기자 = 시는 */
};

/* Whether a cleaned line begins with such words, and text goes on behind them: it is no byline. */
enum lead lead_match(struct str line);

/* The part of a paragraph's opening that names its writer: （记者陈智 整合）. n is 0 without one. */
struct str lead_byline(struct str paragraph);

#endif
