#include <config.h>

#include "paper/kicker.h"

#include "paper/chapter.h"
#include "paper/rule.h"
#include "text/charclass.h"
#include "text/utf8.h"

/* The end of the lines of a heading, from piece i on, that no dash or gap parts. */
static size_t part_end(const struct pieces *p, size_t i)
{
    while (i + 1 < p->n && p->v[i + 1].joins)
        i++;
    return i + 1;
}

/* Whether such lines, pieces [from, to), are a kicker by a dash. */
static bool has_dash(const struct pieces *p, const struct group *g, size_t from, size_t to)
{
    struct str s = p->v[to - 1].text;
    uint32_t last = utf8_before(s, s.n);

    if (to < g->bylines && (charclass_of(last) == CC_DASH || last == 0xFF1A))
        return true;
    return from > g->from && charclass_of(utf8_at(p->v[from].text, 0)) == CC_DASH;
}

/* Where the headline begins among the parts of the group. */
static size_t headline_of(const struct pieces *p, const struct group *g)
{
    size_t headline = g->from;

    for (size_t i = part_end(p, g->from), to; i < g->bylines; i = to) {
        to = part_end(p, i);
        if (p->v[i].chapter == CHAPTER_TITLE ||
            (p->v[i].apart && !has_dash(p, g, i, to) && p->v[headline].chapter != CHAPTER_TITLE))
            headline = i;
    }
    return headline;
}

void kicker_tell(struct pieces *p, const struct group *g)
{
    size_t headline = headline_of(p, g);

    for (size_t i = g->from, to; i < g->bylines; i = to) {
        enum rule rule = RULE_NONE;

        to = part_end(p, i);
        if (has_dash(p, g, i, to))
            rule = RULE_KICKER_DASH;
        else if (i < headline)
            rule = RULE_KICKER_GROUP;
        for (size_t k = i; k < to; k++)
            piece_become(&p->v[k], rule == RULE_NONE ? BLOCK_HEADLINE : BLOCK_KICKER, rule);
    }
}
