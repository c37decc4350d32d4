#include <config.h>

#include "paper/rolecache.h"

#include "paper/byline.h"
#include "paper/chapter.h"
#include "paper/measure.h"

/* What the rules ask of a line ... */
enum {
    ENDS = 1 << 0 | 1 << 1, /* enum ending */
    FULL_STOP = 1 << 2,     /* at its end */
    STOP = 1 << 3,          /* or a full one */
    INNER_STOP = 1 << 4,
    QUOTE = 1 << 5, /* all of it */
    OVER = 1 << 6,
    CANNOT_BEGIN = 1 << 7, /* a paragraph, by its first character */
    DASH = 1 << 8,
    SPREAD = 1 << 9,
    PAGE = 1 << 10,
    PARTED = 1 << 11,
    SINGLE = 1 << 12,
    EARLY = 1 << 13,
    NARROW = 1 << 14,
    BULLET = 1 << 15,
    TOLD = 1 << 16,
    OF_HEADING = 0xFF,
    OF_PREV = ENDS | FULL_STOP | OVER | DASH | SPREAD | PAGE | PARTED | SINGLE | EARLY,
    OF_CUR = ENDS | OVER | CANNOT_BEGIN | SPREAD | PAGE | PARTED | SINGLE | NARROW | BULLET,
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
    KEPT = 1 << 8 /* of every row that is kept */
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
           fact(l->inner_stop, INNER_STOP) | fact(rolecost_is_narrow(l), NARROW) | TOLD;
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
        facts |= fact(rolecost_begins_indented(p), INDENTED);
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

/* What the rules ask of two plain lines, but of the second one as the line of a heading. */
static inline uint64_t facts_at(const struct place *p, unsigned prev, unsigned cur)
{
    unsigned both = KEPT | facts_of_both(p);

    if (prev & EARLY)
        both |= facts_of_room(p->prev, p->cur);
    return (uint64_t)both << 2 * OF_ONE | (uint64_t)(prev & OF_PREV) << OF_ONE | (cur & OF_CUR);
}

static inline void look_at_line(struct rolecache *c, struct place *p, unsigned facts)
{
    bool usual = p->indented && rolecost_has_usual_indent(p);
    struct roleline *line = &c->lines[(facts & OF_HEADING) | fact(usual, OF_HEADING + 1)];

    if (!line->known) {
        rolecost_look_at_line(p);
        *line = (struct roleline){true, (int16_t)p->heading};
    }
    p->heading = line->heading;
}

const struct rolecost *rolecache_look(struct rolecache *c, struct place *p)
{
    unsigned prev = c->last, cur = facts_of(p->cur, p->next, p->gap);
    struct rolerow *row;
    uint64_t facts;

    c->last = cur;
    if (prev == 0 || !is_plain(p)) {
        rolecost_look(p);
        return &p->cost;
    }
    facts = facts_at(p, prev, cur);
    row = &c->rows[facts * 0x9E3779B97F4A7C15U >> (64 - ROLECACHE_BITS)];
    if (row->facts != facts) {
        rolecost_look(p);
        *row = (struct rolerow){facts, p->cost};
    }
    look_at_line(c, p, cur);
    return &row->cost;
}
