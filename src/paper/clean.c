#include <config.h>

#include "paper/clean.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "paper/byline.h"
#include "text/charclass.h"
#include "text/utf8.h"

/* A character of a line that is being cleaned. */
struct cell {
    uint32_t cp;
    uint8_t class;
    bool drop;
    size_t off, len;
};

struct cells {
    struct cell *v;
    size_t n, cap;
};

static bool is_space(enum charclass c)
{
    return c == CC_SPACE || c == CC_IDSPACE;
}

/* Marks beside which a space that CJK touches on the other side is an artefact. */
static bool is_mark(enum charclass c)
{
    return c == CC_STOP || c == CC_CLOSE || c == CC_OPEN || c == CC_OQUOTE || c == CC_CQUOTE ||
           c == CC_DASH || c == CC_ELLIPSIS || c == CC_DOT;
}

static bool is_cjk_or_mark(enum charclass c)
{
    return charclass_is_cjk(c) || is_mark(c);
}

/* The class of the character k places from i; CC_CONTROL beyond the line's ends. */
static enum charclass class_at(const struct cells *c, size_t i, int k)
{
    if ((k < 0 && i < (size_t)-k) || i + (size_t)k >= c->n)
        return CC_CONTROL;
    return (enum charclass)c->v[i + (size_t)k].class;
}

/* The class of the first character from i on, i included, that is no space; step is 1 or -1. */
static enum charclass class_past_spaces(const struct cells *c, size_t i, int step)
{
    int k = 0;

    while (is_space(class_at(c, i, k)))
        k += step;
    return class_at(c, i, k);
}

/* S1 to S5: the space between left and right (left2 and right2 stand beyond them) is an artefact.
 */
static bool is_stray(enum charclass left2, enum charclass left, enum charclass right,
                     enum charclass right2)
{
    if (left == CC_STOP || left == CC_CLOSE || right == CC_STOP || right == CC_CLOSE)
        return true;
    if (left == CC_OPEN)
        return true;
    if (right == CC_OPEN)
        return is_cjk_or_mark(left) && left != CC_DOT;
    if (right == CC_CQUOTE)
        return is_cjk_or_mark(left);
    if (left == CC_OQUOTE)
        return is_cjk_or_mark(right);
    if (left == CC_CQUOTE)
        return is_cjk_or_mark(left2) && is_cjk_or_mark(right);
    if (right == CC_OQUOTE)
        return is_cjk_or_mark(left) && is_cjk_or_mark(right2);
    if (left == CC_DASH || left == CC_ELLIPSIS)
        return charclass_is_cjk(right);
    if (right == CC_DASH || right == CC_ELLIPSIS)
        return charclass_is_cjk(left);
    return false;
}

/* The spaces from i to end are stray. What stands beyond a mark is looked for past spaces: those
 * on both sides of one quotation mark are artefacts together. */
static bool is_stray_at(const struct cells *c, size_t i, size_t end)
{
    enum charclass left2 = i >= 2 ? class_past_spaces(c, i - 2, -1) : CC_CONTROL;
    enum charclass right2 = end + 2 < c->n ? class_past_spaces(c, end + 2, 1) : CC_CONTROL;

    return is_stray(left2, class_at(c, i, -1), class_at(c, end, 1), right2);
}

/* The end of the run of single CJK characters, each one space from the next, that begins at i;
 * i when there are fewer than three. */
static size_t spread_run(const struct cells *c, size_t i)
{
    size_t end = i, units = 0;

    while (end < c->n && is_cjk_or_mark((enum charclass)c->v[end].class)) {
        units++;
        if (class_at(c, end, 1) != CC_SPACE || !is_cjk_or_mark(class_at(c, end, 2)))
            break;
        end += 2;
    }
    return units >= 3 && !is_cjk_or_mark(class_at(c, end, 1)) ? end : i;
}

/* S6. Returns whether there was such a run. */
static bool drop_spread(struct cells *c)
{
    bool found = false;

    for (size_t i = 0; i < c->n; i++) {
        size_t end = i == 0 || is_space(class_at(c, i, -1)) ? spread_run(c, i) : i;

        for (; i < end; i += 2) {
            c->v[i + 1].drop = true;
            found = true;
        }
    }
    return found;
}

/* All but one space of each run goes, and that one too when it is stray. */
static void drop_spaces(struct cells *c)
{
    for (size_t i = 1; i + 1 < c->n; i++) {
        size_t end = i;

        if (!is_space(c->v[i].class))
            continue;
        while (end + 1 < c->n && is_space(c->v[end + 1].class))
            c->v[++end].drop = true;
        if (c->v[i].class == CC_SPACE && is_stray_at(c, i, end))
            c->v[i].drop = true;
        i = end;
    }
}

