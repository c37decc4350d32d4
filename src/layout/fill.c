#include <config.h>

#include "layout/fill.h"

#include <limits.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "layout/grid.h"
#include "layout/stretch.h"

struct filler {
    const struct clusters *t;
    const struct fill_opts *o;
    size_t off, block;
    struct rows *out;
};

/* Clusters [from, to) are shown; the row after it begins with cluster `next`. */
struct line {
    size_t from, to, next;
    int lead;       /* columns before its first cluster, for the grid */
    int cols;       /* that it takes, without the hung mark */
    int autospaces; /* that are inserted */
    bool hung;      /* its last cluster stands beyond the measure */
};

void rows_free(struct rows *r)
{
    free(r->v);
    free(r->gaps);
    *r = (struct rows){0};
}

void rows_reserve(struct rows *r, size_t n)
{
    r->v = xgrow(r->v, &r->cap, n, sizeof *r->v);
}

struct row *rows_add(struct rows *r)
{
    rows_reserve(r, r->n + 1);
    r->v[r->n] = (struct row){.gap = r->n_gaps};
    return &r->v[r->n++];
}

static enum charclass class_at(const struct clusters *t, size_t i)
{
    return (enum charclass)t->v[i].class;
}

static bool is_mark(enum charclass c)
{
    return c >= CC_STOP && c <= CC_SLASH;
}

static size_t skip_blanks(const struct clusters *t, size_t i)
{
    while (i < t->n && cluster_is_blank(t, i))
        i++;
    return i;
}

/* Whether a row may end before cluster i, and the blanks there be dropped. */
static bool may_end(const struct clusters *t, size_t i)
{
    i = skip_blanks(t, i);
    return i == t->n || t->v[i].before == LINEBREAK_ALLOWED;
}

static inline int autospace_before(const struct filler *f, size_t from, size_t i)
{
    const struct cluster *c = &f->t->v[i];

    if (f->o->autospace != AUTOSPACE_INSERT || i <= from || i <= f->o->label)
        return 0;
    return clusters_is_script_border(&c[-1], c) ||
           (c[-1].class == CC_SPACE && c[-1].cols == 0 && i - 1 > from);
}

static inline void lengthen(const struct filler *f, struct line *l, int inserted)
{
    l->autospaces += inserted;
    l->cols += f->t->v[l->to++].cols + inserted;
}

/* Whether the grid has a column before cluster i of a line that takes `cols` up to there. Behind a
 * label the columns are counted from where the text begins. */
static int pad_before(const struct filler *f, size_t from, size_t i, int cols)
{
    size_t label = f->o->label;

    if (label > 0 && i <= label)
        return 0;
    return grid_pads(&f->t->v[i], from == 0 && label > 0 ? cols - f->o->hindent : cols);
}

/* The columns that are inserted there. */
static inline int inserted_before(const struct filler *f, size_t from, size_t i, int cols)
{
    return f->t->v[i].pad != GRID_NO ? pad_before(f, from, i, cols) : autospace_before(f, from, i);
}

static struct line begin_line(const struct filler *f, size_t from)
{
    int lead = f->t->v[from].pad != GRID_NO ? pad_before(f, from, from, 0) : 0;

    return (struct line){.from = from, .to = from, .lead = lead, .cols = lead};
}

/* Adds clusters up to `to` to the line. */
static void lengthen_to(const struct filler *f, struct line *l, size_t to)
{
    while (l->to < to)
        lengthen(f, l, l->to > l->from ? inserted_before(f, l->from, l->to, l->cols) : 0);
}

/* Takes clusters away from the end of a line that shows up to cluster l->to, and the blanks before
 * them. */
static void shorten(const struct filler *f, struct line *l, size_t to)
{
    if (f->o->grid && l->to > to) { /* what it inserts depends on what stands before */
        *l = begin_line(f, l->from);
        lengthen_to(f, l, to);
    }
    l->next = skip_blanks(f->t, to);
    while (l->to > to || (l->to > l->from && cluster_is_blank(f->t, l->to - 1))) {
        int autospace = autospace_before(f, l->from, --l->to);

        l->autospaces -= autospace;
        l->cols -= f->t->v[l->to].cols + autospace;
    }
}

