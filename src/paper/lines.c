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
#include "paper/torn.h"
#include "paper/unit.h"
#include "text/quoted.h"
#include "text/utf8.h"

enum { LINE_BYTES = 64 /* of text for each line that there is room for at first */ };

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

    if (!line->hangul && s.n >= 6 && utf8_row(s, 0) < UTF8_ROWS && utf8_row(s, 3) < UTF8_ROWS)
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
    unsigned width, marks = 0, of_width[4] = {0}; /* enum charwidth */
    size_t ideographs = 0;                        /* bytes of them */
    uint64_t classes = 0;
    bool report = false;

    line->first = utf8_begins_in_ideograph(s) ? CC_HAN : (uint8_t)charclass_of(utf8_at(s, 0));
    line->last = 0;
    line->stops = line->inner_stop = false;
    for (size_t off = 0; off < s.n;) {
        size_t from = off, n;
        uint32_t cp;
        unsigned entry, row;
        enum charclass c;

        for (; off + 2 < s.n && (row = utf8_row(s, off)) < UTF8_ROWS; off += 3)
            report |= opening_is_report(s, off, row);
        if (off > from) {
            ideographs += off - from;
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
        of_width[CW_TWO] += (unsigned)(ideographs / 3);
    }
    line->report = report;
    line->cjk = classes & CJK;
    line->hangul = classes & CLASS(CC_HANGUL);
    line->digits = classes & (CLASS(CC_DIGIT) | CLASS(CC_FWDIGIT));
    width = of_width[CW_ONE] + 2 * of_width[CW_TWO] + (line->cjk ? 2 : 1) * of_width[CW_AMBIGUOUS];
    marks = line->cjk && marks > line->dropped ? marks - line->dropped : 0;
    line->width = line_saturate(width);
    line->narrow = line_saturate(of_width[CW_ONE]);
    line->least = line_saturate(width - marks);
    return classes;
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
    struct str heading;
    unsigned head = hanfact_at_head(line->text), end = hanfact_at_end(line->text);

    line->unit = line_saturate(unit_width(line));
    line->credit = end & HANFACT_CREDIT && line->last != CC_STOP &&
                   caption_look_for_credit(line->text);
    line->ends = line->credit              ? ENDS_YES
                 : end != HANFACT_UNKNOWN ? ENDS_NO
                                           : (uint8_t)find_ending(line->text);
    line->opening = (line->report || !charclass_is_cjk((enum charclass)line->first)) &&
                    opening_match(line->text);
    line->chapter = head & HANFACT_CHAPTER ? (uint8_t)chapter_judge(line->text, &heading)
                                           : CHAPTER_NO;
    if (!line->opening && line->chapter != CHAPTER_TITLE &&
        (!line->stops || line->last == CC_CLOSE) && !byline_is_prose(line->text))
        line->byline = (uint8_t)byline_match(line->text, line->ornament);
    if (line->credit && line->byline != BYLINE_STRONG)
        line->byline = BYLINE_NO;
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

/* Words of Latin or Korean stand apart by more than a space, and not behind a sentence: the line
 * was stretched to fill its column. */
static bool is_stretched(const struct line *line, struct str raw)
{
    for (size_t off = 0; !line->cjk && line->dropped > 0; off += 2) {
        off = str_find(raw, STR("  "), off);
        if (off >= raw.n)
            break;
        if (off > 0 && !strchr(" .!?:", raw.s[off - 1]))
            return true;
    }
    return false;
}

/* A line of a column: what stood before it is white space of the page. */
static void take_span(void *context, const struct span *span)
{
    struct split *s = context;
    struct line *line;

    s->blanks += span->blanks;
    line = take_line(s, span->from, span->to);
    if (!line)
        return;
    line->indent = span->indent;
    line->spread |= is_stretched(line, str_sub(s->text, span->from, span->to));
}

static void split_page(struct split *s)
{
    if (columns_read(s->text, take_span, s))
        return;
    for (size_t from = 0; from < s->text.n;) {
        size_t to = from;

        if (s->text.s[from] != '\n') {
            const char *end = memchr(s->text.s + from, '\n', s->text.n - from);

            to = end ? (size_t)(end - s->text.s) : s->text.n;
            take_line(s, from, to);
        } else {
            s->blanks++;
        }
        from = to + 1;
    }
}

void lines_split(struct str text, struct lines *out)
{
    struct split s = {.out = out};

    out->v = xgrow(out->v, &out->cap, text.n / LINE_BYTES, sizeof *out->v);
    for (size_t from = 0; from < text.n;) {
        size_t to = str_find(text, STR("\f"), from);

        s.base = from;
        s.text = str_sub(text, from, to);
        split_page(&s);
        s.page = true;
        from = to + 1;
    }
    torn_find(out);
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
