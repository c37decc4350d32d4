#include <config.h>

#include "paper/lines.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "paper/byline.h"
#include "paper/caption.h"
#include "paper/chapter.h"
#include "paper/clean.h"
#include "paper/columns.h"
#include "paper/hanfact.h"
#include "paper/opening.h"
#include "paper/unit.h"
#include "text/quoted.h"
#include "text/utf8.h"

enum {
    EXPLODED = 3, /* words of a line that are taken for lines */
    AROUND = 6    /* lines that tell how wide it was */
};

static unsigned char_width(uint32_t cp, bool cjk)
{
    switch (charclass_width(cp)) {
    case CW_ZERO:
        return 0;
    case CW_ONE:
        return 1;
    case CW_TWO:
        return 2;
    case CW_AMBIGUOUS:
        break;
    }
    return cjk ? 2 : 1;
}

/* What would have had to fit on the line before. */
static unsigned unit_width(const struct line *line)
{
    struct str s = line->text;
    unsigned width = 0;

    if (!line->hangul && s.n > 3 && utf8_is_ideograph(s, 0) && utf8_is_ideograph(s, 3))
        return 2;
    s.n = unit_length(s, line->hangul);
    for (size_t off = 0; off < s.n;) {
        uint32_t cp;

        off += utf8_get(s, off, &cp);
        width += char_width(cp, line->cjk);
    }
    return width;
}

/* The class of its last character that does not close something. */
static enum ending find_ending(struct str s)
{
    bool closed = false;

    if (utf8_ends_in_ideograph(s))
        return ENDS_NO;
    while (s.n > 0) {
        size_t last = utf8_prev(s, s.n);
        uint32_t cp = utf8_at(s, last);

        switch (charclass_of(cp)) {
        case CC_CLOSE:
        case CC_CQUOTE:
        case CC_ACLOSE:
        case CC_AQUOTE:
            closed = true;
            s.n = last;
            continue;
        case CC_ELLIPSIS:
            return ENDS_YES;
        case CC_STOP:
        case CC_ASTOP:
            if (cp == 0x3001 || cp == 0xFF0C || cp == ',' || cp == 0xFF64)
                return ENDS_NO;
            if (cp == 0xFF1A || cp == 0xFF1B || cp == ':' || cp == ';')
                return ENDS_MAYBE;
            return ENDS_YES;
        case CC_DASH:
            return ENDS_MAYBE;
        default:
            return closed ? ENDS_MAYBE : ENDS_NO;
        }
    }
    return closed ? ENDS_MAYBE : ENDS_NO;
}

static uint16_t saturate(unsigned width)
{
    return (uint16_t)(width < LINE_WIDTH_MAX ? width : LINE_WIDTH_MAX);
}

/* A set of classes, as bits. */
#define CLASS(c) ((uint64_t)1 << (c))

/* Their em box is half empty: a typesetter may set them on half an em. */
#define COMPRESSIBLE                                                                               \
    (CLASS(CC_STOP) | CLASS(CC_CLOSE) | CLASS(CC_OPEN) | CLASS(CC_OQUOTE) | CLASS(CC_CQUOTE))
/* Those for which charclass_is_cjk holds. */
#define CJK                                                                                        \
    (CLASS(CC_HAN) | CLASS(CC_KANA) | CLASS(CC_SMALLKANA) | CLASS(CC_PROLONG) | CLASS(CC_ITER) |   \
     CLASS(CC_FWDIGIT) | CLASS(CC_FWLETTER) | CLASS(CC_STOP) | CLASS(CC_CLOSE) | CLASS(CC_OPEN) |  \
     CLASS(CC_IDSPACE))

/* Without these a line has nothing that clean_inside takes out. */
#define CLEANED (CLASS(CC_SPACE) | CLASS(CC_IDSPACE) | CLASS(CC_PRIVATE))

/* What a stop, which ends at byte `end`, says about the line. */
static void note_stop(struct line *line, uint32_t cp, enum charclass c, size_t end)
{
    struct str s = line->text;

    if (c == CC_STOP) {
        line->stops |= cp != 0x3001 && cp != 0xFF1A;
        line->inner_stop |= cp == 0x3002 && end < s.n;
    } else {
        line->inner_stop |=
            cp == '.' && end < s.n && s.s[end] == ' ' && end > 1 && s.s[end - 2] != '.';
    }
}

