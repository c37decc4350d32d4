#include <config.h>

#include "paper/lift.h"

#include "paper/measure.h"
#include "text/utf8.h"

static bool is_body(const struct line *l)
{
    return l->role == ROLE_FIRST || l->role == ROLE_MORE;
}

static bool is_heading(const struct line *l)
{
    return l->role >= ROLE_HEAD && l->role <= ROLE_BYLINE;
}

/* A first-line indent that extraction lost; where indents are kept, and in the last line of a
 * paragraph, the room means nothing. */
static bool lost_indent(const struct line *l, const struct line *next,
                        const struct indents *indents)
{
    return !indents->kept && l->ends == ENDS_NO &&
           measure_has_ghost_indent(l, next, indents->japanese);
}

/* In ideographs a paragraph shows by its indent; in Latin a sentence by its capital. Korean shows
 * neither. */
static bool may_go_on(const struct line *line, const struct line *next,
                      const struct indents *indents)
{
    uint32_t first = utf8_at(line->text, 0);

    if (line->hangul)
        return false;
    return line->cjk ? !lost_indent(line, next, indents) : first >= 'a' && first <= 'z';
}

/* The line fills its column, but for a first-line indent that was lost. */
static bool is_full(const struct line *l, bool first, const struct line *next,
                    const struct indents *indents)
{
    return !measure_is_over(l) &&
           (!measure_is_early(l, next) || measure_is_just_early(l, next) ||
            (first && indents->lost && lost_indent(l, next, indents)));
}

/* A paragraph that begins with `l` shows it. */
static bool shows_indent(const struct line *l, const struct line *next,
                         const struct indents *indents)
{
    return indents->kept ? l->indent > 0 : lost_indent(l, next, indents);
}

enum lift lift_resumes(const struct line *before, bool first, const struct line *line,
                       const struct line *next, const struct indents *indents)
{
    if (before->ends != ENDS_NO || before->measure == 0 || line->measure == 0 || line->opening ||
        line->verse || line->indent > 0 || !is_full(before, first, line, indents) ||
        !may_go_on(line, next, indents))
        return LIFT_NO;
    return first && (indents->kept || indents->lost) && shows_indent(before, line, indents)
               ? LIFT_SURE
               : LIFT_MAY;
}

/* The next line from i on that is not set aside; l->n when there is none. */
static size_t skip_aside(const struct lines *l, size_t i)
{
    while (i < l->n && line_is_aside(&l->v[i]))
        i++;
    return i;
}

static void lift(struct lines *l, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        l->v[i].lifted = is_heading(&l->v[i]);
    l->v[to].role = ROLE_MORE;
    l->v[to].resumes = true;
}

void lift_headings(struct lines *l, const struct indents *indents)
{
    const struct line *before = NULL;

    for (size_t i = skip_aside(l, 0), next; i < l->n; i = next) {
        size_t from = i;

        next = skip_aside(l, i + 1);
        if (!is_heading(&l->v[i])) {
            before = &l->v[i];
            continue;
        }
        while (next < l->n && is_heading(&l->v[next]))
            next = skip_aside(l, next + 1);
        if (before && next < l->n && is_body(before) && l->v[next].role == ROLE_FIRST) {
            size_t behind = skip_aside(l, next + 1);

            if (lift_resumes(before, before->role == ROLE_FIRST, &l->v[next],
                             behind < l->n ? &l->v[behind] : NULL, indents) != LIFT_NO)
                lift(l, from, next);
        }
    }
}
