#include <config.h>

#include "text/rarity.h"

#include <stdbool.h>
#include <uchar.h>

#include "text/hanfreq_table.h"
#include "text/utf8.h"

enum {
    EVERYDAY = 6,
    HALF = 7,   /* of two that make a character */
    COMMON = 8,
    NOT_COMMON = 12,
    RARE = 16,
    VERY_RARE = 20,
    NO_TEXT = 26
};

static bool among(const char16_t *set, uint32_t cp)
{
    while (*set && *set != cp)
        set++;
    return *set != 0;
}

/* The syllables that make three quarters of a Korean text. */
static bool is_everyday_hangul(uint32_t cp)
{
    return among(u"이다는의에을가하고를은지도사기로어리나자인한시아대그스부정서라해전수들있만일장상제게보과주것"
                 u"구적여원중국까면했안오용생조성신공각모내말요었연유비동와무위선경물발방할분실소식출문학관행년"
                 u"월미화거교통민세간회던",
                 cp);
}

/* Marks of the page, in Chinese and Japanese and in Korean. */
static unsigned mark_bits(uint32_t cp, enum tongue t)
{
    if (t != TONGUE_KO && ((t != TONGUE_JA && cp == u'，') || among(u"。、「」　", cp)))
        return EVERYDAY;
    if (among(u"“”‘’·…", cp))
        return COMMON;
    if (t == TONGUE_KO)
        return among(u"「」『』《》〈〉※○●◇■△▲―—", cp) ? NOT_COMMON : RARE;
    if (among(u"『』《》〈〉（）【】：；？！—・～〇々０１２３４５６７８９", cp))
        return COMMON;
    return cp >= 0xFF01 && cp <= 0xFF5E ? NOT_COMMON : RARE;
}

static unsigned ascii_bits(uint32_t cp)
{
    if (cp < ' ')
        return cp == '\n' || cp == '\r' || cp == '\t' || cp == '\f' ? EVERYDAY : NO_TEXT;
    if (cp == 0x7F)
        return NO_TEXT;
    return cp == ' ' || (cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z') ? EVERYDAY : COMMON;
}

static unsigned han_bits(uint32_t cp, enum tongue t)
{
    unsigned bits = hanfreq[cp - 0x4E00];

    switch (t) {
    case TONGUE_HANS:
        return bits & 31;
    case TONGUE_HANT:
        return bits >> 5 & 31;
    case TONGUE_JA:
        return bits >> 10 & 31;
    default: /* Hanja of the traditional form, in parentheses */
        return (bits >> 5 & 31) < RARE ? RARE : VERY_RARE;
    }
}

static unsigned kana_bits(uint32_t cp, enum tongue t)
{
    if (t != TONGUE_JA)
        return RARE;
    return cp <= 0x309F ? EVERYDAY : COMMON;
}

unsigned rarity_bits(uint32_t cp, enum tongue t)
{
    if (cp < 0x80)
        return ascii_bits(cp);
    if (cp >= 0x4E00 && cp <= 0x9FFF)
        return han_bits(cp, t);
    if (cp >= 0xAC00 && cp <= 0xD7A3)
        return t != TONGUE_KO ? VERY_RARE : is_everyday_hangul(cp) ? COMMON : NOT_COMMON;
    if (cp >= 0x3041 && cp <= 0x30FF && cp != 0x30FB)
        return kana_bits(cp, t);
    if ((cp >= 0x2010 && cp <= 0x203F) || cp == 0xB7 || (cp >= 0x25A0 && cp <= 0x25CF) ||
        (cp >= 0x3000 && cp <= 0x301F) || (cp >= 0xFF00 && cp <= 0xFF5F))
        return mark_bits(cp, t);
    if (cp >= 0xFF61 && cp <= 0xFF9F) /* half-width kana */
        return t == TONGUE_JA ? HALF : VERY_RARE;
    if (cp < 0xA0 || (cp >= 0xE000 && cp <= 0xF8FF) || cp == 0xFFFD || cp >= 0xF0000)
        return NO_TEXT;
    return cp < 0x2000 || cp >= 0x3400 ? VERY_RARE : RARE;
}

uint64_t rarity_sum(struct str text, enum tongue t)
{
    uint64_t bits = 0;
    uint32_t cp;

    for (size_t i = 0; i < text.n;) {
        i += utf8_get(text, i, &cp);
        bits += rarity_bits(cp, t);
    }
    return bits;
}
