#include <config.h>

#include "paper/label.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "paper/byline.h"
#include "paper/lift.h"
#include "paper/measure.h"
#include "paper/rolecache.h"
#include "paper/roles.h"
#include "paper/seam.h"

enum {
    INDENT_MAX = 8, /* half ems */
    SIGNED = 8,  /* lines of a heading */
    WORDS = 3,   /* what words say at most */
    OPEN_END = 5 /* what a paragraph costs that ends the text inside a sentence */
};

/* Most of the lines behind a short last line of a paragraph are short by an indent. */
static bool loses_indent(struct line **v, size_t n, bool japanese)
{
    size_t firsts = 0, ghosts = 0;

    for (size_t i = 1; i + 1 < n; i++) {
        if (v[i - 1]->ends != ENDS_YES || !measure_is_early(v[i - 1], v[i]) ||
            measure_is_short_of_indent(v[i - 1], v[i]))
            continue;
        firsts++;
        ghosts += measure_has_ghost_indent(v[i], v[i + 1], japanese);
    }
    return firsts >= 3 && ghosts * 3 >= firsts * 2;
}

/* The first-line indent of most lines that have one, in half ems; 0 when none has. */
static uint16_t usual_indent(struct line **v, size_t n)
{
    size_t count[INDENT_MAX + 1] = {0}, usual = 0;

    for (size_t i = 0; i < n; i++)
        if (v[i]->indent >= 2 && v[i]->indent <= INDENT_MAX)
            count[v[i]->indent]++;
    for (size_t k = 1; k <= INDENT_MAX; k++)
        usual = count[k] > count[usual] ? k : usual;
    return (uint16_t)usual;
}

/* Blank lines part all paragraphs, and what they part begins with a full line and not with a
 * heading. */
static bool parts_paragraphs(struct line *const *v, size_t n)
{
    size_t ends = 0, parted = 0, begins = 0, full = 0;

    for (size_t i = 1; i + 1 < n; i++) {
        if (v[i - 1]->ends == ENDS_YES && measure_is_early(v[i - 1], v[i])) {
            ends++;
            parted += v[i]->blanks > 0;
        }
        if (v[i]->blanks > 0 && v[i + 1]->blanks == 0) {
            begins++;
            full += !measure_is_early(v[i], v[i + 1]);
        }
    }
    return ends >= 2 && parted * 10 >= ends * 9 && full * 4 >= begins * 3;
}

/* The other habits of a text, from all of its lines. */
static void find_habits(struct line **v, size_t n, struct place *p)
{
    size_t gaps = 0, indents = 0, firsts = 0;

    for (size_t i = 0; i < n; i++) {
        gaps += i > 0 && v[i]->blanks > 0;
        indents += v[i]->indent >= 2;
        firsts += i > 0 && v[i - 1]->ends == ENDS_YES;
    }
    p->lost_indent = loses_indent(v, n, p->japanese);
    p->gap = n > 4 && gaps * 10 >= n * 7 ? 1 : 0;
    p->parted = p->gap == 0 && parts_paragraphs(v, n);
    p->indent = usual_indent(v, n);
    p->indented = indents >= 3 && indents * 2 > firsts && indents * 4 < n * 3;
}

static struct indents indents_of(const struct place *p)
{
    return (struct indents){
        .kept = p->indented, .lost = p->lost_indent, .japanese = p->japanese};
}

/* A byline stands a few lines below line i, with no end of a sentence between: line i may be that
 * of another heading. */
static bool is_signed(struct line *const *v, size_t n, size_t i)
{
    for (size_t k = i; k < n && k < i + SIGNED && v[k]->ends != ENDS_YES; k++)
        if (v[k]->byline == BYLINE_STRONG)
            return true;
    return false;
}

/* A byline does not fill its column, or begins as bylines do. */
static bool stands_out(const struct line *byline, const struct line *next)
{
    return !byline->cjk || byline->ornament || byline->first == CC_OPEN ||
           measure_is_early(byline, next) || measure_is_over(byline) ||
           roles_length(byline->text) > 0;
}

/* A byline, and the first of the lines before it whose sentence may go on behind it: a few lines
 * above, with no end of a sentence between. */
