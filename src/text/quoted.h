/* Lines that quote a message as mail has them, with a > before each for every level: > > 我同意 */
#ifndef KANBAO_TEXT_QUOTED_H
#define KANBAO_TEXT_QUOTED_H

#include "base/str.h"

/* The bytes of the marks at the head of a line, and of the blanks behind each; how many marks there
 * are in *depth. */
size_t quoted_count(struct str line, unsigned *depth);
/* The same, told from the first byte where there are none. */
static inline size_t quoted_marks(struct str line, unsigned *depth)
{
    *depth = 0;
    return line.n > 0 && line.s[0] == '>' ? quoted_count(line, depth) : 0;
}

#endif
