#include <config.h>

#include "paper/date.h"

#include <string.h>

#include "text/utf8.h"

bool date_is_digit(enum charclass c)
{
    return c == CC_DIGIT || c == CC_FWDIGIT;
}

size_t date_digits(struct str s, size_t off)
{
    size_t from = off;

    while (off < s.n && date_is_digit(charclass_of(utf8_at(s, off)))) {
        uint32_t cp;

        off += utf8_get(s, off, &cp);
    }
    return off - from;
}

/* 2025年6月7日, 2026년 1월 30일, ２０２５年（令和７年）１月１５日, 中華民國113年9月18日. Length; 0 for
 * none. */
static size_t cjk_date(struct str s)
{
    static const char *const units[][3] = {{"年", "月", "日"}, {"년", "월", "일"}};
    static const char *const eras[] = {"中華民國", "民國", "令和", "平成", "昭和"};
    size_t era = STR_STARTS_ANY(s, eras);

    for (size_t k = 0; k < 2; k++) {
        size_t off = era;
        int part;

        for (part = 0; part < 3; part++) {
            struct str unit = str_of(units[k][part]);
            size_t n = date_digits(s, off);

            if (n == 0 || !str_starts(str_sub(s, off + n, s.n), unit))
                break;
            off += n + unit.n;
            if (part == 0 && str_starts(str_sub(s, off, s.n), STR("（")))
                off = str_find(s, STR("）"), off) < s.n ? str_find(s, STR("）"), off) + 3 : off;
            while (off < s.n && s.s[off] == ' ' && part < 2)
                off++;
        }
        if (part == 3)
            return off;
    }
    return 0;
}

/* April 29, 2023; 29 April 2023; 2023-04-29; 2023.4.29. Length; 0 for none. */
static size_t latin_date(struct str s)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    size_t n = date_digits(s, 0), off = n, month;

    if (n == 4 && off < s.n && strchr("-./", s.s[off])) {
        char mark = s.s[off];
        size_t m = date_digits(s, off + 1), d;

        if (m > 0 && off + 1 + m < s.n && s.s[off + 1 + m] == mark &&
            (d = date_digits(s, off + 2 + m)) > 0)
            return off + 2 + m + d;
        return 0;
    }
    if (n > 0 && off < s.n && s.s[off] == ' ')
        off++;
    month = STR_STARTS_ANY(str_sub(s, off, s.n), months);
    if (month == 0)
        return 0;
    off += month;
    if (n == 0 && off < s.n && s.s[off] == ' ')
        off += 1 + date_digits(s, off + 1);
    if (off < s.n && s.s[off] == ',')
        off++;
    if (off < s.n && s.s[off] == ' ' && date_digits(s, off + 1) == 4)
        return off + 5;
    return 0;
}

/* 11/27/26, 27.11.2026: as a browser dates what it prints. Length; 0 for none. */
static size_t short_date(struct str s)
{
    size_t n = date_digits(s, 0), off = n, m;

    if (n == 0 || n > 2 || off == s.n || !strchr("-./", s.s[off]))
        return 0;
    m = date_digits(s, off + 1);
    if (m == 0 || m > 2 || off + 1 + m >= s.n || s.s[off + 1 + m] != s.s[off])
        return 0;
    off += m + 2;
    n = date_digits(s, off);
    return n == 2 || n == 4 ? off + n : 0;
}

size_t date_time_length(struct str s)
{
    static const char *const halves[] = {" AM", " PM"};
    size_t n = date_digits(s, 0), off = n;

    if (n == 0 || n > 2)
        return 0;
    if (str_starts(str_sub(s, n, s.n), STR("時"))) {
        off += strlen("時");
        n = date_digits(s, off);
        return n > 0 && str_starts(str_sub(s, off + n, s.n), STR("分")) ? off + n + strlen("分") : 0;
    }
    while (off < s.n && s.s[off] == ':' && date_digits(s, off + 1) == 2)
        off += 3;
    if (off == n)
        return 0;
    return off + STR_STARTS_ANY(str_sub(s, off, s.n), halves);
}

bool date_begins_era(uint32_t cp)
{
    return cp == U'中' || cp == U'民' || cp == U'令' || cp == U'平' || cp == U'昭';
}

size_t date_length(struct str s)
{
    uint32_t first = utf8_at(s, 0);
    enum charclass c = charclass_of(first);
    size_t n = 0;

    if (date_is_digit(c) || date_begins_era(first))
        n = cjk_date(s);
    if (n == 0 && date_is_digit(c))
        n = short_date(s);
    if (n == 0 && (date_is_digit(c) || c == CC_LETTER))
        n = latin_date(s);
    return n;
}
