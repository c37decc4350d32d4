#include <config.h>

#include "paper/rolecost.h"

#include "paper/byline.h"
#include "paper/chapter.h"
#include "paper/measure.h"
#include "text/utf8.h"

enum {
    LATIN_INDENT = 2, /* half ems */
    NAME_WIDTH = 6,   /* half ems of most names */
    NARROW = 20,      /* half ems of a column in which headings have many lines */
    OVER = 2          /* a line of a paragraph that is wider than its column */
};

/* Parted from the line before by more than the lines of one paragraph are. */
static bool is_apart(const struct place *p)
{
    return !p->prev || (p->cur->blanks > p->gap && !p->cur->page);
}

static bool begins_indented(const struct place *p)
{
    return p->indented && p->cur->indent >= 2 &&
           (!p->prev || p->cur->indent > p->prev->indent || p->prev->indent >= 2);
}

/* Where paragraphs begin so, and this line does. */
static bool has_usual_indent(const struct place *p)
{
    return p->indented && p->cur->indent > 0 && p->cur->indent == p->indent;
}

static bool cannot_begin(const struct line *l)
{
    return l->first == CC_STOP || l->first == CC_CLOSE || l->first == CC_CQUOTE;
}

/* A line is a paragraph here. */
static bool is_unwrapped(const struct line *l)
{
    return l->measure == 0;
}

/* prev stopped before the column was full, and yet the paragraph goes on. */
static int cost_early(const struct place *p)
{
    if (p->cur->credit)
        return 1;
    if (p->prev->ends == ENDS_YES)
        return 5;
    if (p->prev->measure != p->cur->measure)
        return 2;
    if (measure_is_just_early(p->prev, p->cur))
        return p->prev->narrow > 0 || !charclass_is_cjk((enum charclass)p->cur->first) ? 1 : 3;
    return 4;
}

/* A new sentence of Latin text whose line is short by an indent: there paragraphs are short, and a
 * sentence rarely ends with the line. */
static bool is_latin_start(const struct place *p)
{
    uint32_t first = utf8_at(p->cur->text, 0);
    bool capital =
        (first >= 'A' && first <= 'Z') || p->cur->first == CC_OQUOTE || p->cur->first == CC_AQUOTE;

    return !p->cur->cjk && !p->cur->hangul && capital &&
           p->cur->width + LATIN_INDENT <= p->cur->measure;
}

/* A sentence ends just where the column does, and yet the paragraph goes on. */
static int cost_over_full_stop(const struct place *p)
{
    if (is_latin_start(p))
        return 2;
    if (measure_has_ghost_indent(p->cur, p->next, p->japanese) && p->cur->ends != ENDS_YES)
        return 4;
    return p->prev->measure != p->cur->measure ? 1 : 0;
}

/* One character alone that ends nothing: the last one of a heading, or a drop cap. */
static bool is_orphan(const struct line *l)
{
    return l->cjk && l->width <= 2 && l->ends == ENDS_NO && !l->spread;
}

/* The last word of a line is capitalised, as the first part of a name is. */
static bool ends_capitalised(struct str s)
{
    size_t from = s.n;

    while (from > 0 && s.s[from - 1] != ' ')
        from--;
    return from < s.n && s.s[from] >= 'A' && s.s[from] <= 'Z';
}

/* A line of Latin text in mid-sentence that begins like a sentence: names do, and few others. */
static int cost_capital(const struct place *p)
{
    static const char *const words[] = {"A ",    "An ",   "The ",  "In ",   "It ",  "He ",
                                        "She ",  "They ", "We ",   "This ", "That ", "But ",
                                        "And ",  "For ",  "On ",   "At ",   "When ", "If "};
    uint32_t first = utf8_at(p->cur->text, 0);

    if (p->cur->cjk || p->cur->hangul || p->prev->last != CC_LETTER || first < 'A' || first > 'Z')
        return 0;
    return STR_STARTS_ANY(p->cur->text, words) > 0 ? 3 : !ends_capitalised(p->prev->text);
}

/* The paragraph goes on over the end of prev, which is its first line or a later one. */
static int cost_more(const struct place *p, enum role before)
{
    const struct line *prev = p->prev, *cur = p->cur;
    int cost = 0;

    if (cannot_begin(cur))
        return 0;
    if (cur->verse)
        return ROLECOST_NEVER;
    if (cur->opening || cur->chapter == CHAPTER_TITLE)
        cost += 6;
    if (is_unwrapped(prev) && is_unwrapped(cur))
        return cost + 8;
    if (measure_is_over(cur))
        cost += OVER;
    if (begins_indented(p))
        cost += 6;
    if (!measure_is_early(prev, cur) && prev->ends == ENDS_NO)
        cost += cost_capital(p);
    if (before == ROLE_FIRST && is_orphan(prev))
        return cost;
    if (is_apart(p))
        cost += prev->ends == ENDS_YES ? 4 : 2;
    if (before == ROLE_FIRST && measure_is_short_of_indent(prev, cur))
        cost += p->lost_indent ? prev->ends == ENDS_YES : prev->ends == ENDS_YES ? 3 : 1;
    else if (measure_is_early(prev, cur))
        cost += cost_early(p);
    else if (prev->ends == ENDS_YES)
        cost += cost_over_full_stop(p);
    return cost;
}

