#include <config.h>

#include "paper/strands.h"

#include <float.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "paper/byline.h"
#include "paper/chapter.h"
#include "paper/cohesion.h"
#include "paper/heading.h"
#include "paper/label.h"
#include "paper/lift.h"
#include "paper/measure.h"
#include "paper/seam.h"

enum {
    STRANDS = 8, /* that may go on */
    BODY = 3,    /* lines of a block that has a measure of its own */
    HEADING = 3, /* lines in which a heading shows */
    ALIKE = 2,   /* half ems by which the measures of one column differ */
    SAID = 24    /* lines that say what a text is about */
};

/* What the first line of a block looks like. */
enum beginning { MAY_BEGIN, BEGINS, GOES_ON };

/* Lines with blank lines around them, or with what was set aside. */
struct stretch {
    size_t from, last; /* its first and last line */
    size_t to;         /* where the next block begins */
    size_t lines;
    size_t next; /* the block to be read behind it */
};

struct stretches {
    struct stretch *v;
    size_t n, cap;
};

/* What is known of one article so far. */
struct strand {
    size_t block; /* its last one */
    bool body;    /* which is more than a heading */
    bool wants;   /* it ended in mid-sentence, and what stood below did not go on with it */
    size_t page;  /* of its last block */
};

struct sorting {
    struct lines *l;
    struct stretches stretches;
    struct strand v[STRANDS]; /* the one that the last block belongs to at the end */
    size_t n;
    size_t end;  /* the block that is read last */
    size_t page; /* pages before the one that is looked at */
    bool moved;
    bool alternate; /* some strand went on, or waits to */
    struct indents indents;
    struct seams seams;
    struct termlist list;
    struct terms said, other;
};

/* --- blocks */

static size_t skip_aside(const struct lines *l, size_t i)
{
    while (i < l->n && line_is_aside(&l->v[i]))
        i++;
    return i;
}

static bool begins_block(const struct line *l)
{
    return line_is_aside(l) || l->blanks > 0 || l->page;
}

static struct stretch read_block(const struct lines *l, size_t from)
{
    struct stretch b = {.from = from, .last = from, .lines = 1};

    while (b.last + 1 < l->n && !begins_block(&l->v[b.last + 1])) {
        b.last++;
        b.lines++;
    }
    b.to = skip_aside(l, b.last + 1);
    return b;
}

static bool is_full(const struct line *l)
{
    return l->ends == ENDS_NO && l->measure > 0 && !measure_is_early(l, NULL) && !l->verse;
}

/* The same, or the next character, with a mark behind it, may not have fitted. */
static bool may_be_full(const struct line *l)
{
    return l->ends == ENDS_NO && l->measure > 0 && l->width + 2 >= l->measure && !l->verse;
}

/* Some block of several lines ends in mid-sentence: few texts have one. */
static bool are_likely(const struct lines *l)
{
    for (size_t i = 2; i < l->n; i++)
        if (l->v[i].blanks > 0 && l->v[i - 1].blanks == 0 && may_be_full(&l->v[i - 1]))
            return true;
    return false;
}

static void read_blocks(struct sorting *s)
{
    struct stretches *b = &s->stretches;

    for (size_t i = skip_aside(s->l, 0); i < s->l->n; i = b->v[b->n++].to) {
        b->v = xgrow(b->v, &b->cap, b->n + 1, sizeof *b->v);
        b->v[b->n] = read_block(s->l, i);
    }
}

/* --- what blocks are */

static const struct line *behind(const struct sorting *s, const struct stretch *b, size_t i)
{
    return i < b->last ? &s->l->v[i + 1] : NULL;
}

static bool are_alike(const struct line *a, const struct line *b)
{
    int d = (int)a->measure - (int)b->measure, most = ALIKE + measure_slack(a);

    return d >= -most && d <= most;
}

/* A line of a heading: wider than the column, or ended before it was full by more than an indent.
 */
static bool is_heading(const struct line *l, const struct line *next)
{
    return l->ends == ENDS_NO && (measure_is_over(l) || (measure_is_early(l, next) &&
                                                         !measure_is_short_of_indent(l, next)));
}

/* The block begins an article. */
static bool begins_article(const struct sorting *s, const struct stretch *b)
{
    const struct line *first = &s->l->v[b->from];

    if (first->chapter != CHAPTER_NO || first->opening || is_heading(first, behind(s, b, b->from)))
        return true;
    for (size_t i = b->from; i <= b->last && i < b->from + HEADING; i++)
        if (s->l->v[i].byline == BYLINE_STRONG || s->l->v[i].opening)
            return true;
    return b->lines < BODY && s->l->v[b->last].ends == ENDS_NO &&
           (b->lines == 1 || !is_full(&s->l->v[b->last]));
}

