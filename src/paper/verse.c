#include <config.h>

#include "paper/verse.h"

#include "paper/byline.h"
#include "paper/chapter.h"
#include "paper/measure.h"

enum {
    WIDEST = 40, /* half ems of a line of verse */
    EARLY = 4,   /* half ems by which it is short of the column where prose is set in one */
    ENOUGH = 6,  /* lines of a poem ... */
    REACH = 200, /* lines of prose above one, at most */
    STANZA = 3   /* ... and of its parts that have no mark at all */
};

/* A short line with nothing of prose about it. */
static bool may_be_verse(const struct line *l)
{
    return l->width <= WIDEST && l->byline != BYLINE_STRONG && l->chapter == CHAPTER_NO &&
           !l->opening && !l->spread && !l->credit && !l->verse && !line_is_aside(l);
}

/* The measure of most lines. */
static unsigned usual_measure(const struct lines *l)
{
    unsigned count[WIDEST * 4] = {0}, usual = 0;

    for (size_t i = 0; i < l->n; i++)
        if (l->v[i].measure < WIDEST * 4)
            count[l->v[i].measure]++;
    for (unsigned m = 1; m < WIDEST * 4; m++)
        if (count[m] > count[usual])
            usual = m;
    return usual;
}

/* It was ended where no column ends: words that follow would have had room. */
static bool is_ended(const struct line *l, const struct line *next, unsigned usual)
{
    unsigned column = l->measure > usual ? l->measure : usual, needs = l->width + EARLY;

    return l->measure == 0 ||
           (needs <= column && needs + (next && !next->cjk ? next->unit : 0U) <= column);
}

/* Ends with any mark at all. */
static bool is_marked(const struct line *l)
{
    return l->last == CC_STOP || l->last == CC_ASTOP || l->last == CC_ELLIPSIS;
}

/* The end of the lines from i on that may be of one poem. */
static size_t poem_end(const struct lines *l, size_t i, unsigned usual)
{
    while (i < l->n && is_ended(&l->v[i], i + 1 < l->n ? &l->v[i + 1] : NULL, usual) &&
           may_be_verse(&l->v[i]))
        i++;
    return i;
}

/* As wide as the widest line of the poem, or as the column is here. */
static bool is_full(const struct line *l, unsigned widest)
{
    return l->width + 2U >= widest || (l->measure > 0 && l->width + 2 >= l->measure);
}

/* In Latin most lines of verse begin with a capital. */
static bool begins_small(const struct line *l)
{
    return !l->cjk && l->text.s[0] >= 'a' && l->text.s[0] <= 'z';
}

/* Prose ends its sentences, short paragraphs of it do so with every line, and beside a picture it
 * fills a narrow column. Verse leaves most lines without a mark, of several lengths, or sets one
 * behind each that ends no sentence half of the time. */
static bool is_poem(const struct lines *l, size_t from, size_t to)
{
    size_t open = 0, halves = 0, marks = 0, full = 0, small = 0;
    unsigned widest = 0;

    for (size_t i = from; i < to; i++)
        widest = l->v[i].width > widest ? l->v[i].width : widest;
    for (size_t i = from; i < to; i++) {
        const struct line *line = &l->v[i];

        marks += is_marked(line);
        open += !is_marked(line) && line->ends == ENDS_NO;
        full += is_full(line, widest);
        small += begins_small(line);
        halves += is_marked(line) && line->ends != ENDS_YES;
    }
    return to - from >= ENOUGH && small * 2 <= to - from &&
           ((open * 10 >= (to - from) * 7 && full * 2 < to - from) ||
            (marks == to - from && halves * 3 >= to - from));
}

/* A line of verse, and without a single mark: prose would have ended a sentence. */
static bool has_no_mark(const struct line *l)
{
    return !(l->stops | (l->ends != ENDS_NO) | is_marked(l)) && may_be_verse(l);
}

