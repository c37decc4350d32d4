/* Asking the terminal how many columns it gives to characters about which terminals differ. The
 * question is written before the first screen, and nobody waits for the answers: they come among
 * the keys, when they come. */
#ifndef KANBAO_TERM_PROBE_H
#define KANBAO_TERM_PROBE_H

#include <stdbool.h>
#include <stddef.h>

#include "text/glyph.h"

/* What is asked about. */
enum probe_sample {
    PROBE_AMBIGUOUS, /* a quotation mark, class A of UAX #11 */
    PROBE_SELECTOR,  /* emoji sequences: with U+FE0F, joined, a flag, a skin colour */
    PROBE_JOINED,
    PROBE_FLAG,
    PROBE_SKIN,
    PROBE_COUNT
};

/* Zero-initialise. */
struct probe {
    int cols[PROBE_COUNT]; /* as they were answered, in order */
    size_t answers;
    bool done; /* the last answer has come */
};

/* What to write, with the cursor on a line that may be cleared: each sample from the first column
 * on, with a request for the cursor's place (CPR) behind it; and a request that all terminals
 * answer (DA1), so that the end of the answers is known. Leaves the line empty. */
const char *probe_question(void);

/* What n characters behind an ESC are. */
enum probe_reply { PROBE_REPLY_NONE, PROBE_REPLY_MORE, PROBE_REPLY_TAKEN };

/* NONE: no reply to the question; MORE: perhaps the beginning of one; TAKEN: one, and it is noted.
 */
enum probe_reply probe_read(struct probe *p, const char *s, size_t n);

/* Reads what a terminal still has to answer, so that whoever has it next is not given that as keys:
 * up to the end of the answers, but for at most a tenth of a second. What was typed before they end
 * is gone too. Safe in a signal handler. */
void probe_discard(int fd);

/* How the terminal counts, as far as it has said so; the rest from `otherwise`. */
struct glyph_mode probe_mode(const struct probe *p, struct glyph_mode otherwise);

#endif
