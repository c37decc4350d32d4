#include <config.h>

#include "paper/reflow.h"

#include "paper/hangul.h"
#include "text/charclass.h"
#include "text/sanitize.h"
#include "text/utf8.h"

static bool is_letter(uint32_t cp)
{
    return charclass_of(cp) == CC_LETTER;
}

static bool is_lower(uint32_t cp)
{
    return (cp >= 'a' && cp <= 'z') || (cp >= 0xDF && cp <= 0xFF && cp != 0xF7);
}

static bool is_upper(uint32_t cp)
{
    return (cp >= 'A' && cp <= 'Z') || (cp >= 0xC0 && cp <= 0xDE && cp != 0xD7);
}

/* The last word of s, back to a space; and the first of it. */
static struct str last_word(struct str s)
{
    size_t from = s.n;

    while (from > 0 && s.s[from - 1] != ' ')
        from--;
    return str_sub(s, from, s.n);
}

static struct str first_word(struct str s)
{
    size_t to = 0;

    while (to < s.n && s.s[to] != ' ')
        to++;
    return str_sub(s, 0, to);
}

/* Without the marks at its beginning or end. */
static struct str bare_head(struct str word)
{
    while (word.n > 0) {
        uint32_t cp;
        size_t n = utf8_get(word, 0, &cp);
        enum charclass c = charclass_of(cp);

        if (c == CC_LETTER || c == CC_HANGUL || c == CC_DIGIT)
            break;
        word = str_sub(word, n, word.n);
    }
    return word;
}

static struct str bare_tail(struct str word)
{
    size_t to = 0;

    while (to < word.n) {
        uint32_t cp;
        size_t n = utf8_get(word, to, &cp);
        enum charclass c = charclass_of(cp);

        if (c != CC_LETTER && c != CC_HANGUL && c != CC_DIGIT && c != CC_HYPHEN)
            break;
        to += n;
    }
    return str_sub(word, 0, to);
}

static bool all_upper(struct str word)
{
    for (size_t off = 0; off < word.n;) {
        uint32_t cp;

        off += utf8_get(word, off, &cp);
        if (is_letter(cp) && !is_upper(cp))
            return false;
    }
    return true;
}

/* The first word of a compound that is written with a hyphen: well-known, thirty-one, long-term. */
static bool is_compound(struct str stem, struct str tail)
{
    static const char *const firsts[] = {
        "well", "self", "half", "long", "short", "high", "low", "full", "cold", "old", "new",
        "hard", "first", "second", "third", "two", "three", "four", "five", "six", "seven",
        "eight", "nine", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
        "eighty", "ninety"};
    static const char *const suffixes[] = {"ly", "er", "est", "ness", "ish", "th", "teen", "land",
                                           "ern", "ty", "en"};

    if (STR_STARTS_ANY(tail, suffixes) > 0)
        return false;
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++)
        if (str_eq(stem, str_of(firsts[i])))
            return true;
    return false;
}

/* J4: the hyphen at the end of `head` was set by the line break and not by the writer. */
static bool is_break_hyphen(struct str head, struct str next, const struct words *words)
{
    struct str word = bare_head(last_word(head)), stem, tail;

    if (word.n < 3 || !is_lower(utf8_at(next, 0)))
        return false;
    stem = str_sub(word, 0, utf8_prev(word, word.n));
    tail = bare_tail(first_word(next));
    if (all_upper(stem) || memchr(stem.s, '-', stem.n) || memchr(tail.s, '-', tail.n))
        return false;
    return is_letter(utf8_before(stem, stem.n)) && !is_compound(stem, tail) &&
           !words_has(words, word, tail);
}

/* A URL goes on behind these; hardly any text ends with one. */
static bool in_url(struct str head)
{
    struct str word;

    if (!strchr("/-_?=&.", head.s[head.n - 1]))
        return false;
    word = last_word(head);
    return str_find(word, STR("://"), 0) < word.n;
}

/* J8: Korean words are parted by spaces, but for one that is found whole elsewhere, or seems to be
 * cut where words are. */
static bool needs_korean_space(struct str head, enum charclass a, struct str next,
                               const struct words *words)
{
    if (a == CC_STOP || a == CC_CLOSE || a == CC_OPEN)
        return false;
    return !words_has(words, bare_head(last_word(head)), bare_tail(first_word(next))) &&
           !(words->syllables && hangul_is_cut(words->syllables, head, next));
}

/* Whether a space belongs between the two lines. */
static bool needs_space(struct str head, struct str next, bool cjk, const struct words *words)
{
    enum charclass a = charclass_of(utf8_before(head, head.n));
    enum charclass c = charclass_of(utf8_at(next, 0));

    if (a == CC_HANGUL || c == CC_HANGUL)
        return needs_korean_space(head, a, next, words);
    if (charclass_is_cjk(a) || charclass_is_cjk(c) || in_url(head))
        return false;
    if (cjk &&
        ((a == CC_DIGIT && c == CC_DIGIT) || (a != CC_LETTER && a != CC_DIGIT && a != CC_ASTOP) ||
         (c != CC_LETTER && c != CC_DIGIT)))
        return false;
    if (a == CC_HYPHEN || a == CC_CONN)
        return false;
    return true;
}

/* A drop cap and the word that it begins; A and I may be words. */
static bool is_capital_of(struct str head, struct str next)
{
    static const char *const words[] = {"fter", "lthough", "ll ", "mid", "mong", "n ", "nd ",
                                        "nother", "s ", "t ", "f ", "mag"};

    return head.n == 1 && is_upper((uint32_t)head.s[0]) && is_lower(utf8_at(next, 0)) &&
           ((head.s[0] != 'A' && head.s[0] != 'I') || STR_STARTS_ANY(next, words) > 0);
}

void reflow_join_looking(struct strbuf *out, struct str next, bool cjk, const struct words *words)
{
    struct str head = strbuf_str(out);
    uint32_t last;

    if (head.n > 0 && next.n > 0) {
        last = utf8_before(head, head.n);
        if ((last == '-' || last == 0x2010) && is_break_hyphen(head, next, words))
            strbuf_truncate(out, utf8_prev(head, head.n));
        else if (!is_capital_of(head, next) && needs_space(head, next, cjk, words))
            strbuf_add_char(out, ' ');
    }
    strbuf_add_str(out, sanitize_joint(strbuf_str(out), next));
}
