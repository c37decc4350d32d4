#include <config.h>

#include "layout/linebreak.h"

#include <assert.h>
#include <stdint.h>

#include <unilbrk.h>

#include "layout/linebase.h"
#include "layout/quotes.h"
#include "layout/url.h"

/* The position that is decided: before cluster i. */
struct place {
    const struct clusters *t;
    const struct linebreak_rules *r;
    size_t i;
    enum charclass a, c; /* of the clusters before and after it */
};

static bool is_opening(enum charclass c)
{
    return c == CC_OPEN || c == CC_OQUOTE || c == CC_AOPEN;
}

static bool is_digit(enum charclass c)
{
    return c == CC_DIGIT || c == CC_FWDIGIT;
}

static enum charclass class_at(const struct clusters *t, size_t i)
{
    return (enum charclass)t->v[i].class;
}

/* Whether a number ends with cluster i: 15, 50%, 25℃. */
static bool ends_number(const struct clusters *t, size_t i)
{
    if (i > 0 && class_at(t, i) == CC_POSTFIX)
        i--;
    return is_digit(class_at(t, i));
}

/* 10～15, 8:30—17:00: cluster i stands between two numbers. */
static bool joins_numbers(const struct clusters *t, size_t i)
{
    return i > 0 && ends_number(t, i - 1) && is_digit(class_at(t, i + 1));
}

/* － or ＋ as the sign of a number, not between two of them. */
static bool is_sign(const struct clusters *t, size_t i)
{
    uint32_t cp = clusters_cp(t, i);

    return (cp == 0xFF0D || cp == 0xFF0B) && is_digit(class_at(t, i + 1)) &&
           !(i > 0 && ends_number(t, i - 1));
}

/* A dash of two ems (破折号), where cluster i is its first; a shorter one joins numbers or words.
 */
static bool is_long_dash(const struct clusters *t, size_t i)
{
    uint32_t cp = clusters_cp(t, i);

    return cp == 0x2E3A || cp == 0x2E3B || class_at(t, i + 1) == CC_DASH;
}

static bool is_loose_stop(uint32_t cp)
{
    return cp == 0xFF01 || cp == 0xFF1F || cp == 0xFF1A || cp == 0xFF1B;
}

/* Whether a row could begin after such a cluster if an ideograph followed. */
static bool lets_go(enum charclass c)
{
    return !is_opening(c) && c != CC_FORMAT;
}

/* Whether a row may begin with cluster i behind an ideograph, as UAX #14 has it. */
static bool follows_freely(const struct clusters *t, size_t i)
{
    struct str cluster = clusters_text(t, i, i + 1);
    struct strbuf pair = {0};
    char breaks[16];
    bool may = true;

    if (cluster.n + 3 <= sizeof breaks) {
        strbuf_addf(&pair, "\u4E00%.*s", (int)cluster.n, cluster.s);
        u8_possible_linebreaks((const uint8_t *)pair.s, pair.n, "UTF-8", breaks);
        may = breaks[3] == UC_BREAK_POSSIBLE;
        strbuf_free(&pair);
    }
    return may;
}

/* Quotation marks in CJK text: they go with what they enclose and with nothing else. */
static bool quotes_let(const struct place *p, bool base)
{
    if (p->c == CC_OQUOTE && p->a != CC_SPACE)
        return lets_go(p->a);
    if (p->a != CC_CQUOTE)
        return base;
    switch (p->c) {
    case CC_STOP:
    case CC_CLOSE:
    case CC_CQUOTE:
    case CC_ASTOP:
    case CC_ACLOSE:
    case CC_AQUOTE:
    case CC_SLASH:
    case CC_SMALLKANA:
    case CC_PROLONG:
    case CC_ITER:
    case CC_ELLIPSIS:
    case CC_HYPHEN:
    case CC_DOT:
    case CC_SPACE:
    case CC_IDSPACE:
    case CC_MARK:
    case CC_FORMAT:
        return false;
    case CC_KANA: /* or a sound mark */
    case CC_OTHER:
        return follows_freely(p->t, p->i);
    default:
        return true;
    }
}

/* What the level and the language let begin a row though UAX #14 does not. */
static bool level_lets(const struct place *p, bool base)
{
    bool loose = p->r->level == KINSOKU_LOOSE;

    if (p->a == CC_SPACE)
        return base;
    switch (p->c) {
    case CC_SMALLKANA:
    case CC_PROLONG:
    case CC_ITER:
        if (loose || (p->r->japanese && p->r->level == KINSOKU_NORMAL))
            return lets_go(p->a);
        return false;
    case CC_STOP:
        return loose && p->a != CC_STOP && lets_go(p->a) && is_loose_stop(clusters_cp(p->t, p->i));
    case CC_DOT:
    case CC_CONN:
    case CC_DASH:
    case CC_ELLIPSIS:
        return base || (loose && lets_go(p->a));
    default:
        return base;
    }
}

