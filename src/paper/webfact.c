#include <config.h>

#include "paper/webfact.h"

#include <stdbool.h>
#include <stdint.h>

#include "paper/date.h"
#include "paper/hanfact.h"
#include "text/charclass.h"
#include "text/utf8.h"

/* Fields of a web page's line of facts that name no writer: 来源：青浦日报. */
static const char *const fields[] = {"来源：", "來源：", "出处：", "编辑：", "編輯：", "时间：",
                                     "責任編輯：", "责任编辑：", "字号：", "浏览：", "阅读：", "评论："};

/* name@example.com. Length; 0 for none. */
static size_t mail_address(struct str s)
{
    size_t n = 0, at = 0;

    while (n < s.n && s.s[n] > ' ' && s.s[n] < 0x7F && s.s[n] != ')') {
        at = s.s[n] == '@' ? n : at;
        n++;
    }
    return at > 0 && memchr(s.s + at, '.', n - at) ? n : 0;
}

/* Length of the date or time at the head of s. */
static size_t count_digits(struct str s)
{
    size_t n = 0;

    while (n < s.n && strchr("0123456789-:./", s.s[n]))
        n++;
    return n < s.n && s.s[n] != ' ' ? 0 : n;
}

size_t webfact_length(struct str s)
{
    uint32_t first = utf8_at(s, 0);
    size_t n;

    if (!(hanfact_at_head(s) & HANFACT_FURNITURE))
        return 0;
    n = hanfact_begins(s, HANFACT_FURNITURE) ? STR_STARTS_ANY(s, fields) : 0;
    if (n == 0 && charclass_of(first) == CC_DIGIT)
        return (n = date_length(s)) > 0 ? n : count_digits(s);
    if (n == 0)
        return mail_address(s);
    while (n < s.n && s.s[n] == ' ')
        n++;
    if (str_starts(s, STR("字号")))
        return s.n;
    return str_find(s, STR(" "), n);
}