/* Widths, classes and flags of the text. Returns the set of its classes. */
static uint64_t measure_text(struct line *line)
{
    struct str s = line->text;
    unsigned width, marks = 0, ideographs = 0, of_width[4] = {0}; /* enum charwidth */
    unsigned facts = 0;
    uint64_t classes = 0;

    line->first = (uint8_t)charclass_of(utf8_at(s, 0));
    line->last = 0;
    line->stops = line->inner_stop = false;
    for (size_t off = 0; off < s.n;) {
        size_t from = off, n;
        uint32_t cp;
        unsigned entry;
        enum charclass c;

        for (; off < s.n && utf8_is_ideograph(s, off); off += 3)
            facts |= hanfact_of(s, off);
        if (off > from) {
            ideographs += (unsigned)(off - from) / 3;
            line->last = CC_HAN;
            continue;
        }
        n = utf8_get(s, off, &cp);
        entry = charclass_entry(cp);
        c = (enum charclass)(entry & 0x3F);
        classes |= CLASS(c);
        of_width[entry >> 6]++;
        marks += COMPRESSIBLE >> c & 1;
        if (c == CC_STOP || c == CC_ASTOP)
            note_stop(line, cp, c, off + n);
        if (c != CC_MARK && c != CC_FORMAT)
            line->last = (uint8_t)c;
        off += n;
    }
    if (ideographs > 0) {
        classes |= CLASS(CC_HAN);
        of_width[CW_TWO] += ideographs;
    }
    line->report = facts & HANFACT_REPORT;
    line->cjk = classes & CJK;
    line->hangul = classes & CLASS(CC_HANGUL);
    line->digits = classes & (CLASS(CC_DIGIT) | CLASS(CC_FWDIGIT));
    width = of_width[CW_ONE] + 2 * of_width[CW_TWO] + (line->cjk ? 2 : 1) * of_width[CW_AMBIGUOUS];
    marks = line->cjk && marks > line->dropped ? marks - line->dropped : 0;
    line->width = saturate(width);
    line->narrow = saturate(of_width[CW_ONE]);
    line->least = saturate(width - marks);
    return classes;
}

/* A word of Korean or Latin alone on its line, in mid-sentence. */
static bool is_one_word(const struct line *l)
{
    return (l->hangul || (l->first == CC_LETTER && !l->cjk)) && l->ends == ENDS_NO &&
           !memchr(l->text.s, ' ', l->text.n);
}

/* Cleans and measures the raw line. False when nothing of it is left. */
static bool read_text(struct line *line, struct str raw, struct arena *arena)
{
    unsigned quoted;

    clean_edges(raw, line);
    if (quoted_marks(line->text, &quoted) == line->text.n)
        return false;
    line->quoted = quoted < UINT8_MAX ? (uint8_t)quoted : UINT8_MAX;
    if ((measure_text(line) & CLEANED) && clean_inside(line, arena)) {
        if (line->text.n == 0)
            return false;
        measure_text(line);
    }
    return true;
}

/* What its words say by themselves. */
static void read_form(struct line *line)
{
    line->unit = saturate(unit_width(line));
    line->credit = caption_has_credit(line->text);
    line->ends = line->credit ? ENDS_YES : (uint8_t)find_ending(line->text);
    line->opening = (line->report || !charclass_is_cjk((enum charclass)line->first)) &&
                    opening_match(line->text);
    line->chapter = (uint8_t)chapter_match(line->text, NULL);
    if (!line->opening && line->chapter != CHAPTER_TITLE &&
        (!line->stops || line->last == CC_CLOSE) && !byline_is_prose(line->text))
        line->byline = (uint8_t)byline_match(line->text, line->ornament);
    if (line->credit && line->byline != BYLINE_STRONG)
        line->byline = BYLINE_NO;
}

static unsigned widest_around(const struct lines *l, size_t from, size_t to)
{
    size_t a = from > AROUND ? from - AROUND : 0, b = to + AROUND < l->n ? to + AROUND : l->n;
    unsigned widest = 0;

    for (size_t i = a; i < b; i++)
        widest = l->v[i].width > widest ? l->v[i].width : widest;
    return widest;
}

