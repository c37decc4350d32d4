#include <config.h>

#include "paper/roles.h"

#include "text/charclass.h"
#include "text/utf8.h"

/* What people in bylines do; in order, see str_starts_sorted. */
static const char *const roles[] = {
    "BY ", "By ", "Correspondent", "Staff reporter", "Staff Reporter", "Staff Writer",
    "correspondent", "staff reporter", "staff writer", "中新社", "中央社", "作者", "供稿",
    "全媒体", "報道", "報導", "实习记者", "实习生", "实习", "實習記者", "實習生", "报道",
    "报导", "採訪", "撰文", "撰稿", "整理", "整合", "文字", "新华社", "本报", "本報",
    "本刊", "本台", "本网", "本社", "特约记者", "特派记者", "特派員", "特派员", "特约",
    "編集委員", "編譯", "综合", "综述", "编译", "署名", "融媒体", "见习记者", "见习",
    "記者", "論説委員", "讀者 ", "记者", "读者 ", "通讯员", "通訊員", "采写", "采访", "首席记者", "首席",
    "글", "기자", "논설위원", "본보", "선임기자", "인턴기자", "특파원",
};

/* Agencies are roles and names in one. */
static const char *const agencies[] = {"Associated Press", "Reuters", "AFP",
                                       "Bloomberg",        "Kyodo",   "Xinhua"};

/* Who made a picture has not written the article. In order too. */
static const char *const picture_roles[] = {"供图", "供圖", "写真", "制图", "图片",
                                            "插图", "摄影", "攝影", "漫画", "사진"};

/* Roles of one ideograph are roles only before a colon or slash, or at the very end. Length of the
 * one that s begins with; 0 for none. */
size_t roles_begins_short(struct str s)
{
    return hanfact_begins(s, HANFACT_SHORT_ROLE) ? 3 : 0;
}

/* By its first character. */
static bool may_begin_role(struct str s)
{
    if (hanfact_begins(s, HANFACT_ROLE))
        return true;
    switch (utf8_at(s, 0)) {
    case U'A': case U'B': case U'C': case U'K': case U'R': case U'S': case U'X': case U'c':
    case U's': case U'글': case U'기': case U'논': case U'본': case U'사': case U'선': case U'인':
    case U'특':
        return true;
    default:
        return false;
    }
}

bool roles_is_slash(uint32_t cp)
{
    return cp == '/' || cp == 0xFF0F || cp == 0x2215 || cp == ':' || cp == 0xFF1A || cp == '|';
}

size_t roles_short_length(struct str s)
{
    size_t n = roles_begins_short(s);
    size_t after = n;

    if (n == 0)
        return 0;
    while (after < s.n && s.s[after] == ' ')
        after++;
    if (after == s.n || roles_is_slash(utf8_at(s, after)) ||
        (str_starts(str_sub(s, after, s.n), STR("・")) &&
         STR_STARTS_ANY(str_sub(s, after + strlen("・"), s.n), picture_roles) > 0) ||
        roles_begins_short(str_sub(s, after, s.n)))
        return n;
    return 0;
}

size_t roles_look_up(struct str s)
{
    size_t n;

    if (!may_begin_role(s))
        return 0;
    n = STR_STARTS_SORTED(s, roles);
    return n > 0 ? n : STR_STARTS_SORTED(s, picture_roles);
}

bool roles_is_pair(struct str s)
{
    size_t n = roles_begins_short(s), slash;
    uint32_t cp;

    if (n == 0 || n == s.n)
        return false;
    slash = utf8_get(s, n, &cp);
    return (cp == '/' || cp == 0xFF0F) &&
           roles_begins_short(str_sub(s, n + slash, s.n)) > 0;
}

bool roles_is_picture(struct str s)
{
    static const char *const ideographs[] = {"图", "圖", "摄", "攝", "绘"};

    return STR_STARTS_SORTED(s, picture_roles) > 0 || STR_STARTS_ANY(s, ideographs) > 0;
}

size_t roles_title_length(struct str s)
{
    static const char *const titles[] = {"Correspondent", "correspondent", "Writer", "writer",
                                         "Reporter",      "reporter",      "Editor", "editor",
                                         "Columnist",     "columnist",     "Critic", "critic"};
    size_t n = str_find(s, STR(","), 0);
    struct str title = str_sub(s, 0, n);

    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (str_ends(title, str_of(titles[i])))
            return n;
    return 0;
}

size_t roles_agency_length(struct str s)
{
    return STR_STARTS_ANY(s, agencies);
}
