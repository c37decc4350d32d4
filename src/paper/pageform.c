#include <config.h>

#include "paper/pageform.h"

#include <stdbool.h>
#include <stdint.h>

#include "paper/date.h"
#include "paper/hanfact.h"
#include "paper/sectionname.h"
#include "paper/webbutton.h"
#include "paper/webfact.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum {
    LINE_MAX_BYTES = 240, /* furniture is short */
    WORD_MAX = 8,         /* characters of a section name or a paper's name beside a date ... */
    LATIN_WORD_MAX = 12   /* ... and letters of one: Published, EVENING */
};

/* What a line is made of, word by word. */
struct census {
    int dates, weekdays, pages, editors; /* words of furniture */
    int times;                           /* of the day */
    int numbers;                         /* bare numbers */
    int words;                           /* short words of any kind */
    int others;                          /* what no running head has */
};

static bool weekday(struct str s, size_t *len)
{
    static const char *const with_day[] = {"星期", "周", "週", "禮拜"};
    static const char *const whole[] = {"Monday",  "Tuesday",  "Wednesday", "Thursday", "Friday",
                                        "Saturday", "Sunday",  "日曜日",    "月曜日",   "火曜日",
                                        "水曜日",  "木曜日",   "金曜日",    "土曜日",   "월요일",
                                        "화요일",  "수요일",   "목요일",    "금요일",   "토요일",
                                        "일요일"};

    *len = STR_STARTS_ANY(s, whole);
    if (*len > 0)
        return true;
    *len = STR_STARTS_ANY(s, with_day);
    if (*len > 0 && s.n >= *len + 3 &&
        str_find(STR("一二三四五六日天"), str_sub(s, *len, *len + 3), 0) < 24) {
        *len += 3;
        return true;
    }
    return false;
}

/* 3, and 3/12: the third of twelve. Length. */
static size_t page_number(struct str s)
{
    size_t n = date_digits(s, 0), all = n < s.n && s.s[n] == '/' ? date_digits(s, n + 1) : 0;

    return all > 0 ? n + 1 + all : n;
}

/* 第3版, 3版, 第Ａ２版, A2, P3, 04面, 3면, Page 3. */
static bool page_name(struct str s, size_t *len)
{
    static const char *const before[] = {"第", "Page ", "PAGE ", "page ", "P.",
                                         "A",  "B",     "C",     "D",     "P"};
    static const char *const after[] = {"版", "面", "면", "页", "頁"};
    size_t off = STR_STARTS_ANY(s, before), n = date_digits(s, off), end;
    bool prefix = off > 0, suffix;

    if (n == 0 || n > 9)
        return false;
    end = STR_STARTS_ANY(str_sub(s, off + n, s.n), after);
    suffix = end > 0;
    *len = off + n + end;
    if (str_starts(s, STR("第")))
        return suffix;
    return prefix || suffix;
}

static bool editors(struct str s, size_t *len)
{
    static const char *const roles[] = {"责任编辑", "責任編輯", "本版编辑", "本版責編", "本版责编",
                                        "执行编辑", "见习编辑", "责编",     "編輯",     "编辑",
                                        "版式",     "版面",     "美编",     "美術編輯", "组版",
                                        "校对",     "校對",     "审校",     "检校",     "电子邮箱",
                                        "邮箱",     "电话",     "热线",     "本版主编", "主编",
                                        "值班主任", "视觉"};

    *len = STR_STARTS_ANY(s, roles);
    return *len > 0;
}

static bool lunar(struct str s, size_t *len)
{
    static const char *const words[] = {"农历", "農曆", "夏历", "旧历"};

    *len = STR_STARTS_ANY(s, words);
    return *len > 0;
}

static inline bool is_separator(enum charclass c)
{
    static const uint64_t separators = 1ull << CC_SPACE | 1ull << CC_IDSPACE | 1ull << CC_OPEN |
                                       1ull << CC_CLOSE | 1ull << CC_AOPEN | 1ull << CC_ACLOSE |
                                       1ull << CC_DASH | 1ull << CC_CONN | 1ull << CC_HYPHEN |
                                       1ull << CC_DOT | 1ull << CC_SLASH | 1ull << CC_BULLET;

    return separators >> c & 1;
}

/* Stands in no word of furniture. */
static bool is_bad(enum charclass c)
{
    return c == CC_STOP || c == CC_OQUOTE || c == CC_CQUOTE;
}

/* Counts the word at `off`, of whatever kind, and returns its end. */
static size_t count_word(struct census *c, struct str s, size_t off)
{
    int chars = 0, most = charclass_of(utf8_at(s, off)) == CC_LETTER ? LATIN_WORD_MAX : WORD_MAX;
    bool bad = false;

    while (off < s.n) {
        uint32_t cp;
        size_t n = utf8_get(s, off, &cp);
        enum charclass cl = charclass_of(cp);

        if (is_separator(cl))
            break;
        bad |= is_bad(cl);
        off += n;
        if (bad || ++chars > most)
            break;
    }
    if (bad || chars > most)
        c->others++;
    else
        c->words++;
    return off;
}

