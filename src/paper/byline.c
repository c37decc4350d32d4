#include <config.h>

#include "paper/byline.h"

#include <stdint.h>

#include "base/xalloc.h"
#include "paper/hanfact.h"
#include "paper/lead.h"
#include "paper/names.h"
#include "paper/roles.h"
#include "paper/webfact.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum {
    NAME_MAX = 4,     /* ideographs of a name set apart by spaces */
    JAPANESE_MAX = 6, /* ideographs of a name right before a role: 西村真理子記者 */
    HIRAGANA_MAX = 7,  /* characters of a name in brackets that has hiragana: 【佐伯みなみ】 */
    BOOK_NAMES = 6,    /* words of names behind "by" */
    TOGETHER_MAX = 12, /* ideographs of names run together behind a role or in brackets */
    LINE_MAX_BYTES = 160
};

static bool ends_in_role(struct str s)
{
    return str_ends(s, STR("记者")) || str_ends(s, STR("通讯员")) || str_ends(s, STR("编辑")) ||
           str_ends(s, STR("編輯"));
}

bool byline_has_role(struct str line)
{
    for (size_t off = 0; off < line.n; off++) {
        const char *space = memchr(line.s + off, ' ', line.n - off);

        if (!space)
            break;
        off = (size_t)(space - line.s);
        if (ends_in_role(str_sub(line, 0, off)))
            return true;
    }
    return roles_length(line) > 0;
}

static bool is_separator(enum charclass c, uint32_t cp)
{
    if (c == CC_HAN || c == CC_LETTER)
        return false;
    switch (cp) {
    case U'（': case U'）': case U'【': case U'】': case U'〔': case U'〕': case U'(': case U')':
    case U'[': case U']': case U'*': case U'_': case U'、': case U'，': case U',': case U'=':
    case U'＝':
        return true;
    default:
        return c == CC_SPACE || c == CC_IDSPACE || c == CC_BULLET || c == CC_SLASH ||
               roles_is_slash(cp);
    }
}

/* Whether the name before may go on with the next word. */
enum { COMPLETE, HALF, LATIN };

/* What a line is made of, besides separators. */
struct census {
    int roles, names;  /* words */
    int pictures;      /* roles that are about pictures */
    int singles;       /* names of one ideograph: halves of spaced out names */
    int others;        /* words that are neither */
    bool torn;         /* the last word is the head of one that goes on below */
    bool bracket;      /* all of it stands in brackets */
    bool latin, kana;
    int last;          /* whether the name before may go on with the next word */
    struct people *to; /* where the names go, or NULL */
};

static bool has_fact(struct str word, enum hanfact fact)
{
    for (size_t off = 0; off < word.n; off = utf8_next(word, off))
        if (utf8_is_ideograph(word, off) && (hanfact_of(word, off) & fact))
            return true;
    return false;
}

/* Two single ideographs are one name (王 敏), and so are Latin words in a row. */
static void keep_name(struct census *c, struct str s, size_t from, size_t to, int kind)
{
    struct people *p = c->to;
    bool goes_on = kind != COMPLETE && c->last == kind;

    c->last = goes_on && kind == HALF ? COMPLETE : kind;
    if (!p)
        return;
    if (goes_on) {
        struct str *name = &p->v[p->n - 1];

        name->n = (size_t)(s.s + to - name->s);
        return;
    }
    p->v = xgrow(p->v, &p->cap, p->n + 1, sizeof *p->v);
    p->v[p->n++] = str_sub(s, from, to);
}

/* 苗栗報導, 北京报道: where somebody reports from. */
static bool is_place_of_report(struct str s, size_t from, size_t to)
{
    static const char *const reports[] = {"報導", "报导", "報道", "报道", "專電", "电", "電"};

    return names_is_place(str_sub(s, from, to)) ||
           (from > 0 && roles_is_slash(utf8_before(s, from)) &&
            STR_STARTS_ANY(str_sub(s, to, s.n), reports) > 0);
}