/* A line of ideographs that leaves no room for the indent that paragraphs lost here. */
static bool lacks_ghost_indent(const struct place *p)
{
    const struct line *cur = p->cur;
    int unsure = cur->narrow > 0 ? 1 + cur->narrow / 4 : 0;

    return cur->cjk && cur->ends == ENDS_NO && cur->measure == p->prev->measure &&
           cur->measure - cur->least + unsure < (p->japanese ? 1 : 3);
}

/* cur begins a paragraph after a paragraph that ends with prev. */
static int cost_first(const struct place *p)
{
    const struct line *prev = p->prev, *cur = p->cur;
    int cost;

    if (cannot_begin(cur))
        return ROLECOST_NEVER;
    if (cur->verse && prev->verse)
        return 0;
    if (cur->chapter != CHAPTER_NO)
        return 6;
    if (is_unwrapped(prev))
        return prev->ends == ENDS_NO ? 1 : 0;
    cost = prev->ends == ENDS_YES ? 0 : prev->ends == ENDS_MAYBE ? 3 : 7;
    if (is_apart(p) && cost > 0)
        cost -= cost > 3 ? 3 : 2;
    if (begins_indented(p))
        return cost / 2;
    if (p->indented && !is_apart(p))
        cost += 2;
    if (p->lost_indent && lacks_ghost_indent(p) && !is_apart(p))
        cost += 3;
    else if (is_latin_start(p))
        cost += 0;
    else if (prev->ends == ENDS_YES && !measure_is_early(prev, cur) && !is_apart(p))
        cost += measure_has_ghost_indent(cur, p->next, p->japanese) || prev->measure != cur->measure
                    ? 1
                    : 2;
    return cost;
}

/* What a paragraph's first line costs after a heading or byline, or at the text's beginning. */
static int cost_first_after_heading(const struct place *p, enum role from)
{
    int cost = 1;

    if (cannot_begin(p->cur))
        return ROLECOST_NEVER;
    if (is_orphan(p->cur) && from != ROLE_BYLINE)
        cost = 5;

    if (p->cur->opening)
        cost -= 3;
    if (p->cur->chapter == CHAPTER_TITLE)
        cost += 4;
    return cost;
}

/* A line of a heading, by itself: headings end no sentence and do not keep to the column. */
static int cost_heading_line(const struct place *p)
{
    const struct line *cur = p->cur;
    int cost = 0;

    if (cur->chapter != CHAPTER_NO)
        return -5;
    if (cur->verse)
        return 6;
    if (cur->opening || cannot_begin(cur))
        cost += 6;
    if (cur->byline == BYLINE_STRONG || cur->credit)
        cost += 6;
    if (cur->ends == ENDS_YES)
        cost += cur->last == CC_STOP ? 3 : 1;
    if (cur->last == CC_STOP && cur->ends == ENDS_NO)
        cost += 3;
    if (cur->inner_stop)
        cost += 4;
    if (measure_is_over(cur) && !is_unwrapped(cur))
        cost -= 2;
    if (cur->first == CC_OQUOTE && cur->last == CC_CQUOTE && !cur->stops)
        cost -= 1;
    if (is_unwrapped(cur) && cur->width > 80)
        cost += 4;
    if (has_usual_indent(p))
        cost += 3;
    return cost;
}

/* cur is the last line of a heading: it stops before the column is full, and no sentence ends. */
static int cost_heading_end(const struct place *p)
{
    const struct line *cur = p->cur;

    if (!p->next)
        return 0;
    if (cur->ends == ENDS_YES && cur->last == CC_STOP)
        return 0;
    if (measure_is_short_of_indent(cur, p->next))
        return p->next_ghost ? -2 : 0;
    if (measure_is_early(cur, p->next) || measure_is_over(cur))
        return -3;
    if (cur->measure > 0 && (p->next->measure != cur->measure || (p->lost_indent && p->next_ghost)))
        return -2;
    return is_unwrapped(cur) && cur->ends == ENDS_NO && cur->width <= 60 ? -1 : 0;
}

