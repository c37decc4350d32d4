#include <config.h>

#include "layout/stretch.h"

/* In the order in which they are used. */
enum rank { RANK_AUTOSPACE, RANK_SPACE, RANK_SCRIPT, RANK_MARK, RANK_COUNT, RANK_NONE };
enum { RANK_BITS = 2, RANK_MASK = (1 << RANK_BITS) - 1 };

/* Of n places of one rank, `use` spread evenly. */
struct places {
    size_t n, use;
    size_t seen, used;
};

static bool is_mark(const struct cluster *c)
{
    return c->class >= CC_STOP && c->class <= CC_SLASH;
}

static bool is_loose_behind(const struct cluster *c)
{
    return c->class == CC_STOP || c->class == CC_CLOSE || c->class == CC_ACLOSE ||
           c->class == CC_CQUOTE;
}

static bool is_loose_before(const struct cluster *c)
{
    return c->class == CC_OPEN || c->class == CC_AOPEN || c->class == CC_OQUOTE;
}

/* What a column before cluster i would be. */
static enum rank rank_at(const struct clusters *t, const struct stretch *s, size_t i,
                         int autospaces)
{
    const struct cluster *a = &t->v[i - 1], *c = &t->v[i];
    bool allowed = c->before == LINEBREAK_ALLOWED, border;

    if (a->class == CC_SPACE && allowed && a->cols > 0 && cluster_is_blank(t, i - 1))
        return RANK_SPACE;
    border = clusters_is_script_border(a, c);
    if (border && autospaces < s->autospaces)
        return RANK_AUTOSPACE;
    if (!allowed)
        return RANK_NONE;
    if (s->spaces_only)
        return RANK_NONE;
    if (border)
        return RANK_SCRIPT;
    if ((is_loose_behind(a) && !is_mark(c)) || (is_loose_before(c) && !is_mark(a)))
        return RANK_MARK;
    return RANK_NONE;
}

/* The next place from cluster i on where there may be anything; most have nothing. */
static size_t skip_plain(const struct clusters *t, const struct stretch *s, size_t i)
{
    for (; i < s->to; i++) {
        const struct cluster *a = &t->v[i - 1], *c = &t->v[i];

        if (a->class != c->class && (c->before == LINEBREAK_ALLOWED || s->autospaces > 0))
            break;
    }
    return i;
}

/* The places of the row, cluster << RANK_BITS | rank, into `found`; counts them in p. */
static size_t find_places(const struct clusters *t, const struct stretch *s, struct places *p,
                          size_t *found)
{
    size_t n = 0;

    for (size_t i = s->from + 1; (i = skip_plain(t, s, i)) < s->to; i++) {
        enum rank rank = rank_at(t, s, i, (int)p[RANK_AUTOSPACE].n);

        if (rank == RANK_NONE)
            continue;
        found[n++] = i << RANK_BITS | (size_t)rank;
        p[rank].n++;
    }
    return n;
}

/* How many places of each rank are used. */
static void plan(const struct stretch *s, struct places *p)
{
    size_t left = s->spare > 0 ? (size_t)s->spare : 0;

    p[RANK_AUTOSPACE].use = p[RANK_AUTOSPACE].n;
    if (left > p[RANK_SPACE].n + p[RANK_SCRIPT].n + p[RANK_MARK].n)
        return;
    for (int rank = RANK_SPACE; rank < RANK_COUNT; rank++) {
        p[rank].use = left < p[rank].n ? left : p[rank].n;
        left -= p[rank].use;
    }
}

/* Whether the next place is the one in the middle of one of `use` equal parts. */
static bool take(struct places *p)
{
    bool taken = p->used < p->use && p->seen == (2 * p->used + 1) * p->n / (2 * p->use);

    p->seen++;
    p->used += taken;
    return taken;
}

size_t stretch_row(const struct clusters *t, const struct stretch *s, size_t *gaps)
{
    struct places p[RANK_COUNT] = {0};
    size_t found, n = 0;

    if (s->autospaces == 0 && s->spare <= 0)
        return 0;
    found = find_places(t, s, p, gaps);
    plan(s, p);
    for (size_t i = 0; i < found; i++)
        if (take(&p[gaps[i] & RANK_MASK]))
            gaps[n++] = t->v[gaps[i] >> RANK_BITS].from;
    return n;
}
