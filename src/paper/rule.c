#include <config.h>

#include "paper/rule.h"

#include "base/i18n.h"
#include "paper/byline.h"
#include "paper/chapter.h"
#include "paper/measure.h"

const char *rule_text(enum rule r)
{
    static const char *const texts[RULE_COUNT] = {
        [RULE_NONE] = "",
        [RULE_PAGE_FORM] = N_("has a form that only furniture of a page has"),
        [RULE_PAGE_EDGE] = N_("a date or number at the head or foot of its page"),
        [RULE_REPEATED] = N_("the same at the head or foot of several pages"),
        [RULE_LABEL] = N_("a few words set apart at the head of the page"),
        [RULE_JUMP] = N_("says where the article goes on"),
        [RULE_HEADING_BEFORE] = N_("stands before its text"),
        [RULE_HEADING_AFTER] = N_("stands behind its text: no other text follows"),
        [RULE_OTHER_SUBJECT] = N_("the text behind it is about something else"),
        [RULE_SAME_SUBJECT] = N_("the text before and behind it is about the same"),
        [RULE_KICKER_DASH] = N_("a dash or colon parts it from the headline"),
        [RULE_KICKER_GROUP] = N_("set apart from the headline"),
        [RULE_BYLINE] = N_("has the form of a byline"),
        [RULE_CREDIT] = N_("ends with who made the picture"),
        [RULE_CHAPTER] = N_("has the form of a chapter's or section's heading"),
        [RULE_OPENING] = N_("opens like a news item"),
        [RULE_BLANK] = N_("space above it"),
        [RULE_INDENT] = N_("is indented"),
        [RULE_SHORT_BEFORE] = N_("the line above ends before the column is full"),
        [RULE_LOST_INDENT] = N_("shorter than the column by an indent"),
        [RULE_SENTENCE] = N_("a sentence ends above it"),
        [RULE_LINE] = N_("every line is a paragraph here"),
        [RULE_WIDE] = N_("wider than the column"),
        [RULE_NO_SENTENCE] = N_("ends no sentence and does not fill the column"),
        [RULE_BEGINNING] = N_("begins the text below a heading"),
        [RULE_GOES_ON] = N_("the sentence goes on"),
        [RULE_COLUMN_FULL] = N_("the line above fills the column"),
    };

    return r == RULE_NONE ? "" : _(texts[r]);
}

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

enum rule rule_of_line(const struct line *prev, const struct line *line, const struct line *next)
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