/* Whether lines [from, to) of one word each fill lines of at least two. */
static bool fill_lines(const struct lines *l, size_t from, size_t to)
{
    unsigned widest = widest_around(l, from, to), width = 0;
    size_t words = 2;

    for (size_t i = from; i < to; i++) {
        if (width > 0 && width + 1 + l->v[i].width <= widest) {
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
        b->width = saturate(width);
        b->least = saturate((unsigned)a->least + b->least);
        if (b->ends == ENDS_MAYBE && utf8_prev(b->text, b->text.n) == 0)
            b->ends = a->ends;
        a->spread = true;
    }
}

/* A drop cap of Latin stands above the byline in the source, though its word goes on below it. */
static void find_capitals(struct lines *l)
{
    for (size_t i = 0; i + 2 < l->n; i++) {
        struct line *line = &l->v[i], capital = *line;
        uint32_t next = utf8_at(line[2].text, 0);

        if (line->text.n != 1 || line->text.s[0] < 'A' || line->text.s[0] > 'Z' ||
            line[1].byline != BYLINE_STRONG || next < 'a' || next > 'z')
            continue;
        capital.blanks = line[1].blanks;
        line[1].blanks = line->blanks;
        line[0] = line[1];
        line[1] = capital;
    }
}

/* Datelines that a narrow column cut, once or twice: 新华社海州5 / 月8日电 */
static void find_cut_openings(struct lines *l)
{
    for (size_t i = 0; i + 1 < l->n; i++) {
        struct line *line = &l->v[i], *third = i + 2 < l->n ? line + 2 : NULL;

        if (line->opening || !line->cjk ||
            (line->byline == BYLINE_STRONG && line->first != CC_OPEN) ||
            !opening_is_cut(line->text, line[1].text, third ? third->text : (struct str){0}))
            continue;
        line->opening = true;
        line->byline = BYLINE_NO;
        line[1].opening = false;
        if (third)
            third->opening = false;
    }
}

/* Where the lines of a page go. */
struct split {
    struct lines *out;
    size_t base;     /* byte of the text where the page begins */
    struct str text; /* the page */
    uint32_t blanks; /* before the next line */
    bool page;       /* the next line is the first of its page */
};

/* The line [from, to) of the page. NULL when it is blank. */
static struct line *take_line(struct split *s, size_t from, size_t to)
{
    struct lines *out = s->out;
    struct line *line;

    if (from == to) {
        s->blanks++;
        return NULL;
    }
    out->v = xgrow(out->v, &out->cap, out->n + 1, sizeof *out->v);
    line = &out->v[out->n];
    *line = (struct line){
        .from = s->base + from, .to = s->base + to, .blanks = s->blanks, .page = s->page};
    if (!read_text(line, str_sub(s->text, from, to), &out->arena)) {
        s->blanks++;
        return NULL;
    }
    read_form(line);
    out->n++;
    s->blanks = 0;
    s->page = false;
    return line;
}

/* A line of a column: what stood before it is white space of the page. */
static void take_span(void *context, const struct span *span)
{
    struct split *s = context;
    struct line *line;

    s->blanks += span->blanks;
    line = take_line(s, span->from, span->to);
    if (line)
        line->indent = span->indent;
}

static void split_page(struct split *s)
{
    if (columns_read(s->text, take_span, s))
        return;
    for (size_t from = 0; from < s->text.n;) {
        size_t to = str_find(s->text, STR("\n"), from);

        take_line(s, from, to);
        from = to + 1;
    }
}

void lines_split(struct str text, struct lines *out)
{
    struct split s = {.out = out};

    for (size_t from = 0; from < text.n;) {
        size_t to = str_find(text, STR("\f"), from);

        s.base = from;
        s.text = str_sub(text, from, to);
        split_page(&s);
        s.page = true;
        from = to + 1;
    }
    find_exploded(out);
    find_cut_marks(out);
    find_capitals(out);
    find_cut_openings(out);
}

void lines_split_raw(struct str text, struct lines *out)
{
    for (size_t from = 0; from < text.n;) {
        size_t to = str_find(text, STR("\n"), from);

        out->v = xgrow(out->v, &out->cap, out->n + 1, sizeof *out->v);
        out->v[out->n++] = (struct line){.text = str_sub(text, from, to), .from = from, .to = to};
        from = to + 1;
    }
}

void lines_free(struct lines *l)
{
    free(l->v);
    free(l->syllables);
    arena_free(&l->arena);
    *l = (struct lines){0};
}