/* Length of the word of furniture at the head of s, counted; 0 when it is none. Which kinds are
 * tried depends on the first character, since most lines of a page are none of them. */
static size_t count_furniture(struct census *c, struct str s)
{
    uint32_t first = utf8_at(s, 0);
    enum charclass class = charclass_of(first);
    size_t n;
    bool found;

    if (!(hanfact_at_head(s) & HANFACT_FURNITURE) && !date_begins_era(first))
        return 0;
    if ((n = date_length(s)) > 0) {
        c->dates++;
        return n;
    }
    if (date_is_digit(class) && (n = date_time_length(s)) > 0) {
        c->times++;
        return n;
    }
    if ((date_is_digit(class) || class == CC_LETTER || first == U'第') && page_name(s, &n)) {
        c->pages++;
        return n;
    }
    if (date_is_digit(class) && (n = page_number(s)) <= 12) {
        c->numbers++;
        return n;
    }
    switch (first) {
    case U'星': case U'周': case U'週': case U'禮': case U'日': case U'月': case U'火': case U'水':
    case U'木': case U'金': case U'土': case U'월': case U'화': case U'수': case U'목': case U'금':
    case U'토': case U'일': case U'M': case U'T': case U'W': case U'F': case U'S':
        found = weekday(s, &n);
        c->weekdays += found;
        return found ? n : 0;
    case U'农': case U'農': case U'夏': case U'旧':
        found = lunar(s, &n);
        c->weekdays += found;
        return found ? n : 0;
    case U'责': case U'責': case U'本': case U'执': case U'见': case U'编': case U'編': case U'版':
    case U'美': case U'组': case U'校': case U'审': case U'检': case U'电': case U'邮': case U'热':
    case U'主': case U'值': case U'视':
        found = editors(s, &n);
        c->editors += found;
        return found ? n : 0;
    default:
        return 0;
    }
}

static void take_census(struct str s, struct census *c)
{
    for (size_t off = 0; off < s.n && c->others == 0;) {
        uint32_t cp;
        size_t char_len = utf8_get(s, off, &cp), n;

        if (is_separator(charclass_of(cp)) || cp == 0xFF1A || cp == ':' || cp == ',' || cp == '|')
            off += char_len;
        else if ((n = count_furniture(c, str_sub(s, off, s.n))) > 0)
            off += n;
        else
            off = count_word(c, s, off);
    }
}

/* （下转第3版）, （上接A1版）, (Continued on Page 3), （３面に続く）, ▶3면에 계속 */
static bool is_jump(struct str s)
{
    static const char *const cjk[] = {"下转", "下轉", "上接", "紧接", "緊接", "文接", "转第", "轉第", "接第"};
    static const char *const other[] = {"Continued on ", "Continued from ", "CONTINUED ON ",
                                        "CONTINUED FROM ", "See "};
    size_t off = 0;
    uint32_t cp;

    while (off < s.n) {
        size_t len = utf8_get(s, off, &cp);

        if (!is_separator(charclass_of(cp)))
            break;
        off += len;
    }
    if (s.n - off > 48 || off == s.n || !(off > 0 || strchr("CS", s.s[off]) || (s.s[off] & 0x80)))
        return false;
    if (STR_STARTS_ANY(str_sub(s, off, s.n), cjk) > 0)
        return str_find(s, STR("版"), off) < s.n || str_find(s, STR("页"), off) < s.n ||
               str_find(s, STR("頁"), off) < s.n;
    if (STR_STARTS_ANY(str_sub(s, off, s.n), other) > 0)
        return str_find(s, STR("age "), off) < s.n;
    return date_digits(s, off) > 0 && (str_find(s, STR("面に続く"), off) < s.n ||
                                  str_find(s, STR("면에 계속"), off) < s.n);
}

/* At least three of the same rule character and nothing else. */
static bool is_rule(struct str s)
{
    size_t n = 0, off = 0;
    uint32_t first = utf8_at(s, 0), cp;

    if (!strchr("=-*_~#+", (int)(first < 0x80 ? first : 'x')) && charclass_of(first) != CC_DASH &&
        first != 0x2550 && first != 0x2501)
        return false;
    for (; off < s.n; n++) {
        off += utf8_get(s, off, &cp);
        if (cp != first && cp != ' ')
            return false;
    }
    return n >= 3;
}

/* A number between dashes: — 7 —, -12-. */
static bool is_dashed_number(struct str s)
{
    static const char *const dashes[] = {"—", "–", "-", "－"};
    size_t from = STR_STARTS_ANY(s, dashes), n, end;

    while (from > 0 && from < s.n && s.s[from] == ' ')
        from++;
    n = from > 0 ? date_digits(s, from) : 0;
    for (end = from + n; end < s.n && s.s[end] == ' ';)
        end++;
    return n > 0 && STR_STARTS_ANY(str_sub(s, end, s.n), dashes) == s.n - end && end < s.n;
}

/* A line of a web page's facts, none of which names a writer. */
static bool is_all_facts(struct str s)
{
    size_t facts = 0;

    for (size_t off = 0, n; off < s.n; off += n) {
        while (off < s.n && s.s[off] == ' ')
            off++;
        n = webfact_length(str_sub(s, off, s.n));
        if (n == 0)
            return false;
        facts++;
    }
    return facts > 1;
}

