#include <config.h>

#include "layout-check.h"

#include "layout/cluster.h"
#include "layout/linebreak.h"
#include "text/charclass.h"
#include "text/quoted.h"
#include "text/utf8.h"

/* A block as it was laid out. */
struct checked {
    const struct article *a;
    const struct layout_opts *o;
    const struct layout *l;
    struct clusters t;
    size_t off; /* of its first cluster in the article */
};

static struct str text_of(const struct checked *c)
{
    return strbuf_str(&c->a->text);
}

static bool is_blank(struct str s)
{
    uint32_t cp;

    for (size_t off = 0; off < s.n;) {
        off += utf8_get(s, off, &cp);
        if (cp != ' ' && cp != '\t' && cp != 0x3000)
            return false;
    }
    return true;
}

/* The cluster that begins at byte off of the article; t.n + 1 when none does. */
static size_t cluster_at(const struct checked *c, size_t off)
{
    size_t i = 0;

    while (i <= c->t.n && c->off + c->t.v[i].from != off)
        i++;
    return i;
}

/* The bars before the rows of a block, the first of which is row i or behind a blank one. */
static int bars_of(const struct checked *c, size_t i)
{
    while (i + 1 < layout_count(c->l) && layout_row(c->l, i)->blank)
        i++;
    return layout_row(c->l, i)->bars;
}

static void take_block(struct checked *c, const struct block *b, int bars)
{
    struct linebreak_rules rules = {.level = c->o->kinsoku,
                                    .japanese = c->o->lang == LANG_JA,
                                    .korean_words = c->o->korean == KOREAN_WORD};
    struct str text = str_sub(text_of(c), b->from, b->to);
    size_t lead = 0, marks;
    unsigned depth;

    clusters_split(text, c->o->mode, &c->t);
    if (b->kind != BLOCK_VERBATIM)
        while (lead < c->t.n && cluster_is_blank(&c->t, lead))
            lead++;
    c->off = b->from + c->t.v[lead].from;
    marks = quoted_marks(str_sub(text_of(c), c->off, b->to), &depth);
    if (bars > 0)
        c->off += marks;
    clusters_split(str_sub(text_of(c), c->off, b->to), c->o->mode, &c->t);
    linebreak_mark(&c->t, &rules);
}

static const char *width_fault(const struct checked *c, const struct row *r)
{
    struct strbuf line = {0};
    int cols;
    bool hangs = c->o->hang > 0 && c->a->blocks[r->block].kind == BLOCK_PARAGRAPH;

    layout_render(c->l, r, &line);
    cols = glyph_cols(strbuf_str(&line), c->o->mode);
    strbuf_free(&line);
    if (c->o->cols == 0 || cols <= c->o->cols + (hangs ? c->o->hang : 0))
        return NULL;
    return cluster_at(c, r->to) == cluster_at(c, r->from) + 1 ? NULL : "too wide";
}

static const char *gaps_fault(const struct checked *c, const struct row *r)
{
    const size_t *gaps = layout_gaps(c->l, r);
    size_t last = r->from;

    for (size_t i = 0; i < r->n_gaps; i++) {
        if (gaps[i] <= last || gaps[i] >= r->to)
            return "gap out of place";
        last = gaps[i];
    }
    return NULL;
}

/* Two rows that follow one another in a block. */
static const char *break_fault(const struct checked *c, const struct row *r, const struct row *next)
{
    size_t from = cluster_at(c, r->from), to = cluster_at(c, next->from);
    enum charclass head, foot;

    if (c->t.v[to].before != LINEBREAK_ALLOWED) {
        for (size_t i = from + 1; i < to; i++)
            if (c->t.v[i].before == LINEBREAK_ALLOWED)
                return "cut though there was a better place";
        return NULL;
    }
    if (c->o->kinsoku != KINSOKU_NORMAL && c->o->kinsoku != KINSOKU_STRICT)
        return NULL;
    head = charclass_of(utf8_at(text_of(c), next->from));
    foot = charclass_of(utf8_before(text_of(c), r->to));
    if (head == CC_STOP || head == CC_CLOSE || head == CC_ELLIPSIS)
        return "begins with a mark";
    if (head == CC_CQUOTE && charclass_is_ideograph(foot) && r->to == next->from)
        return "begins with a closing quotation mark";
    if (foot == CC_OPEN)
        return "ends with an opening mark";
    if (foot == CC_OQUOTE && charclass_is_ideograph(head) && r->to == next->from)
        return "ends with an opening quotation mark";
    return NULL;
}

static const char *row_fault(const struct checked *c, const struct row *r, const struct row *last,
                             const struct block *b)
{
    size_t end = last ? last->to : c->off;
    const char *fault;

    if (r->from < end || r->to > b->to || r->to <= r->from)
        return "outside of its place";
    if (!is_blank(str_sub(text_of(c), end, r->from)))
        return "text lost before it";
    if (cluster_at(c, r->from) >= c->t.n || cluster_at(c, r->to) > c->t.n)
        return "not between clusters";
    if (is_blank(str_sub(text_of(c), utf8_prev(text_of(c), r->to), r->to)) &&
        cluster_is_blank(&c->t, cluster_at(c, r->to) - 1))
        return "ends with a blank";
    if ((fault = width_fault(c, r)) || (fault = gaps_fault(c, r)))
        return fault;
    return last ? break_fault(c, last, r) : NULL;
}

/* The rows of block b, from row *i on. */
static const char *block_fault(struct checked *c, size_t block, size_t *i)
{
    const struct block *b = &c->a->blocks[block];
    const struct row *last = NULL;
    size_t end;

    take_block(c, b, *i < layout_count(c->l) ? bars_of(c, *i) : 0);
    for (; *i < layout_count(c->l) && layout_row(c->l, *i)->block == block; ++*i) {
        const struct row *r = layout_row(c->l, *i);
        const char *fault = r->blank ? NULL : row_fault(c, r, last, b);

        if (fault)
            return fault;
        if (r->blank ? r->from != b->from || r->to != b->from : layout_row_at(c->l, r->from) != *i)
            return "not found again";
        last = r->blank ? last : r;
    }
    end = last ? last->to : c->off;
    return is_blank(str_sub(text_of(c), end, b->to)) ? NULL : "text lost after it";
}

const char *layout_fault(const struct article *a, const struct layout_opts *o,
                         const struct layout *l, size_t *row)
{
    struct checked c = {.a = a, .o = o, .l = l};
    const char *fault = NULL;

    *row = 0;
    for (size_t block = 0; block < a->n_blocks && !fault; block++)
        fault = block_fault(&c, block, row);
    if (!fault && *row != layout_count(l))
        fault = "more rows than blocks have";
    clusters_free(&c.t);
    return fault;
}

void layout_print(const struct article *a, const struct layout_opts *o, struct strbuf *out)
{
    struct layout *l = layout_new(a, o);

    for (size_t i = 0; i < layout_count(l); i++) {
        layout_render(l, layout_row(l, i), out);
        strbuf_add_char(out, '\n');
    }
    layout_free(l);
}
