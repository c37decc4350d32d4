#include <config.h>

#include "text/quoted.h"

size_t quoted_count(struct str line, unsigned *depth)
{
    size_t off = 0;

    *depth = 0;
    while (off < line.n && (line.s[off] == '>' || (line.s[off] == ' ' && *depth > 0)))
        *depth += line.s[off++] == '>';
    return off;
}