/* A signed heading may stand in the middle of a sentence, behind a full line. */
static bool interrupts(const struct place *p)
{
    return p->signed_soon && !measure_is_early(p->prev, p->cur);
}

static int cost_heading_begin(const struct place *p)
{
    int cost = 4;

    if (!p->prev)
        return 2;
    if (p->prev->ends == ENDS_NO)
        cost += is_apart(p) ? 3 : interrupts(p) ? 2 : 6;
    else if (p->prev->ends == ENDS_MAYBE)
        cost += 3;
    else if (!measure_is_early(p->prev, p->cur) && !is_apart(p))
        cost += 1;
    if (is_apart(p) || p->cur->page)
        cost -= 1;
    return cost;
}

/* In narrow columns, and where extraction parted its words, a heading has many lines. */
static int cost_heading_more(const struct place *p, enum role before)
{
    bool many = p->cur->spread || (p->cur->measure > 0 && p->cur->measure <= NARROW);
    int cost = before == ROLE_HEAD_LONG && !many ? 4 : 1;

    if (is_apart(p))
        cost += 3;
    if (p->prev->chapter == CHAPTER_SECTION || p->cur->chapter != CHAPTER_NO)
        cost += 8;
    return cost;
}

static bool is_heading(enum role r)
{
    return r == ROLE_HEAD || r == ROLE_HEAD_MORE || r == ROLE_HEAD_LONG;
}

static int cost_byline(const struct place *p, enum role before)
{
    enum byline b = (enum byline)p->cur->byline;

    if (b == BYLINE_STRONG && is_heading(before))
        return -5;
    if (b == BYLINE_STRONG)
        return p->prev && p->prev->ends == ENDS_NO ? 5 : before == ROLE_FIRST ? 3 : -1;
    if (!is_heading(before) || (b != BYLINE_WEAK && !(b == BYLINE_BARE && p->japanese)))
        return ROLECOST_NEVER;
    if (p->prev->chapter != CHAPTER_NO && p->prev->text.s[0] != '#')
        return ROLECOST_NEVER;
    if (p->cur->cjk && p->cur->width == NAME_WIDTH)
        return -3;
    return is_unwrapped(p->prev) || measure_is_early(p->prev, p->cur) || measure_is_over(p->prev)
               ? -2
               : 0;
}

static bool is_body(enum role r)
{
    return r == ROLE_FIRST || r == ROLE_MORE;
}

/* What it costs to end a text of that role with prev. */
static int cost_leave(const struct place *p, enum role role)
{
    return is_heading(role) ? p->leave : 0;
}

/* cur begins a heading of its own right behind a heading or byline. Two lines that stand together
 * are one heading, however they end. */
static int cost_another_heading(const struct place *p, enum role from)
{
    return is_apart(p) ? 1 + cost_leave(p, from) : 4;
}

int rolecost_step(const struct place *p, enum role from, enum role to)
{
    switch (to) {
    case ROLE_FIRST:
        return is_body(from) ? p->first : cost_first_after_heading(p, from) + cost_leave(p, from);
    case ROLE_MORE:
        return is_body(from) ? cost_more(p, from) : ROLECOST_NEVER;
    case ROLE_HEAD:
        return (is_body(from) ? p->begin : cost_another_heading(p, from)) + p->heading;
    case ROLE_HEAD_MORE:
        return from == ROLE_HEAD ? cost_heading_more(p, from) + p->heading : ROLECOST_NEVER;
    case ROLE_HEAD_LONG:
        return from == ROLE_HEAD_MORE || from == ROLE_HEAD_LONG
                   ? cost_heading_more(p, from) + p->heading
                   : ROLECOST_NEVER;
    case ROLE_BYLINE:
        return cost_byline(p, from) + cost_leave(p, from);
    default:
        return ROLECOST_NEVER;
    }
}

int rolecost_start(const struct place *p, enum role role)
{
    switch (role) {
    case ROLE_FIRST:
        return cost_first_after_heading(p, ROLE_HEAD);
    case ROLE_HEAD:
        return p->begin + p->heading;
    case ROLE_BYLINE:
        return p->cur->byline == BYLINE_STRONG ? 0 : ROLECOST_NEVER;
    default:
        return ROLECOST_NEVER;
    }
}

void rolecost_look(struct place *p)
{
    p->begin = cost_heading_begin(p);
    p->heading = cost_heading_line(p);
    p->first = p->prev ? cost_first(p) : ROLECOST_NEVER;
    if (p->prev) {
        struct place prev = {.cur = p->prev, .next = p->cur, .lost_indent = p->lost_indent};

        prev.next_ghost = measure_has_ghost_indent(p->cur, p->next, p->japanese);
        p->leave = cost_heading_end(&prev);
    }
}