struct signature {
    size_t at; /* as many as there are lines when there is none */
    size_t from;
};

static size_t first_before(struct line *const *v, size_t at)
{
    size_t from = at - 1;

    while (from > 0 && from + SIGNED >= at && (from + 1 == at || v[from + 1]->ends != ENDS_YES))
        from--;
    return from;
}

/* The next one behind line i. */
static struct signature next_signature(struct line *const *v, size_t n, size_t i)
{
    size_t at = i;

    do
        at++;
    while (at < n && v[at]->byline != BYLINE_STRONG);
    if (at + 1 >= n || is_signed(v, n, at + 1) || !stands_out(v[at], v[at + 1]))
        return (struct signature){at, at};
    return (struct signature){at, first_before(v, at)};
}

/* Whether the sentence of line i goes on behind line k, a byline. */
static enum lift lift_behind(const struct place *p, struct line *const *v, size_t n, size_t i,
                             size_t k)
{
    struct indents indents = indents_of(p);

    return lift_resumes(v[i], i == 0 || v[i - 1]->ends == ENDS_YES, v[k + 1],
                        k + 2 < n ? v[k + 2] : NULL, &indents);
}

static struct resumption resumption_of(const struct place *p, struct seams *seams, size_t i,
                                       size_t k)
{
    struct resumption r = {lift_behind(p, seams->v, seams->n, i, k), 0};

    if (r.lift == LIFT_NO)
        return r;
    if (seam_look(seams, k - 1, k) > 0) /* no byline */
        return (struct resumption){0};
    r.words = seam_look(seams, i, k + 1) - seam_look(seams, i, i + 1);
    r.words = r.words > WORDS ? WORDS : r.words < -WORDS ? -WORDS : r.words;
    return r;
}

/* Whether line i, which may be a byline, reads on from the line before. */
static bool reads_on(struct seams *seams, size_t i, const struct line *next)
{
    const struct line *cur = seams->v[i];

    return i > 0 && cur->cjk && cur->byline != BYLINE_STRONG && measure_is_early(cur, next) &&
           seam_look(seams, i - 1, i) > 0;
}

static inline void look_at(struct place *p, struct seams *seams, size_t i, struct signature *next)
{
    struct line *const *v = seams->v;

    if (next->at <= i)
        *next = next_signature(v, seams->n, i);
    p->prev = i > 0 ? v[i - 1] : NULL;
    p->cur = v[i];
    p->next = i + 1 < seams->n ? v[i + 1] : NULL;
    p->prev_resumes = p->cur_resumes;
    p->cur_resumes = (struct resumption){0};
    if (i >= next->from && i + 1 < next->at)
        p->cur_resumes = resumption_of(p, seams, i, next->at);
    p->reads_on = p->cur->byline != BYLINE_NO && reads_on(seams, i, p->next);
}

/* The search keeps costs in units of STEP, so that a role fits below them: what a way costs and the
 * role of the line that it came from are compared together, and of those that cost as little the
 * first role is taken, without a branch. */
enum {
    STEP = 8, /* at least as many as there are roles: the compiler makes vectors of so many ways */
    NO_WAY = STEP * 10 * ROLECOST_NEVER
};

static inline int lesser(int a, int b)
{
    return a < b ? a : b;
}

static inline int least_of(int a, int b, int c)
{
    return lesser(lesser(a, b), c);
}

/* way[to]: the least cost of a sequence that ends at p->cur with role `to`, and the role before,
 * when best[] are the costs at the line before. */