static bool is_space(enum charclass c)
{
    return c == CC_SPACE || c == CC_IDSPACE;
}

/* Brackets, stops and quotation marks keep to their side, also across a stray space. */
static bool marks_forbid(const struct place *p)
{
    enum charclass a = p->a;
    size_t i = p->i;

    if (p->c == CC_CLOSE || p->c == CC_CQUOTE)
        return true;
    if (a == CC_OPEN || a == CC_OQUOTE)
        return true;
    if (!is_space(a))
        return false;
    if (p->c == CC_STOP)
        return true;
    while (i > 1 && is_space(class_at(p->t, i - 1)))
        i--;
    a = class_at(p->t, i - 1);
    return a == CC_OPEN || a == CC_OQUOTE;
}

static bool dashes_forbid(const struct place *p)
{
    enum kinsoku level = p->r->level;

    if ((p->a == CC_DASH && p->c == CC_DASH) || (p->a == CC_ELLIPSIS && p->c == CC_ELLIPSIS))
        return true;
    if (p->c == CC_ELLIPSIS)
        return level != KINSOKU_LOOSE;
    if (p->c != CC_DASH)
        return false;
    if (joins_numbers(p->t, p->i))
        return true;
    if (level == KINSOKU_LOOSE)
        return false;
    return level == KINSOKU_STRICT || !is_long_dash(p->t, p->i);
}

/* 10～15, 8:30—17:00, 比尔·盖茨, 和/或, －5 */
static bool connectors_forbid(const struct place *p)
{
    const struct clusters *t = p->t;
    size_t i = p->i;
    bool loose = p->r->level == KINSOKU_LOOSE;

    if (p->c == CC_SLASH)
        return true;
    if (p->c == CC_DOT)
        return !loose;
    if (p->c == CC_CONN && !is_sign(t, i))
        return !loose || joins_numbers(t, i);
    if (p->a == CC_SLASH && t->v[i].wide)
        return !loose;
    if (!is_digit(p->c))
        return false;
    if (p->a == CC_CONN || p->a == CC_DASH)
        return joins_numbers(t, i - 1) || is_sign(t, i - 1);
    return is_sign(t, i - 1);
}

/* 5㎡, １２．５, ＡＢＣ, C++17, e.g., ①第一, @人民 */
static bool units_forbid(const struct place *p)
{
    uint32_t before = clusters_cp(p->t, p->i - 1);

    if (before == '@' && p->t->v[p->i].wide)
        return true;
    if (p->c == CC_POSTFIX)
        return is_digit(p->a);
    if (p->c == CC_FWLETTER)
        return p->a == CC_FWLETTER;
    if (p->a == CC_ENUM)
        return charclass_is_ideograph(p->c) || is_opening(p->c);
    if (p->c == CC_FWDIGIT)
        return p->a == CC_FWDIGIT || (p->i > 1 && (before == 0xFF0E || before == 0xFF0C) &&
                                      class_at(p->t, p->i - 2) == CC_FWDIGIT);
    if (p->a == CC_ASTOP && p->c == CC_LETTER)
        return before != '!' && before != '?';
    return before == '+' && clusters_cp(p->t, p->i) == '+';
}

/* The paragraph begins with an ornament. */
static bool is_bullet(const struct clusters *t)
{
    uint32_t cp = clusters_cp(t, 0);

    return class_at(t, 0) == CC_BULLET || cp == 0x2022 || cp == 0xB7;
}

/* An ornament at the head of the paragraph stays with its first word. */
static bool bullet_forbids(const struct place *p)
{
    if (p->i > 2 || !is_bullet(p->t))
        return false;
    return p->i == 1 || p->a == CC_SPACE;
}

static bool is_of_word(enum charclass c)
{
    return c == CC_HANGUL || c == CC_LETTER || c == CC_FWLETTER || is_digit(c);
}

/* What a row may begin with, but not if that cuts a Korean word. */
static enum linebreak allow(const struct linebreak_rules *r, enum charclass a, enum charclass c)
{
    return r->korean_words && is_of_word(a) && is_of_word(c) ? LINEBREAK_RELAXED
                                                             : LINEBREAK_ALLOWED;
}

static enum linebreak decide(const struct place *p, bool base)
{
    bool may = level_lets(p, quotes_let(p, base));

    if (!may || marks_forbid(p) || dashes_forbid(p) || connectors_forbid(p) || units_forbid(p) ||
        bullet_forbids(p))
        return LINEBREAK_NO;
    return allow(p->r, p->a, p->c);
}

