/* Poems: lines that were ended by the writer and not by the column's edge. */
#ifndef KANBAO_PAPER_VERSE_H
#define KANBAO_PAPER_VERSE_H

#include "paper/lines.h"

/* Marks the lines of poems, whose measure becomes 0. Needs paper/measure. Linear in the lines. */
void verse_find(struct lines *l);

#endif
