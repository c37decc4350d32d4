/* ncurses asks wcwidth() how wide a character is. This program defines that function itself, so
 * that ncurses and layout believe the same table (text/glyph). */
#ifndef KANBAO_TERM_WCWIDTH_H
#define KANBAO_TERM_WCWIDTH_H

#include <stdbool.h>
#include <stdint.h>

#include "text/glyph.h"
#include "term/probe.h"

/* How columns are counted. Zero-initialise, and set what is wanted. */
struct counting {
    struct glyph_mode wanted; /* by the options; ambiguous 0: as the terminal has it */
    struct glyph_mode mode;   /* as it is */
};

/* Decides: as the options want it, else as the terminal has answered, else as the locale has it.
 * wcwidth() follows, but for what is wanted wider than it is drawn. Whether that is news. */
bool counting_decide(struct counting *c, const struct probe *p);

/* Whether the terminal draws a character narrower than it counts, so that a blank must follow. */
bool counting_pads(const struct counting *c, uint32_t cp);

#endif
