#include <config.h>

#include "paper/lead.h"

#include <stdint.h>

#include "paper/byline.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum {
    REACH = 90,     /* bytes in which a lead has named its writer */
    PLACE_MAX = 60, /* bytes of a place and an agency in brackets ... */
    NAMES_MAX = 60  /* ... and of the names behind them */
};

struct bracket {
    const char *open, *close;
};

/* What stands in the bracket at the head of s; `len`: with the bracket. n is 0 without one. */
static struct str in_bracket(struct str s, size_t *len)
{
    static const struct bracket kinds[] = {
        {"（", "）"}, {"(", ")"}, {"【", "】"}, {"〔", "〕"}, {"[", "]"}};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct str open = str_of(kinds[i].open), close = str_of(kinds[i].close);
        size_t to;

        if (!str_starts(s, open))
            continue;
        to = str_find(s, close, open.n);
        if (to == s.n || to > REACH)
            break;
        *len = to + close.n;
        return str_sub(s, open.n, to);
    }
    return (struct str){0};
}

/* Between a place and who reports from there. */
static bool has_equals(struct str s)
{
    return memchr(s.s, '=', s.n) || str_find(s, STR("＝"), 0) < s.n;
}

/* （記者林思妤／台南報導） tells where it was reported; （记者 房宁） may stand behind a text, too. */
static bool tells_report(struct str inside)
{
    static const char *const ends[] = {"報導", "报导", "報道", "报道"};

    return inside.n > 6 && STR_STARTS_ANY(str_sub(inside, inside.n - 6, inside.n), ends) > 0;
}

/* The names behind (서울=한빛통신), up to the next =; n is 0 when there are none. */
static struct str names_behind(struct str s, size_t *len)
{
    size_t to = str_find(str_sub(s, 0, s.n < NAMES_MAX ? s.n : NAMES_MAX), STR("="), 0);
    struct str names;

    if (to >= s.n || to >= NAMES_MAX)
        return (struct str){0};
    names = str_sub(s, 0, to);
    *len = to + 1;
    return byline_match(names, false) == BYLINE_STRONG ? names : (struct str){0};
}

/* The words that name the writer at the head of s, and the length of all of such a head. */
static struct str read_head(struct str s, size_t *len)
{
    size_t bracket = 0, names_len = 0;
    struct str inside = in_bracket(s, &bracket), names;

    if (inside.n == 0)
        return (struct str){0};
    *len = bracket;
    if (!has_equals(inside))
        return tells_report(inside) && byline_match(inside, false) == BYLINE_STRONG
                   ? inside
                   : (struct str){0};
    names = names_behind(str_sub(s, bracket, s.n), &names_len);
    if (names.n > 0) {
        *len += names_len;
        return names;
    }
    names = str_sub(s, 0, bracket);
    return byline_match(names, false) == BYLINE_STRONG ? names : (struct str){0};
}

/* (서울=한빛통신): a place and an agency in Hangul, which nothing but a report begins with. */
static bool is_wire(struct str s)
{
    size_t len;
    struct str inside = in_bracket(s, &len);

    return inside.n > 0 && inside.n <= PLACE_MAX && memchr(inside.s, '=', inside.n) &&
           charclass_of(utf8_at(inside, 0)) == CC_HANGUL;
}

enum lead lead_match(struct str line)
{
    static const char *const roles[] = {"기자 =", "특파원 =", "인턴기자 ="};
    size_t len = 0;

    if (STR_STARTS_ANY(line, roles) > 0)
        return LEAD_GOES_ON;
    if (read_head(line, &len).n > 0 ? len < line.n : is_wire(line))
        return LEAD_OPENS;
    return LEAD_NO;
}

/* 中央社記者林宗翰台中3日電 without the day and what follows it. */
static struct str before_date(struct str s)
{
    size_t off = 0, n;
    uint32_t cp;

    for (; off < s.n; off += n) {
        n = utf8_get(s, off, &cp);
        if (charclass_of(cp) == CC_DIGIT || charclass_of(cp) == CC_FWDIGIT)
            break;
    }
    return str_find(s, STR("日"), off) < s.n ? str_sub(s, 0, off) : s;
}

struct str lead_byline(struct str paragraph)
{
    static const struct bracket kinds[] = {{"（", "）"}, {"(", ")"}, {"〔", "〕"}};
    size_t most = REACH + strlen(kinds[0].open) - 1; /* bytes of one that begins within reach */
    struct str head = str_sub(paragraph, 0, paragraph.n < most ? paragraph.n : most);
    struct str names = read_head(paragraph, &most);

    if (names.n > 0)
        return names;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t from = str_find(head, str_of(kinds[i].open), 0);
        size_t to = from < REACH ? str_find(paragraph, str_of(kinds[i].close), from) : paragraph.n;
        struct str inside;

        if (to >= paragraph.n || to - from > REACH)
            continue;
        inside = before_date(str_sub(paragraph, from + strlen(kinds[i].open), to));
        if (byline_match(inside, false) == BYLINE_STRONG)
            return inside;
    }
    return (struct str){0};
}