/* A cluster that any row may begin with when there are no rules. */
static enum linebreak decide_freely(const struct clusters *t, size_t i)
{
    enum charclass a = class_at(t, i - 1), c = class_at(t, i);
    bool whole = a == c && (c == CC_DASH || c == CC_ELLIPSIS);

    return whole ? LINEBREAK_NO : LINEBREAK_ALLOWED;
}

/* Whether there are characters like those by which addresses are known, or they themselves. */
static bool may_have_addresses(const struct clusters *t)
{
    return t->count[charclass_of(':')] + t->count[charclass_of('.')] + t->count[charclass_of('@')];
}

static void find_addresses(struct clusters *t)
{
    size_t begin, end = 0, i = 0;

    if (!may_have_addresses(t) || !url_is_likely(t->text))
        return;
    while (url_find(t->text, end, &begin, &end)) {
        for (i = clusters_at(t, begin, i); t->v[i].from < end; i++) {
            if (!is_of_word(class_at(t, i)))
                t->v[i].class = CC_OTHER;
            t->v[i].inner = t->v[i].from > begin;
        }
    }
}

static void mark_freely(struct clusters *t)
{
    for (size_t i = 1; i < t->n; i++)
        t->v[i].before = (uint8_t)(cluster_is_blank(t, i) ? LINEBREAK_NO : decide_freely(t, i));
}

/* Whether the rules here may let a row begin with a cluster that UAX #14 does not. */
static bool may_be_let(const struct linebreak_rules *r, enum charclass a, enum charclass c)
{
    static const uint64_t let = 1ull << CC_OQUOTE | 1ull << CC_SMALLKANA | 1ull << CC_PROLONG |
                                1ull << CC_ITER | 1ull << CC_DOT | 1ull << CC_CONN |
                                1ull << CC_DASH | 1ull << CC_ELLIPSIS;

    return (let >> c & 1) || a == CC_CQUOTE || (c == CC_STOP && r->level == KINSOKU_LOOSE);
}

#define LETTERS (1ull << CC_HAN | 1ull << CC_KANA | 1ull << CC_HANGUL | 1ull << CC_LETTER)

static bool is_letter(enum charclass c)
{
    return LETTERS >> c & 1;
}

/* Whether no rule here forbids what UAX #14 allows between such clusters: letters of words, and the
 * East Asian marks at their free side. */
static bool is_plain_pair(enum charclass a, enum charclass c)
{
    static const uint64_t before = LETTERS | 1ull << CC_STOP | 1ull << CC_CLOSE,
                          after = LETTERS | 1ull << CC_OPEN;

    return (before >> a & 1) && (after >> c & 1);
}

/* Whether a single space before cluster i parts words. */
static bool parts_words(const struct clusters *t, size_t i)
{
    return i > 2 && class_at(t, i - 1) == CC_SPACE && is_letter(class_at(t, i - 2));
}

/* What is left for the rules, before cluster i, when UAX #14 has spoken. */
static enum linebreak settle(const struct clusters *t, const struct linebreak_rules *r, size_t i)
{
    const struct cluster *c = &t->v[i];
    enum charclass before = class_at(t, i - 1), class = class_at(t, i);

    if (c->inner)
        return url_may_cut(t->text, c->from) ? LINEBREAK_URL : LINEBREAK_NO;
    if (c->before == LINEBREAK_NO && !may_be_let(r, before, class))
        return LINEBREAK_NO;
    if (is_plain_pair(before, class) || (is_letter(class) && parts_words(t, i)))
        return allow(r, before, class);
    if (cluster_is_blank(t, i))
        return LINEBREAK_NO; /* it belongs to the row before */
    return decide(&(struct place){t, r, i, before, class}, c->before == LINEBREAK_ALLOWED);
}

/* Within runs of syllables. */
static void keep_words(struct clusters *t)
{
    for (size_t i = 1; i < t->n; i++) {
        struct cluster *c = &t->v[i];

        if (c->class == CC_HANGUL && c[-1].class == CC_HANGUL && c->before == LINEBREAK_ALLOWED)
            c->before = LINEBREAK_RELAXED;
    }
}

void linebreak_mark(struct clusters *t, const struct linebreak_rules *r)
{
    assert(r->level != KINSOKU_AUTO);
    find_addresses(t);
    quotes_resolve(t);
    if (r->level == KINSOKU_NONE) {
        mark_freely(t);
        return;
    }
    linebase_mark(t);
    for (size_t run = 1; run < t->n_runs; run++) {
        size_t i = t->runs[run];
        struct cluster *c = &t->v[i];

        if (c->class == c[-1].class && (c->class == CC_HAN || c->class == CC_LETTER))
            continue; /* also letters of an address */
        c->before = (uint8_t)settle(t, r, i);
    }
    if (r->korean_words && t->count[CC_HANGUL] > 0)
        keep_words(t);
}
