#include <config.h>

#include "paper/rolecost.h"

#include "paper/byline.h"
#include "paper/chapter.h"
#include "paper/measure.h"
#include "text/utf8.h"

enum {
    LATIN_INDENT = 2,  /* half ems */
    NAME_WIDTH = 6,    /* half ems of most names */
    WHOLE = 10,        /* half ems of a heading at least */
    SMALL = 6,         /* a heading or a paragraph that begins with a small letter */
    TOGETHER = 6,      /* what blank lines part elsewhere stands together */
    RESUMED = 4,       /* a heading whose line goes on behind the next byline */
    KICKED = 4,        /* text right below a kicker, which a dash ends */
    OVER = 2           /* a line of a paragraph that is wider than its column */
};

static bool is_apart(const struct place *p)
{
    return !p->prev || (p->cur->blanks > p->gap && !p->cur->page);
}

static bool begins_small(const struct line *l)
{
    return !l->cjk && l->text.s[0] >= 'a' && l->text.s[0] <= 'z';
}

bool rolecost_begins_indented(const struct place *p)
{
    return p->indented && p->cur->indent >= 2 && !begins_small(p->cur) &&
           (!p->prev || p->cur->indent > p->prev->indent || p->prev->indent >= 2);
}

/* Where paragraphs begin so, and this line does. */
bool rolecost_has_usual_indent(const struct place *p)
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

/* A line of Latin that goes on with a sentence: it begins with a small letter. */
static bool goes_on_in_latin(const struct line *prev, const struct line *cur)
{
    return begins_small(cur) && prev->ends == ENDS_NO;
}

/* A line of Latin that begins a sentence where prev ended none: with a capital on a word that has
 * one only there. */
static bool begins_in_latin(const struct line *prev, const struct line *cur)
{
    static const char *const words[] = {"A ",  "After ", "An ", "And ", "As ",   "At ",   "But ",
                                        "For ", "From ", "He ", "If ",  "In ",   "It ",   "On ",
                                        "She ", "The ",  "They ", "This ", "We ", "When ", "With "};

    return cur->first == CC_LETTER && !cur->cjk && prev->ends == ENDS_NO &&
           prev->last == CC_LETTER && STR_STARTS_ANY(cur->text, words) > 0;
}

/* prev stopped before the column was full, and yet the paragraph goes on. */
static int cost_early(const struct place *p)
{
    if (p->cur->credit)
        return 1;
    if (p->prev->ends == ENDS_YES)
        return 5;
    if (goes_on_in_latin(p->prev, p->cur))
        return 1;
    if (p->prev->measure != p->cur->measure)
        return 2;
    if (measure_is_just_early(p->prev, p->cur))
        return p->prev->narrow > 0 || !charclass_is_cjk((enum charclass)p->cur->first) ? 1 : 3;
    return 4;
}

/* A new sentence of Latin text whose line is short by an indent: there paragraphs are short, and a
 * sentence rarely ends with the line. */
static inline bool is_latin_start(const struct place *p)
{
    char first = p->cur->text.s[0];
    bool capital =
        (first >= 'A' && first <= 'Z') || p->cur->first == CC_OQUOTE || p->cur->first == CC_AQUOTE;

    return !p->cur->cjk && !p->cur->hangul && capital &&
           p->cur->width + LATIN_INDENT <= p->cur->measure;
}

/* A sentence ends just where the column does, and yet the paragraph goes on. */
static int cost_over_full_stop(const struct place *p)
{
    if (p->indented && !p->cur->cjk && p->cur->indent == 0)
        return 0;
    if (is_latin_start(p))
        return 2;
    if (p->ghost && p->cur->ends != ENDS_YES)
        return 4;
    return p->prev->measure != p->cur->measure ? 1 : 0;
}

/* One character alone that ends nothing: the last one of a heading, or a drop cap. */
static inline bool is_orphan(const struct line *l)
{
    return line_is_single(l) && l->ends == ENDS_NO && !l->spread;
}

/* The paragraph goes on over the end of prev, which is its first line or a later one: what that
 * costs by how prev ends. */
