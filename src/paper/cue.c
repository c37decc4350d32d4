#include <config.h>

#include "paper/cue.h"

#include "paper/date.h"
#include "paper/rule.h"

enum {
    CUES = 2,  /* at least so many are subtitles, ... */
    LINES = 6, /* ... and have not more lines than that on average */
};

/* 00:01:02,500 --> 00:01:04,000 */
static bool is_span(const struct line *line)
{
    static const struct str arrow = {" --> ", 5};
    struct str s = line->text;
    size_t n = line->digits ? date_time_length(s) : 0;

    if (n == 0 || n == s.n || (s.s[n] != ',' && s.s[n] != '.'))
        return false;
    n += 1 + date_digits(s, n + 1);
    return str_starts(str_sub(s, n, s.n), arrow) &&
           date_time_length(str_sub(s, n + arrow.n, s.n)) > 0;
}

static bool is_number(struct str s)
{
    return s.n > 0 && date_digits(s, 0) == s.n;
}

static void set_aside(struct line *line)
{
    line->role = ROLE_FURNITURE;
    line->rule = RULE_PAGE_FORM;
}

bool cue_find(struct lines *l)
{
    size_t cues = 0;

    for (size_t i = 0; i < l->n; i++)
        cues += is_span(&l->v[i]);
    if (cues < CUES || cues * LINES < l->n)
        return false;
    if (str_starts(l->v[0].text, STR("WEBVTT")))
        set_aside(&l->v[0]);
    for (size_t i = 0; i < l->n; i++) {
        if (!is_span(&l->v[i]))
            continue;
        set_aside(&l->v[i]);
        if (i > 0 && is_number(l->v[i - 1].text))
            set_aside(&l->v[i - 1]);
    }
    return true;
}
