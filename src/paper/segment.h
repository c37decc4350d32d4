/* Which pieces make an article: headings told into headlines, kickers and subheads; a headline that
 * stands after its body goes back to it; 本报讯 opens an article without one. */
#ifndef KANBAO_PAPER_SEGMENT_H
#define KANBAO_PAPER_SEGMENT_H

#include <stddef.h>

#include "paper/blocks.h"

/* Sets kind and article of every piece; returns the number of articles, which are numbered from 0
 * in the order of their bodies. */
size_t segment_pieces(struct pieces *p);

#endif
