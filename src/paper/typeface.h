/* How wide lines of letters are in print. In a book face an m is three times as wide as an i, so
 * that counting letters tells little of whether a line was full. */
#ifndef KANBAO_PAPER_TYPEFACE_H
#define KANBAO_PAPER_TYPEFACE_H

#include "paper/lines.h"

/* Where the lines without ideographs agree better in the widths of a book face than in letters,
 * sets width, least and unit of them to those widths, in the letters of an average text (Latin) or
 * half ems (Korean), and `proportional`. Linear. */
void typeface_fit(struct lines *l);

#endif