/* The line is full: gives up its last autospaces for the closing marks that follow, if that is
 * enough. `over` is by how much the next cluster is too wide. */
static bool squeeze(const struct filler *f, struct line *l, int over)
{
    struct line more = *l;

    while (!f->o->grid && over <= l->autospaces) {
        enum charclass c = class_at(f->t, more.to);

        if (c != CC_STOP && c != CC_CLOSE && c != CC_ACLOSE && c != CC_CQUOTE)
            return false;
        lengthen_to(f, &more, more.to + 1);
        if (may_end(f->t, more.to)) {
            more.autospaces -= over;
            more.cols -= over;
            more.next = skip_blanks(f->t, more.to);
            *l = more;
            return true;
        }
        over += f->t->v[more.to].cols;
    }
    return false;
}

static bool may_hang(uint32_t cp, enum lang lang)
{
    switch (cp) {
    case 0x3001: /* 、 */
    case 0x3002: /* 。 */
    case 0xFF0C: /* ， */
    case 0xFF0E: /* ． */
        return lang != LANG_ZH_HANT && lang != LANG_KO;
    case 0xFF61: /* ｡ */
    case 0xFF64: /* ､ */
    case 0xFF01: /* ！ */
    case 0xFF1A: /* ： */
    case 0xFF1B: /* ； */
    case 0xFF1F: /* ？ */
        return lang != LANG_ZH_HANT && lang != LANG_KO && lang != LANG_JA;
    default:
        return false;
    }
}

static bool hang(const struct filler *f, struct line *l, int over)
{
    size_t i = l->to;

    if (over > f->o->hang || !may_hang(clusters_cp(f->t, i), f->o->lang) || !may_end(f->t, i + 1))
        return false;
    l->to = i + 1;
    l->next = skip_blanks(f->t, l->to);
    l->hung = true;
    return true;
}

/* Where to end row [from, i), which cluster i does not fit: at the last place of the best kind. */
static size_t choose_end(const struct clusters *t, size_t from, size_t i)
{
    uint8_t best = LINEBREAK_NO;
    size_t end = i > from ? i : from + 1;

    for (size_t k = i; k > from && best < LINEBREAK_ALLOWED; k--)
        if (t->v[k].before > best) {
            best = t->v[k].before;
            end = k;
        }
    return end;
}

/* Adds the clusters that fit where nothing is inserted. */
static void lengthen_freely(const struct filler *f, struct line *l, int room)
{
    const struct cluster *c = f->t->v + l->to, *end = f->t->v + f->t->n;
    int left = room - l->cols;

    if (f->o->autospace == AUTOSPACE_INSERT || f->o->grid)
        return;
    for (; c < end && c->cols <= left; c++)
        left -= c->cols;
    l->to = (size_t)(c - f->t->v);
    l->cols = room - left;
}

static struct line next_line(const struct filler *f, size_t from, int room)
{
    const struct clusters *t = f->t;
    size_t to = t->n;
    struct line l = begin_line(f, from);

    lengthen_freely(f, &l, room);
    while (l.to < t->n) {
        int inserted = l.to > from ? inserted_before(f, from, l.to, l.cols) : 0;
        int over = l.cols + t->v[l.to].cols + inserted - room;

        if (over <= 0 || cluster_is_blank(t, l.to)) {
            lengthen(f, &l, inserted);
            continue;
        }
        if (l.to > from && (squeeze(f, &l, over) || hang(f, &l, over)))
            return l;
        to = choose_end(t, from, l.to);
        if (to > l.to)
            lengthen(f, &l, inserted);
        break;
    }
    shorten(f, &l, to);
    return l;
}

/* One ideograph and marks, from cluster i to the end of the paragraph. */
static bool is_orphan(const struct clusters *t, size_t i)
{
    if (i >= t->n || !charclass_is_ideograph(class_at(t, i)))
        return false;
    for (i++; i < t->n; i++)
        if (!is_mark(class_at(t, i)) && !cluster_is_blank(t, i))
            return false;
    return true;
}

