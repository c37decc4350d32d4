/* Which rule of the reconstruction decided what a line is: the answer to "why". */
#ifndef KANBAO_PAPER_RULE_H
#define KANBAO_PAPER_RULE_H

enum rule {
    RULE_NONE,
    /* furniture, set by paper/furniture */
    RULE_PAGE_FORM,
    RULE_PAGE_EDGE,
    RULE_REPEATED,
    RULE_LABEL,
    RULE_JUMP,
    /* the heading of an article, set by paper/segment */
    RULE_HEADING_BEFORE,
    RULE_HEADING_BYLINE,
    RULE_HEADING_OPENING,
    RULE_HEADING_AFTER,
    RULE_OTHER_SUBJECT,
    RULE_SAME_SUBJECT,
    RULE_KICKER_DASH,
    RULE_KICKER_GROUP,
    /* how a line stands to its neighbours, see paper/evidence */
    RULE_BYLINE,
    RULE_CREDIT,
    RULE_CHAPTER,
    RULE_OPENING,
    RULE_BLANK,
    RULE_INDENT,
    RULE_SHORT_BEFORE,
    RULE_LOST_INDENT,
    RULE_SENTENCE,
    RULE_LINE,
    RULE_WIDE,
    RULE_NO_SENTENCE,
    RULE_BEGINNING,
    RULE_GOES_ON,
    RULE_COLUMN_FULL,
    RULE_COUNT
};

/* The rule in words, without a full stop; "" for RULE_NONE. To be translated by the caller. */
const char *rule_text(enum rule r);

#endif
