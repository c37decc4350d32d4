/* A text taken apart: its lines, the pieces that they make, and whose those are. */
#ifndef KANBAO_PAPER_DISSECT_H
#define KANBAO_PAPER_DISSECT_H

#include <stddef.h>

#include "base/str.h"
#include "paper/blocks.h"
#include "paper/lines.h"
#include "paper/page.h"

struct dissection {
    struct lines lines;   /* each knows its piece ... */
    struct pieces pieces; /* ... and each piece its article */
    size_t articles;      /* how many there are */
};

/* All of the analysis. Borrows text until dissection_free. */
void dissect(struct str text, enum text_kind as, struct dissection *out);
void dissection_free(struct dissection *d);

#endif
