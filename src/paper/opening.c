#include <config.h>

#include "paper/opening.h"

#include <stdint.h>

#include "text/charclass.h"
#include "text/utf8.h"

enum {
    REACH = 28,        /* characters in which a dateline has come to its 讯 or 电 */
    CUT_MAX_BYTES = 84 /* of them */
};

/* 讯 and 电 end a dateline only behind these: 本报讯, 长江网10月4日讯, 新华社北京1月2日电. */
static bool can_report(uint32_t cp)
{
    static const uint32_t before[] = {0x62A5, 0x5831, 0x7F51, 0x7DB2, 0x793E, 0x65E5,
                                      0x520A, 0x53F0, 0x81FA, 0x5BA2, 0x4E13, 0x5C08};

    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        if (cp == before[i])
            return true;
    return false;
}

/* The last byte of the one in its row. */
const unsigned char opening_reports[UTF8_ROWS] = {
    [0xE8AE - 0xE4B8] = 0xAF, /* 讯 */
    [0xE8A8 - 0xE4B8] = 0x8A, /* 訊 */
    [0xE794 - 0xE4B8] = 0xB5, /* 电 */
    [0xE99B - 0xE4B8] = 0xBB, /* 電 */
};

/* ……讯, ……电 within reach and before the first stop; inside a bracket at the line's head too. */
static bool chinese_dateline(struct str line)
{
    size_t off = 0;

    for (int i = 0; off < line.n && i < REACH; i++) {
        uint32_t cp;
        unsigned row = off + 2 < line.n ? utf8_row(line, off) : UTF8_ROWS;

        if (row < UTF8_ROWS) {
            if (opening_is_report(line, off, row) && can_report(utf8_before(line, off)))
                return true;
            off += 3;
            continue;
        }
        off += utf8_get(line, off, &cp);
        if (charclass_of(cp) == CC_STOP && i > 0)
            return false;
    }
    return false;
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool has(struct str s, struct str what)
{
    return str_find(s, what, 0) < s.n;
}

static bool starts_with_month(struct str s)
{
    static const char *const months[] = {"Jan", "Feb", "March", "April", "May", "June",
                                         "July", "Aug", "Sep", "Oct", "Nov", "Dec"};

    return STR_STARTS_ANY(s, months) > 0;
}

/* Capitals, then an agency or a date, or a dash: MEXICO CITY (AP) —, KATHMANDU, April 25 */
static bool english_dateline(struct str line)
{
    size_t n = 0;
    struct str rest;

    while (n < line.n && (is_upper(line.s[n]) || line.s[n] == ' '))
        n++;
    if (n < 4 || !is_upper(line.s[1]) || n == line.n)
        return false;
    rest = str_sub(line, n, line.n);
    if (rest.s[0] == '(' || str_starts(rest, STR("\xE2\x80\x94")) || str_starts(rest, STR("- ")))
        return true;
    return str_starts(rest, STR(", ")) &&
           (starts_with_month(str_sub(rest, 2, rest.n)) || has(rest, STR(") -")) ||
            has(rest, STR(" \xE2\x80\x94")) || has(rest, STR(") \xE2\x80\x94")));
}

/* The head of the line, as far as a dateline may go on in it. */
static void add_clipped(struct strbuf *b, struct str line)
{
    strbuf_add_str(b, str_sub(line, 0, line.n < CUT_MAX_BYTES ? line.n : CUT_MAX_BYTES));
}

bool opening_look_below(struct str line, struct str next, struct str third)
{
    static const char *const begin[] = {"（中央社", "（中新社", "（新华社", "新华社", "新華社",
                                        "中新社",   "中央社",   "中新网",   "本报",   "本報"};
    struct strbuf all = {0};
    bool opens;

    if (STR_STARTS_ANY(line, begin) == 0 ||
        STR_STARTS_ANY(next, begin) > 0 || line.n > CUT_MAX_BYTES)
        return false;
    strbuf_add_str(&all, line);
    add_clipped(&all, next);
    if (STR_STARTS_ANY(third, begin) == 0)
        add_clipped(&all, third);
    opens = chinese_dateline(strbuf_str(&all));
    strbuf_free(&all);
    return opens;
}

bool opening_match(struct str line)
{
    return line.n > 0 && (charclass_is_cjk(charclass_of(utf8_at(line, 0)))
                              ? chinese_dateline(line)
                              : is_upper(line.s[0]) && english_dateline(line));
}
