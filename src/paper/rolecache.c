#include <config.h>

#include "paper/rolecache.h"

#include "paper/byline.h"
#include "paper/chapter.h"
#include "paper/measure.h"

/* What the rules ask of a line ... */
enum {
    ENDS = 1 << 0 | 1 << 1, /* enum ending */
    FULL_STOP = 1 << 2,     /* at its end */
    DASH = 1 << 3,
    SPREAD = 1 << 4,
    PAGE = 1 << 5,
    PARTED = 1 << 6,
    OVER = 1 << 7,
    SINGLE = 1 << 8,
    EARLY = 1 << 9,
    STOP = 1 << 10, /* or a full one, at its end */
    INNER_STOP = 1 << 11,
    QUOTE = 1 << 12, /* all of it */
    NARROW = 1 << 13,
    CANNOT_BEGIN = 1 << 14, /* a paragraph, by its first character */
    BULLET = 1 << 15,
    OF_PREV = STOP - 1,
    OF_CUR = 0xFFFF & ~(DASH | EARLY),
    OF_ONE = 16 /* bits */
};

/* ... and of two. */
enum {
    INDENT_SHORT = 1 << 0,
    JUST_EARLY = 1 << 1,
    HALVES = 1 << 2,
    IDEOGRAPH = 1 << 3,
    OTHER_COLUMN = 1 << 4,
    GHOST = 1 << 5,
    NO_ROOM = 1 << 6,
    INDENTED = 1 << 7,
    USUAL_INDENT = 1 << 8,
    KEPT = 1 << 9 /* of every row that is kept */
};

static inline unsigned fact(bool is, unsigned fact)
{
    return is ? fact : 0;
}

/* Those of its first and last characters. */
static inline unsigned facts_of_ends(const struct line *l)
{
    static const uint16_t at_head[CC_COUNT] = {[CC_STOP] = CANNOT_BEGIN,
                                               [CC_CLOSE] = CANNOT_BEGIN,
                                               [CC_CQUOTE] = CANNOT_BEGIN,
                                               [CC_BULLET] = BULLET,
                                               [CC_OQUOTE] = QUOTE};
    static const uint16_t at_end[CC_COUNT] = {[CC_STOP] = FULL_STOP | STOP,
                                              [CC_ASTOP] = STOP,
                                              [CC_DASH] = DASH,
                                              [CC_CQUOTE] = QUOTE};
    unsigned head = at_head[l->first], end = at_end[l->last];

    return ((head | end) & ~(unsigned)QUOTE) | (head & end & fact(!l->stops, QUOTE));
}

static inline unsigned facts_of(const struct line *l, const struct line *next, uint32_t gap)
{
    return l->ends | facts_of_ends(l) | fact(l->spread, SPREAD) | fact(l->page, PAGE) |
           fact(l->blanks > gap, PARTED) | fact(measure_is_over(l), OVER) |
           fact(line_is_single(l), SINGLE) | fact(measure_is_early(l, next), EARLY) |
           fact(l->inner_stop, INNER_STOP) | fact(rolecost_is_narrow(l), NARROW);
}

/* Where the line before was ended early, which it was not before most lines. */
static unsigned facts_of_room(const struct line *prev, const struct line *cur)
{
    unsigned facts = fact(measure_is_short_of_indent(prev, cur), INDENT_SHORT);

    if (prev->ends == ENDS_YES || !measure_is_just_early(prev, cur))
        return facts;
    return facts | JUST_EARLY | fact(prev->narrow > 0, HALVES) |
           fact(charclass_is_cjk((enum charclass)cur->first), IDEOGRAPH);
}

static unsigned facts_of_both(const struct place *p)
{
    unsigned facts = fact(p->prev->measure != p->cur->measure, OTHER_COLUMN) |
                     fact(measure_has_ghost_indent(p->cur, p->next, p->japanese), GHOST);

    if (p->lost_indent)
        facts |= fact(rolecost_lacks_ghost_indent(p), NO_ROOM);
    if (p->indented)
        facts |= fact(rolecost_begins_indented(p), INDENTED) |
                 fact(rolecost_has_usual_indent(p), USUAL_INDENT);
    return facts;
}

/* Lines of ideographs in columns, and nothing about them that only few lines have: of others the
 * rules ask more. */
static bool is_plain(const struct place *p)
{
    static const struct line of_prev = {.chapter = 0xFF, .quoted = 0xFF};
    static const struct line of_cur = {.chapter = 0xFF,
                                       .byline = 0xFF,
                                       .quoted = 0xFF,
                                       .opening = true,
                                       .credit = true,
                                       .verse = true};
    static const struct line of_next = {.byline = 0xFF, .credit = true};

    return p->next && p->cur->cjk && p->prev->measure > 0 && p->cur->measure > 0 &&
           ((p->prev->marks & of_prev.marks) | (p->cur->marks & of_cur.marks) |
            (p->next->marks & of_next.marks)) == 0 &&
           p->prev_resumes.lift == LIFT_NO && p->cur_resumes.lift == LIFT_NO;
}

/* All that the rules ask where lines are plain. */
static inline uint64_t facts_at(struct rolecache *c, const struct place *p)
{
    unsigned prev = c->last == p->prev ? c->facts : facts_of(p->prev, p->cur, p->gap);
    unsigned cur = facts_of(p->cur, p->next, p->gap), both = KEPT | facts_of_both(p);

    if (prev & EARLY)
        both |= facts_of_room(p->prev, p->cur);
    c->last = p->cur;
    c->facts = cur;
    return (uint64_t)both << 2 * OF_ONE | (uint64_t)(prev & OF_PREV) << OF_ONE | (cur & OF_CUR);
}

const struct rolecost *rolecache_look(struct rolecache *c, struct place *p)
{
    struct rolerow *row;
    uint64_t facts;

    if (!is_plain(p)) {
        rolecost_look(p);
        return &p->cost;
    }
    facts = facts_at(c, p);
    row = &c->rows[facts * 0x9E3779B97F4A7C15U >> 56];
    if (row->facts != facts) {
        rolecost_look(p);
        *row = (struct rolerow){facts, p->cost};
    }
    return &row->cost;
}
