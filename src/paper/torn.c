#include <config.h>

#include "paper/torn.h"

#include "paper/byline.h"
#include "paper/opening.h"
#include "text/utf8.h"

enum {
    FAR = 12,     /* half ems of an indent that is no paragraph's */
    EXPLODED = 3, /* words of a line that are taken for lines */
    AROUND = 6,   /* lines that tell how wide it was */
    CAPITAL = 4,  /* half ems of a drop cap, at least */
    HEADING = 3   /* lines of a heading and its byline */
};

/* A word of Korean or Latin alone on its line, in mid-sentence. */
static bool is_one_word(const struct line *l)
{
    return (l->hangul || (l->first == CC_LETTER && !l->cjk)) && l->ends == ENDS_NO &&
           !memchr(l->text.s, ' ', l->text.n);
}

/* What there is in a text at all: most have nothing of what some of the searches below look for. */
struct signs {
    bool words, letters, far;
};

static struct signs look_for_signs(const struct lines *l)
{
    struct signs s = {0};

    for (size_t i = 0; i < l->n; i++) {
        const struct line *line = &l->v[i];

        s.words |= line->hangul | !line->cjk;
        s.letters |= line_is_single(line);
        s.far |= line->indent >= FAR;
    }
    return s;
}

static unsigned widest(const struct lines *l, size_t from, size_t to)
{
    unsigned width = 0;

    for (size_t i = from; i < to && i < l->n; i++)
        width = l->v[i].width > width ? l->v[i].width : width;
    return width;
}

static unsigned widest_around(const struct lines *l, size_t from, size_t to)
{
    return widest(l, from > AROUND ? from - AROUND : 0, to + AROUND);
}

/* Whether lines [from, to) of one word each fill lines of at least two. */
static bool fill_lines(const struct lines *l, size_t from, size_t to)
{
    unsigned most = widest_around(l, from, to), width = 0;
    size_t words = 2;

    for (size_t i = from; i < to; i++) {
        if (width > 0 && width + 1 + l->v[i].width <= most) {
            width += 1 + l->v[i].width;
            words++;
            continue;
        }
        if (words < 2)
            return false;
        width = l->v[i].width;
        words = 1;
    }
    return true;
}

/* Words of justified lines that extraction took for lines: at least three, one right below the
 * other, that would have stood on lines together. */
static void find_exploded(struct lines *l)
{
    for (size_t a = 0, b; a < l->n; a = b) {
        b = a + 1;
        if (!is_one_word(&l->v[a]))
            continue;
        while (b < l->n && is_one_word(&l->v[b]) && l->v[b].blanks == 0 && !l->v[b].page)
            b++;
        for (size_t i = a; i < b && b - a >= EXPLODED && (i > a || fill_lines(l, a, b)); i++)
            l->v[i].spread = true;
    }
}

/* Extraction cut a line before a closing mark that was set on half an em: 弦在路上。 / ”年轻人把手放
 * The second line has the width of both, which no line around has more of; the first is full. */
static void find_cut_marks(struct lines *l)
{
    for (size_t i = 0; i + 1 < l->n; i++) {
        struct line *a = &l->v[i], *b = &l->v[i + 1];
        bool closes = b->first == CC_CLOSE || b->first == CC_CQUOTE || b->first == CC_STOP;
        unsigned width = (unsigned)a->width + b->width;

        if (!closes || !a->cjk || b->page || b->blanks > a->blanks ||
            width > widest_around(l, i, i + 2) + 2)
            continue;
        b->width = line_saturate(width);
        b->least = line_saturate((unsigned)a->least + b->least);
        if (b->ends == ENDS_MAYBE && utf8_prev(b->text, b->text.n) == 0)
            b->ends = a->ends;
        a->spread = true;
    }
}

/* Two lines change their places; blank lines stay where they are. */
static void swap_lines(struct line *a, struct line *b)
{
    struct line first = *a;
    uint32_t blanks = b->blanks;

    *a = *b;
    a->blanks = first.blanks;
    *b = first;
    b->blanks = blanks;
}

/* Whether the two lines from i on leave room for the one character before them. */
static bool stand_beside_capital(const struct lines *l, size_t i)
{
    unsigned column = widest(l, i + 2, i + 2 + AROUND);

    return i + 2 < l->n && l->v[i].cjk && l->v[i].byline == BYLINE_NO &&
           l->v[i].width + (unsigned)CAPITAL <= column &&
           l->v[i + 1].width + (unsigned)CAPITAL <= column;
}

