/* What it costs that a line begins a paragraph, goes on with one, is a heading or a byline: every
 * rule is one small function that says what a role costs at a place. A cost of one is about one
 * mild surprise. */
#ifndef KANBAO_PAPER_ROLECOST_H
#define KANBAO_PAPER_ROLECOST_H

#include <stdbool.h>
#include <stdint.h>

#include "paper/lift.h"
#include "paper/lines.h"

enum { ROLECOST_NEVER = 1000 };

/* What it costs that a line has a role when the line before has another, for a line of a heading
 * besides p->heading: there are no steps but these. */
struct rolecost {
    struct {
        int text, heading, byline; /* behind any line of a paragraph, any of a heading, a byline */
    } first, head;
    int more[2];            /* behind ROLE_FIRST, behind ROLE_MORE */
    int head_more;          /* behind ROLE_HEAD */
    int head_long[2];       /* behind ROLE_HEAD_MORE, behind ROLE_HEAD_LONG */
    int byline[ROLE_COUNT]; /* behind each role */
};

/* What the rules look at: a line, its neighbours, and the habits of the text around. */
struct place {
    const struct line *prev, *cur, *next; /* prev and next may be NULL */
    uint32_t gap;                         /* blank lines that mean nothing here */
    bool parted; /* blank lines part paragraphs here, and headings from them */
    bool japanese;
    bool indented;    /* paragraphs begin with white space here ... */
    uint16_t indent;  /* ... most of them with so much, in half ems */
    bool lost_indent; /* paragraphs begin with a line that is short by an indent here */
    /* A byline stands a few lines below: whether behind it a sentence goes on, that of prev or that
     * of cur, and how much better than on the next line, by the words (paper/seam). */
    struct resumption {
        enum lift lift;
        int words;
    } prev_resumes, cur_resumes;
    bool reads_on; /* cur, which may be a byline, ends a word that prev begins (paper/seam) */
    /* Found by rolecost_look: */
    bool apart;  /* cur is parted from prev by more than the lines of a paragraph are */
    bool together; /* cur is not, and blank lines part paragraphs here */
    bool early;  /* prev was ended before its column was full ... */
    bool indent_short; /* ... by no more than a first-line indent */
    bool over;   /* cur is wider than its column */
    bool ghost;  /* cur has lost a first-line indent */
    int heading; /* what it costs by itself that cur is a line of a heading */
    struct rolecost cost;
};

/* Some of what the rules ask of lines. */
/* Half ems of a column in which lines inside paragraphs look like bylines, and headings have many
 * lines; the second in Korean, which breaks between words. */
enum { ROLECOST_NARROW = 20, ROLECOST_NARROW_WORDS = 24 };

static inline bool rolecost_is_narrow(const struct line *l)
{
    return l->measure > 0 && l->measure <= (l->hangul ? ROLECOST_NARROW_WORDS : ROLECOST_NARROW);
}

/* cur has an indent such as paragraphs begin with here. */
bool rolecost_begins_indented(const struct place *p);
/* The one that most of them begin with. */
bool rolecost_has_usual_indent(const struct place *p);
/* A line of ideographs that leaves no room for the indent that paragraphs lost here. */
static inline bool rolecost_lacks_ghost_indent(const struct place *p)
{
    const struct line *cur = p->cur;
    int unsure = cur->narrow > 0 ? 1 + cur->narrow / 4 : 0;

    return cur->cjk && cur->ends == ENDS_NO && cur->measure == p->prev->measure &&
           cur->measure - cur->least + unsure < (p->japanese ? 1 : 3);
}

/* Finds p->heading. */
void rolecost_look_at_line(struct place *p);
/* Finds that and what the steps to p->cur cost; to a byline only where cur may be one. All else of
 * *p is set, and p->prev is not NULL. */
void rolecost_look(struct place *p);
/* The cost of the text's first line, p->cur, in that role. p->prev is NULL. */
int rolecost_start(struct place *p, enum role role);

#endif
