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
#include "paper/lead.h"
#include "paper/opening.h"
#include "paper/torn.h"
#include "paper/unit.h"
#include "paper/windows.h"
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

/* The class of its last character that does not close something: most often one of three stops,
 * which are told by their bytes. */
static enum ending find_ending(struct str s)
{
    unsigned tail = s.n >= 3 ? str_head(s.s + s.n - 3) : 0;
    bool closed = false;

    if (tail == 0xE38082) /* 。 */
        return ENDS_YES;
    if (tail == 0xEFBC8C || tail == 0xE38081) /* ， 、 */
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

/* What the characters of a text come to. */
struct tally {
    uint64_t classes; /* the set of them */
    unsigned widths;  /* of a window: how many have each enum charwidth, eight bits for each */
    unsigned one, two, either; /* the same of all */
    unsigned marks;   /* that are COMPRESSIBLE */
    size_t bytes;     /* of those that are no ideographs */
    unsigned last;    /* class of the last that is none of CC_MARK and CC_FORMAT */
    bool stops, inner_stop, report; /* as in struct line, and 讯 or 电 */
};

/* The one at byte `off` ends a sentence, behind which another begins. */
static bool is_full_stop(struct str s, size_t off)
{
    return off + 1 < s.n && s.s[off + 1] == ' ' && off > 0 && s.s[off - 1] != '.';
}

/* A character that is no ideograph, at byte `off`. Most that it says, it says without a branch,
 * since nobody can foretell which one it is. */
static inline void count_other(struct str s, size_t off, struct tally *t)
{
    uint32_t cp;
    size_t n = utf8_get(s, off, &cp);
    unsigned entry = charclass_entry(cp), c = entry & 0x3F;

    t->classes |= CLASS(c);
    t->widths += 1u << (entry >> 6) * 8;
    t->marks += COMPRESSIBLE >> c & 1;
    t->stops |= (c == CC_STOP) & (cp != 0x3001) & (cp != 0xFF1A);
    t->inner_stop |= (cp == 0x3002) & (off + 3 < s.n);
    if (cp == '.')
        t->inner_stop |= is_full_stop(s, off);
    if (c != CC_MARK && c != CC_FORMAT)
        t->last = c;
    else if (utf8_ends_in_ideograph(str_sub(s, 0, off)))
        t->last = CC_HAN;
    t->bytes += n;
}

static inline void count_ideographs(struct str s, struct tally *t)
{
    if (utf8_ends_in_ideograph(s))
        t->last = CC_HAN;
    if (t->bytes < s.n) {
        t->classes |= CLASS(CC_HAN);
        t->two += (unsigned)((s.n - t->bytes) / 3);
    }
}

/* Window by window, which begin at byte `at` of what w is of. */
static inline void count_text(struct str s, const struct windows *w, size_t at, struct tally *t)
{
    for (size_t off = 0; off < s.n; off += WINDOW) {
        struct window here = windows_at(w, at + off, at + s.n);

        t->report |= here.reports != 0;
        t->widths = 0;
        for (uint64_t rest = here.others; rest; rest &= rest - 1)
            count_other(s, off + (size_t)__builtin_ctzll(rest), t);
        t->one += t->widths >> CW_ONE * 8 & 0xFF;
        t->two += t->widths >> CW_TWO * 8 & 0xFF;
        t->either += t->widths >> CW_AMBIGUOUS * 8;
    }
    count_ideographs(s, t);
}

/* What the rest of the reading asks of the characters. */
struct found {
    uint64_t classes;
    bool report;
};

/* The three marks that most lines have none but. */
struct marks {
    unsigned commas, full, pauses; /* ， 。 、 */
    unsigned last;                 /* as str_head has it; 0 where an ideograph comes last */
};

/* Counts them, if the text has no others; it is no longer than a window. */
static inline bool count_marks(struct str s, uint64_t others, struct marks *m)
{
    size_t off = 0;
    unsigned mark = 0;

    for (; others; others &= others - 1) {
        unsigned is_comma, is_full, is_pause; /* not told by branches: nobody can foretell which */

        off = (size_t)__builtin_ctzll(others);
        if (off + 3 > s.n)
            return false;
        mark = str_head(s.s + off);
        is_comma = mark == 0xEFBC8C;
        is_full = mark == 0xE38082;
        is_pause = mark == 0xE38081;
        if (is_comma + is_full + is_pause == 0)
            return false;
        m->commas += is_comma;
        m->full += is_full;
        m->pauses += is_pause;
    }
    m->last = mark & -(unsigned)(off + 3 == s.n);
    return true;
}

/* Measures a line as most are: no longer than a window, of ideographs, with one first, and of those
 * marks. In a third of the time that any other takes. False when it is another. */
static inline bool measure_plain(struct line *line, struct window here, struct found *f)
{
    struct marks m = {0};
    unsigned marks;

    if (!utf8_begins_in_ideograph(line->text) || !count_marks(line->text, here.others, &m))
        return false;
    marks = m.commas + m.full + m.pauses;
    line->first = CC_HAN;
    line->last = m.last ? CC_STOP : CC_HAN;
    line->stops = m.commas + m.full > 0;
    line->inner_stop = m.full > (m.last == 0xE38082);
    line->cjk = true;
    line->hangul = line->symbols = line->digits = false;
    line->width = (uint16_t)(line->text.n / 3 * 2);
    line->narrow = 0;
    line->least = (uint16_t)(line->width - (marks > line->dropped ? marks - line->dropped : 0));
    *f = (struct found){CLASS(CC_HAN) | (marks ? CLASS(CC_STOP) : 0), here.reports != 0};
    return true;
}

/* Widths, classes and flags of the text, which begins at byte `at` of what w is of. */
static struct found measure_text(struct line *line, const struct windows *w, size_t at)
{
    struct tally t = {0};
    struct str s = line->text;
    struct found f;
    unsigned width, marks;

