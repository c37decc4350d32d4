#include <config.h>

#include "layout/poem.h"

#include "text/charclass.h"
#include "text/utf8.h"

enum { FEWEST = 3, MOST = 64 };

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

/* Whether prose would never end with it. */
static bool goes_on(uint32_t last)
{
    return last == 0xFF0C || last == 0x3001 || last == 0xFF1B; /* ， 、 ； */
}

/* Whether it is like a line of free verse: a mark ends it, and it begins no speech and no item. */
static bool is_free(struct str line)
{
    enum charclass first, last;

    if (line.n == 0)
        return false;
    first = charclass_of(utf8_at(line, 0));
    last = charclass_of(utf8_before(line, line.n));
    return charclass_is_ideograph(first) &&
           (last == CC_STOP || last == CC_DASH || last == CC_ELLIPSIS);
}

/* The paragraph's text; nothing when it is none, or wider than `cols`. */
static struct str line_at(const struct article *a, size_t block, int cols, struct glyph_mode mode,
                          int *wide)
{
    const struct block *b = &a->blocks[block];
    struct str line = str_sub(strbuf_str(&a->text), b->from, b->to);

    line = str_sub(line, skip(line, 0, false), line.n);
    *wide = b->kind == BLOCK_PARAGRAPH ? glyph_cols(line, mode) : cols + 1;
    return *wide <= cols ? line : (struct str){0};
}

static size_t find_regular(const struct article *a, size_t block, int cols, struct glyph_mode mode,
                           int *widest)
{
    size_t foot = 0, n = 0;
    int wide;

    for (*widest = 0; n < MOST && block + n < a->n_blocks; n++) {
        size_t here = foot_of(line_at(a, block + n, cols, mode, &wide));

        if (here == 0 || (foot > 0 && here != foot))
            break;
        foot = here;
        *widest = wide > *widest ? wide : *widest;
    }
    return n >= FEWEST ? n : 0;
}

static size_t find_free(const struct article *a, size_t block, int cols, struct glyph_mode mode,
                        int *widest)
{
    size_t n = 0, going = 0;
    int wide;

    for (*widest = 0; n < MOST && block + n < a->n_blocks; n++) {
        struct str line = line_at(a, block + n, cols, mode, &wide);

        if (!is_free(line))
            break;
        going += goes_on(utf8_before(line, line.n));
        *widest = wide > *widest ? wide : *widest;
    }
    return n >= FEWEST && 2 * going >= n ? n : 0;
}

size_t poem_find(const struct article *a, size_t block, int cols, struct glyph_mode mode,
                 int *widest)
{
    size_t n = find_regular(a, block, cols, mode, widest);

    return n > 0 ? n : find_free(a, block, cols, mode, widest);
}
