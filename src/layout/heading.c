#include <config.h>

#include "layout/heading.h"

enum { LONGEST = 400 /* clusters; more are no heading, and are not balanced */ };

/* What is set, and the rows before it. */
struct setting {
    struct clusters *t;
    size_t off, block;
    struct rows *out;
    size_t n, n_gaps;
};

static size_t fill(const struct setting *s, const struct fill_opts *o)
{
    s->out->n = s->n;
    s->out->n_gaps = s->n_gaps;
    return fill_paragraph(s->t, o, s->off, s->block, s->out);
}

static size_t count(const struct setting *s)
{
    return s->out->n - s->n;
}

/* The columns of clusters [i, end). */
static int cols_of(const struct clusters *t, size_t i, size_t end)
{
    int cols = 0;

    for (; i < end; i++)
        cols += t->v[i].cols;
    return cols;
}

/* The columns of a row; *i is its first cluster or one before, and becomes the one after it. */
static int row_cols(const struct setting *s, const struct row *row, size_t *i)
{
    size_t from;

    while (s->off + s->t->v[*i].from < row->from)
        ++*i;
    from = *i;
    while (s->off + s->t->v[*i].from < row->to)
        ++*i;
    return cols_of(s->t, from, *i) + (int)row->n_gaps;
}

/* With the narrowest measure that needs no more than `most` rows. Returns how often a row is cut.
 */
static size_t balance(const struct setting *s, struct fill_opts o, size_t most)
{
    size_t cuts = fill(s, &o);
    int low = (o.cols + 1) / 2, high = o.cols;

    while (low < high) {
        o.cols = (low + high) / 2;
        if (fill(s, &o) <= cuts && count(s) <= most)
            high = o.cols;
        else
            low = o.cols + 1;
    }
    o.cols = high;
    return fill(s, &o);
}

/* A row rather ends before 《 or after 》 than between them. */
static void keep_titles(struct clusters *t, int cols)
{
    size_t open = 0;
    bool inside = false;

    for (size_t i = 0; i < t->n; i++) {
        uint32_t cp = clusters_cp(t, i);

        if (cp == 0x300A && !inside) {
            open = i;
            inside = true;
        } else if (cp == 0x300B && inside) {
            inside = false;
            for (size_t k = open + 1; cols_of(t, open, i + 1) <= cols && k <= i; k++)
                if (t->v[k].before == LINEBREAK_ALLOWED)
                    t->v[k].before = LINEBREAK_TIED;
        }
    }
}

/* Whether the sense parts before cluster i: a space that is none between scripts, or a mark but 、
 */
static bool is_parted(const struct clusters *t, size_t i)
{
    const struct cluster *a = &t->v[i - 1];

    if (cluster_is_blank(t, i - 1))
        return i > 1 && (a->class == CC_IDSPACE || (a[-1].wide && a[1].wide));
    return a->class == CC_DASH || (a->class == CC_STOP && clusters_cp(t, i - 1) != 0x3001);
}

static void keep_phrases(struct clusters *t)
{
    for (size_t i = 1; i < t->n; i++)
        if (t->v[i].before == LINEBREAK_ALLOWED && !is_parted(t, i))
            t->v[i].before = LINEBREAK_TIED;
}

static bool is_even(const struct setting *s)
{
    int least = 0, most = 0;
    size_t i = 0;

    for (size_t k = s->n; k < s->out->n; k++) {
        int cols = row_cols(s, &s->out->v[k], &i);

        if (k == s->n || cols < least)
            least = cols;
        if (cols > most)
            most = cols;
    }
    return 2 * least >= most;
}

void heading_fill(struct clusters *t, const struct fill_opts *o, size_t off, size_t block,
                  struct rows *out)
{
    struct setting s = {t, off, block, out, out->n, out->n_gaps};
    uint8_t breaks[LONGEST] = {0};
    size_t most;

    fill(&s, o);
    most = count(&s);
    if (most < 2 || t->n > LONGEST)
        return;
    keep_titles(t, o->cols);
    for (size_t i = 0; i < t->n; i++)
        breaks[i] = t->v[i].before;
    keep_phrases(t);
    if (balance(&s, *o, most) == 0 && count(&s) == most && is_even(&s))
        return;
    for (size_t i = 0; i < t->n; i++)
        t->v[i].before = breaks[i];
    fill(&s, o);
    balance(&s, *o, count(&s));
}

void heading_fill_right(struct clusters *t, const struct fill_opts *o, size_t off,
                        size_t block, struct rows *out)
{
    struct setting s = {t, off, block, out, out->n, out->n_gaps};
    size_t i = 0;

    fill(&s, o);
    for (size_t k = s.n; o->cols > 0 && k < out->n; k++) {
        int cols = row_cols(&s, &out->v[k], &i);

        out->v[k].indent = o->cols > cols ? o->cols - cols : 0;
    }
}
