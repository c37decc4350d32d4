#include <config.h>

#include "paper/label.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "paper/byline.h"
#include "paper/lift.h"
#include "paper/measure.h"
#include "paper/rolecost.h"

enum {
    INDENT_MAX = 8, /* half ems */
    SIGNED = 3,  /* lines of a heading */
    OPEN_END = 3 /* what a paragraph costs that ends the text inside a sentence */
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

/* The habits of a text, from all of its lines. */
static void find_habits(struct line **v, size_t n, struct place *p)
{
    size_t gaps = 0, indents = 0, firsts = 0;

    for (size_t i = 0; i < n; i++) {
        gaps += i > 0 && v[i]->blanks > 0;
        indents += v[i]->indent >= 2;
        firsts += i > 0 && v[i - 1]->ends == ENDS_YES;
    }
    p->japanese = measure_is_japanese(v, n);
    p->lost_indent = loses_indent(v, n, p->japanese);
    p->gap = n > 4 && gaps * 10 >= n * 7 ? 1 : 0;
    p->indent = usual_indent(v, n);
    p->indented = indents >= 3 && indents * 2 > firsts && indents * 4 < n * 3;
}

/* Whether a byline stands a few lines below and the sentence of prev goes on behind it. */
static void look_for_byline(struct place *p, struct line **v, size_t n, size_t i)
{
    p->signed_soon = false;
    for (size_t k = i + 1; p->prev && k + 1 < n && k <= i + SIGNED; k++) {
        if (v[k]->byline == BYLINE_STRONG)
            p->signed_soon = lift_resumes(p->prev, v[k + 1], k + 2 < n ? v[k + 2] : NULL,
                                          p->japanese);
        if (v[k]->byline == BYLINE_STRONG || v[k]->ends == ENDS_YES)
            return;
    }
}

static void look_at(struct place *p, struct line **v, size_t n, size_t i)
{
    p->prev = i > 0 ? v[i - 1] : NULL;
    p->cur = v[i];
    p->next = i + 1 < n ? v[i + 1] : NULL;
    look_for_byline(p, v, n, i);
}

/* now[to]: the least cost of a sequence that ends at p->cur with role `to`, when best[] are those
 * of the line before; from[to] is the role there, the first of those that cost as little. Costs are
 * compared together with their roles: the lesser of two is taken without a branch. */
static void take_step(const struct place *p, const int *best, int *now, uint8_t *from)
{
    enum { ROLES = 8 }; /* at least as many as there are */

    for (int to = 0; to < ROLE_COUNT; to++) {
        int least = ROLECOST_NEVER * 10 * ROLES + ROLE_FIRST;
        int last = to == ROLE_BYLINE && p->cur->byline == BYLINE_NO ? -1 : rolecost_before[to].last;

        for (int r = rolecost_before[to].first; r <= last; r++) {
            int cost = (best[r] + p->cost[to][r]) * ROLES + r;

            least = cost < least ? cost : least;
        }
        from[to] = (uint8_t)(least & (ROLES - 1));
        now[to] = (least - from[to]) / ROLES;
    }
}

/* Returns whether the text is Japanese. */
static bool label(struct line **v, size_t n)
{
    uint8_t(*from)[ROLE_COUNT] = xmalloc(n * sizeof *from);
    int best[ROLE_COUNT], now[ROLE_COUNT];
    struct place p = {0};
    int role = 0;

    find_habits(v, n, &p);
    look_at(&p, v, n, 0);
    for (int r = 0; r < ROLE_COUNT; r++)
        best[r] = rolecost_start(&p, (enum role)r);
    for (size_t i = 1; i < n; i++) {
        look_at(&p, v, n, i);
        rolecost_look(&p);
        take_step(&p, best, now, from[i]);
        int least = now[0];
        for (int r = 1; r < ROLE_COUNT; r++)
            least = now[r] < least ? now[r] : least;
        for (int r = 0; r < ROLE_COUNT; r++)
            best[r] = now[r] - least;
    }
    if (v[n - 1]->ends == ENDS_NO && !v[n - 1]->verse) {
        best[ROLE_FIRST] += OPEN_END;
        best[ROLE_MORE] += OPEN_END;
    }
    for (int r = 1; r < ROLE_COUNT; r++)
        if (best[r] < best[role])
            role = r;
    for (size_t i = n; i-- > 0;) {
        v[i]->role = (uint8_t)role;
        role = i > 0 ? from[i][role] : role;
    }
    free(from);
    return p.japanese;
}

void label_lines(struct lines *l)
{
    struct line **v = xmalloc(l->n * sizeof *v);
    size_t n = 0;

    for (size_t i = 0; i < l->n; i++)
        if (!line_is_aside(&l->v[i]))
            v[n++] = &l->v[i];
    if (n > 0)
        lift_headings(l, label(v, n));
    free(v);
}