/* Whether clusters [from, end) make one row. */
static bool fits(const struct filler *f, size_t from, int room)
{
    struct line l = begin_line(f, from);

    while (l.to < f->t->n && l.cols <= room)
        lengthen_to(f, &l, l.to + 1);
    shorten(f, &l, l.to);
    return l.next == f->t->n && l.cols <= room;
}

/* Gives the last ideograph of the row before to an orphan; not from a row that hangs or would be
 * left with less than two clusters. */
static void join_orphan(const struct filler *f, struct line *l, int room)
{
    size_t i = l->to;

    if (l->hung || !is_orphan(f->t, l->next))
        return;
    do
        i--;
    while (i > l->from && is_mark(class_at(f->t, i)));
    if (i < l->from + 2 || f->t->v[i].before != LINEBREAK_ALLOWED ||
        !charclass_is_ideograph(class_at(f->t, i)) || !fits(f, i, room))
        return;
    *l = begin_line(f, l->from); /* with what was squeezed out */
    lengthen_to(f, l, i);
    shorten(f, l, i);
}

/* Writes down what the grid inserts; returns how much. */
static size_t pad_row(const struct filler *f, const struct line *l, size_t *gaps)
{
    struct line done = begin_line(f, l->from);
    size_t n = 0;

    lengthen_to(f, &done, l->from + 1);
    while (done.to < l->to) {
        int inserted = done.autospaces;

        lengthen_to(f, &done, done.to + 1);
        if (done.autospaces > inserted)
            gaps[n++] = f->t->v[done.to - 1].from;
    }
    return n;
}

static size_t stretch(const struct filler *f, const struct line *l, int spare, size_t *gaps)
{
    struct stretch s = {.from = l->from == 0 ? f->o->label : l->from,
                        .to = l->to,
                        .autospaces = l->autospaces,
                        .spare = (size_t)spare < l->to - l->from ? spare : 0,
                        .spaces_only = f->o->lang == LANG_KO};

    return stretch_row(f->t, &s, gaps);
}

static void add_row(const struct filler *f, const struct line *l, int indent, int spare)
{
    struct rows *out = f->out;
    struct row *row = rows_add(out);

    row->from = f->off + f->t->v[l->from].from;
    row->to = f->off + f->t->v[l->to].from;
    row->block = f->block;
    row->indent = indent + l->lead;
    if (l->autospaces > 0 || spare > 0) {
        size_t *gaps;

        out->gaps =
            xgrow(out->gaps, &out->cap_gaps, out->n_gaps + l->to - l->from, sizeof *out->gaps);
        gaps = out->gaps + out->n_gaps;
        row->n_gaps = f->o->grid ? pad_row(f, l, gaps) : stretch(f, l, spare, gaps);
    }
    for (size_t i = 0; i < row->n_gaps; i++)
        out->gaps[out->n_gaps++] += f->off;
}

static int room_beside(const struct fill_opts *o, int indent)
{
    if (o->cols == 0)
        return INT_MAX;
    return o->cols > indent ? o->cols - indent : 1;
}

size_t fill_paragraph(const struct clusters *t, const struct fill_opts *o, size_t off, size_t block,
                      struct rows *out)
{
    struct filler f = {t, o, off, block, out};
    int indent = o->indent;
    size_t cuts = 0;

    for (size_t from = 0; from < t->n;) {
        int room = room_beside(o, indent);
        struct line l = next_line(&f, from, room);
        bool last = l.next == t->n;

        if (!last && o->avoid_orphans)
            join_orphan(&f, &l, room_beside(o, o->hindent));
        from = l.next;
        if (l.to == l.from)
            continue; /* nothing but blanks at the head, too many for the row */
        cuts += !last && t->v[from].before != LINEBREAK_ALLOWED;
        add_row(&f, &l, indent, o->justify && !last && l.cols < room ? room - l.cols : 0);
        indent = o->hindent;
    }
    return cuts;
}