/* Length of names without the place that stands behind them: 林宗翰台中. */
static size_t strip_place(struct str word)
{
    for (size_t n = 6; n <= 9 && n + 6 <= word.n; n += 3)
        if (names_is_place(str_sub(word, word.n - n, word.n)))
            return word.n - n;
    return word.n;
}

/* 北京青年报记者: whom somebody writes for. */
static bool is_house(struct str word)
{
    static const char *const ends[] = {"网", "網", "报", "報", "社", "台"};

    return word.n > 9 && STR_STARTS_ANY(str_sub(word, word.n - 3, word.n), ends) > 0;
}

/* 【東京＝佐伯亮】: where somebody writes from. */
static bool is_place_of_writer(struct str s, size_t from, size_t to)
{
    enum charclass before = from > 0 ? charclass_of(utf8_before(s, from)) : CC_OTHER;
    uint32_t next = to < s.n ? utf8_at(s, to) : 0;

    return (before == CC_OPEN || before == CC_AOPEN) && (next == '=' || next == U'＝');
}

/* 记者今天（10: when somebody was told so. */
static bool is_day(struct str word)
{
    static const char *const days[] = {"今天", "今日", "昨天", "昨日", "日前", "近日"};

    return STR_STARTS_ANY(word, days) > 0;
}

/* One ideograph at the line's end that nothing parts from the word before: 首席科 for 首席科学家. */
static bool is_torn(struct str s, size_t from, size_t to)
{
    return from > 0 && to == s.n &&
           (utf8_is_ideograph(s, utf8_prev(s, from)) || utf8_before(s, from) == U'、');
}

/* A word of ideographs or Hangul: a name, names run together, or something else. */
static void count_cjk_word(struct census *c, struct str s, size_t from, size_t to, int chars)
{
    struct str word = str_sub(s, from, to);
    bool before_role = roles_length(str_sub(s, to, s.n)) > 0;
    int max = c->roles > 0 || c->bracket ? TOGETHER_MAX : before_role ? JAPANESE_MAX : NAME_MAX;

    if (c->roles > 0 && c->names > 0 && is_place_of_report(s, from, to))
        return;
    if ((before_role && is_house(word)) || is_place_of_writer(s, from, to))
        return;
    c->torn = chars == 1 && is_torn(s, from, to);
    if (chars > max || has_fact(word, HANFACT_PROSE) || (c->roles > 0 && is_day(word)) ||
        (chars > NAME_MAX && has_fact(word, HANFACT_NO_LONG_NAME))) {
        c->others++;
        return;
    }
    c->singles += chars == 1;
    c->names++;
    if (c->roles > 0)
        to = from + strip_place(word);
    if (c->bracket)
        from += names_foreign_place(str_sub(s, from, s.n));
    if (from == to)
        return;
    keep_name(c, s, from, to, chars == 1 ? HALF : COMPLETE);
}

/* A role begins behind the characters of a word. */
static bool is_role_behind(struct str s, size_t off, int chars, bool latin)
{
    struct str rest = str_sub(s, off, s.n);

    return (chars > 0 && !latin && roles_length(rest) > 0) || (chars >= 2 && roles_is_pair(rest));
}

/* The end of the word at `from`: up to a separator, a role, or a change between Latin and CJK. One
 * of more than `most` ideographs is no name: it may end anywhere behind them. */
static size_t word_end(struct str s, size_t from, int most, int *chars, bool *latin)
{
    size_t off = from, n;

    *chars = 0;
    *latin = charclass_of(utf8_at(s, from)) == CC_LETTER;
    for (; off < s.n && (*chars <= most || *latin); off += n, ++*chars) {
        bool role = true;

        if (off + 2 < s.n && utf8_row(s, off) < UTF8_ROWS) {
            n = 3;
            role = hanfact_of(s, off) & (HANFACT_ROLE | HANFACT_SHORT_ROLE);
        } else {
            uint32_t cp;

            n = utf8_get(s, off, &cp);
            if (is_separator(charclass_of(cp), cp))
                break;
        }
        if (role && is_role_behind(s, off, *chars, *latin))
            break;
    }
    return off;
}