/* The block ends in mid-sentence. */
static bool is_open(const struct sorting *s, const struct stretch *b)
{
    return b->lines > 1 && is_full(&s->l->v[b->last]);
}

/* Whether a paragraph begins with the block, where paragraphs show that: a line with no room for an
 * indent goes on with one. */
static enum beginning beginning_of(const struct sorting *s, const struct stretch *b)
{
    const struct line *first = &s->l->v[b->from];
    bool japanese = s->indents.japanese;

    if (s->indents.kept)
        return first->indent > 0 ? BEGINS : GOES_ON;
    if (!s->indents.lost || first->ends != ENDS_NO)
        return MAY_BEGIN;
    if (first->measure - first->width < (japanese ? 2 : 3))
        return GOES_ON;
    return measure_has_ghost_indent(first, behind(s, b, b->from), japanese) ? BEGINS : MAY_BEGIN;
}

/* Nothing speaks against it that the sentence at the end of block a goes on in block b. */
static bool may_go_on(const struct sorting *s, const struct stretch *a, const struct stretch *b)
{
    const struct line *before = &s->l->v[a->last], *line = &s->l->v[b->from];
    bool first = a->last > a->from && before[-1].ends == ENDS_YES;

    return are_alike(before, line) && lift_resumes(before, first, line, behind(s, b, b->from),
                                                   &s->indents) != LIFT_NO;
}

static int look(struct sorting *s, const struct stretch *a, const struct stretch *b)
{
    return seam_look_back(&s->seams, a->last, b->from);
}

/* --- strands */

static struct stretch *block_of(const struct sorting *s, const struct strand *strand)
{
    return &s->stretches.v[strand->block];
}

/* Makes the strand the last one, with block k at its end. */
static void touch(struct sorting *s, size_t strand, size_t k, bool body)
{
    struct strand t = {.block = k, .body = body, .page = s->page};

    memmove(&s->v[strand], &s->v[strand + 1], (s->n - strand - 1) * sizeof *s->v);
    s->v[s->n - 1] = t;
}

static void link_behind(struct sorting *s, size_t block, size_t k)
{
    s->stretches.v[k].next = s->stretches.v[block].next;
    s->stretches.v[block].next = k;
    if (s->end == block)
        s->end = k;
}

static void begin_strand(struct sorting *s, size_t k)
{
    if (s->n == STRANDS)
        memmove(s->v, s->v + 1, (--s->n) * sizeof *s->v);
    s->n++;
    link_behind(s, s->end, k);
    touch(s, s->n - 1, k, s->stretches.v[k].lines >= BODY);
}

/* Block k belongs to the strand, which need not be the last one. */
static void join(struct sorting *s, size_t strand, size_t k)
{
    struct strand t = s->v[strand];

    if (strand + 1 < s->n) {
        s->moved = true;
        s->l->v[s->stretches.v[k].from].blanks = 0;
        s->l->v[s->stretches.v[k].from].page = false;
    }
    link_behind(s, t.block, k);
    touch(s, strand, k, t.body || s->stretches.v[k].lines >= BODY);
}

/* The strand that waits for block b to go on; s->n for none. `sure`: the block does not go on with
 * the last one, and begins no paragraph; else what meets there has to say so. */
static size_t find_waiting(struct sorting *s, const struct stretch *b, bool sure)
{
    size_t best = s->n;
    int most = sure ? INT_MIN : 1;

    for (size_t i = s->n; i-- > 0;) {
        int found;

        if (!s->v[i].wants || !may_go_on(s, block_of(s, &s->v[i]), b))
            continue;
        found = look(s, block_of(s, &s->v[i]), b);
        if (found >= most) {
            most = found + 1;
            best = i;
        }
    }
    return best;
}

/* The terms of the lines [from, to). */
static void collect(struct sorting *s, size_t from, size_t to, struct terms *out)
{
    s->list.n = 0;
    for (size_t i = from; i < to; i++)
        cohesion_list(&s->list, s->l->v[i].text);
    cohesion_clear(out);
    cohesion_add(out, (struct termspan){s->list.v, s->list.n});
}

/* How much what is collected of a block speaks of the same as the end of another block. */
static double subject(struct sorting *s, const struct stretch *b)
{
    size_t end = b->last + 1, from = b->lines > SAID ? end - SAID : b->from;

    collect(s, from, end, &s->other);
    return heading_subject(&s->said, &s->other);
}

/* The strand that has ended a paragraph, in the measure of a block that begins one, and speaks most
 * of the same, more than `least`; s->n for none. */
