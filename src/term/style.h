/* What a piece of the screen is; term/theme says how that looks. */
#ifndef KANBAO_TERM_STYLE_H
#define KANBAO_TERM_STYLE_H

enum style {
    STYLE_TEXT,
    STYLE_KICKER,
    STYLE_HEADLINE,
    STYLE_BYLINE,
    STYLE_SUBHEAD,
    STYLE_CAPTION,
    STYLE_FAINT,         /* first words in place of a headline, separators, rows beyond the end */
    STYLE_SELECTED,      /* the selected row of the pane that has the keys */
    STYLE_SELECTED_AWAY, /* and of the one that has not */
    STYLE_STATUS,
    STYLE_ERROR,
    STYLE_KEYWORD, /* the first of KEYWORD_STYLES */
    STYLE_HIT = STYLE_KEYWORD + 12,
    STYLE_HIT_NOW, /* the hit that n came to */
    STYLE_COUNT
};

enum { KEYWORD_STYLES = STYLE_HIT - STYLE_KEYWORD };

#endif
