/* An article: what a careful reader would copy out of the page. One text, cut into blocks. */
#ifndef KANBAO_PAPER_ARTICLE_H
#define KANBAO_PAPER_ARTICLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* In the order in which they are shown: heading first, wherever the page had it. */
enum block_kind {
    BLOCK_KICKER,   /* 引题, 副题: a line above or below the headline */
    BLOCK_HEADLINE,
    BLOCK_BYLINE,   /* as printed: 记者 姚丽敏 */
    BLOCK_SUBHEAD,
    BLOCK_PARAGRAPH,
    BLOCK_CAPTION,  /* of a picture */
    BLOCK_JUMP,     /* （下转第3版） */
    BLOCK_VERBATIM  /* a line to be shown as it stands (verse, raw text) */
};

struct block {
    enum block_kind kind;
    size_t from, to; /* bytes of the article's text, without the line end */
};

/* Positions everywhere else are byte offsets into `text`. */
struct article {
    struct strbuf text; /* valid UTF-8; the blocks in order, one '\n' after each but the last */
    struct block *blocks;    /* owned */
    size_t n_blocks, cap_blocks;
    uint64_t from, to; /* bytes of the source, by whole lines: headings set after the body too */
    double confidence; /* 0 to 1: how sure its borders are (paper/confidence) */
};

/* Sets all to empty. */
void article_init(struct article *a);
void article_free(struct article *a);

/* A copy that stands alone. */
void article_copy(const struct article *a, struct article *copy);

/* Makes room for so many more blocks, and for so many bytes in them. */
void article_reserve(struct article *a, size_t blocks, size_t bytes);
/* Appends a block. */
void article_add(struct article *a, enum block_kind kind, struct str text);
/* Appends to the last block, behind a space. */
void article_extend(struct article *a, struct str text);

/* The text of block i. */
static inline struct str article_block(const struct article *a, size_t i)
{
    return str_sub(strbuf_str(&a->text), a->blocks[i].from, a->blocks[i].to);
}

/* The text of the first block of that kind; n is 0 when there is none. */
struct str article_part(const struct article *a, enum block_kind kind);

/* What the list shows: the headline, else the first words of the text up to a mark or 40 clusters.
 * *printed says which (may be NULL). Points into the article's text. */
struct str article_title(const struct article *a, bool *printed);

/* What it is known by, wherever and whenever it is found again: a hash of its letters, digits and
 * ideographs in their order. Spaces, line ends and marks do not count, so that it survives other
 * line lengths and other cleaning. Never 0. */
uint64_t article_key(const struct article *a);

#endif
