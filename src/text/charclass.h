/* What a character is to CJK typesetting: one class a code point, from a generated table
 * (data/gen-unicode.py; Unicode 15.0). The sets are those of JLREQ, CLREQ, KLREQ and GB/T 15834
 * as collected for this project; see the generator for every member. */
#ifndef KANBAO_TEXT_CHARCLASS_H
#define KANBAO_TEXT_CHARCLASS_H

#include <stdbool.h>
#include <stdint.h>

enum charclass {
    CC_OTHER,      /* symbols and everything not named below */
    CC_CONTROL,    /* Cc, Zl, Zp, noncharacters */
    CC_FORMAT,     /* Cf, what is reserved for it, variation selectors: no column of their own */
    CC_MARK,       /* combining: Mn, Me, what else extends a cluster; conjoining vowels, finals */
    CC_SPACE,      /* U+0020 U+0009 U+00A0 U+2000-200A U+202F U+205F U+1680 */
    CC_IDSPACE,    /* U+3000 */
    CC_LETTER,     /* letters that are not East Asian wide: Latin, Greek, Cyrillic ...; Mc */
    CC_DIGIT,      /* Nd, not full width */
    CC_HAN,        /* Script=Han ideographs and radicals, U+3007 */
    CC_KANA,       /* hiragana, katakana, bopomofo; without the next three classes */
    CC_SMALLKANA,  /* lb=CJ but U+30FC U+FF70 */
    CC_PROLONG,    /* U+30FC U+FF70 */
    CC_ITER,       /* iteration marks U+3005 U+303B U+309D U+309E U+30FD U+30FE */
    CC_HANGUL,     /* syllables, initial consonants, compatibility letters */
    CC_FWDIGIT,    /* full-width digits */
    CC_FWLETTER,   /* full-width Latin letters */
    CC_STOP,       /* East Asian stops 。，、；：！？．and their small, vertical, half-width forms */
    CC_CLOSE,      /* East Asian closing marks ）》」... */
    CC_OPEN,       /* East Asian opening marks （《「... */
    CC_ASTOP,      /* ASCII . , : ; ! ? */
    CC_ACLOSE,     /* ASCII ) ] } */
    CC_AOPEN,      /* ASCII ( [ { */
    CC_OQUOTE,     /* U+201C U+2018 */
    CC_CQUOTE,     /* U+201D U+2019 */
    CC_AQUOTE,     /* ASCII " and ' */
    CC_DASH,       /* U+2014 U+2015 U+2500 U+2E3A U+2E3B */
    CC_CONN,       /* connectors U+2010 U+2013 U+FF5E U+301C U+FF0D U+30A0 */
    CC_HYPHEN,     /* U+002D */
    CC_ELLIPSIS,   /* U+2026 U+2025 U+22EF U+FE19 U+FE30 */
    CC_DOT,        /* interpuncts U+00B7 U+30FB U+2027 U+FF65 U+2022 */
    CC_SLASH,      /* U+002F U+FF0F */
    CC_PREFIX,     /* lb=PR: currency signs, No. */
    CC_POSTFIX,    /* lb=PO, and the squared units of JLREQ cl-13 */
    CC_ENUM,       /* circled and parenthesised numbers */
    CC_BULLET,     /* U+25CF U+25A0 ... and U+FFFD: ornaments at the head of a paragraph */
    CC_PRIVATE,    /* private use */
    CC_EMOJI,      /* East Asian wide symbols, pictographs, regional indicators */
    CC_COUNT
};

/* Columns of one code point before the ambiguous-width setting is known. A tab takes one: it is
 * shown as a space. */
enum charwidth { CW_ZERO, CW_ONE, CW_TWO, CW_AMBIGUOUS };

/* The table: the leaf of every 256 code points, and in the leaves a byte a code point, its class in
 * the six low bits and its columns in the two high ones. */
extern const uint8_t charclass_pages[];
extern const uint8_t charclass_leaves[];

static inline unsigned charclass_entry(uint32_t cp)
{
    return cp < 0x110000 ? charclass_leaves[charclass_pages[cp >> 8] << 8 | (cp & 0xFF)]
                         : CC_CONTROL;
}

static inline enum charclass charclass_of(uint32_t cp)
{
    return (enum charclass)(charclass_entry(cp) & 0x3F);
}

static inline enum charwidth charclass_width(uint32_t cp)
{
    return (enum charwidth)(charclass_entry(cp) >> 6);
}

/* Written in ideographs, kana or full-width forms: takes no space between itself and its like. */
static inline bool charclass_is_cjk(enum charclass c)
{
    return (c >= CC_HAN && c <= CC_ITER) || (c >= CC_FWDIGIT && c <= CC_OPEN) || c == CC_IDSPACE;
}

/* An ideograph or kana, the letters of Chinese and Japanese. */
static inline bool charclass_is_ideograph(enum charclass c)
{
    return c >= CC_HAN && c <= CC_ITER;
}

/* An ideograph beside a letter or digit of one column. */
static inline bool charclass_is_script_border(enum charclass a, enum charclass b)
{
    return (charclass_is_ideograph(a) && (b == CC_LETTER || b == CC_DIGIT)) ||
           (charclass_is_ideograph(b) && (a == CC_LETTER || a == CC_DIGIT));
}

#endif
