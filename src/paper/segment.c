#include <config.h>

#include "paper/segment.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "paper/byline.h"
#include "paper/chapter.h"
#include "paper/claim.h"
#include "paper/cohesion.h"
#include "paper/continued.h"
#include "paper/heading.h"
#include "paper/kicker.h"
#include "paper/rule.h"
#include "paper/topics.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum {
    SECTION_REACH = 12000, /* bytes of a section that say what it is about */
    CHANGE = 2,            /* half ems by which two columns differ */
    HEADINGS = 12          /* lines of two headings that meet */
};

/* What a heading between two bodies is compared by. */
struct sets {
    struct terms article; /* the terms of its paragraphs so far */
    struct terms section; /* of those behind the heading */
    struct terms heading;
};

/* The walk over the pieces. */
struct walk {
    struct pieces *p;
    size_t articles; /* begun so far */
    size_t start;    /* first piece of the current article's body */
    bool body;       /* it has a paragraph */
    bool headline;   /* it has one */
    bool byline;     /* it has one */
    bool opened;     /* it opens like a news item, or goes on with an article that did */
    struct topics topics;
    struct sets *sets;   /* NULL until a heading is compared: on most small pages none is */
    size_t counted;      /* the piece up to which the article's terms are: see article_terms */
    struct group lifted; /* a heading that stood inside a sentence and waits for its body */
    bool waits;
    struct region region; /* of articles that a headline after its body may set right */
};

static bool is_body(const struct piece *p)
{
    return p->kind == BLOCK_PARAGRAPH || p->kind == BLOCK_CAPTION || p->kind == BLOCK_JUMP;
}

static struct group read_group(const struct pieces *p, size_t i)
{
    struct group g = {.from = i};

    while (i < p->n && p->v[i].kind == BLOCK_HEADLINE)
        i++;
    g.bylines = i;
    while (i < p->n && p->v[i].kind == BLOCK_BYLINE)
        i++;
    g.to = i;
    return g;
}

static struct sets *sets_of(struct walk *w)
{
    if (!w->sets)
        w->sets = xcalloc(1, sizeof *w->sets);
    return w->sets;
}

static void free_sets(struct sets *s)
{
    if (!s)
        return;
    cohesion_free(&s->article);
    cohesion_free(&s->section);
    cohesion_free(&s->heading);
    free(s);
}

static void reset_article(struct walk *w, size_t start)
{
    w->start = start;
    w->body = w->headline = w->byline = w->opened = false;
    if (w->sets)
        cohesion_clear(&w->sets->article);
    w->counted = start;
}

/* An article whose heading is the pieces [from, start). */
static void begin_article(struct walk *w, size_t from, size_t start)
{
    w->articles++;
    reset_article(w, start);
    region_begin(&w->region, from, start);
}

static void give_group(struct walk *w, const struct group *g, size_t article)
{
    for (size_t i = g->from; i < g->to; i++)
        w->p->v[i].article = article;
}

/* The group is the heading of the current article, which `rule` said. */
static void take_headline(struct walk *w, const struct group *g, enum rule rule)
{
    kicker_tell(w->p, g);
    for (size_t i = g->from; i < g->bylines; i++)
        if (w->p->v[i].kind == BLOCK_HEADLINE)
            w->p->v[i].rule = (uint8_t)rule;
    give_group(w, g, w->articles - 1);
    w->headline |= g->bylines > g->from;
    w->byline |= g->to > g->bylines;
    region_head(&w->region);
}

static void take_kicker(struct walk *w, const struct group *g)
{
    for (size_t i = g->from; i < g->bylines; i++)
        piece_become(&w->p->v[i], BLOCK_KICKER, RULE_KICKER_GROUP);
    give_group(w, g, w->articles - 1);
    w->byline |= g->to > g->bylines;
}

/* The end of the paragraphs from i on, up to the next heading or as far as they matter. */
static size_t section_end(const struct pieces *p, size_t i)
{
    size_t bytes = 0;

    while (i < p->n && is_body(&p->v[i]) && bytes < SECTION_REACH)
        bytes += p->v[i++].text.n;
    return i;
}

/* The terms of the paragraphs from piece i on. */
static const struct terms *section_terms(struct walk *w, size_t i)
{
    struct terms *section = &sets_of(w)->section;
    size_t end = section_end(w->p, i);

    cohesion_clear(section);
    for (; i < end; i++)
        if (w->p->v[i].kind == BLOCK_PARAGRAPH)
            cohesion_add(section, topics_of(&w->topics, i));
    return section;
}

static bool measures_differ(const struct piece *a, const struct piece *b)
{
    int d = (int)a->measure - (int)b->measure;

    return d >= CHANGE || d <= -CHANGE;
}

