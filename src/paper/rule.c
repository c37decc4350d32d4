#include <config.h>

#include "paper/rule.h"

#include "base/i18n.h"

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
        [RULE_HEADING_BYLINE] = N_("a byline follows"),
        [RULE_HEADING_OPENING] = N_("text that opens like a news item follows"),
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

    return texts[r];
}
