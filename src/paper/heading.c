#include <config.h>

#include "paper/heading.h"

#include "text/charclass.h"
#include "text/utf8.h"

enum {
    TERMS_TELL = 100, /* terms of a section that say half of what they could */
    TERMS_TELL_NONE = 50, /* the same where none is the other text's */
    WORDS_TELL = 3,     /* words of a heading that say something */
    USUAL_HEADING = 24, /* half ems of a heading that may be either */
    NOTICE_MAX_BYTES = 18, /* of a notice's name */
    LENGTH_TELLS = 12   /* by so many more or fewer it says all that a length can */
};

/* Words of two kinds of a headline set apart: 山城老戲院修復完工 下月重新開幕 */
static bool has_two_parts(struct str s)
{
    size_t space = str_find(s, STR(" "), 0);

    return space < s.n && charclass_is_ideograph(charclass_of(utf8_before(s, space))) &&
           charclass_is_cjk(charclass_of(utf8_at(s, space + 1)));
}

static unsigned count_cells(struct str s)
{
    unsigned cells = 0;

    for (size_t off = 0; off < s.n;) {
        uint32_t cp;

        off += utf8_get(s, off, &cp);
        cells += charclass_width(cp) == CW_ONE ? 1 : 2;
    }
    return cells;
}

/* Names of sections are short; a long heading may be either, a sentence that parts two sections or
 * that begins an article. */
static double length_score(unsigned cells)
{
    double more = ((double)cells - USUAL_HEADING) / LENGTH_TELLS;

    return more > 0 ? (more > 1 ? 1 : more) * 0.5 : 1.5 * (more < -1 ? -1 : more);
}

bool heading_names_notice(struct str heading)
{
    static const char *const notices[] = {"启事", "啟事", "声明", "聲明", "通知",
                                          "公告", "通告", "讣告", "訃告", "訃聞"};

    return heading.n >= 6 && heading.n <= NOTICE_MAX_BYTES &&
           utf8_skip_ideographs(heading, 0) == heading.n &&
           STR_STARTS_ANY(str_sub(heading, heading.n - 6, heading.n), notices) > 0;
}

double heading_form(const struct piece *v, size_t from, size_t to)
{
    double score = v[from].apart ? 0.5 : 0;
    unsigned cells = 0;
    bool over = false, parts = false;

    for (size_t i = from; i < to; i++) {
        over |= v[i].over;
        parts |= has_two_parts(v[i].text);
        cells += count_cells(v[i].text);
    }
    return score + (over ? 1 : 0) + (parts ? 0.5 : 0) + length_score(cells);
}

/* On pages measured, a headline has six words of ten from the text below and none from the one
 * before; a subhead shares as many with both. */
double heading_words(const struct terms *heading, const struct terms *section,
                     const struct terms *before)
{
    if (heading->n_once < WORDS_TELL)
        return 0;
    return 2.5 * (cohesion_part(heading, section) - cohesion_part(heading, before) - 0.35);
}

/* On pages measured, sections of one article have 14 % and more of the smaller text's terms in
 * common and a quarter of the terms they repeat, articles of one page 5 to 8 % and a tenth. */
double heading_subject(const struct terms *section, const struct terms *before)
{
    double share = cohesion_share(section, before);
    double overlap = cohesion_overlap(section, before), n = section->n_once;
    double same = 25 * (overlap - 0.11) + (share < 0 ? 0 : 7 * (share - 0.17));

    return same * n / (n + (overlap > 0 ? TERMS_TELL : TERMS_TELL_NONE));
}