static size_t find_ended(struct sorting *s, const struct stretch *b, double least)
{
    size_t best = s->n;

    for (size_t i = s->n - 1; i-- > 0;) {
        const struct stretch *before = block_of(s, &s->v[i]);
        const struct line *last = &s->l->v[before->last];
        double same;

        if (!s->v[i].body || last->ends != ENDS_YES || !are_alike(last, &s->l->v[b->from]))
            continue;
        same = subject(s, before);
        if (same > least) {
            least = same;
            best = i;
        }
    }
    return best;
}

/* Where a block goes on that begins with a paragraph: not behind a sentence that is not ended, nor,
 * where articles alternate, behind something else. */
static size_t find_subject(struct sorting *s, const struct stretch *b)
{
    const struct stretch *before = block_of(s, &s->v[s->n - 1]);
    size_t end = b->lines > SAID ? b->from + SAID : b->last + 1;
    double same;

    if (!is_open(s, before) && (!s->alternate || !s->v[s->n - 1].body))
        return s->n;
    collect(s, b->from, end, &s->said);
    same = is_open(s, before) ? -DBL_MAX : subject(s, before);
    return same < 0 ? find_ended(s, b, is_open(s, before) ? same : 0) : s->n;
}

/* Where a block goes on that begins no article. */
static size_t find_strand(struct sorting *s, const struct stretch *b)
{
    size_t last = s->n - 1, found = s->n;
    const struct stretch *before = block_of(s, &s->v[last]);
    enum beginning beginning = beginning_of(s, b);
    bool goes_on = may_go_on(s, before, b);

    if (goes_on && look(s, before, b) >= 0)
        return last;
    if (beginning == BEGINS)
        found = find_subject(s, b);
    else if (b->lines > 1)
        found = find_waiting(s, b, beginning == GOES_ON && !goes_on);
    return found < s->n ? found : last;
}

/* Nothing goes on behind a whole page of something else. */
static void turn_page(struct sorting *s)
{
    size_t kept = 0;

    for (size_t i = 0; i < s->n; i++)
        if (s->v[i].page == s->page)
            s->v[kept++] = s->v[i];
    s->n = kept;
    s->page++;
}

/* The last strand is not what the next block goes on with. */
static void stop_last(struct sorting *s)
{
    struct strand *strand = &s->v[s->n - 1];
    const struct stretch *b = block_of(s, strand);

    strand->wants = b->lines > 1 && may_be_full(&s->l->v[b->last]);
    s->alternate |= strand->wants;
}

static void place(struct sorting *s, size_t k)
{
    const struct stretch *b = &s->stretches.v[k];
    size_t strand = s->n;

    if (s->n > 0 && !begins_article(s, b))
        strand = find_strand(s, b);
    if (s->n > 0 && strand + 1 != s->n)
        stop_last(s);
    if (strand < s->n)
        join(s, strand, k);
    else
        begin_strand(s, k);
}

/* --- the new order */

static void rewrite(struct sorting *s)
{
    struct line *v = xmalloc(s->l->n * sizeof *v);
    size_t n = s->stretches.v[0].from;

    memcpy(v, s->l->v, n * sizeof *v);
    for (size_t k = 0, i = 0; i < s->stretches.n; i++, k = s->stretches.v[k].next) {
        const struct stretch *b = &s->stretches.v[k];

        memcpy(v + n, s->l->v + b->from, (b->to - b->from) * sizeof *v);
        n += b->to - b->from;
    }
    memcpy(s->l->v, v, n * sizeof *v);
    free(v);
}

static void sort(struct sorting *s)
{
    struct line **v = xmalloc(s->l->n * sizeof *v);

    for (size_t i = 0; i < s->l->n; i++)
        v[i] = &s->l->v[i];
    s->seams = (struct seams){.v = v, .n = s->l->n};
    s->indents = label_indents(s->l);
    read_blocks(s);
    for (size_t k = 0; k < s->stretches.n; k++) {
        if (s->l->v[s->stretches.v[k].from].page)
            turn_page(s);
        if (k > 0)
            place(s, k);
        else
            touch(s, s->n++, k, s->stretches.v[k].lines >= BODY);
    }
    if (s->moved)
        rewrite(s);
    seams_free(&s->seams);
    cohesion_free(&s->said);
    cohesion_free(&s->other);
    free(s->list.v);
    free(s->stretches.v);
    free(v);
}

void strands_sort(struct lines *l)
{
    struct sorting *s;

    if (!are_likely(l))
        return;
    s = xcalloc(1, sizeof *s);
    s->l = l;
    sort(s);
    free(s);
}
