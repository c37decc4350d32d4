#include <config.h>

#include "paper/evidence.h"

#include "paper/chapter.h"
#include "paper/measure.h"

static bool is_body(const struct line *l)
{
    return l->role == ROLE_FIRST || l->role == ROLE_MORE;
}

static enum rule rule_of_first(const struct line *prev, const struct line *line,
                               const struct line *next)
{
    if (line->opening)
        return RULE_OPENING;
    if (!prev || !is_body(prev))
        return RULE_BEGINNING;
    if (line->measure == 0 && prev->measure == 0)
        return RULE_LINE;
    if (line->indent > prev->indent)
        return RULE_INDENT;
    if (measure_is_early(prev, line))
        return RULE_SHORT_BEFORE;
    if (line->blanks > prev->blanks)
        return RULE_BLANK;
    if (measure_has_ghost_indent(line, next, false))
        return RULE_LOST_INDENT;
    return RULE_SENTENCE;
}

enum rule evidence_for(const struct line *prev, const struct line *line, const struct line *next)
{
    switch ((enum role)line->role) {
    case ROLE_FIRST:
        return line->credit ? RULE_CREDIT : rule_of_first(prev, line, next);
    case ROLE_MORE:
        return prev && prev->ends == ENDS_YES ? RULE_COLUMN_FULL : RULE_GOES_ON;
    case ROLE_HEAD:
    case ROLE_HEAD_MORE:
    case ROLE_HEAD_LONG:
        if (line->chapter != CHAPTER_NO)
            return RULE_CHAPTER;
        return measure_is_over(line) ? RULE_WIDE : RULE_NO_SENTENCE;
    case ROLE_BYLINE:
        return RULE_BYLINE;
    case ROLE_JUMP:
        return RULE_JUMP;
    case ROLE_FURNITURE:
        break;
    }
    return (enum rule)line->rule;
}
