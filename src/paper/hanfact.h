/* What single ideographs say about a line that they begin or end. A rule that looks for one of many
 * words there asks first whether the ideograph is one of theirs: on most lines it is not, and the
 * rule is done. That none of theirs is forgotten is told by tests/check-hanfact.sh. */
#ifndef KANBAO_PAPER_HANFACT_H
#define KANBAO_PAPER_HANFACT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "text/utf8.h"

enum hanfact {
    HANFACT_ROLE = 1,      /* begins what somebody in a byline does (paper/roles) ... */
    HANFACT_SHORT_ROLE = 2, /* ... or is that: 文 图 */
    HANFACT_CREDIT = 4,    /* ends who made a picture (paper/caption) */
    HANFACT_CHAPTER = 8,  /* begins a chapter's name, or its number (paper/chapter) */
    HANFACT_FURNITURE = 16, /* begins a word of furniture or of a jump line (paper/pageform), or a
                              field of a web page (paper/webfact) */
    HANFACT_PROSE = 32,    /* of running text: no name has it ... */
    HANFACT_NO_LONG_NAME = 64, /* ... or no name of more than four (paper/byline) */
    HANFACT_BUTTON = 128 /* begins what web pages say around an article (paper/webbutton) */
};

enum { HANFACT_FIRST = 0x4E00, HANFACT_END = 0xA000 };

/* Those of the ideographs from HANFACT_FIRST on. */
extern const uint8_t hanfacts[HANFACT_END - HANFACT_FIRST];

/* Those of the ideograph at byte `off`, for which utf8_is_ideograph holds. */
static inline unsigned hanfact_of(struct str s, size_t off)
{
    return hanfacts[utf8_ideograph(s, off) - HANFACT_FIRST];
}

enum { HANFACT_UNKNOWN = 255 /* where there is no ideograph: it may be any of them */ };

/* Those of the first or the last character. */
static inline unsigned hanfact_at_head(struct str s)
{
    return utf8_begins_in_ideograph(s) ? hanfact_of(s, 0) : HANFACT_UNKNOWN;
}

static inline unsigned hanfact_at_end(struct str s)
{
    return utf8_ends_in_ideograph(s) ? hanfact_of(s, s.n - 3) : HANFACT_UNKNOWN;
}

/* Whether s begins with an ideograph of that fact. */
static inline bool hanfact_begins(struct str s, enum hanfact fact)
{
    return utf8_begins_in_ideograph(s) && (hanfact_of(s, 0) & fact);
}

#endif
