#include <config.h>

#include "paper/claim.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "paper/cohesion.h"
#include "paper/rule.h"

enum {
    REACH = 12000,    /* bytes of a body that say what it is about */
    SPLIT_REACH = 40, /* paragraphs before a heading that may be its body */
    CHANGE = 2,       /* half ems by which two columns differ */
    BACK = 16,        /* articles looked at */
    SURE = 3,         /* a score with which no other turn is looked for */
    HEADLESS = 4      /* terms that say as much as an article without a headline */
};

/* What the claim is weighed with. */
struct claim {
    struct region *r;
    struct topics *topics;
    const struct pieces *p;
    const struct group *headline; /* the one that claims */
    size_t end;                   /* of the last body */
};

/* Where headlines begin to stand after their bodies: paragraph `split` of the article, or the
 * article itself, which has no headline. */
struct turn {
    size_t article, split;
    bool headless;
    double score;
};

void region_begin(struct region *r, size_t from, size_t start)
{
    r->v = xgrow(r->v, &r->cap, r->n + 1, sizeof *r->v);
    r->v[r->n++] = (struct begun){from, start, from < start};
}

void region_head(struct region *r)
{
    if (r->n > 0)
        r->v[r->n - 1].headed = true;
}

void region_free(struct region *r)
{
    if (r->scales) {
        cohesion_free(&r->scales->heading);
        free(r->scales->run.seen);
    }
    free(r->scales);
    free(r->v);
}

static size_t body_end(const struct claim *c, size_t article)
{
    return article + 1 < c->r->n ? c->r->v[article + 1].from : c->end;
}

static void add_heading(struct claim *c, size_t from, size_t to)
{
    cohesion_clear(&c->r->scales->heading);
    for (size_t i = from; i < to; i++)
        if (c->p->v[i].kind == BLOCK_HEADLINE || c->p->v[i].kind == BLOCK_KICKER)
            cohesion_add(&c->r->scales->heading, topics_of(c->topics, i));
}

/* The terms of an article's headline, or of the headline that claims, behind the last article. */
static void collect_heading(struct claim *c, size_t article)
{
    if (article < c->r->n)
        add_heading(c, c->r->v[article].from, c->r->v[article].start);
    else
        add_heading(c, c->headline->from, c->headline->bylines);
}

/* How many terms of the headline of an article the beginning of a body has. */
static double shared_terms(struct claim *c, size_t article, size_t body)
{
    size_t bytes = 0;
    uint32_t shared = 0;

    collect_heading(c, article);
    for (size_t i = c->r->v[body].start; i < body_end(c, body) && bytes < REACH; i++) {
        if (c->p->v[i].kind != BLOCK_PARAGRAPH)
            continue;
        shared += cohesion_strike(&c->r->scales->heading, topics_of(c->topics, i));
        bytes += c->p->v[i].text.n;
    }
    return shared;
}

static bool measures_differ(const struct piece *a, const struct piece *b)
{
    int d = (int)a->measure - (int)b->measure;

    return d >= CHANGE || d <= -CHANGE;
}

/* What the form of paragraph k says for an article to begin there. */
static double form_score(const struct pieces *p, size_t k)
{
    return (p->v[k].opening ? 6 : 0) + (p->v[k].apart || p->v[k].page ? 2 : 0) +
           (measures_differ(&p->v[k - 1], &p->v[k]) ? 2 : 0);
}

/* How good a place paragraph k is for the article of a headline to begin: by its form, the words of
 * the headline that come only from there on, and how little the text from there on has in common
 * with the text before. */
static double split_score(const struct pieces *p, size_t k, const struct cut *cut)
{
    uint32_t smaller = cut->before < cut->after ? cut->before : cut->after;
    double score = form_score(p, k) + cut->heading_after - 1.5 * cut->heading_before;

    return smaller > 0 ? score - 30 * ((double)cut->both / smaller) : score;
}

/* The best paragraph inside an article's body for the article of the next headline to begin; the
 * body's end when it has only one. */
static struct turn find_split(struct claim *c, size_t article)
{
    const struct pieces *p = c->p;
    struct cut cuts[SPLIT_REACH + 1];
    struct termspan texts[SPLIT_REACH] = {0};
    size_t start = c->r->v[article].start, end = body_end(c, article);
    size_t first = end > start + SPLIT_REACH ? end - SPLIT_REACH : start;
    struct turn best = {article, end, false, -1e9};

    collect_heading(c, article + 1);
    topics_find(c->topics, first, end);
    for (size_t i = first; i < end; i++)
        if (p->v[i].kind == BLOCK_PARAGRAPH)
            texts[i - first] = topics_of(c->topics, i);
    cohesion_cuts(texts, end - first, &c->r->scales->heading, &c->r->scales->run, cuts);
    for (size_t k = first + 1; k < end; k++) {
        double score;

        if (p->v[k].kind != BLOCK_PARAGRAPH)
            continue;
        score = split_score(p, k, &cuts[k - first]) + 0.01 * (double)(k - first);
        if (score > best.score) {
            best.score = score;
            best.split = k;
        }
    }
    return best;
}

/* Goes back from the last article: the farther the turn, the more headlines stand after their
 * bodies, until one has more words of the body below it than of the one above. */
static struct turn find_turn(struct claim *c)
{
    size_t last = c->r->n - 1;
    struct turn best = find_split(c, last);
    double after = 0; /* what speaks for the headlines behind to stand after their bodies */

    for (size_t i = last; i-- > 0 && i + BACK > last && best.score <= SURE;) {
        double own = shared_terms(c, i + 1, i + 1), shared = shared_terms(c, i + 1, i);
        struct turn turn = {i, 0, true, HEADLESS + shared};

        if (own > shared)
            break;
        if (c->r->v[i].headed)
            turn = find_split(c, i);
        turn.score += after - own;
        if (turn.score > best.score)
            best = turn;
        if (turn.headless)
            break;
        after += shared - own;
    }
    return best;
}

/* The pieces of [from, to) belong to the next article or to the one before. */
static void move(struct pieces *p, size_t from, size_t to, int by)
{
    for (size_t i = from; i < to; i++) {
        p->v[i].article = by > 0 ? p->v[i].article + 1 : p->v[i].article - 1;
        if (p->v[i].kind == BLOCK_HEADLINE)
            p->v[i].rule = RULE_HEADING_AFTER;
    }
}

static void apply(const struct claim *c, const struct turn *turn, struct pieces *p)
{
    const struct begun *v = c->r->v;

    if (!turn->headless)
        move(p, turn->split, body_end(c, turn->article), 1);
    for (size_t i = turn->article + 1; i < c->r->n; i++) {
        if (turn->headless)
            move(p, v[i].from, v[i].start, -1);
        else
            move(p, v[i].start, body_end(c, i), 1);
    }
}

bool region_claim(struct region *r, struct topics *t, struct pieces *p,
                  const struct group *headline, size_t end, size_t *start)
{
    struct claim c = {r, t, p, headline, end};
    struct turn turn;
    size_t last = r->n - 1;

    if (!r->scales) /* most sheets have nothing to weigh */
        r->scales = xcalloc(1, sizeof *r->scales);
    turn = find_turn(&c);
    apply(&c, &turn, p);
    *start = turn.article == last && !turn.headless ? turn.split : r->v[last].start;
    r->n = 0;
    return !turn.headless;
}