static inline int cost_over_end(const struct place *p, bool first)
{
    bool sentence = p->prev->ends == ENDS_YES;

    if (first && p->indent_short)
        return p->lost_indent ? sentence : sentence ? 3 : 1;
    if (p->early)
        return cost_early(p);
    return sentence ? cost_over_full_stop(p) : 0;
}

/* The paragraph goes on over the end of prev, whatever line of it that is. */
static int cost_more(const struct place *p)
{
    const struct line *prev = p->prev, *cur = p->cur;
    int cost = 0;

    if (cur->opening || cur->chapter == CHAPTER_TITLE)
        cost += 6;
    if (cur->byline == BYLINE_STRONG)
        cost += 2;
    if (cur->first == CC_BULLET && prev->ends == ENDS_YES)
        cost += 4;
    if (begins_in_latin(prev, cur))
        cost += 3;
    if (is_unwrapped(prev) && is_unwrapped(cur))
        return cost + 8;
    if (p->over)
        cost += OVER;
    if (rolecost_begins_indented(p))
        cost += 6;
    return cost;
}

static void look_at_more(struct place *p)
{
    const struct line *prev = p->prev, *cur = p->cur;
    int *cost = p->cost.more, gap = 0;

    if (cannot_begin(cur) || cur->verse || cur->quoted != prev->quoted) {
        cost[0] = cost[1] = cannot_begin(cur) ? 0 : ROLECOST_NEVER;
        return;
    }
    cost[0] = cost[1] = cost_more(p);
    if ((is_unwrapped(prev) && is_unwrapped(cur)) || p->together)
        return;
    if (p->apart)
        gap = prev->ends == ENDS_YES ? 4 : 2;
    if (!is_orphan(prev))
        cost[0] += gap + cost_over_end(p, true);
    cost[1] += gap + cost_over_end(p, false);
}

/* cur begins a paragraph after a paragraph that ends with prev. */
static int cost_first(const struct place *p)
{
    const struct line *prev = p->prev, *cur = p->cur;
    int cost;

    if (cannot_begin(cur))
        return ROLECOST_NEVER;
    if ((cur->verse && prev->verse) || cur->quoted != prev->quoted)
        return 0;
    if (cur->chapter != CHAPTER_NO)
        return 6;
    if (is_unwrapped(prev))
        return prev->ends == ENDS_NO ? 2 : 0;
    cost = prev->ends == ENDS_YES ? 0 : prev->ends == ENDS_MAYBE ? 3 : 7;
    if (prev->ends != ENDS_YES && begins_small(cur))
        cost += SMALL;
    if (p->apart && cost > 0)
        cost -= cost > 3 ? 3 : 2;
    if (p->together)
        cost += TOGETHER;
    if (rolecost_begins_indented(p))
        return prev->ends == ENDS_NO ? cost - 2 : cost / 2;
    if (p->indented && !p->apart)
        cost += 2;
    if (p->lost_indent && rolecost_lacks_ghost_indent(p) && !p->apart)
        cost += 3;
    else if (prev->ends == ENDS_YES && !p->early && !p->apart && !is_latin_start(p))
        cost += p->ghost || prev->measure != cur->measure ? 1 : 2;
    return cost;
}

/* A dash ends a kicker: the headline follows. */
static inline bool ends_kicker(const struct place *p)
{
    return p->prev && p->prev->last == CC_DASH;
}

/* What a paragraph's first line costs after a heading or byline, or at the text's beginning. */
static inline int cost_first_after_heading(const struct place *p, enum role from)
{
    int cost = 1;

    if (cannot_begin(p->cur))
        return ROLECOST_NEVER;
    if (from != ROLE_BYLINE && p->cur->cjk && is_orphan(p->cur))
        cost = 5;
    if (from != ROLE_BYLINE && p->prev && goes_on_in_latin(p->prev, p->cur))
        cost += 3;
    if (from != ROLE_BYLINE && ends_kicker(p))
        cost += KICKED;
    if (p->cur->opening)
        cost -= 3;
    if (p->cur->chapter == CHAPTER_TITLE)
        cost += 4;
    return cost;
}