/* The heading of a body that was read, up to piece `end`. */
static void take_headline_of(struct walk *w, const struct group *g, size_t end)
{
    if (w->headline || w->byline) {
        size_t start;

        w->articles += region_claim(&w->region, &w->topics, w->p, g, end, &start);
        reset_article(w, start);
        region_begin(&w->region, start, start);
    }
    take_headline(w, g, RULE_HEADING_AFTER);
    w->body = true;
    w->headline = true;
}

/* The terms of the current article's paragraphs before piece `to`. Counted when they are asked for:
 * most articles have a heading that leaves no question. */
static const struct terms *article_terms(struct walk *w, size_t to)
{
    struct terms *article = &sets_of(w)->article;

    for (; w->counted < to; w->counted++) {
        const struct piece *p = &w->p->v[w->counted];

        if (p->kind == BLOCK_PARAGRAPH && p->article == w->articles - 1)
            cohesion_add(article, topics_of(&w->topics, w->counted));
    }
    return article;
}

/* 英国《泰晤士报》： has its words from the text below, whatever it is. */
static bool quotes_text(const struct piece *heading)
{
    return utf8_before(heading->text, heading->text.n) == 0xFF1A;
}

static const struct terms *heading_terms(struct walk *w, const struct group *g)
{
    struct terms *heading = &sets_of(w)->heading;

    cohesion_clear(heading);
    for (size_t i = g->from; i < g->bylines; i++)
        cohesion_add(heading, topics_of(&w->topics, i));
    return heading;
}

/* Who wrote the text above is named behind it: that article has ended. */
static bool ends_signed(const struct pieces *p, size_t heading)
{
    const struct piece *before = heading > 1 ? &p->v[heading - 2] : NULL;
    enum charclass last;

    if (!before || p->v[heading - 1].kind != BLOCK_BYLINE || before->kind != BLOCK_PARAGRAPH)
        return false;
    last = charclass_of(utf8_before(before->text, before->text.n));
    return last == CC_STOP || last == CC_ASTOP || last == CC_CQUOTE;
}

/* A heading between two bodies is a headline, not a subhead, when the text changes with it. Where
 * the article before says who wrote it or where it comes from, the next one would too. */
static bool is_headline(struct walk *w, const struct group *g)
{
    const struct pieces *p = w->p;
    const struct terms *section, *before;
    const struct piece *next = &p->v[g->to];
    double score;

    if (p->v[g->from].chapter != CHAPTER_NO)
        return p->v[g->from].chapter == CHAPTER_TITLE;
    if (g->to > g->bylines || next->opening || ends_signed(p, g->from) ||
        heading_names_notice(p->v[g->from].text))
        return true;
    score = heading_form(p->v, g->from, g->bylines);
    if (measures_differ(&p->v[g->from - 1], next) && measures_differ(&p->v[w->start], next))
        score += 0.7;
    if (w->byline || w->opened)
        score -= 0.75;
    before = article_terms(w, g->from);
    section = section_terms(w, g->to);
    if (!quotes_text(&p->v[g->from]))
        score += heading_words(heading_terms(w, g), section, before);
    return score > heading_subject(section, before);
}

/* How many words more a heading shares with one text than with the other; none when these are not
 * enough to tell. */
static double words_of(struct walk *w, size_t from, size_t to, const struct terms *text,
                       const struct terms *other)
{
    struct group g = {from, to, to};
    double words = heading_words(heading_terms(w, &g), text, other);

    return words > 0 ? words * w->sets->heading.n_once : 0;
}

/* Where in a heading between two bodies the one ends that stands after the body above: by the words
 * of both parts. g->from when it begins with no such one; only for an article that has none yet,
 * and when the text below is about something else. */
static size_t end_of_heading_above(struct walk *w, const struct group *g)
{
    const struct pieces *p = w->p;
    const struct terms *above, *below;
    size_t end = g->from;
    double best = 0;

    if (!w->body || w->headline || w->byline || g->bylines == g->from ||
        p->v[g->from].chapter != CHAPTER_NO)
        return end;
    above = article_terms(w, g->from);
    below = section_terms(w, g->to);
    if (heading_subject(below, above) >= 0)
        return end;
    for (size_t k = g->from + 1; k <= g->bylines && k <= g->from + HEADINGS; k++) {
        double first = words_of(w, g->from, k, above, below);
        double second = words_of(w, k, g->bylines, below, above);

        if (first > 0 && (second > 0 || k == g->bylines) && first + second > best) {
            best = first + second;
            end = k;
        }
    }
    return end;
}

static void take_subhead(struct walk *w, const struct group *g)
{
    for (size_t i = g->from; i < g->bylines; i++)
        piece_become(&w->p->v[i], BLOCK_SUBHEAD, RULE_SAME_SUBJECT);
    give_group(w, g, w->articles - 1);
}

/* The current article has nothing yet but a caption or a jump line. */
static bool is_waiting(const struct walk *w)
{
    return w->articles > 0 && !w->body && !w->headline && !w->byline;
}