/* Names are written in ideographs, Hangul or katakana, and where a name is expected in hiragana. */
static bool is_name_class(struct str word, bool hiragana, bool *kana)
{
    for (size_t off = 0; (off = utf8_skip_ideographs(word, off)) < word.n;) {
        uint32_t cp;
        size_t n = utf8_get(word, off, &cp);
        enum charclass c = charclass_of(cp);

        if (c != CC_HAN && c != CC_HANGUL && c != CC_ITER && c != CC_DOT &&
            c != CC_PROLONG && (c != CC_KANA || (cp < 0x30A0 && !hiragana)))
            return false;
        *kana |= c == CC_KANA;
        off += n;
    }
    return true;
}

/* Latin names are capitalised words; "and", "de", "van" and single letters may stand between. */
static bool is_latin_name(struct str word)
{
    static const char *const between[] = {"and", "de", "van", "von", "der", "la", "in", "&"};

    if (word.s[0] >= 'A' && word.s[0] <= 'Z')
        return word.s[word.n - 1] != '.' || word.n <= 3;
    for (size_t i = 0; i < sizeof between / sizeof *between; i++)
        if (str_eq(word, str_of(between[i])))
            return true;
    return (unsigned char)word.s[0] >= 0xC3 && (unsigned char)word.s[0] <= 0xC5;
}

/* Counts the word at `from` and returns its end. */
static size_t count_word(struct census *c, struct str s, size_t from)
{
    int chars;
    bool latin;
    int most = c->roles > 0 || c->bracket || c->to ? (int)s.n : JAPANESE_MAX;
    size_t to = word_end(s, from, most, &chars, &latin);
    struct str word = str_sub(s, from, to);

    if (latin) {
        c->latin = true;
        if (is_latin_name(word)) {
            c->names++;
            keep_name(c, s, from, to, LATIN);
        } else {
            c->others++;
        }
    } else if (is_name_class(word, c->bracket && chars <= HIRAGANA_MAX, &c->kana)) {
        count_cjk_word(c, s, from, to, chars);
    } else {
        c->others++;
    }
    return to;
}

/* Counts the role or agency at the head of s; returns its length, 0 for none. */
static size_t count_role(struct census *c, struct str s, size_t off)
{
    struct str rest = str_sub(s, off, s.n);
    bool titled = c->latin && str_ends(str_sub(s, 0, off), STR(", "));
    size_t n = titled ? roles_title_length(rest) : 0;

    if (n > 0) {
        c->roles++;
        return n;
    }
    if (charclass_of(utf8_at(rest, 0)) == CC_LETTER)
        n = roles_agency_length(rest);
    if (n > 0) {
        c->roles++;
        c->names++;
        c->latin = true;
        keep_name(c, s, off, off + n, COMPLETE);
        return n;
    }
    n = roles_length(rest);
    if (n == 0 && c->last != HALF)
        n = roles_short_length(rest);
    if (n == 0)
        return 0;
    c->roles++;
    c->pictures += roles_is_picture(rest);
    c->last = COMPLETE;
    c->latin |= charclass_of(utf8_at(rest, 0)) == CC_LETTER;
    return n;
}

/* Ends early where a word that is no name has decided already: outside of brackets. */
static void take_census(struct str s, struct census *c)
{
    for (size_t off = 0; off < s.n && (c->others == 0 || c->bracket || c->to);) {
        uint32_t cp;
        size_t n = utf8_get(s, off, &cp);
        size_t role = count_role(c, s, off), fact;

        if (role > 0) {
            off += role;
        } else if ((fact = webfact_length(str_sub(s, off, s.n))) > 0) {
            off += fact;
        } else if (is_separator(charclass_of(cp), cp) || charclass_of(cp) == CC_DOT) {
            if (cp != ' ' && cp != 0x3000)
                c->last = COMPLETE;
            off += n;
        } else {
            off = count_word(c, s, off);
        }
    }
}

static bool has_bracket(struct str s)
{
    enum charclass c = charclass_of(utf8_at(s, 0));

    return c == CC_OPEN && charclass_of(utf8_before(s, s.n)) == CC_CLOSE;
}

static enum byline match_names(struct str line, const struct census *c, bool ornament)
{
    bool bullet = charclass_of(utf8_at(line, 0)) == CC_BULLET;