/* The end of the lines from `from` on that stand together, blank lines around, `to` at most. */
static size_t group_end(const struct lines *l, size_t from, size_t to)
{
    size_t i = from + 1;

    while (i < to && l->v[i].blanks == 0 && !l->v[i].page)
        i++;
    return i;
}

/* The end of the stanza that begins at `from`: lines that stand together and have no mark. It is
 * `from` itself where there is none. */
static size_t stanza_end(const struct lines *l, size_t from)
{
    size_t i = from;

    if (from + STANZA > l->n || group_end(l, from, from + STANZA) < from + STANZA)
        return from;
    while (i < l->n && (i < from + STANZA || (l->v[i].blanks == 0 && !l->v[i].page))) {
        if (!has_no_mark(&l->v[i]) || (i < from + STANZA && l->v[i].byline >= BYLINE_WEAK))
            return from;
        i++;
    }
    return i;
}

/* The end of the stanzas from `from` on; from itself when they are too few lines for a poem. */
static size_t stanzas_end(const struct lines *l, size_t from)
{
    size_t to = from;

    for (size_t end; (end = stanza_end(l, to)) > to;)
        to = end;
    return to - from >= ENOUGH ? to : from;
}

/* The title and the poet stand above, a blank line below them. */
static size_t skip_title(const struct lines *l, size_t from, size_t to)
{
    size_t skipped = from;

    for (size_t i = from; i < to && i < from + 3; i++)
        if (l->v[i].byline >= BYLINE_WEAK || (i > from && i < from + 3 && l->v[i].blanks > 0))
            skipped = l->v[i].byline >= BYLINE_WEAK ? i + 1 : skipped > i ? skipped : i;
    return skipped;
}

/* A heading right above prose is not of the poem before it. */
static size_t drop_heading(const struct lines *l, size_t from, size_t to)
{
    for (size_t i = to; i > from && to < l->n && i + 4 > to; i--)
        if (l->v[i - 1].blanks > 0)
            return i - 1;
    return to;
}

/* Half of the lines fill a column that is narrower than those elsewhere. */
static bool is_narrow_prose(const struct lines *l, size_t from, size_t to)
{
    unsigned widest = 0;
    size_t full = 0, inner = 0;

    for (size_t i = from; i < to; i++)
        widest = l->v[i].width > widest ? l->v[i].width : widest;
    for (size_t i = from; i < to; i++) {
        full += l->v[i].width + 2U >= widest;
        inner += l->v[i].inner_stop;
    }
    return to - from >= ENOUGH && full * 2 >= to - from && inner > 0;
}

/* Where a poem's title and its poet stand below prose in a narrow column; `from` where they do not.
 */
static size_t narrow_prose_end(const struct lines *l, size_t from, size_t to)
{
    for (size_t i = from + ENOUGH + 1; i < to && i < from + REACH; i++)
        if (l->v[i].byline >= BYLINE_WEAK && is_narrow_prose(l, from, i - 1))
            return i - 1;
    return from;
}

static void set_verse(struct lines *l, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        l->v[i].verse = true;
        l->v[i].measure = 0;
    }
}

static void find_stanzas(struct lines *l)
{
    for (size_t from = 0, to; from < l->n; from = to > from ? to : from + 1) {
        to = l->v[from].blanks > 0 ? stanzas_end(l, from) : from;
        set_verse(l, from, to);
    }
}

void verse_find(struct lines *l)
{
    unsigned usual = usual_measure(l);

    find_stanzas(l);
    for (size_t from = 0, to; from < l->n; from = to > from ? to : from + 1) {
        size_t first, last;

        to = poem_end(l, from, usual);
        if (to == from)
            continue;
        first = narrow_prose_end(l, from, to);
        first = skip_title(l, first, to);
        last = drop_heading(l, first, to);
        if (is_poem(l, first, last))
            set_verse(l, first, last);
    }
}
