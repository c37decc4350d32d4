#include <config.h>

#include "paper/furniture.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "paper/byline.h"
#include "paper/chapter.h"
#include "paper/date.h"
#include "paper/pageform.h"
#include "paper/rule.h"
#include "paper/webbutton.h"
#include "text/utf8.h"

enum {
    EDGE = 3,         /* lines at a page's head and foot where furniture stands */
    LABEL_WIDTH = 12, /* half ems of a section label ... */
    NAME_WIDTH = 4,   /* ... of one that is known by its place in the middle of a page ... */
    CAPITALS_WIDTH = 40, /* ... and of one in capitals */
    REPEATED = 2      /* page heads or feet that show the same line */
};

/* Lines [from, to) of one page. */
struct page {
    size_t from, to;
};

static size_t page_end(const struct lines *l, size_t from)
{
    size_t i = from + 1;

    while (i < l->n && !l->v[i].page)
        i++;
    return i;
}

static bool at_foot(const struct page *p, size_t i)
{
    return i + EDGE >= p->to;
}

static bool at_edge(const struct page *p, size_t i)
{
    return i < p->from + EDGE || at_foot(p, i);
}

/* A blank line stands after nearly every line, so that blanks part nothing. */
static bool is_doubled(const struct lines *l)
{
    size_t gaps = 0;

    for (size_t i = 1; i < l->n; i++)
        gaps += l->v[i].blanks > 0;
    return l->n > 4 && gaps * 10 >= l->n * 7;
}

/* The name of a paper or a section in capitals alone: THE MARLOW COURIER. */
static bool is_in_capitals(const struct line *line)
{
    struct str s = line->text;
    size_t capitals = 0;

    for (size_t i = 0; i < s.n; i++) {
        if ((s.s[i] < 'A' || s.s[i] > 'Z') && s.s[i] != ' ' && s.s[i] != '&')
            return false;
        capitals += s.s[i] >= 'A';
    }
    return capitals >= 4 && line->width <= CAPITALS_WIDTH;
}

/* Letters and ideographs alone, few of them: 要闻, 정치, 国内联播快讯. */
static bool is_label(const struct line *line)
{
    if (is_in_capitals(line))
        return true;
    if (line->width > LABEL_WIDTH || line->byline == BYLINE_STRONG || line->opening)
        return false;
    for (size_t off = 0; off < line->text.n;) {
        uint32_t cp;
        size_t n = utf8_get(line->text, off, &cp);
        enum charclass c = charclass_of(cp);

        if (c != CC_HAN && c != CC_HANGUL && c != CC_KANA && c != CC_LETTER && c != CC_DOT &&
            c != CC_PROLONG && c != CC_SMALLKANA)
            return false;
        off += n;
    }
    return true;
}

static void set_aside(struct line *line, enum role role, enum rule rule)
{
    line->role = (uint8_t)role;
    line->rule = (uint8_t)rule;
}

/* The first line of all, with prose right below it: a headline, however short. */
static bool is_headline(const struct lines *l, size_t i)
{
    const struct line *next = &l->v[i + 1];

    return i == 0 && next->stops &&
           (next->indent > 0 || next->inner_stop || next->ends == ENDS_YES);
}

/* A label at the head of the page: behind other furniture, or set apart by a blank line. */
static void find_labels(struct lines *l, const struct page *p, bool doubled)
{
    for (size_t i = p->from; i < p->to && i < p->from + EDGE + 1; i++) {
        struct line *line = &l->v[i];
        bool behind = i > p->from && line[-1].role == ROLE_FURNITURE;
        bool apart = i + 1 < p->to && line[1].blanks > 0 && !doubled &&
                     ((i == p->from && !is_headline(l, i)) || behind);

        if (line->role == ROLE_FURNITURE)
            continue;
        if (!is_label(line) || !(apart || (behind && doubled)) ||
            (i + 1 < p->to && line[1].byline >= BYLINE_WEAK))
            return;
        set_aside(line, ROLE_FURNITURE, RULE_LABEL);
    }
}

static bool is_number(const struct line *line)
{
    size_t n = date_digits(line->text, 0);

    return n == line->text.n && line->width <= NAME_WIDTH;
}

static bool has_running_head(const struct lines *l, const struct page *p)
{
    for (size_t i = p->from; i < p->to && i < p->from + EDGE; i++)
        if (l->v[i].role == ROLE_FURNITURE && l->v[i].rule != RULE_LABEL)
            return true;
    return false;
}

/* Line i stands inside a sentence: the line before it is as wide as the one before that. */
static bool is_in_sentence(const struct lines *l, const struct page *p, size_t i)
{
    const struct line *before = &l->v[i - 1];

    return i > p->from + 1 && before->ends == ENDS_NO && !line_is_aside(before) &&
           before->width + 2 >= before[-1].width;
}

