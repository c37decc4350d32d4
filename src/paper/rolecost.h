/* What it costs that a line begins a paragraph, goes on with one, is a heading or a byline: every
 * rule is one small function that says what a role costs at a place. A cost of one is about one
 * mild surprise. */
#ifndef KANBAO_PAPER_ROLECOST_H
#define KANBAO_PAPER_ROLECOST_H

#include <stdbool.h>
#include <stdint.h>

#include "paper/lines.h"

enum { ROLECOST_NEVER = 1000 };

/* What the rules look at: a line, its neighbours, and the habits of the text around. */
struct place {
    const struct line *prev, *cur, *next; /* prev and next may be NULL */
    uint32_t gap;                         /* blank lines that mean nothing here */
    bool japanese;
    bool indented;    /* paragraphs begin with white space here ... */
    uint16_t indent;  /* ... most of them with so much, in half ems */
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

/* Finds the costs at p->cur that no role before it changes. All else of *p is set. */
void rolecost_look(struct place *p);
/* The cost of role `to` at p->cur when p->prev has role `from`. */
int rolecost_step(const struct place *p, enum role from, enum role to);
/* The cost of the text's first line, p->cur, in that role. */
int rolecost_start(const struct place *p, enum role role);

#endif
