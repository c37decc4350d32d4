#include <config.h>

#include "paper/webfact.h"

#include "text/charclass.h"
#include "text/utf8.h"

/* Fields of a web page's line of facts that name no writer: 来源：青浦日报. */
static const char *const fields[] = {"来源：", "來源：", "出处：", "编辑：", "編輯：", "时间：",
                                     "責任編輯：", "责任编辑：", "字号：", "浏览：", "阅读：", "评论："};

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
    size_t n = 0;

    for (size_t i = 0; i < sizeof fields / sizeof *fields && n == 0; i++)
        n = str_starts(s, str_of(fields[i])) ? strlen(fields[i]) : 0;

    if (n == 0 && charclass_of(utf8_at(s, 0)) != CC_DIGIT)
        return 0;
    if (n == 0)
        return count_digits(s);
    while (n < s.n && s.s[n] == ' ')
        n++;
    if (str_starts(s, STR("字号")))
        return s.n;
    return str_find(s, STR(" "), n);
}