    if (c->names == 0 || c->others > 0 || c->kana || (c->names == 1 && c->singles == 1))
        return BYLINE_NO;
    if (c->latin)
        return c->names >= 2 && c->names <= 5 ? BYLINE_WEAK : BYLINE_NO;
    if ((ornament || bullet) && c->names <= 8)
        return BYLINE_STRONG;
    if (c->names <= 2 && names_has_family(line))
        return BYLINE_WEAK;
    return line.n >= 9 && line.n <= 15 && c->names == 1 ? BYLINE_BARE : BYLINE_NO;
}

/* A role within the first `n` bytes, all of them ideographs. */
static bool has_role_within(struct str line, size_t n)
{
    for (size_t off = 0; off < n; off += 3)
        if (roles_length(str_sub(line, off, line.n)) > 0)
            return true;
    return false;
}

/* Neither a name nor a role goes on with it, and it is not between two roles. */
static bool ends_name(uint32_t cp)
{
    enum charclass c = charclass_of(cp);

    return !(c == CC_HAN || c == CC_HANGUL || c == CC_KANA || c == CC_ITER || c == CC_DOT ||
             c == CC_PROLONG || c == CC_LETTER || c == CC_SLASH);
}

bool byline_is_prose(struct str line)
{
    enum { ENOUGH = 3 * (JAPANESE_MAX + 2) };
    size_t off = 0;
    unsigned facts = 0;

    for (; off < ENOUGH && off + 2 < line.n && utf8_row(line, off) < UTF8_ROWS; off += 3)
        facts |= hanfact_of(line, off);
    if (off < ENOUGH && (off <= (size_t)3 * NAME_MAX || !ends_name(utf8_at(line, off))))
        return false;
    return !roles_begins_short(line) &&
           (!(facts & HANFACT_ROLE) || !has_role_within(line, off < ENOUGH ? off : ENOUGH - 3));
}

/* 整合龙虾美食、特色排档、 may be names, and may be part of a sentence. */
static bool goes_on(struct str line)
{
    uint32_t last = utf8_before(line, line.n);

    return last == U'、' || last == U'，' || last == ',';
}

/* by Miriam Castellane, as books have it: the same may stand inside a sentence. */
static bool is_book_byline(struct str line)
{
    const struct str by = STR("by ");
    struct census c = {0};

    if (!str_starts(line, by))
        return false;
    take_census(str_sub(line, by.n, line.n), &c);
    return c.latin && c.names > 0 && c.names <= BOOK_NAMES && c.others == 0 && c.roles == 0;
}

enum byline byline_match(struct str line, bool ornament)
{
    struct census c = {0};

    if (line.n > LINE_MAX_BYTES || line.n < 3)
        return BYLINE_NO;
    c.bracket = has_bracket(line);
    take_census(line, &c);
    if (c.roles > 0 && c.roles == c.pictures)
        return BYLINE_NO;
    if (c.roles > 0 && c.others == 0 && c.names > 0 && c.names <= 12)
        return c.torn || goes_on(line) ? BYLINE_WEAK : BYLINE_STRONG;
    if (c.bracket && c.names > 0 && (c.roles > 0 || (c.others == 0 && utf8_at(line, 0) == 0x3010)))
        return BYLINE_STRONG;
    if (is_book_byline(line))
        return BYLINE_WEAK;
    return c.roles == 0 ? match_names(line, &c, ornament) : BYLINE_NO;
}

void byline_add_names(struct str line, struct people *out)
{
    struct census c = {.to = out, .bracket = has_bracket(line)};

    take_census(line, &c);
}

void byline_people(const struct article *a, struct people *out)
{
    for (size_t i = 0; i < a->n_blocks; i++)
        if (a->blocks[i].kind == BLOCK_BYLINE)
            byline_add_names(article_block(a, i), out);
    for (size_t i = 0; i < a->n_blocks && out->n == 0; i++) {
        if (a->blocks[i].kind != BLOCK_PARAGRAPH)
            continue;
        byline_add_names(lead_byline(article_block(a, i)), out);
        return;
    }
}
