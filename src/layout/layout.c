#include <config.h>

#include "layout/layout.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "layout/fill.h"
#include "layout/grid.h"
#include "layout/hanging.h"
#include "layout/heading.h"
#include "layout/lang.h"
#include "layout/linebreak.h"
#include "layout/poem.h"
#include "layout/quotation.h"
#include "text/quoted.h"
#include "text/utf8.h"

enum {
    COLS_NARROW = 24,
    COLS_LOOSE = 20,
    INDENT = 4,
    LABEL_MAX = 8,
    POEM_PERCENT = 60,
    BAR_COLS = 2
};

struct layout {
    const struct article *article;
    struct layout_opts o; /* with every AUTO decided but Korean */
    struct clusters work;
    struct rows rows;
    size_t poem_end; /* the block after the poem that is or was set */
    int poem_indent;
    int usual; /* indent of the article's paragraphs in the source */
};

static bool is_heading(enum block_kind kind)
{
    return kind == BLOCK_KICKER || kind == BLOCK_HEADLINE || kind == BLOCK_BYLINE;
}

static int at_most_half(const struct layout *l, int indent)
{
    return l->o.cols > 0 && indent > l->o.cols / 2 ? l->o.cols / 2 : indent;
}

static void decide(struct layout *l)
{
    struct layout_opts *o = &l->o;

    if (o->kinsoku == KINSOKU_AUTO)
        o->kinsoku = o->cols > 0 && o->cols < COLS_LOOSE ? KINSOKU_LOOSE : KINSOKU_NORMAL;
    if (o->lang == LANG_AUTO && o->cols > 0) /* nothing else asks for it */
        o->lang = lang_guess(strbuf_str(&l->article->text));
    if (o->autospace == AUTOSPACE_AUTO)
        o->autospace = lang_guess_autospace(strbuf_str(&l->article->text));
    if (o->autospace == AUTOSPACE_INSERT && o->cols == 0)
        o->autospace = AUTOSPACE_KEEP; /* what has no rows is text, not a page */
    o->grid = o->grid && o->cols > 0;
    o->justify = o->justify && !o->grid;
    if (o->indent < 0)
        o->indent = o->cols > 0 && o->cols < COLS_NARROW ? INDENT / 2 : INDENT;
    o->indent = at_most_half(l, o->indent);
}

/* In the grid there are only those spaces beside letters and digits that it needs. */
static bool drops_autospaces(const struct layout_opts *o)
{
    return o->grid || o->autospace == AUTOSPACE_STRIP;
}

/* Takes the block's text apart and marks its breaks. */
static void prepare(struct layout *l, struct str text)
{
    const struct layout_opts *o = &l->o;
    struct clusters *t = &l->work;
    struct linebreak_rules rules = {.level = o->kinsoku, .japanese = o->lang == LANG_JA};

    clusters_split(text, o->mode, t);
    rules.korean_words =
        o->korean == KOREAN_WORD ||
        (o->korean == KOREAN_AUTO && t->count[CC_HANGUL] > t->ideographs + t->count[CC_LETTER]);
    for (size_t r = 0; drops_autospaces(o) && r < t->n_runs; r++)
        if (clusters_is_autospace(text, t->v[t->runs[r]].from))
            t->v[t->runs[r]].cols = 0;
    if (o->cols > 0)
        linebreak_mark(t, &rules);
}

static void add_blank(struct layout *l, size_t block)
{
    struct row *row = rows_add(&l->rows);

    row->from = row->to = l->article->blocks[block].from;
    row->block = block;
    row->blank = true;
}

/* The lines of a poem stand in the middle of the measure, one below the other. */
static bool indent_poem(struct layout *l, size_t block, struct fill_opts *o)
{
    size_t n = 0;
    int widest;

    if (block >= l->poem_end && l->o.cols > 0 && l->o.indent > 0)
        n = poem_find(l->article, block, l->o.cols * POEM_PERCENT / 100, l->o.mode, &widest);
    if (n > 0) {
        l->poem_end = block + n;
        l->poem_indent = (l->o.cols - widest) / 2;
    }
    if (block >= l->poem_end)
        return false;
    o->indent = l->poem_indent;
    return true;
}

