#include <config.h>

#include "layout/stretch.h"

/* In the order in which they are used. */
enum rank { RANK_AUTOSPACE, RANK_SPACE, RANK_SCRIPT, RANK_MARK, RANK_COUNT, RANK_NONE };
enum { RANK_BITS = 2, RANK_MASK = (1 << RANK_BITS) - 1 };

/* Of n places of one rank, `use` spread evenly. */
struct places {
    size_t n, use;
    size_t seen, used, next; /* to use */
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

/* The clusters of the row before which there may be a place, into `found`: few of them, and no
 * branch that depends on where they are. */
static size_t find_candidates(const struct clusters *t, const struct stretch *s, size_t *found)
{
    const struct cluster *v = t->v;
    bool inserted = s->autospaces > 0;
    size_t n = 0;

    for (size_t i = s->from + 1; i < s->to; i++) {
        found[n] = i;
        n += (v[i].class != v[i - 1].class) & (inserted | (v[i].before == LINEBREAK_ALLOWED));
    }
    return n;
}

/* The places of the row, cluster << RANK_BITS | rank, into `found`; counts them in p. */
static size_t find_places(const struct clusters *t, const struct stretch *s, struct places *p,
                          size_t *found)
{
    size_t candidates = find_candidates(t, s, found), n = 0;

    for (size_t k = 0; k < candidates; k++) {
        enum rank rank = rank_at(t, s, found[k], (int)p[RANK_AUTOSPACE].n);

        if (rank == RANK_NONE)
            continue;
        found[n++] = found[k] << RANK_BITS | (size_t)rank;
        p[rank].n++;
    }
    return n;
}

/* The next place to use: in the middle of one of `use` equal parts. */
static void aim(struct places *p)
{
    p->next = p->used < p->use ? (2 * p->used + 1) * p->n / (2 * p->use) : p->n;
}

/* How many places of each rank are used. */
static void plan(const struct stretch *s, struct places *p)
{
    size_t left = s->spare > 0 ? (size_t)s->spare : 0,
           places = p[RANK_SPACE].n + p[RANK_SCRIPT].n + p[RANK_MARK].n;

    p[RANK_AUTOSPACE].use = p[RANK_AUTOSPACE].n;
    for (int rank = RANK_SPACE; rank < RANK_COUNT && left <= places; rank++) {
        p[rank].use = left < p[rank].n ? left : p[rank].n;
        left -= p[rank].use;
    }
    for (int rank = 0; rank < RANK_COUNT; rank++)
        aim(&p[rank]);
}

/* Whether the next place is used. */
static bool take(struct places *p)
{
    if (p->seen++ != p->next)
        return false;
    p->used++;
    aim(p);
    return true;
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
