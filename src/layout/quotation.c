#include <config.h>

#include "layout/quotation.h"

#include "text/glyph.h"
#include "text/utf8.h"

enum { LEVEL_COLS = 4, LEVEL_MAX = 2, INDENTS = 16 };

size_t quotation_lead(struct str paragraph)
{
    size_t off = 0;

    while (off < paragraph.n) {
        uint32_t cp;
        size_t next = off + utf8_get(paragraph, off, &cp);

        if ((cp != ' ' && cp != '\t' && cp != 0x3000) || glyph_next(paragraph, off) != next)
            break;
        off = next;
    }
    return off;
}

static int lead_cols(struct str paragraph)
{
    return glyph_cols(str_sub(paragraph, 0, quotation_lead(paragraph)),
                      (struct glyph_mode){.ambiguous = 1});
}

int quotation_usual(const struct article *a)
{
    size_t n[INDENTS] = {0};
    int usual = LEVEL_COLS;

    for (size_t i = 0; i < a->n_blocks; i++) {
        const struct block *b = &a->blocks[i];
        int cols;

        if (b->kind != BLOCK_PARAGRAPH)
            continue;
        cols = lead_cols(str_sub(strbuf_str(&a->text), b->from, b->to));
        if (cols > LEVEL_COLS && cols < INDENTS && ++n[cols] > a->n_blocks / 2)
            usual = cols;
    }
    return usual;
}

int quotation_level(struct str paragraph, int usual)
{
    int level = (lead_cols(paragraph) - usual) / LEVEL_COLS;

    return level > 0 && level <= LEVEL_MAX ? level : 0;
}