/* 首页 > 新闻中心 > 正文: where a web page stands among the others. */
static bool is_breadcrumbs(struct str s)
{
    size_t marks = 0;

    if (!memchr(s.s, '>', s.n))
        return false;
    for (size_t off = 0; s.n < 120 && off + 2 < s.n; off++)
        marks += s.s[off] == ' ' && s.s[off + 2] == ' ' && s.s[off + 1] == '>';
    return marks > 0 && charclass_of(utf8_before(s, s.n)) != CC_STOP;
}

/* 人物·11, 38 | 远行, TIDEWAY QUARTERLY 41: a page's number beside the name of what it is of. */
static bool is_folio(struct str s, const struct census *c)
{
    bool capitals = c->words <= 3;

    if (c->numbers != 1 || c->words == 0 || c->words + c->dates + c->pages > 3)
        return false;
    for (size_t off = 0; off < s.n && capitals; off++)
        capitals = (s.s[off] >= 'A' && s.s[off] <= 'Z') || strchr(" 0123456789", s.s[off]);
    return capitals || memchr(s.s, '|', s.n) || str_find(s, STR("·"), 0) < s.n ||
           str_find(s, STR("・"), 0) < s.n || str_find(s, STR("｜"), 0) < s.n;
}

/* ◇: ornaments alone part two sections. */
static bool is_ornaments(struct str s)
{
    for (size_t off = 0; off < s.n;) {
        uint32_t cp;

        off += utf8_get(s, off, &cp);
        if (charclass_of(cp) != CC_BULLET && cp != ' ')
            return false;
    }
    return s.n > 0;
}

/* An address of mail alone, or behind what it is for: 投稿信箱：letters@example.com. */
static bool is_mail_address(struct str s)
{
    const char *at = memchr(s.s, '@', s.n);
    size_t colon = str_find(s, STR("："), 0), from = colon < s.n ? colon + strlen("：") : 0;

    return at && !memchr(s.s, ' ', s.n) && from <= (size_t)3 * (WORD_MAX + 1) &&
           (size_t)(at - s.s) > from && memchr(at, '.', s.n - (size_t)(at - s.s)) &&
           utf8_at(s, from) < 0x80 && s.s[s.n - 1] != '.' && at + 1 < s.s + s.n;
}

static bool has_url(struct str s)
{
    return memchr(s.s, '.', s.n) &&
           (str_find(s, STR("://"), 0) < s.n || str_find(s, STR("www."), 0) < s.n);
}

/* A word of ideographs that begins with none of furniture, and is longer than any of it, or all of
 * the line, or goes on with a stop: all rules but those of web pages have found by then that it is
 * no furniture. */
static bool begins_in_prose(struct str line)
{
    size_t most = (size_t)3 * WORD_MAX, end; /* no more need be read than says that it is longer */

    if (hanfact_at_head(line) & HANFACT_FURNITURE)
        return false;
    end = utf8_skip_ideographs(str_sub(line, 0, line.n < most + 3 ? line.n : most + 3), 0);
    return end > most || end == line.n || is_bad(charclass_of(utf8_at(line, end)));
}

enum pageform pageform_match(struct str line, bool symbols)
{
    struct census c = {0};
    bool web;

    if (line.n > LINE_MAX_BYTES || line.n == 0)
        return PAGEFORM_NONE;
    if (sectionname_match(line) || (symbols && is_mail_address(line)))
        return PAGEFORM_ANYWHERE;
    web = symbols && (has_url(line) || is_breadcrumbs(line));
    if (begins_in_prose(line))
        return webbutton_match(line) ? PAGEFORM_ANYWHERE : web ? PAGEFORM_AT_EDGE : PAGEFORM_NONE;
    if (hanfact_at_head(line) & HANFACT_FURNITURE) {
        if (is_jump(line))
            return PAGEFORM_JUMP;
        if (is_rule(line) || is_all_facts(line) || is_dashed_number(line) ||
            is_ornaments(line))
            return PAGEFORM_ANYWHERE;
    }
    if (webbutton_match(line))
        return PAGEFORM_ANYWHERE;
    if (web)
        return PAGEFORM_AT_EDGE;
    take_census(line, &c);
    if (c.others > 0)
        return PAGEFORM_NONE;
    if (c.editors > 0 && c.words <= 8)
        return PAGEFORM_ANYWHERE;
    if (c.dates == 1 && c.weekdays + c.pages + c.times > 0 && c.words <= 4)
        return PAGEFORM_ANYWHERE;
    if (c.words > 0)
        return (c.dates + c.pages > 0 && c.words <= 3) || is_folio(line, &c) ? PAGEFORM_AT_EDGE
                                                                             : PAGEFORM_NONE;
    if (c.dates == 1 || c.pages == 1)
        return PAGEFORM_ANYWHERE;
    return c.numbers == 1 ? PAGEFORM_AT_FOOT : PAGEFORM_NONE;
}
