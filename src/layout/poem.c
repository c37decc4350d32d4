#include <config.h>

#include "layout/poem.h"

#include "text/charclass.h"
#include "text/utf8.h"

enum { FEWEST = 3 };

/* The ideographs from *off on, which moves behind them. */
static size_t count_ideographs(struct str line, size_t *off)
{
    size_t n = 0;

    while (*off < line.n) {
        uint32_t cp;
        size_t len = utf8_get(line, *off, &cp);

        if (charclass_of(cp) != CC_HAN)
            break;
        *off += len;
        n++;
    }
    return n;
}

static bool is_blank(enum charclass class)
{
    return class == CC_IDSPACE || class == CC_SPACE;
}

/* The place behind the blanks at off, and behind stops if there may be any. */
static size_t skip(struct str line, size_t off, bool stops)
{
    while (off < line.n) {
        uint32_t cp;
        size_t next = off + utf8_get(line, off, &cp);
        enum charclass class = charclass_of(cp);

        if (!is_blank(class) && !(stops && class == CC_STOP))
            break;
        off = next;
    }
    return off;
}

/* How many ideographs every phrase of the line has; 0 when it is none of verse. */
static size_t foot_of(struct str line)
{
    size_t off = 0, foot = 0;

    while (off < line.n) {
        size_t n = count_ideographs(line, &off);

        if ((n != 5 && n != 7) || (foot > 0 && n != foot))
            return 0;
        foot = n;
        off = skip(line, off, true);
    }
    return foot;
}

size_t poem_find(const struct article *a, size_t block, int cols, struct glyph_mode mode,
                 int *widest)
{
    size_t foot = 0, n = 0;

    *widest = 0;
    for (size_t i = block; i < a->n_blocks && a->blocks[i].kind == BLOCK_PARAGRAPH; i++, n++) {
        struct str line = str_sub(strbuf_str(&a->text), a->blocks[i].from, a->blocks[i].to);
        size_t here;
        int wide;

        line = str_sub(line, skip(line, 0, false), line.n);
        here = foot_of(line);
        if (here == 0 || (foot > 0 && here != foot))
            break;
        wide = glyph_cols(line, mode);
        if (wide > cols)
            break;
        foot = here;
        if (wide > *widest)
            *widest = wide;
    }
    return n >= FEWEST ? n : 0;
}
