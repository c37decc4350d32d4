/* Labelled lines joined into the pieces of a page: paragraphs, heading lines, bylines. */
#ifndef KANBAO_PAPER_BLOCKS_H
#define KANBAO_PAPER_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "paper/article.h"
#include "paper/lines.h"
#include "paper/rule.h"
#include "paper/words.h"

/* A paragraph, a line of a heading, a byline, a caption or a jump line. */
struct piece {
    enum block_kind kind; /* HEADLINE for every heading until paper/segment has told them apart */
    struct str text;      /* joined and clean; in struct pieces */
    size_t from, to;      /* bytes of the text, from its first line to its last */
    size_t article;       /* which article it belongs to; set by paper/segment */
    uint16_t measure;     /* of its lines; 0 where a line is a paragraph */
    uint8_t chapter;      /* enum chapter */
    bool cjk;             /* its first line is Chinese or Japanese */
    bool joins;           /* a line of a heading that goes on with the piece before */
    bool apart;           /* more space before it than between the lines of a paragraph */
    bool page;            /* first on its page */
    bool lifted;          /* a heading that stood inside a sentence */
    bool over;            /* wider than the column */
    bool opening;         /* begins like a news item */
    uint8_t rule;         /* enum rule that made it a headline, a kicker, a subhead */
};

/* What a piece turned out to be, and which rule said so. */
static inline void piece_become(struct piece *p, enum block_kind kind, enum rule rule)
{
    p->kind = kind;
    p->rule = (uint8_t)rule;
}

struct pieces {
    struct piece *v;
    size_t n, cap;
    struct arena arena;
    struct words words; /* of the text, for joining */
};

/* Joins the labelled lines (paper/label) and tells each line its piece; the lines of headings stay
 * apart until blocks_join_headings. Borrows the lines' text. `out` must be zero or freed. */
void blocks_join(struct lines *l, struct pieces *out);
/* Joins lines of headings that turned out to be of one kind and of one article. Pieces that became
 * part of others are left without text. */
void blocks_join_headings(struct lines *l, struct pieces *p);
/* Every line that is not set aside a piece of that kind, all of one article. Borrows the lines'
 * text. */
void blocks_keep(struct lines *l, enum block_kind kind, struct pieces *out);
void blocks_free(struct pieces *p);

#endif
