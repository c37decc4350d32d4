#include <config.h>

#include "paper/chapter.h"

#include <stdbool.h>
#include <stdint.h>

#include "paper/hanfact.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum { TITLE_MAX_BYTES = 120, NAME_MAX_BYTES = 6, NUMBER_MAX_BYTES = 12 };

static bool is_numeral(uint32_t cp)
{
    switch (cp) {
    case U'零': case U'〇': case U'一': case U'二': case U'三': case U'四': case U'五': case U'六':
    case U'七': case U'八': case U'九': case U'十': case U'百': case U'千': case U'两': case U'廿':
    case U'卅': case U'上': case U'中': case U'下':
        return true;
    default:
        return charclass_of(cp) == CC_DIGIT || charclass_of(cp) == CC_FWDIGIT;
    }
}

static size_t skip_numerals(struct str s, size_t off)
{
    while (off < s.n) {
        uint32_t cp;
        size_t n = utf8_get(s, off, &cp);

        if (!is_numeral(cp))
            break;
        off += n;
    }
    return off;
}

/* 第三章, 第12回 …, 卷一 */
static bool is_numbered(struct str s)
{
    static const char *const units[] = {"章", "回", "节", "節", "卷", "部", "篇", "集", "幕", "话", "話"};
    size_t off, space;

    if (!str_starts(s, STR("第")))
        return false;
    off = skip_numerals(s, 3);
    if (off == 3)
        return false;
    space = off < s.n && s.s[off] == ' ';
    return STR_STARTS_ANY(str_sub(s, off + space, s.n), units) > 0;
}

/* Chapter 4, CHAPTER IV, Chapter Twenty-one: a number follows, and what the chapter is called. */
static bool is_chapter(struct str s)
{
    static const char *const words[] = {"Chapter ", "CHAPTER ", "Part ", "PART ", "Book ", "BOOK "};
    static const char *const numbers[] = {
        "One",   "Two",    "Three",  "Four",   "Five",  "Six", "Seven", "Eight", "Nine",  "Ten",
        "Eleven", "Twelve", "Twenty", "Thirty", "Forty", "ONE", "TWO",   "THREE", "FOUR",  "FIVE",
        "SIX",   "SEVEN",  "EIGHT",  "NINE",   "TEN",   "ELEVEN", "TWELVE", "TWENTY", "THIRTY"};
    size_t n = STR_STARTS_ANY(s, words);
    struct str number = str_sub(s, n, s.n);

    return n > 0 && number.n > 0 && s.n < 60 &&
           (charclass_of(utf8_at(number, 0)) == CC_DIGIT || strchr("IVXL", number.s[0]) ||
            STR_STARTS_ANY(number, numbers) > 0 || str_find(number, STR("teen"), 0) < number.n);
}

static bool is_named(struct str s)
{
    static const char *const whole[] = {"序",   "序言", "前言", "引子", "楔子", "尾声", "尾聲",
                                        "后记", "後記", "番外", "跋",   "自序", "题记", "目录"};
    static const char *const begin[] = {"番外", "PROLOGUE", "EPILOGUE", "Prologue", "Epilogue"};

    for (size_t i = 0; s.n <= NAME_MAX_BYTES && i < sizeof whole / sizeof *whole; i++)
        if (str_eq(s, str_of(whole[i])))
            return true;
    return s.n < 60 && STR_STARTS_ANY(s, begin) > 0;
}

static bool is_bare_number(struct str s)
{
    size_t from = 0, to = s.n;

    if (str_starts(s, STR("（")) && str_ends(s, STR("）"))) {
        from = 3;
        to -= 3;
    }
    return to > from && to - from <= NUMBER_MAX_BYTES &&
           skip_numerals(str_sub(s, from, to), 0) == to - from;
}

/* One to six #, a space, text. Length of the marks; 0 for none. */
static size_t markdown_marks(struct str s)
{
    size_t n = 0;

    while (n < s.n && s.s[n] == '#')
        n++;
    return n >= 1 && n <= 6 && n + 1 < s.n && s.s[n] == ' ' ? n + 1 : 0;
}

/* It goes on behind an ideograph with which only short names and numbers begin. */
static bool is_too_long(struct str line)
{
    return line.n > NUMBER_MAX_BYTES && utf8_begins_in_ideograph(line) &&
           utf8_ideograph(line, 0) != U'第' && utf8_ideograph(line, 0) != U'番';
}

static bool is_ascii(char c)
{
    return (unsigned char)c < 0x80;
}

enum chapter chapter_judge(struct str line, struct str *text)
{
    size_t marks = markdown_marks(line);
    uint32_t last;

    *text = str_sub(line, marks, line.n);
    if (marks > 0)
        return marks <= 3 ? CHAPTER_TITLE : CHAPTER_SECTION;
    if (is_too_long(line))
        return CHAPTER_NO;
    last = utf8_before(line, line.n);
    if (line.n == 0 || line.n > TITLE_MAX_BYTES || last == 0x3002 || last == 0xFF0C || last == '.')
        return CHAPTER_NO;
    if (is_numbered(line) || is_named(line) || (is_ascii(line.s[0]) && is_chapter(line)))
        return CHAPTER_TITLE;
    return is_bare_number(line) ? CHAPTER_SECTION : CHAPTER_NO;
}