/* Parts of the running head that extraction left among the columns, between blank lines: a page's
 * number, a section's name of two characters. A number in a sentence is that of no section. */
static void find_scattered(struct lines *l, const struct page *p)
{
    if (!has_running_head(l, p))
        return;
    for (size_t i = p->from; i + 1 < p->to; i++) {
        struct line *line = &l->v[i];
        bool name = line->width == NAME_WIDTH && (line->cjk || line->hangul) && is_label(line);

        bool apart = line->blanks > 0 && line[1].blanks > 0 && line->chapter == CHAPTER_NO;

        if (line_is_aside(line) || line->blanks == 0 || !(name || is_number(line)))
            continue;
        if (apart || (!name && is_in_sentence(l, p, i)))
            set_aside(line, ROLE_FURNITURE, RULE_LABEL);
    }
}

static void find_by_form(struct lines *l, const struct page *p)
{
    for (size_t i = p->from; i < p->to; i++) {
        struct line *line = &l->v[i];

        if (line->stops && line->first != CC_OPEN)
            continue;
        switch (pageform_match(line->text, line->symbols)) {
        case PAGEFORM_JUMP:
            set_aside(line, ROLE_JUMP, RULE_JUMP);
            break;
        case PAGEFORM_ANYWHERE:
            set_aside(line, ROLE_FURNITURE, RULE_PAGE_FORM);
            break;
        case PAGEFORM_AT_FOOT:
            if (at_foot(p, i))
                set_aside(line, ROLE_FURNITURE, RULE_PAGE_EDGE);
            break;
        case PAGEFORM_AT_EDGE:
            if (at_edge(p, i))
                set_aside(line, ROLE_FURNITURE, RULE_PAGE_EDGE);
            break;
        case PAGEFORM_NONE:
            break;
        }
    }
}

/* Behind the last sentence of a text, what follows a button is the page's too: more buttons, the
 * names of other articles. */
static void find_tail(struct lines *l)
{
    size_t first = l->n;

    for (size_t i = l->n; i-- > 0 && l->v[i].ends == ENDS_NO && l->v[i].byline == BYLINE_NO;)
        if (webbutton_match(l->v[i].text))
            first = i;
    for (size_t i = first; i < l->n; i++)
        set_aside(&l->v[i], ROLE_FURNITURE, RULE_PAGE_FORM);
}

/* The next page begins with the first line that is not set aside. */
static void pass_page_on(struct lines *l)
{
    for (size_t i = 0; i + 1 < l->n; i++)
        if (l->v[i].page && line_is_aside(&l->v[i]))
            l->v[i + 1].page = true;
}

static int compare_lines(const void *a, const void *b)
{
    struct str x = (*(struct line *const *)a)->text, y = (*(struct line *const *)b)->text;
    int c = memcmp(x.s, y.s, x.n < y.n ? x.n : y.n);

    return c ? c : (x.n > y.n) - (x.n < y.n);
}

/* Lines that stand the same at the edges of several pages. */
static void find_repeated(struct lines *l)
{
    struct line **edges = xmalloc(l->n * sizeof *edges);
    size_t n = 0;

    for (struct page p = {0, 0}; p.from < l->n; p.from = p.to) {
        p.to = page_end(l, p.from);
        for (size_t i = p.from; i < p.to; i++)
            if (at_edge(&p, i) && !line_is_aside(&l->v[i]) && l->v[i].ends == ENDS_NO)
                edges[n++] = &l->v[i];
    }
    qsort(edges, n, sizeof *edges, compare_lines);
    for (size_t a = 0, b; a < n; a = b) {
        for (b = a + 1; b < n && compare_lines(&edges[a], &edges[b]) == 0;)
            b++;
        for (size_t i = a; i < b && b - a >= REPEATED; i++)
            set_aside(edges[i], ROLE_FURNITURE, RULE_REPEATED);
    }
    free(edges);
}

void furniture_find(struct lines *l)
{
    bool doubled = is_doubled(l);
    bool pages = false;

    for (struct page p = {0, 0}; p.from < l->n; p.from = p.to) {
        p.to = page_end(l, p.from);
        pages |= p.to < l->n;
        find_by_form(l, &p);
    }
    if (pages)
        find_repeated(l);
    for (struct page p = {0, 0}; p.from < l->n; p.from = p.to) {
        p.to = page_end(l, p.from);
        find_labels(l, &p, doubled);
        if (!doubled)
            find_scattered(l, &p);
    }
    find_tail(l);
    pass_page_on(l);
}