/* A paragraph begins with an indent, or its label hangs before it. */
static void indent_paragraph(const struct layout *l, struct fill_opts *o)
{
    size_t label = l->o.cols > 0 && l->o.indent > 0 ? hanging_label(&l->work) : 0;
    int cols = 0;

    for (size_t i = 0; i < label; i++)
        cols += l->work.v[i].cols;
    if (cols == 0 || cols > LABEL_MAX || cols > l->o.cols / 2) {
        o->indent = l->o.indent;
        return;
    }
    o->label = label;
    o->hindent = cols;
}

/* Where rows have no measure a block is one row, but for the blanks at its end: it need not be
 * taken apart. */
static bool is_one_row(const struct layout *l, struct str text)
{
    enum charclass last = charclass_of(utf8_before(text, text.n));

    return l->o.cols == 0 && text.n > 0 && last != CC_SPACE && last != CC_IDSPACE;
}

static void add_one_row(struct layout *l, size_t block, size_t lead)
{
    const struct block *b = &l->article->blocks[block];
    struct row *row = rows_add(&l->rows);

    row->from = b->from + lead;
    row->to = b->to;
    row->block = block;
    row->indent = b->kind == BLOCK_PARAGRAPH ? l->o.indent : 0;
}

/* A quotation stands in from both sides, as far as that leaves room. */
static void narrow(const struct layout *l, struct str paragraph, struct fill_opts *o)
{
    int cols = INDENT * quotation_level(paragraph, l->usual);

    if (l->o.cols < COLS_NARROW || 4 * cols > l->o.cols)
        return;
    o->cols -= cols;
    o->indent += cols;
    o->hindent += cols;
}

/* What precedes the text of a block: blanks, and the marks of quoted mail, which become bars where
 * rows have a measure that leaves room for them. */
static size_t lead_of(const struct layout *l, const struct block *b, struct str text, int *bars)
{
    size_t lead = b->kind == BLOCK_VERBATIM ? 0 : quotation_lead(text), quoted;
    unsigned depth;

    *bars = 0;
    if (b->kind != BLOCK_PARAGRAPH || l->o.indent == 0)
        return lead;
    quoted = lead + quoted_marks(str_sub(text, lead, text.n), &depth);
    quoted += quotation_lead(str_sub(text, quoted, text.n));
    if (depth == 0 || quoted == text.n || BAR_COLS * depth > (unsigned)l->o.cols / 2)
        return lead;
    *bars = (int)depth;
    return quoted;
}

static void add_block(struct layout *l, size_t block)
{
    const struct block *b = &l->article->blocks[block];
    struct str text = str_sub(strbuf_str(&l->article->text), b->from, b->to);
    struct fill_opts o = {.cols = l->o.cols, .autospace = l->o.autospace, .lang = l->o.lang};
    size_t before = l->rows.n, lead;
    int bars;

    lead = lead_of(l, b, text, &bars);

    if (is_one_row(l, str_sub(text, lead, text.n))) {
        add_one_row(l, block, lead);
        return;
    }
    prepare(l, str_sub(text, lead, text.n));
    switch (b->kind) {
    case BLOCK_KICKER:
    case BLOCK_HEADLINE:
    case BLOCK_SUBHEAD:
        heading_fill(&l->work, &o, b->from + lead, block, &l->rows);
        return;
    case BLOCK_BYLINE:
        heading_fill_right(&l->work, &o, b->from + lead, block, &l->rows);
        return;
    case BLOCK_VERBATIM:
        o.hindent = at_most_half(l, INDENT);
        o.autospace = AUTOSPACE_KEEP;
        break;
    case BLOCK_PARAGRAPH:
        if (bars > 0) {
            o.indent = o.hindent = BAR_COLS * bars;
        } else if (!indent_poem(l, block, &o)) {
            indent_paragraph(l, &o);
            narrow(l, text, &o);
        }
        o.hang = l->o.hang;
        o.grid = l->o.grid;
        if (o.grid)
            grid_mark(&l->work);
        o.justify = l->o.justify;
        o.avoid_orphans = l->o.avoid_orphans;
        break;
    default:
        break;
    }
    fill_paragraph(&l->work, &o, b->from + lead, block, &l->rows);
    for (size_t i = before; i < l->rows.n; i++)
        l->rows.v[i].bars = bars;
    if (b->kind == BLOCK_VERBATIM && l->rows.n == before)
        add_blank(l, block);
}

