/* Whether one line reads on in another, by the characters that meet there: most of the pairs that
 * words are made of stand more than once in an article. */
#ifndef KANBAO_PAPER_SEAM_H
#define KANBAO_PAPER_SEAM_H

#include <stddef.h>

#include "base/str.h"
#include "paper/lines.h"

/* What meets within some of the lines v[0..n), which are borrowed. Zero-initialise the rest, free
 * with seams_free. */
struct seams {
    struct line *const *v;
    size_t n;
    size_t from, to;    /* the lines that were collected ... */
    struct strbuf text; /* ... those that are of ideographs, each with a line end */
};

/* What speaks for line i to read on in line k, as a cost that it spares: more than 0 when what
 * meets there stands within a line around line i, less when it does not. 0 where that tells
 * nothing: beside marks, digits and Hangul. A sentence of Latin goes on with a small letter. */
int seam_look(struct seams *s, size_t i, size_t k);
/* The same by what stands around line k: to ask for it after several lines. */
int seam_look_back(struct seams *s, size_t i, size_t k);
void seams_free(struct seams *s);

#endif