static void take_step(const struct place *p, const struct rolecost *cost, const int *best, int *way)
{
    int first = best[ROLE_FIRST] + ROLE_FIRST, more = best[ROLE_MORE] + ROLE_MORE;
    int head = best[ROLE_HEAD] + ROLE_HEAD, head_more = best[ROLE_HEAD_MORE] + ROLE_HEAD_MORE;
    int head_long = best[ROLE_HEAD_LONG] + ROLE_HEAD_LONG;
    int text = lesser(first, more), heading = least_of(head, head_more, head_long);
    int byline = best[ROLE_BYLINE] + ROLE_BYLINE, line = STEP * p->heading;

    way[ROLE_FIRST] = least_of(text + STEP * cost->first.text, heading + STEP * cost->first.heading,
                               byline + STEP * cost->first.byline);
    way[ROLE_MORE] = lesser(first + STEP * cost->more[0], more + STEP * cost->more[1]);
    way[ROLE_HEAD] = line + least_of(text + STEP * cost->head.text,
                                     heading + STEP * cost->head.heading,
                                     byline + STEP * cost->head.byline);
    way[ROLE_HEAD_MORE] = line + head + STEP * cost->head_more;
    way[ROLE_HEAD_LONG] = line + lesser(head_more + STEP * cost->head_long[0],
                                        head_long + STEP * cost->head_long[1]);
    way[ROLE_BYLINE] = NO_WAY;
    for (int r = 0; p->cur->byline != BYLINE_NO && r < ROLE_COUNT; r++)
        way[ROLE_BYLINE] = lesser(way[ROLE_BYLINE], best[r] + r + STEP * cost->byline[r]);
}

static inline int cost_of(int way)
{
    return way & ~(STEP - 1);
}

static inline int role_before(int way)
{
    return way & (STEP - 1);
}

/* The costs of the ways, made small: the least one is taken off. */
static void take_costs(const int *way, int *best)
{
    int least = cost_of(lesser(least_of(way[0], way[1], way[2]), least_of(way[3], way[4], way[5])));

    for (int r = 0; r < STEP; r++)
        best[r] = cost_of(way[r]) - least;
}

/* The ways of all roles to every line but the first; the costs at the last one in best[]. */
static void find_ways(struct place *p, struct line **v, size_t n, int (*way)[STEP], int *best)
{
    struct seams seams = {.v = v, .n = n};
    struct signature next = {0};
    struct rolecache *rows = xcalloc(1, sizeof *rows);

    look_at(p, &seams, 0, &next);
    for (int r = 0; r < STEP; r++)
        best[r] = r < ROLE_COUNT ? STEP * rolecost_start(p, (enum role)r) : NO_WAY;
    for (size_t i = 1; i < n; i++) {
        look_at(p, &seams, i, &next);
        way[i][ROLE_COUNT] = way[i][ROLE_COUNT + 1] = NO_WAY;
        take_step(p, rolecache_look(rows, p), best, way[i]);
        take_costs(way[i], best);
    }
    free(rows);
    seams_free(&seams);
}

/* Returns how paragraphs begin in the text. */
static struct indents label(struct line **v, size_t n, bool japanese)
{
    int(*way)[STEP] = xmalloc(n * sizeof *way), best[STEP];
    struct place p = {.japanese = japanese};
    int role = 0;

    find_habits(v, n, &p);
    find_ways(&p, v, n, way, best);
    if (v[n - 1]->ends == ENDS_NO && !v[n - 1]->verse) {
        best[ROLE_FIRST] += STEP * OPEN_END;
        best[ROLE_MORE] += STEP * OPEN_END;
    }
    for (int r = 1; r < ROLE_COUNT; r++)
        if (best[r] < best[role])
            role = r;
    for (size_t i = n; i-- > 0;) {
        v[i]->role = (uint8_t)role;
        role = i > 0 ? role_before(way[i][role]) : role;
    }
    free(way);
    return indents_of(&p);
}

/* The lines that are not set aside; to be freed. */
static struct line **collect(const struct lines *l, size_t *n)
{
    struct line **v = xmalloc(l->n * sizeof *v);

    *n = 0;
    for (size_t i = 0; i < l->n; i++)
        if (!line_is_aside(&l->v[i]))
            v[(*n)++] = &l->v[i];
    return v;
}

struct indents label_indents(const struct lines *l)
{
    struct place p = {.japanese = l->japanese};
    size_t n;
    struct line **v = collect(l, &n);

    find_habits(v, n, &p);
    free(v);
    return indents_of(&p);
}

void label_lines(struct lines *l)
{
    size_t n;
    struct line **v = collect(l, &n);

    if (n > 0) {
        struct indents indents = label(v, n, l->japanese);

        lift_headings(l, &indents);
    }
    free(v);
}