/* Whether a blank row parts two blocks that follow one another. */
static bool is_parted(const struct layout *l, enum block_kind a, enum block_kind b)
{
    if (is_heading(a) || is_heading(b))
        return !(is_heading(a) && is_heading(b));
    if (a == BLOCK_SUBHEAD || b == BLOCK_SUBHEAD)
        return a != BLOCK_SUBHEAD;
    return l->o.indent == 0 && !(a == BLOCK_VERBATIM && b == BLOCK_VERBATIM);
}

/* Makes room at once for about as much as it will need. */
static void reserve(struct layout *l)
{
    const struct article *a = l->article;
    size_t rows = l->o.cols > 0 ? a->text.n / ((size_t)l->o.cols * 3 / 2) : 0; /* of ideographs */
    size_t longest = 0;

    for (size_t i = 0; i < a->n_blocks; i++) {
        size_t bytes = a->blocks[i].to - a->blocks[i].from;

        longest = bytes > longest ? bytes : longest;
    }
    if (l->o.cols > 0)
        clusters_reserve(&l->work, longest);
    rows_reserve(&l->rows, rows + 2 * a->n_blocks);
}

struct layout *layout_new(const struct article *a, const struct layout_opts *o)
{
    struct layout *l = xcalloc(1, sizeof *l);
    const struct block *last = NULL;

    l->article = a;
    l->o = *o;
    decide(l);
    l->usual = quotation_usual(a);
    reserve(l);
    for (size_t i = 0; i < a->n_blocks; i++) {
        const struct block *b = &a->blocks[i];

        if (is_heading(b->kind) && !o->title)
            continue;
        if (last && is_parted(l, last->kind, b->kind))
            add_blank(l, i);
        add_block(l, i);
        last = b;
    }
    clusters_free(&l->work);
    return l;
}

void layout_free(struct layout *l)
{
    if (!l)
        return;
    clusters_free(&l->work);
    rows_free(&l->rows);
    free(l);
}

size_t layout_count(const struct layout *l)
{
    return l->rows.n;
}

const struct row *layout_row(const struct layout *l, size_t i)
{
    return &l->rows.v[i];
}

const struct block *layout_block(const struct layout *l, const struct row *r)
{
    return &l->article->blocks[r->block];
}

size_t layout_row_at(const struct layout *l, size_t off)
{
    size_t low = 0, high = l->rows.n;

    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (l->rows.v[mid].from <= off)
            low = mid + 1;
        else
            high = mid;
    }
    return low > 0 ? low - 1 : 0;
}

const size_t *layout_gaps(const struct layout *l, const struct row *r)
{
    return l->rows.gaps ? l->rows.gaps + r->gap : NULL;
}

bool layout_drops(const struct layout *l, size_t off)
{
    return drops_autospaces(&l->o) &&
           clusters_is_autospace(strbuf_str(&l->article->text), off);
}

/* Bytes [from, to) of the article with a space for each tab. */
static void render_part(const struct layout *l, size_t from, size_t to, struct strbuf *out)
{
    const char *text = l->article->text.s;
    size_t begin = out->n;

    for (const char *space; drops_autospaces(&l->o) &&
                            (space = memchr(text + from, ' ', to - from));) {
        size_t off = (size_t)(space - text);

        strbuf_add(out, text + from, off + !layout_drops(l, off) - from);
        from = off + 1;
    }
    strbuf_add(out, text + from, to - from);
    for (char *tab = out->s + begin; (tab = memchr(tab, '\t', (size_t)(out->s + out->n - tab)));)
        *tab++ = ' ';
}

void layout_render_indent(const struct row *r, struct strbuf *out)
{
    for (int i = 0; i < r->bars; i++)
        strbuf_add_str(out, STR("| "));
    strbuf_pad(out, ' ', (size_t)(r->indent - BAR_COLS * r->bars));
}

void layout_render(const struct layout *l, const struct row *r, struct strbuf *out)
{
    const size_t *gaps = layout_gaps(l, r);
    size_t from = r->from;

    if (r->blank)
        return;
    layout_render_indent(r, out);
    for (size_t i = 0; gaps && i < r->n_gaps; i++) {
        render_part(l, from, gaps[i], out);
        strbuf_add_char(out, ' ');
        from = gaps[i];
    }
    render_part(l, from, r->to, out);
}