static void decode_cells(struct str s, struct cells *c)
{
    c->v = xgrow(c->v, &c->cap, s.n, sizeof *c->v);
    for (size_t off = 0; off < s.n;) {
        struct cell cell = {.off = off};

        cell.len = utf8_get(s, off, &cell.cp);
        cell.class = (uint8_t)charclass_of(cell.cp);
        off += cell.len;
        if (cell.class == CC_PRIVATE)
            continue;
        c->v[c->n++] = cell;
    }
}

/* Appends s without what has to go; returns how many spaces that were. */
static size_t clean_cells(struct str s, struct strbuf *out, bool *spread)
{
    struct cells c = {0};
    size_t dropped = 0;

    decode_cells(s, &c);
    *spread = !byline_has_role(s) && drop_spread(&c);
    drop_spaces(&c);
    for (size_t i = 0; i < c.n; i++) {
        if (c.v[i].drop)
            dropped++;
        else
            strbuf_add(out, s.s + c.v[i].off, c.v[i].len);
    }
    free(c.v);
    return dropped;
}

/* Leading white space in half ems: a tab is two ideographs. */
static size_t skip_indent(struct str raw, unsigned *width)
{
    size_t off = 0;

    *width = 0;
    while (off < raw.n) {
        uint32_t cp;
        size_t n = utf8_get(raw, off, &cp);

        if (!is_space(charclass_of(cp)))
            break;
        *width += cp == '\t' ? 4 : cp == 0x3000 ? 2 : 1;
        off += n;
    }
    return off;
}

static struct str trim_end(struct str s)
{
    while (s.n > 0) {
        size_t last = utf8_prev(s, s.n);

        if (!is_space(charclass_of(utf8_at(s, last))))
            break;
        s.n = last;
    }
    return s;
}

/* U+FFFD and private-use characters at the head of a line stood for an ornament of the page. */
static struct str skip_ornament(struct str s, bool *found)
{
    *found = false;
    while (s.n > 0) {
        uint32_t cp;
        size_t n = utf8_get(s, 0, &cp);
        enum charclass c = charclass_of(cp);

        if (cp != 0xFFFD && c != CC_PRIVATE && !(*found && is_space(c)))
            break;
        *found = true;
        s = str_sub(s, n, s.n);
    }
    return s;
}

/* Most lines begin with an ideograph, and end with one or a stop: nothing is to be done there. */
void clean_look_at_edges(struct str raw, struct line *line)
{
    unsigned indent = 0;
    struct str s = raw;

    line->ornament = false;
    if (!utf8_begins_in_ideograph(raw)) {
        s = str_sub(raw, skip_indent(raw, &indent), raw.n);
        s = skip_ornament(s, &line->ornament);
    }
    line->indent = line_saturate(indent);
    line->text = utf8_ends_in_ideograph(s) ? s : trim_end(s);
}

/* All that could go are single spaces, none of them at a mark or behind an ideograph that stands
 * alone: all stay. Most lines with spaces are such, of Latin words or with names: this takes a
 * tenth of the time that cleaning takes. */
static bool has_nothing_stray(struct str s)
{
    enum charclass before = CC_OTHER;
    unsigned since = 1; /* characters behind the last space; one more behind the line's head */

    for (size_t off = 0; off < s.n;) {
        uint32_t cp;
        size_t n = utf8_get(s, off, &cp);
        enum charclass c = charclass_of(cp);

        if (c == CC_PRIVATE || c == CC_IDSPACE || (since == 0 && is_mark(c)))
            return false;
        if (c == CC_SPACE &&
            (since == 0 || is_mark(before) || (since == 1 && charclass_is_cjk(before))))
            return false;
        since = c == CC_SPACE ? 0 : since + 1;
        before = c;
        off += n;
    }
    return true;
}

bool clean_inside(struct line *line, struct arena *arena)
{
    struct strbuf changed = {0};
    size_t dropped;
    bool other;

    if (has_nothing_stray(line->text))
        return false;
    dropped = clean_cells(line->text, &changed, &line->spread);
    other = changed.n != line->text.n;
    line->dropped = (uint16_t)(dropped < LINE_WIDTH_MAX ? dropped : LINE_WIDTH_MAX);
    if (other)
        line->text = arena_copy(arena, strbuf_str(&changed));
    strbuf_free(&changed);
    return other;
}
