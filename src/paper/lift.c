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

/* In ideographs a paragraph shows by its indent; in Latin a sentence by its capital. Korean shows
 * neither. */
static bool may_go_on(const struct line *line, const struct line *next, bool japanese)
{
    uint32_t first = utf8_at(line->text, 0);

    if (line->hangul)
        return false;
    return line->cjk ? !measure_has_ghost_indent(line, next, japanese)
                     : first >= 'a' && first <= 'z';
}

bool lift_resumes(const struct line *before, const struct line *line, const struct line *next,
                  bool japanese)
{
    return before->ends == ENDS_NO && before->measure > 0 && line->measure > 0 &&
           !measure_is_early(before, line) && !measure_is_over(before) && !line->opening &&
           !line->verse && line->indent == 0 && may_go_on(line, next, japanese);
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

void lift_headings(struct lines *l, bool japanese)
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

            if (lift_resumes(before, &l->v[next], behind < l->n ? &l->v[behind] : NULL, japanese))
                lift(l, from, next);
        }
    }
}