/* Whether line i is what the text behind line `byline` lacks at its beginning. An ideograph right
 * above the byline is the last one of the heading. */
static bool begins_text(const struct lines *l, size_t i, size_t byline)
{
    char next = l->v[byline + 1].text.s[0];

    if (!l->v[i].cjk)
        return next >= 'a' && next <= 'z';
    return l->v[i].first == CC_HAN && byline > i + 1 && stand_beside_capital(l, byline + 1);
}

/* A drop cap stands above heading and byline in the source, though its text goes on below them. */
static void find_capitals(struct lines *l)
{
    for (size_t i = 0; i + 2 < l->n; i++) {
        size_t k = i + 1;

        if (!line_is_single(&l->v[i]))
            continue;
        while (k < i + HEADING && k + 2 < l->n && l->v[k].ends == ENDS_NO &&
               l->v[k].byline != BYLINE_STRONG)
            k++;
        if (l->v[k].byline == BYLINE_STRONG && begins_text(l, i, k))
            for (size_t m = i; m < k; m++)
                swap_lines(&l->v[m], &l->v[m + 1]);
    }
}

/* The second part of a headline that was set in one line: extraction puts it below the byline, but
 * as far to the right as the first part ends. */
static void find_parted_headings(struct lines *l)
{
    for (size_t i = 0; i + 2 < l->n; i++) {
        struct line *line = &l->v[i];

        if (line->ends == ENDS_NO && line[1].byline == BYLINE_STRONG &&
            line[2].ends == ENDS_NO && line[2].indent >= FAR &&
            line[2].indent >= line->width) {
            line[2].indent = 0;
            swap_lines(line + 1, line + 2);
        }
    }
}

/* Datelines that a narrow column cut, once or twice: 新华社海州5 / 月8日电 */
static void find_cut_openings(struct lines *l)
{
    for (size_t i = 0; i + 1 < l->n; i++) {
        struct line *line = &l->v[i], *third;

        if (line->opening || !line->cjk ||
            (line->byline == BYLINE_STRONG && line->first != CC_OPEN) ||
            !opening_may_be_cut(line->text))
            continue;
        third = i + 2 < l->n ? line + 2 : NULL;
        if (!opening_look_below(line->text, line[1].text, third ? third->text : (struct str){0}))
            continue;
        line->opening = true;
        line->byline = BYLINE_NO;
        line[1].opening = false;
        if (third)
            third->opening = false;
    }
}

/* Whether the line below is the end of a byline that did not fit on one of `column` half ems. It
 * ends before the column does. */
static bool signs_on(const struct line *line, const struct line *below, unsigned column)
{
    struct strbuf both = {0};
    bool spaced = !line->cjk, signs;

    if (line->width > column || (unsigned)line->width + below->unit + spaced <= column ||
        below->width * 4u > column * 3 || below->opening || below->stops ||
        below->blanks > line->blanks)
        return false;
    strbuf_add_str(&both, line->text);
    if (spaced)
        strbuf_add_char(&both, ' ');
    strbuf_add_str(&both, below->text);
    signs = byline_match(strbuf_str(&both), line->ornament) == BYLINE_STRONG;
    strbuf_free(&both);
    return signs;
}

/* Whether line i alone is a drop cap: the second line beside it is narrower, too. */
static bool is_drop_cap(const struct lines *l, size_t i, unsigned column)
{
    return line_is_single(&l->v[i]) && i + 2 < l->n && l->v[i + 2].ends == ENDS_NO &&
           l->v[i + 2].width + 4u <= column;
}

/* Bylines that a narrow column cut: 本报记者 阮清和 通讯员 伍思 / 齐. The column is that of the body
 * below. */
static void find_cut_bylines(struct lines *l)
{
    for (size_t i = 0; i + 1 < l->n; i++) {
        struct line *line = &l->v[i], *below = line + 1;
        unsigned column;

        if (line->byline < BYLINE_WEAK || below->byline == BYLINE_STRONG)
            continue;
        column = widest(l, i + 2, i + 2 + AROUND);
        if (!signs_on(line, below, column) || is_drop_cap(l, i + 1, column))
            continue;
        line->byline = below->byline = BYLINE_STRONG;
        below->signs_on = true;
    }
}

void torn_find(struct lines *l)
{
    struct signs signs = look_for_signs(l);

    if (signs.words)
        find_exploded(l);
    find_cut_marks(l);
    if (signs.letters)
        find_capitals(l);
    if (signs.far)
        find_parted_headings(l);
    find_cut_openings(l);
    find_cut_bylines(l);
}