/* A signed heading may stand in the middle of a sentence, behind a full line. */
static bool interrupts(const struct place *p)
{
    return p->prev_resumes.lift != LIFT_NO;
}

/* What it costs that a line whose sentence goes on behind the next byline is one of a heading. */
static int cost_resumed(const struct resumption *r)
{
    return (r->lift == LIFT_SURE ? RESUMED : 0) + (r->words > 0 ? r->words : 0);
}

/* A line of a heading, by itself: headings end no sentence and do not keep to the column. */
static inline int cost_heading_line(const struct place *p)
{
    const struct line *cur = p->cur;
    int cost = 0;

    if (cur->chapter != CHAPTER_NO)
        return -5;
    if (cur->verse || cur->quoted > 0)
        return 6;
    if (cur->opening || cannot_begin(cur))
        cost += 6;
    if (cur->byline == BYLINE_STRONG || cur->credit)
        cost += 6;
    if (cur->ends == ENDS_YES)
        cost += cur->last == CC_STOP ? 3 : 1;
    if ((cur->last == CC_STOP || cur->last == CC_ASTOP) && cur->ends == ENDS_NO)
        cost += cur->cjk ? 3 : 1;
    if (p->next && p->next->credit)
        cost += 4;
    if (cur->inner_stop)
        cost += 4;
    if (p->over && !is_unwrapped(cur))
        cost -= 2;
    if (cur->first == CC_OQUOTE && cur->last == CC_CQUOTE && !cur->stops)
        cost -= 1;
    if (is_unwrapped(cur) && cur->width > 80)
        cost += 4;
    if (rolecost_has_usual_indent(p))
        cost += 3;
    if (!interrupts(p))
        cost += cost_resumed(&p->cur_resumes);
    return cost;
}

/* prev is the last line of a heading: it stops before the column is full, and no sentence ends. */
static int cost_heading_end(const struct place *p)
{
    const struct line *last = p->prev;

    if (p->together)
        return TOGETHER;
    if (last->ends == ENDS_YES && last->last == CC_STOP)
        return 0;
    if (last->ends == ENDS_NO && p->apart && (last->page || last->blanks > p->gap))
        return -3; /* it stands alone */
    if (p->indent_short)
        return p->ghost ? -2 : 0;
    if (p->early || measure_is_over(last))
        return -3;
    if (last->measure > 0 && (p->cur->measure != last->measure || (p->lost_indent && p->ghost)))
        return -2;
    return is_unwrapped(last) && last->ends == ENDS_NO && last->width <= 60 ? -1 : 0;
}

/* A few characters above a byline, below a full line: the last ones of a heading, no whole one. */
static bool is_rest(const struct place *p)
{
    return p->prev->ends == ENDS_NO && !p->early && !p->apart && p->cur->width < WHOLE && p->next &&
           p->next->byline == BYLINE_STRONG;
}

static inline int cost_heading_begin(const struct place *p)
{
    int cost = 4;

    if (!p->prev)
        return 2;
    if (is_rest(p))
        cost += 3;
    if (p->prev->ends == ENDS_NO)
        cost += p->apart         ? 3
                : !interrupts(p) ? 6
                                 : (rolecost_is_narrow(p->cur) ? 2 : 1) - p->prev_resumes.words;
    else if (p->prev->ends == ENDS_MAYBE)
        cost += 3;
    else if (!p->early && !p->apart)
        cost += 1;
    if (p->apart || p->cur->page)
        cost -= 1;
    return cost;
}

/* In narrow columns, and where extraction parted its words, a heading has many lines. */
static void look_at_heading_more(struct place *p)
{
    bool many = p->cur->spread || rolecost_is_narrow(p->cur);
    int cost = (p->prev->spread && p->cur->spread ? 0 : 1);

    if (p->apart && !begins_small(p->cur))
        cost += 3;
    if (p->prev->chapter == CHAPTER_SECTION || p->cur->chapter != CHAPTER_NO || p->cur->page)
        cost += 8;
    p->cost.head_more = p->cost.head_long[0] = cost;
    p->cost.head_long[1] = many ? cost : cost + 3;
}

