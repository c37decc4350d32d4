/* The forms of page furniture, one line looked at alone. */
#ifndef KANBAO_PAPER_PAGEFORM_H
#define KANBAO_PAPER_PAGEFORM_H

#include <stdbool.h>

#include "base/str.h"

enum pageform {
    PAGEFORM_NONE,
    PAGEFORM_AT_FOOT,  /* a bare number: furniture at a page's foot */
    PAGEFORM_AT_EDGE,  /* a date, a banner: furniture at a page's head or foot */
    PAGEFORM_ANYWHERE, /* furniture wherever it stands: 责任编辑 …, — 3 —, a date with its weekday */
    PAGEFORM_JUMP      /* （下转第3版） */
};

/* `symbols`: whether the line may have ASCII stops or symbols, as addresses of web pages do. */
enum pageform pageform_match(struct str line, bool symbols);

#endif
