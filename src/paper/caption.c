#include <config.h>

#include "paper/caption.h"

#include <stdint.h>

#include "paper/names.h"
#include "paper/roles.h"
#include "text/utf8.h"

enum { CAPTION_MAX = 90 * 3, NAME_MAX = 12 /* bytes */ };

/* Behind a blank or a slash these are what somebody did, and not the end of a word. */
static const struct str short_credits[] = {STR_INIT("摄"), STR_INIT("攝"), STR_INIT("图"),
                                           STR_INIT("圖"), STR_INIT("绘")};
static const struct str credits[] = {STR_INIT("摄影"),     STR_INIT("攝影"),   STR_INIT("供图"),
                                     STR_INIT("供圖"),     STR_INIT("资料图"), STR_INIT("资料图片"),
                                     STR_INIT("資料照片"), STR_INIT("撮影"),   STR_INIT("撮影）"),
                                     STR_INIT("摄）"),     STR_INIT("攝）"),   STR_INIT("제공"),
                                     STR_INIT("사진")};

/* By its last character, other than an ideograph. */
static bool may_be_credit(uint32_t last)
{
    return last == U'）' || last == U'공' || last == U'진';
}

/* Where the name begins that s ends with, behind a blank or 记者. */
static size_t name_before_credit(struct str s)
{
    static const char *const roles[] = {"记者", "記者", "通讯员", "通訊員"};
    size_t from = s.n;

    while (from > 0 && s.n - from <= NAME_MAX && s.s[from - 1] != ' ') {
        for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
            if (str_ends(str_sub(s, 0, from), str_of(roles[i])))
                return from;
        from--;
    }
    return from;
}

/* 邵文博摄, all of the line or behind a blank, and 本报记者邵文博摄. */
static bool is_name_before_credit(struct str before)
{
    size_t from = name_before_credit(before);

    return before.n - from >= 6 && before.n - from <= NAME_MAX &&
           (names_has_family(str_sub(before, from, before.n)) ||
            (from > 0 && before.s[from - 1] != ' '));
}

/* Photo: Miriam Castellane */
static bool has_latin_credit(struct str line)
{
    static const char *const makers[] = {"Photo: ", "Photo by ", "Photograph: ", "Photograph by ",
                                          "Photos: ", "Picture: ", "Picture by ", "Image: "};

    if (!memchr(line.s, 'P', line.n) && !memchr(line.s, 'I', line.n))
        return false;
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++) {
        size_t at = str_find(line, str_of(makers[i]), 0);

        if (at < line.n && line.n - at < 60)
            return true;
    }
    return false;
}

bool caption_is_credit(struct str line)
{
    static const char *const ends[] = {"摄", "攝"};

    return line.n > 3 && STR_STARTS_ANY(str_sub(line, line.n - 3, line.n), ends) > 0 &&
           str_find(line, STR("文"), 0) == line.n && roles_length(line) > 0;
}

bool caption_look_for_credit(struct str line)
{
    if (line.n == 0 || (unsigned char)line.s[line.n - 1] < 0x80)
        return has_latin_credit(line);
    if (!utf8_ends_in_ideograph(line) && !may_be_credit(utf8_before(line, line.n)))
        return false;
    for (size_t i = 0; i < sizeof short_credits / sizeof *short_credits; i++) {
        struct str credit = short_credits[i];

        if (line.n > credit.n + 3 && str_ends(line, credit)) {
            struct str before = str_sub(line, 0, line.n - credit.n);

            return before.s[before.n - 1] == ' ' || before.s[before.n - 1] == '/' ||
                   str_ends(before, STR("／")) || str_ends(before, STR("\xE3\x80\x80")) ||
                   is_name_before_credit(before);
        }
    }
    for (size_t i = 0; i < sizeof credits / sizeof *credits; i++)
        if (str_ends(line, credits[i]))
            return true;
    return false;
}

bool caption_may_be(struct str paragraph)
{
    return paragraph.n < CAPTION_MAX;
}

bool caption_match(struct str paragraph)
{
    return caption_may_be(paragraph) &&
           (caption_has_credit(paragraph) || str_starts(paragraph, STR("图为")) ||
            str_starts(paragraph, STR("圖為")));
}