static bool is_heading(enum role r)
{
    return r == ROLE_HEAD || r == ROLE_HEAD_MORE || r == ROLE_HEAD_LONG;
}

static int cost_byline(const struct place *p, enum role before)
{
    enum byline b = (enum byline)p->cur->byline;

    if (b == BYLINE_STRONG && (is_heading(before) || (p->cur->signs_on && before == ROLE_BYLINE)))
        return -5;
    if (b == BYLINE_STRONG)
        return !p->prev                                         ? -1
               : p->prev->ends == ENDS_NO                       ? 5
               : p->prev->ends == ENDS_MAYBE                    ? 1
               : before == ROLE_FIRST && !is_unwrapped(p->prev) ? 3
                                                                : -1;
    if (!is_heading(before) || p->reads_on ||
        (b != BYLINE_WEAK && !(b == BYLINE_BARE && p->japanese)))
        return ROLECOST_NEVER;
    if (p->prev->chapter != CHAPTER_NO && p->prev->text.s[0] != '#')
        return ROLECOST_NEVER;
    if (p->cur->cjk && (p->cur->width == NAME_WIDTH ||
                        (p->cur->width < NAME_WIDTH && p->next && p->next->verse)))
        return -3;
    return is_unwrapped(p->prev) || p->early || measure_is_over(p->prev) ? -2 : 0;
}

/* leave: what it costs that prev ends a heading. */
static void look_at_first(struct place *p, int leave)
{
    p->cost.first.text = cost_first(p);
    p->cost.first.heading = cost_first_after_heading(p, ROLE_HEAD) + leave;
    p->cost.first.byline = cost_first_after_heading(p, ROLE_BYLINE);
}

/* cur begins a heading, of its own also right behind a heading or byline. Two lines that stand
 * together are one heading, however they end. One of Latin begins with a capital. */
static void look_at_heading(struct place *p, int leave)
{
    int small = begins_small(p->cur) ? SMALL : 0;
    int another = small + (p->apart || ends_kicker(p) ? 1 : 4);

    p->cost.head.text = small + cost_heading_begin(p);
    p->cost.head.heading = another + (p->apart ? leave : 0);
    p->cost.head.byline = another;
}

static void look_at_byline(struct place *p, int leave)
{
    for (int from = ROLE_FIRST; from <= ROLE_BYLINE; from++)
        p->cost.byline[from] =
            cost_byline(p, (enum role)from) + (is_heading((enum role)from) ? leave : 0);
}

void rolecost_look_at_line(struct place *p)
{
    p->over = measure_is_over(p->cur);
    p->heading = cost_heading_line(p);
}

void rolecost_look(struct place *p)
{
    int leave;

    rolecost_look_at_line(p);
    p->apart = is_apart(p);
    p->together = p->parted && !p->apart;
    p->early = measure_is_early(p->prev, p->cur);
    p->indent_short = p->early && measure_is_short_of_indent(p->prev, p->cur);
    p->ghost = measure_has_ghost_indent(p->cur, p->next, p->japanese);
    leave = cost_heading_end(p);
    look_at_first(p, leave);
    look_at_more(p);
    look_at_heading(p, leave);
    look_at_heading_more(p);
    if (p->cur->byline != BYLINE_NO)
        look_at_byline(p, leave);
}

int rolecost_start(struct place *p, enum role role)
{
    p->apart = is_apart(p);
    p->over = measure_is_over(p->cur);
    switch (role) {
    case ROLE_FIRST:
        return cost_first_after_heading(p, ROLE_HEAD);
    case ROLE_HEAD:
        return cost_heading_begin(p) + cost_heading_line(p);
    case ROLE_BYLINE:
        return p->cur->byline == BYLINE_STRONG ? 0 : ROLECOST_NEVER;
    default:
        return ROLECOST_NEVER;
    }
}
