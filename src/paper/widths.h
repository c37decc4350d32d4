/* The search for the column around each line: the sequence of widths that explains the lines at the
 * least cost. */
#ifndef KANBAO_PAPER_WIDTHS_H
#define KANBAO_PAPER_WIDTHS_H

#include "paper/chapter.h"
#include "paper/lines.h"

enum { WIDTHS_MAX = 128 /* half ems; wider lines are no columns */ };

/* All that the search asks of a line, close together. */
struct telling {
    int least, width;
    int full;      /* the widest column that it fills ... */
    int far;       /* ... and the widest told apart: all wider ones cost the same */
    uint8_t beyond, beyond_far; /* what is added behind the one and the other */
    uint8_t change; /* cost of another measure than that of the line before */
    bool spread;
    bool begins;   /* a paragraph, which may have lost its indent */
};

/* A paragraph may begin here, and have lost its indent. */
static inline bool widths_may_begin(const struct line *prev, const struct line *l)
{
    return !prev || prev->ends == ENDS_YES || prev->chapter != CHAPTER_NO ||
           l->blanks > prev->blanks;
}

/* What each of the lines v[0..n) tells. */
void widths_tell(struct line *const *v, size_t n, struct telling *t);

/* Fills measure for the lines v[0..n) of what they tell. Linear in the lines. */
void widths_find(struct line **v, size_t n, const struct telling *t, bool japanese);

#endif
