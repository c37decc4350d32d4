#include <config.h>

#include "layout/poem.h"

#include "text/charclass.h"
#include "text/utf8.h"

enum { PHRASE_MAX = 7, FEWEST = 3, MOST = 64, BYTES_MAX = 4 /* of a column of letters */ };

/* The ideographs from *off on, which moves behind them; of more than a phrase of verse has it is
 * enough to see one too many. */
static size_t count_ideographs(struct str line, size_t *off)
{
    size_t n = 0;

    while (*off < line.n && n <= PHRASE_MAX) {
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

        if ((n != 5 && n != PHRASE_MAX) || (foot > 0 && n != foot))
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

/* The paragraph's text without the blanks before it; nothing when it is none. */
static struct str line_at(const struct article *a, size_t block)
{
    const struct block *b = &a->blocks[block];
    struct str line = str_sub(strbuf_str(&a->text), b->from, b->to);

    if (b->kind != BLOCK_PARAGRAPH)
        return (struct str){0};
    return str_sub(line, skip(line, 0, false), line.n);
}

/* How wide a line of a poem may be, and the widest so far. */
struct measure {
    int cols, widest;
    struct glyph_mode mode;
};

static bool fits(struct str line, struct measure *m)
{
    int wide;

    if (line.n > BYTES_MAX * (size_t)m->cols ||
        glyph_fit(line, 0, m->cols, m->mode, &wide) < line.n)
        return false;
    m->widest = wide > m->widest ? wide : m->widest;
    return true;
}

static size_t find_regular(const struct article *a, size_t block, struct measure *m)
{
    size_t foot = 0, n = 0;

    for (m->widest = 0; n < MOST && block + n < a->n_blocks; n++) {
        struct str line = line_at(a, block + n);
        size_t here = foot_of(line);

        if (here == 0 || (foot > 0 && here != foot) || !fits(line, m))
            break;
        foot = here;
    }
    return n >= FEWEST ? n : 0;
}

static size_t find_free(const struct article *a, size_t block, struct measure *m)
{
    size_t n = 0, going = 0;

    for (m->widest = 0; n < MOST && block + n < a->n_blocks; n++) {
        struct str line = line_at(a, block + n);

        if (!is_free(line) || !fits(line, m))
            break;
        going += goes_on(utf8_before(line, line.n));
    }
    return n >= FEWEST && 2 * going >= n ? n : 0;
}

size_t poem_find(const struct article *a, size_t block, int cols, struct glyph_mode mode,
                 int *widest)
{
    struct measure m = {.cols = cols, .mode = mode};
    size_t n = find_regular(a, block, &m);

    if (n == 0)
        n = find_free(a, block, &m);
    *widest = m.widest;
    return n;
}