    if (s.n <= WINDOW && measure_plain(line, windows_at(w, at, at + s.n), &f))
        return f;
    count_text(s, w, at, &t);
    line->first = utf8_begins_in_ideograph(s) ? CC_HAN : (uint8_t)charclass_of(utf8_at(s, 0));
    line->last = (uint8_t)t.last;
    line->stops = t.stops;
    line->inner_stop = t.inner_stop;
    line->cjk = t.classes & CJK;
    line->hangul = t.classes & CLASS(CC_HANGUL);
    line->symbols = t.classes & (CLASS(CC_OTHER) | CLASS(CC_ASTOP));
    line->digits = t.classes & (CLASS(CC_DIGIT) | CLASS(CC_FWDIGIT));
    width = t.one + 2 * t.two + (line->cjk ? 2 : 1) * t.either;
    marks = line->cjk && t.marks > line->dropped ? t.marks - line->dropped : 0;
    line->width = line_saturate(width);
    line->narrow = line_saturate(t.one);
    line->least = line_saturate(width - marks);
    return (struct found){t.classes, t.report};
}

/* By its first character. */
static bool may_be_lead(const struct line *line)
{
    return line->first == CC_OPEN || line->first == CC_AOPEN || line->first == CC_HANGUL;
}

/* What its words say by themselves. */
static void read_form(struct line *line, struct found f)
{
    struct str heading;
    unsigned head = hanfact_at_head(line->text), end = hanfact_at_end(line->text);
    enum lead lead;

    line->unit = line_saturate(unit_width(line));
    line->credit = end & HANFACT_CREDIT && line->last != CC_STOP &&
                   caption_look_for_credit(line->text);
    line->ends = line->credit              ? ENDS_YES
                 : end != HANFACT_UNKNOWN ? ENDS_NO
                                           : (uint8_t)find_ending(line->text);
    lead = may_be_lead(line) ? lead_match(line->text) : LEAD_NO;
    line->opening = lead == LEAD_OPENS || ((f.report || line->first == CC_LETTER) &&
                                           opening_match(line->text));
    line->chapter = head & HANFACT_CHAPTER ? (uint8_t)chapter_judge(line->text, &heading)
                                           : CHAPTER_NO;
    if (!line->opening && lead == LEAD_NO && line->chapter != CHAPTER_TITLE &&
        (!line->stops || line->last == CC_CLOSE) && !byline_is_prose(line->text))
        line->byline = (uint8_t)byline_match(line->text, line->ornament);
    if (line->credit && (line->byline != BYLINE_STRONG || caption_is_credit(line->text)))
        line->byline = BYLINE_NO;
}

/* Where the lines of a page go. */
struct split {
    struct lines *out;
    struct windows whole; /* of all of the text ... */
    struct windows part;  /* ... and of a line that had to be changed */
    size_t base;          /* byte of the text where the page begins */
    struct str text;      /* the page */
    uint32_t blanks;      /* before the next line */
    bool page;            /* the next line is the first of its page */
};

/* Cleans and measures the raw line. False when nothing of it is left. */
static bool read_text(struct split *s, struct line *line, struct str raw, struct found *f)
{
    unsigned quoted;

    clean_edges(raw, line);
    if (quoted_marks(line->text, &quoted) == line->text.n)
        return false;
    line->quoted = quoted < UINT8_MAX ? (uint8_t)quoted : UINT8_MAX;
    *f = measure_text(line, &s->whole, line->from + (size_t)(line->text.s - raw.s));
    if ((f->classes & CLEANED) && clean_inside(line, &s->out->arena)) {
        if (line->text.n == 0)
            return false;
        windows_look(line->text, &s->part);
        *f = measure_text(line, &s->part, 0);
    }
    return true;
}

/* The line [from, to) of the page. NULL when it is blank. */
static struct line *take_line(struct split *s, size_t from, size_t to)
{
    struct lines *out = s->out;
    struct line *line;
    struct found f;

    out->v = xgrow(out->v, &out->cap, out->n + 1, sizeof *out->v);
    line = &out->v[out->n];
    *line = (struct line){
        .from = s->base + from, .to = s->base + to, .blanks = s->blanks, .page = s->page};
    if (!read_text(s, line, str_sub(s->text, from, to), &f)) {
        s->blanks++;
        return NULL;
    }
    read_form(line, f);
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

/* Where the line ends that begins at byte `from` of the page. */
static size_t line_end(const struct split *s, size_t from)
{
    for (; from < s->text.n; from += WINDOW) {
        uint64_t ends = windows_at(&s->whole, s->base + from, s->base + s->text.n).ends;

        if (ends)
            return from + (size_t)__builtin_ctzll(ends);
    }
    return s->text.n;
}

static void split_page(struct split *s)
{
    if (columns_read(s->text, take_span, s))
        return;
    for (size_t from = 0; from < s->text.n;) {
        size_t to = from;

        if (s->text.s[from] != '\n') {
            to = line_end(s, from);
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
    windows_look(text, &s.whole);
    for (size_t from = 0; from < text.n;) {
        size_t to = str_find(text, STR("\f"), from);

        s.base = from;
        s.text = str_sub(text, from, to);
        split_page(&s);
        s.page = true;
        from = to + 1;
    }
    free(s.whole.v);
    free(s.part.v);
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
