#include <config.h>

#include "clean-check.h"

#include <unictype.h>
#include <unistr.h>

enum { MARKS_MAX = 30, JOINERS_MAX = 10 };

static bool is_selector(uint32_t cp)
{
    return (cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF);
}

bool clean_forbids(uint32_t cp)
{
    if (cp == '\n' || cp == '\t' || cp == '\f' || cp == 0x200D)
        return false;
    return (cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF) ||
           (cp >= 0xE0000 && cp <= 0xE007F) ||
           (cp >= 0x13439 && cp <= 0x1343F) || /* newer than libunistring's tables may be */
           uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf |
                                                    UC_CATEGORY_MASK_Cs | UC_CATEGORY_MASK_Zl |
                                                    UC_CATEGORY_MASK_Zp);
}

static bool is_mark(uint32_t cp)
{
    return is_selector(cp) || uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Mn |
                                                                       UC_CATEGORY_MASK_Me);
}

/* No base of its own: it may go when lines are joined. */
static bool is_blank(uint32_t cp)
{
    return cp == '\n' || cp == '\t' || cp == '\f' || cp == 0x3000 ||
           uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Zs);
}

const char *clean_fault(struct str text, enum clean_text kind, size_t *at)
{
    size_t marks = 0, joiners = 0;
    bool joined = false;

    for (size_t i = 0; i < text.n;) {
        ucs4_t cp;
        int n = u8_mbtoucr(&cp, (const uint8_t *)text.s + i, text.n - i);

        *at = i;
        if (n <= 0)
            return "malformed UTF-8";
        if (clean_forbids(cp))
            return "a forbidden code point";
        if (cp == 0x200D) {
            joiners++;
        } else if (is_mark(cp)) {
            marks++;
        } else if (kind == CLEAN_ARTICLE || !is_blank(cp)) {
            joiners = joined ? joiners : 0;
            marks = 0;
        }
        joined = cp == 0x200D;
        if (marks > MARKS_MAX)
            return "too many marks";
        if (joiners > JOINERS_MAX)
            return "too many joiners";
        i += (size_t)n;
    }
    return NULL;
}
