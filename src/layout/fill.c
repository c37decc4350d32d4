#include <config.h>

#include "layout/fill.h"

#include <limits.h>
#include <stdlib.h>

#include "base/xalloc.h"
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

struct row *rows_add(struct rows *r)
{
    r->v = xgrow(r->v, &r->cap, r->n + 1, sizeof *r->v);
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
    return f->o->autospace == AUTOSPACE_INSERT && i > from && i > f->o->label &&
           clusters_is_script_border(&f->t->v[i - 1], &f->t->v[i]);
}

/* Takes clusters away from the end of a line that shows up to cluster l->to, and the blanks before
 * them. */
static void shorten(const struct filler *f, struct line *l, size_t to)
{
    l->next = skip_blanks(f->t, to);
    while (l->to > to || (l->to > l->from && cluster_is_blank(f->t, l->to - 1))) {
        int autospace = autospace_before(f, l->from, --l->to);

        l->autospaces -= autospace;
        l->cols -= f->t->v[l->to].cols + autospace;
    }
}

static inline void lengthen(const struct filler *f, struct line *l, int autospace)
{
    l->autospaces += autospace;
    l->cols += f->t->v[l->to++].cols + autospace;
}

/* The line is full: gives up its last autospaces for the closing marks that follow, if that is
 * enough. `over` is by how much the next cluster is too wide. */
static bool squeeze(const struct filler *f, struct line *l, int over)
{
    struct line more = *l;

    while (over <= l->autospaces) {
        enum charclass c = class_at(f->t, more.to);

        if (c != CC_STOP && c != CC_CLOSE && c != CC_ACLOSE && c != CC_CQUOTE)
            return false;
        lengthen(f, &more, autospace_before(f, more.from, more.to));
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
    case 0xFF61:
    case 0xFF64:
        return lang != LANG_ZH_HANT && lang != LANG_KO;
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

/* Where to end row [from, i), which cluster i does not fit; best[] is the last place of each kind.
 */
static size_t choose_end(const size_t *best, size_t from, size_t i)
{
    for (int kind = LINEBREAK_ALLOWED; kind > LINEBREAK_NO; kind--)
        if (best[kind] > from)
            return best[kind];
    return i > from ? i : from + 1;
}

static struct line next_line(const struct filler *f, size_t from, int room)
{
    const struct clusters *t = f->t;
    size_t best[LINEBREAK_COUNT] = {0}, to = t->n;
    struct line l = {.from = from, .to = from};

    while (l.to < t->n) {
        int autospace = autospace_before(f, from, l.to);
        int over = l.cols + t->v[l.to].cols + autospace - room;

        if (l.to > from)
            best[t->v[l.to].before] = l.to;
        if (over <= 0 || cluster_is_blank(t, l.to)) {
            lengthen(f, &l, autospace);
            continue;
        }
        if (l.to > from && (squeeze(f, &l, over) || hang(f, &l, over)))
            return l;
        to = choose_end(best, from, l.to);
        if (to > l.to)
            lengthen(f, &l, autospace);
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
    struct line l = {.from = from, .to = from};

    while (l.to < f->t->n && l.cols <= room)
        lengthen(f, &l, autospace_before(f, from, l.to));
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
    *l = (struct line){.from = l->from, .to = l->from}; /* with what was squeezed out */
    while (l->to < i)
        lengthen(f, l, autospace_before(f, l->from, l->to));
    shorten(f, l, i);
}

static void add_row(const struct filler *f, const struct line *l, int indent, int spare)
{
    struct rows *out = f->out;
    struct stretch s = {.from = l->from == 0 ? f->o->label : l->from,
                        .to = l->to,
                        .autospaces = l->autospaces,
                        .spare = (size_t)spare < l->to - l->from ? spare : 0,
                        .spaces_only = f->o->lang == LANG_KO};
    struct row *row = rows_add(out);

    if (s.autospaces > 0 || s.spare > 0)
        out->gaps =
            xgrow(out->gaps, &out->cap_gaps, out->n_gaps + l->to - l->from, sizeof *out->gaps);
    row->from = f->off + f->t->v[l->from].from;
    row->to = f->off + f->t->v[l->to].from;
    row->block = f->block;
    row->indent = indent;
    row->n_gaps = out->gaps ? stretch_row(f->t, &s, out->gaps + out->n_gaps) : 0;
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
