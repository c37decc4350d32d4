#include <config.h>

#include "paper/label.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "paper/byline.h"
#include "paper/chapter.h"
#include "paper/lift.h"
#include "paper/measure.h"
#include "text/utf8.h"

enum { NEVER = 1000, LATIN_INDENT = 2 /* half ems */, SIGNED = 3, /* lines of a heading */
       NAME_WIDTH = 6 /* half ems of most names */ };

/* What the rules look at: a line, its neighbours, and the habits of the text around. */
struct place {
    const struct line *prev, *cur, *next; /* prev and next may be NULL */
    uint32_t gap;                         /* blank lines that mean nothing here */
    bool japanese;
    bool indented;    /* paragraphs begin with white space here */
    bool lost_indent; /* paragraphs begin with a line that is short by an indent here */
    bool next_ghost;  /* next has lost a first-line indent */
    bool signed_soon; /* a byline stands one to three lines below, and behind it the sentence of
                         prev goes on */
    /* Costs at cur that no role before it changes, found once for all steps to it: */
    int first;   /* of a paragraph's first line behind a paragraph */
    int begin;   /* of a heading's first line behind a paragraph */
    int heading; /* of a heading's line, by itself */
    int leave;   /* of prev as a heading's last line */
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

/* The paragraph goes on over the end of prev, which is its first line or a later one. */
static int cost_more(const struct place *p, enum role before)
{
    const struct line *prev = p->prev, *cur = p->cur;
    int cost = 0;

    if (cannot_begin(cur))
        return 0;
    if (cur->verse)
        return NEVER;
    if (cur->opening || cur->chapter == CHAPTER_TITLE)
        cost += 6;
    if (is_unwrapped(prev) && is_unwrapped(cur))
        return cost + 8;
    if (begins_indented(p))
        cost += 6;
    if (is_apart(p))
        cost += prev->ends == ENDS_YES ? 4 : 2;
    if (before == ROLE_FIRST && measure_is_short_of_indent(prev, cur))
        cost += prev->ends == ENDS_YES ? 3 : 0;
    else if (measure_is_early(prev, cur))
        cost += cost_early(p);
    else if (prev->ends == ENDS_YES)
        cost += cost_over_full_stop(p);
    return cost;
}

/* A full line of ideographs, where paragraphs begin with a line that is short by an indent. */
static bool lacks_ghost_indent(const struct place *p)
{
    return p->cur->narrow == 0 && p->cur->cjk && p->cur->ends == ENDS_NO &&
           !measure_has_ghost_indent(p->cur, p->next, p->japanese) &&
           p->cur->measure == p->prev->measure && p->cur->width == p->cur->measure;
}

/* cur begins a paragraph after a paragraph that ends with prev. */
static int cost_first(const struct place *p)
{
    const struct line *prev = p->prev, *cur = p->cur;
    int cost;

    if (cannot_begin(cur))
        return NEVER;
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
        cost += 2;
    else if (is_latin_start(p))
        cost += 0;
    else if (prev->ends == ENDS_YES && !measure_is_early(prev, cur) && !is_apart(p))
        cost += measure_has_ghost_indent(cur, p->next, p->japanese) || prev->measure != cur->measure
                    ? 1
                    : 2;
    return cost;
}

/* One character alone that ends nothing: the last one of a heading. */
static bool is_orphan(const struct line *l)
{
    return l->cjk && l->width <= 2 && l->ends == ENDS_NO && !l->spread;
}

/* What a paragraph's first line costs after a heading or byline, or at the text's beginning. */
static int cost_first_after_heading(const struct place *p)
{
    int cost = cannot_begin(p->cur) ? NEVER : is_orphan(p->cur) ? 5 : 1;

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
    if (is_unwrapped(cur) && cur->width > 80)
        cost += 4;
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
        cost += 2;
    else if (!measure_is_early(p->prev, p->cur) && !is_apart(p))
        cost += 1;
    if (is_apart(p) || p->cur->page)
        cost -= 1;
    return cost;
}

/* cur begins a heading of its own right behind a heading or byline. */
static int cost_another_heading(const struct place *p)
{
    return is_apart(p) ? 1 : 4;
}

static int cost_heading_more(const struct place *p, enum role before)
{
    int cost = before == ROLE_HEAD_LONG ? 4 : 1;

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
        return before == ROLE_FIRST || (p->prev && p->prev->ends == ENDS_NO) ? 3 : -1;
    if (!is_heading(before) || (b != BYLINE_WEAK && !(b == BYLINE_BARE && p->japanese)))
        return NEVER;
    if (p->prev->chapter != CHAPTER_NO && p->prev->text.s[0] != '#')
        return NEVER;
    if (is_unwrapped(p->prev) || measure_is_early(p->prev, p->cur) || measure_is_over(p->prev))
        return -2;
    return p->cur->cjk && p->cur->width == NAME_WIDTH ? -2 : 0;
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

/* The cost of role `to` at p->cur when p->prev has role `from`. */
static int cost_step(const struct place *p, enum role from, enum role to)
{
    switch (to) {
    case ROLE_FIRST:
        return is_body(from) ? p->first : cost_first_after_heading(p) + cost_leave(p, from);
    case ROLE_MORE:
        return is_body(from) ? cost_more(p, from) : NEVER;
    case ROLE_HEAD:
        return (is_body(from) ? p->begin : cost_another_heading(p) + cost_leave(p, from)) +
               p->heading;
    case ROLE_HEAD_MORE:
        return from == ROLE_HEAD ? cost_heading_more(p, from) + p->heading : NEVER;
    case ROLE_HEAD_LONG:
        return from == ROLE_HEAD_MORE || from == ROLE_HEAD_LONG
                   ? cost_heading_more(p, from) + p->heading
                   : NEVER;
    case ROLE_BYLINE:
        return cost_byline(p, from) + cost_leave(p, from);
    default:
        return NEVER;
    }
}

static int cost_start(const struct place *p, enum role role)
{
    switch (role) {
    case ROLE_FIRST:
        return cost_first_after_heading(p);
    case ROLE_HEAD:
        return p->begin + p->heading;
    case ROLE_BYLINE:
        return p->cur->byline == BYLINE_STRONG ? 0 : NEVER;
    default:
        return NEVER;
    }
}

/* Most of the lines behind a short last line of a paragraph are short by an indent. */
static bool loses_indent(struct line **v, size_t n, bool japanese)
{
    size_t firsts = 0, ghosts = 0;

    for (size_t i = 1; i + 1 < n; i++) {
        if (v[i - 1]->ends != ENDS_YES || !measure_is_early(v[i - 1], v[i]) ||
            measure_is_short_of_indent(v[i - 1], v[i]))
            continue;
        firsts++;
        ghosts += measure_has_ghost_indent(v[i], v[i + 1], japanese);
    }
    return firsts >= 3 && ghosts * 3 >= firsts * 2;
}

/* The habits of a text, from all of its lines. */
static void find_habits(struct line **v, size_t n, struct place *p)
{
    size_t gaps = 0, indents = 0, firsts = 0, kana = 0;

    for (size_t i = 0; i < n; i++) {
        gaps += i > 0 && v[i]->blanks > 0;
        indents += v[i]->indent >= 2;
        firsts += i > 0 && v[i - 1]->ends == ENDS_YES;
        kana += v[i]->first == CC_KANA || v[i]->last == CC_KANA;
    }
    p->japanese = kana * 5 > n;
    p->lost_indent = loses_indent(v, n, p->japanese);
    p->gap = n > 4 && gaps * 10 >= n * 7 ? 1 : 0;
    p->indented = indents >= 3 && indents * 2 > firsts && indents * 4 < n * 3;
}

/* Whether a byline stands a few lines below and the sentence of prev goes on behind it. */
static void look_for_byline(struct place *p, struct line **v, size_t n, size_t i)
{
    p->signed_soon = false;
    for (size_t k = i + 1; p->prev && k + 1 < n && k <= i + SIGNED; k++) {
        if (v[k]->byline == BYLINE_STRONG)
            p->signed_soon = lift_resumes(p->prev, v[k + 1], k + 2 < n ? v[k + 2] : NULL,
                                          p->japanese);
        if (v[k]->byline == BYLINE_STRONG || v[k]->ends == ENDS_YES)
            return;
    }
}

static void look_at(struct place *p, struct line **v, size_t n, size_t i)
{
    p->prev = i > 0 ? v[i - 1] : NULL;
    p->cur = v[i];
    p->next = i + 1 < n ? v[i + 1] : NULL;
    look_for_byline(p, v, n, i);
    p->begin = cost_heading_begin(p);
    p->heading = cost_heading_line(p);
    p->first = p->prev ? cost_first(p) : NEVER;
    if (p->prev) {
        struct place prev = {.cur = p->prev, .next = p->cur};

        prev.next_ghost = measure_has_ghost_indent(p->cur, p->next, p->japanese);
        p->leave = cost_heading_end(&prev);
    }
}

/* The roles that may stand before each role, the first and the last of them: steps to it from all
 * others cost NEVER. */
static const struct {
    uint8_t first, last;
} before[ROLE_COUNT] = {
    [ROLE_FIRST] = {ROLE_FIRST, ROLE_BYLINE},
    [ROLE_MORE] = {ROLE_FIRST, ROLE_MORE},
    [ROLE_HEAD] = {ROLE_FIRST, ROLE_BYLINE},
    [ROLE_HEAD_MORE] = {ROLE_HEAD, ROLE_HEAD},
    [ROLE_HEAD_LONG] = {ROLE_HEAD_MORE, ROLE_HEAD_LONG},
    [ROLE_BYLINE] = {ROLE_FIRST, ROLE_BYLINE},
};

/* now[to]: the least cost of a sequence that ends at p->cur with role `to`, when best[] are those
 * of the line before; from[to] is the role there. */
static void take_step(const struct place *p, const int *best, int *now, uint8_t *from)
{
    for (int to = 0; to < ROLE_COUNT; to++) {
        now[to] = NEVER * 10;
        from[to] = ROLE_FIRST;
        if (to == ROLE_BYLINE && p->cur->byline == BYLINE_NO)
            continue;
        for (int r = before[to].first; r <= before[to].last; r++) {
            int cost = best[r] + cost_step(p, (enum role)r, (enum role)to);

            if (cost < now[to]) {
                now[to] = cost;
                from[to] = (uint8_t)r;
            }
        }
    }
}

/* Returns whether the text is Japanese. */
static bool label(struct line **v, size_t n)
{
    uint8_t(*from)[ROLE_COUNT] = xmalloc(n * sizeof *from);
    int best[ROLE_COUNT], now[ROLE_COUNT];
    struct place p = {0};
    int role = 0;

    find_habits(v, n, &p);
    look_at(&p, v, n, 0);
    for (int r = 0; r < ROLE_COUNT; r++)
        best[r] = cost_start(&p, (enum role)r);
    for (size_t i = 1; i < n; i++) {
        look_at(&p, v, n, i);
        take_step(&p, best, now, from[i]);
        int least = now[0];
        for (int r = 1; r < ROLE_COUNT; r++)
            least = now[r] < least ? now[r] : least;
        for (int r = 0; r < ROLE_COUNT; r++)
            best[r] = now[r] - least;
    }
    for (int r = 0; r < ROLE_COUNT; r++)
        best[r] += is_body((enum role)r) && v[n - 1]->ends == ENDS_NO && !v[n - 1]->verse ? 3 : 0;
    for (int r = 1; r < ROLE_COUNT; r++)
        if (best[r] < best[role])
            role = r;
    for (size_t i = n; i-- > 0;) {
        v[i]->role = (uint8_t)role;
        role = i > 0 ? from[i][role] : role;
    }
    free(from);
    return p.japanese;
}

void label_lines(struct lines *l)
{
    struct line **v = xmalloc(l->n * sizeof *v);
    size_t n = 0;

    for (size_t i = 0; i < l->n; i++)
        if (!line_is_aside(&l->v[i]))
            v[n++] = &l->v[i];
    if (n > 0)
        lift_headings(l, label(v, n));
    free(v);
}
