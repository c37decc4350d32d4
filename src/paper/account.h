/* What became of every byte of a text: nothing is lost. The analysis is made again and its result
 * laid beside the text, so that the account proves what the pieces say of themselves. */
#ifndef KANBAO_PAPER_ACCOUNT_H
#define KANBAO_PAPER_ACCOUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "paper/article.h"
#include "paper/page.h"
#include "paper/rule.h"
#include "text/sanitize.h"

enum fate {
    FATE_TEXT,      /* stands in a block of an article */
    FATE_FURNITURE, /* belongs to the page */
    FATE_BLANK,     /* line ends, blank lines, white space at a line's edges */
    /* artefacts, dropped: */
    FATE_SPACE,    /* a stray space */
    FATE_ORNAMENT, /* a private-use or replacement character that stood for an ornament */
    FATE_HYPHEN,   /* set where a word was cut at the line's end */
    FATE_MARK,     /* a mark of plain-text formatting: # * _ > */
    FATE_HIDDEN,   /* zero-width, or a mark too many on one letter (text/sanitize) */
    FATE_LOST      /* none of these: a fault of the reconstruction */
};

/* A stretch of the text, within one line. */
struct share {
    uint64_t from, to;
    enum fate fate;
    enum block_kind block;      /* of FATE_TEXT ... */
    size_t article;             /* ... and its article, from 0 */
    enum rule rule, block_rule; /* what said so of the line; of its piece (may be RULE_NONE) */
};

/* Ascending, side by side, from the text's first byte to its last. Zero-initialise. */
struct account {
    struct share *v;
    size_t n, cap;
    bool complete; /* every character of every article was found in the text */
};

/* The account of clean text; offsets are bytes of it. `out` must be zero or freed. */
void account_text(struct str text, enum text_kind as, struct account *out);
/* The account of raw bytes, of which `clean` was made; offsets are bytes of raw + off. */
void account_raw(struct str raw, uint64_t off, const struct sanitized *clean, enum text_kind as,
                 struct account *out);
void account_free(struct account *a);

#endif
