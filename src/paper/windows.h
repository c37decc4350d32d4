/* A text in windows of 64 bytes: where lines end in each, and where characters begin that are no
 * ideographs. There are two of these or three on a line of a Chinese page, so that a line is
 * measured by looking at them alone: a third of the work of a loop over its characters, and of the
 * branches that cannot be foretold. */
#ifndef KANBAO_PAPER_WINDOWS_H
#define KANBAO_PAPER_WINDOWS_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum { WINDOW = 64 };

/* Sets of bytes: bit k stands for byte k of the window. */
struct window {
    uint64_t ends;    /* '\n' */
    uint64_t others;  /* first bytes of characters but those of utf8_is_ideograph */
    uint64_t reports; /* of two bytes with which 讯 訊 电 or 電 ends, the first (paper/opening) */
};

/* Zero-initialise, free v. */
struct windows {
    struct window *v; /* one more than the text has */
    size_t cap;
};

/* Looks at all of the text, for which earlier ones are forgotten. */
void windows_look(struct str text, struct windows *out);

/* The window that begins at byte `off` of the text, up to `to` (> off). */
static inline struct window windows_at(const struct windows *w, size_t off, size_t to)
{
    const struct window *v = w->v + off / WINDOW;
    unsigned low = off % WINDOW, high = WINDOW - 1 - low;
    uint64_t inside = to - off < WINDOW ? ((uint64_t)1 << (to - off)) - 1 : UINT64_MAX;

    return (struct window){(v[0].ends >> low | v[1].ends << 1 << high) & inside,
                           (v[0].others >> low | v[1].others << 1 << high) & inside,
                           (v[0].reports >> low | v[1].reports << 1 << high) & inside};
}

#endif
