#include <config.h>

#include "paper/article.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "text/charclass.h"
#include "text/glyph.h"
#include "text/utf8.h"

enum { TITLE_CLUSTERS = 40 };

void article_init(struct article *a)
{
    *a = (struct article){0};
}

void article_free(struct article *a)
{
    strbuf_free(&a->text);
    free(a->blocks);
    article_init(a);
}

void article_copy(const struct article *a, struct article *copy)
{
    *copy = *a;
    copy->text = (struct strbuf){0};
    strbuf_add_str(&copy->text, strbuf_str(&a->text));
    copy->cap_blocks = a->n_blocks;
    copy->blocks = xmalloc(a->n_blocks * sizeof *copy->blocks);
    for (size_t i = 0; i < a->n_blocks; i++)
        copy->blocks[i] = a->blocks[i];
}

void article_add(struct article *a, enum block_kind kind, struct str text)
{
    struct block *b;

    if (a->n_blocks > 0)
        strbuf_add_char(&a->text, '\n');
    a->blocks = xgrow(a->blocks, &a->cap_blocks, a->n_blocks + 1, sizeof *a->blocks);
    b = &a->blocks[a->n_blocks++];
    b->kind = kind;
    b->from = a->text.n;
    strbuf_add_str(&a->text, text);
    b->to = a->text.n;
}

void article_reserve(struct article *a, size_t blocks, size_t bytes)
{
    a->blocks = xgrow(a->blocks, &a->cap_blocks, blocks, sizeof *a->blocks);
    strbuf_reserve(&a->text, bytes + blocks); /* a line end each */
}

void article_extend(struct article *a, struct str text)
{
    strbuf_add_char(&a->text, ' ');
    strbuf_add_str(&a->text, text);
    a->blocks[a->n_blocks - 1].to = a->text.n;
}

struct str article_part(const struct article *a, enum block_kind kind)
{
    for (size_t i = 0; i < a->n_blocks; i++)
        if (a->blocks[i].kind == kind)
            return article_block(a, i);
    return (struct str){0};
}

/* Its beginning, up to the first stop, or TITLE_CLUSTERS clusters. */
static struct str first_words(struct str text)
{
    size_t off = 0;

    for (int i = 0; off < text.n && i < TITLE_CLUSTERS; i++) {
        enum charclass c = charclass_of(utf8_at(text, off));

        if (i > 0 && (c == CC_STOP || c == CC_CONTROL))
            break;
        off = glyph_next(text, off);
    }
    return str_sub(text, 0, off);
}

struct str article_title(const struct article *a, bool *printed)
{
    static const enum block_kind instead[] = {BLOCK_PARAGRAPH, BLOCK_VERBATIM, BLOCK_SUBHEAD,
                                              BLOCK_CAPTION,   BLOCK_JUMP,     BLOCK_KICKER,
                                              BLOCK_BYLINE};
    struct str s = article_part(a, BLOCK_HEADLINE);

    if (printed)
        *printed = s.n > 0;
    if (s.n > 0)
        return s;
    for (size_t i = 0; s.n == 0 && i < sizeof instead / sizeof *instead; i++)
        s = article_part(a, instead[i]);
    return first_words(s);
}

static bool is_word(enum charclass c)
{
    return (c >= CC_LETTER && c <= CC_FWLETTER) || c == CC_MARK;
}

uint64_t article_key(const struct article *a)
{
    struct str text = strbuf_str(&a->text);
    uint64_t hash = 0xCBF29CE484222325; /* FNV-1a, a character at a time */
    uint32_t cp;

    for (size_t off = 0; off < text.n;) {
        if (off + 2 < text.n && utf8_row(text, off) < UTF8_ROWS) { /* most are */
            cp = utf8_ideograph(text, off);
            off += 3;
        } else {
            off += utf8_get(text, off, &cp);
            if (!is_word(charclass_of(cp)))
                continue;
        }
        hash = (hash ^ cp) * 0x100000001B3;
    }
    /* Every bit of the hash in every bit of the key (the finalizer of MurmurHash3). */
    hash = (hash ^ hash >> 33) * 0xFF51AFD7ED558CCD;
    hash = (hash ^ hash >> 33) * 0xC4CEB9FE1A85EC53;
    hash ^= hash >> 33;
    return hash ? hash : 1;
}
