/* Blocks of lines, parted by blank lines, whose articles alternate: plain extraction writes them as
 * they stand on the page, column beside column. */
#ifndef KANBAO_PAPER_STRANDS_H
#define KANBAO_PAPER_STRANDS_H

#include "paper/lines.h"

/* Moves blocks up to what they go on with: one that ended in mid-sentence, in the same measure,
 * while something else stood below it. Within a page, among the last few articles. Needs
 * paper/measure. Linear in the lines. */
void strands_sort(struct lines *l);

#endif