/* What says that a group begins an article; is_headline asks the same in this order. */
static enum rule headline_rule(const struct walk *w, const struct group *g)
{
    const struct pieces *p = w->p;

    if (p->v[g->from].chapter != CHAPTER_NO)
        return RULE_CHAPTER;
    if (g->to > g->bylines)
        return RULE_HEADING_BYLINE;
    if (g->to < p->n && p->v[g->to].opening)
        return RULE_HEADING_OPENING;
    return w->articles > 1 ? RULE_OTHER_SUBJECT : RULE_HEADING_BEFORE;
}

/* A heading between two bodies is that of the first one, or two headings, one of each. */
static bool take_heading_above(struct walk *w, const struct group *g)
{
    size_t end = end_of_heading_above(w, g);
    struct group first = *g, second = {end, g->bylines, g->to};

    if (end == g->from)
        return false;
    if (end < g->bylines) {
        first.bylines = first.to = end;
        w->p->v[end].joins = false;
    }
    take_headline_of(w, &first, first.from);
    begin_article(w, first.to, g->to);
    if (end < g->bylines)
        take_headline(w, &second, headline_rule(w, &second));
    return true;
}

/* Groups v[0..n) that meet with no body between; `after`: a body follows. */
static void place_groups(struct walk *w, const struct group *v, size_t n, bool after)
{
    size_t first = 0;

    if (n == 1 && after && take_heading_above(w, v))
        return;
    if (w->body && n == 1 && after && v->bylines > v->from && !is_headline(w, v)) {
        take_subhead(w, v);
        return;
    }
    if (w->body && (!after || (n > 1 && (v->to > v->bylines || !w->headline)))) {
        take_headline_of(w, v, v->from);
        first = 1;
    }
    if (first == n)
        return;
    if (!is_waiting(w))
        begin_article(w, v[first].from, v[n - 1].to);
    for (size_t i = first; i + 1 < n; i++)
        take_kicker(w, &v[i]);
    take_headline(w, &v[n - 1], headline_rule(w, &v[n - 1]));
}

/* The heading that waits has found no body that opens like one: it belongs to the end of what was
 * read up to piece `end`. */
static void settle_lifted(struct walk *w, size_t end)
{
    if (w->waits)
        take_headline_of(w, &w->lifted, end);
    w->waits = false;
}

/* A heading inside a sentence is that of the article around it, or of the next one. */
static void take_lifted(struct walk *w, const struct group *g)
{
    if (!w->headline && !w->byline) {
        take_headline_of(w, g, g->from);
        return;
    }
    w->lifted = *g;
    w->waits = true;
    give_group(w, g, w->articles - 1);
}

static size_t read_groups(struct walk *w, size_t i)
{
    struct group *v = NULL;
    size_t n = 0, cap = 0;

    settle_lifted(w, i);
    if (w->p->v[i].lifted && w->body) {
        struct group g = read_group(w->p, i);

        take_lifted(w, &g);
        return g.to;
    }
    do {
        v = xgrow(v, &cap, n + 1, sizeof *v);
        v[n] = read_group(w->p, i);
        i = v[n++].to;
    } while (i < w->p->n && !is_body(&w->p->v[i]));
    place_groups(w, v, n, i < w->p->n);
    free(v);
    return i;
}

/* A byline behind a body: the writer of what was read, unless that has one and a body follows. */
static bool is_byline_after(const struct walk *w, size_t i)
{
    return w->body && !w->byline && w->p->v[i].kind == BLOCK_BYLINE;
}

static void take_body(struct walk *w, size_t i)
{
    struct piece *piece = &w->p->v[i];
    bool opens = piece->kind == BLOCK_PARAGRAPH && piece->opening && w->body;
    bool continues = piece->kind == BLOCK_JUMP && continued_from(piece->text);

    if (w->articles == 0 || opens || (continues && !is_waiting(w)))
        begin_article(w, i, i);
    if (opens && w->waits) {
        take_headline(w, &w->lifted, RULE_HEADING_OPENING);
        w->waits = false;
    }
    piece->article = w->articles - 1;
    w->opened |= continues;
    if (piece->kind == BLOCK_PARAGRAPH) {
        w->body = true;
        w->opened |= piece->opening;
    }
}

size_t segment_pieces(struct pieces *p)
{
    struct walk *w = xcalloc(1, sizeof *w);
    size_t n;

    w->p = p;
    topics_begin(&w->topics, p);
    for (size_t i = 0; i < p->n;) {
        if (is_body(&p->v[i])) {
            take_body(w, i++);
        } else if (is_byline_after(w, i)) {
            p->v[i++].article = w->articles - 1;
            w->byline = true;
            region_head(&w->region);
        } else {
            i = read_groups(w, i);
        }
    }
    settle_lifted(w, p->n);
    n = w->articles;
    topics_free(&w->topics);
    free_sets(w->sets);
    region_free(&w->region);
    free(w);
    return continued_join(p, n);
}
