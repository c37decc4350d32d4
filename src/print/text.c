#include <config.h>

#include "print/text.h"

#include <inttypes.h>
#include <stdlib.h>

#include "layout/spans.h"
#include "text/utf8.h"

enum {
    COMFORTABLE = 76, /* columns of text that the eye follows well: 38 ideographs */
    RAW_COLS = 60,    /* columns of a source line before its reasons */
    RULE = 20,        /* columns of the rule between articles */
    CONTEXT = 24,     /* columns of context on each side of a hit */
    LIST_NUMBER = 4,  /* columns of the list */
    LIST_TITLE = 40,
    LIST_BYLINE = 20,
    LIST_SIZE = 7,
    LIST_GAPS = 3 * 2,
    LIST_ROW = 256, /* bytes of most of its rows */
    N_PAINTS = 6,
    AT_ONCE = 1 << 14 /* bytes of rows that are written together */
};

#define PAINT_END "\033[m"

/* The colour of keyword or hit number `style`, from 1. */
static const char *paint(int style)
{
    static const char *const paints[N_PAINTS] = {"\033[1;31m", "\033[1;32m", "\033[1;33m",
                                                 "\033[1;34m", "\033[1;35m", "\033[1;36m"};

    return paints[(style - 1) % N_PAINTS];
}

/* Writes text with a space for each control character. */
static void put_plain(struct str s, FILE *out)
{
    size_t done = 0, i;

    while ((i = str_find_control(s, done)) < s.n) {
        fwrite(s.s + done, 1, i - done, out);
        fputc(' ', out);
        done = i + 1;
    }
    if (s.n > done)
        fwrite(s.s + done, 1, s.n - done, out);
}

static void find_keywords(const struct article *a, const struct keywords *k, struct spans *out)
{
    struct keyword_hits hits = {0};

    keywords_find(k, strbuf_str(&a->text), &hits);
    for (size_t i = 0; i < hits.n; i++) {
        const struct keyword_hit *h = &hits.v[i];

        spans_add(out, h->from, h->to, (int)(k->v[h->keyword].group % N_PAINTS) + 1);
    }
    free(hits.v);
}

/* One row, as layout_render has it, with its pieces painted. */
static void render_painted(const struct layout *l, const struct row *row, struct str text,
                           const struct spans *pieces, struct strbuf *out)
{
    const size_t *gaps = layout_gaps(l, row);
    size_t gap = 0;

    layout_render_indent(row, out);
    for (size_t i = 0; i < pieces->n; i++) {
        const struct span *p = &pieces->v[i];

        if (p->style)
            strbuf_add_str(out, str_of(paint(p->style)));
        for (size_t at = p->from, n; at < p->to; at += n) {
            uint32_t cp;

            n = utf8_get(text, at, &cp);
            if (gap < row->n_gaps && gaps[gap] == at) {
                strbuf_add_char(out, ' ');
                gap++;
            }
            if (cp < ' ')
                strbuf_add_char(out, ' ');
            else if (!layout_drops(l, at))
                strbuf_add(out, text.s + at, n);
        }
        if (p->style)
            strbuf_add_str(out, STR(PAINT_END));
    }
}

/* One row as it is printed. */
static void add_row(const struct article *a, const struct layout *l, const struct row *row,
                    const struct spans *marks, struct strbuf *out)
{
    struct spans pieces = {0};
    size_t begin = out->n;

    if (marks->n > 0) {
        spans_cut(marks, row->from, row->to, &pieces);
        render_painted(l, row, strbuf_str(&a->text), &pieces, out);
        spans_free(&pieces);
    } else {
        layout_render(l, row, out);
        for (size_t i = begin; (i = str_find_control(strbuf_str(out), i)) < out->n;)
            out->s[i] = ' ';
    }
    strbuf_add_char(out, '\n');
}

/* Behind what is in `lines`. */
static void put_rows(const struct article *a, const struct layout *l, const struct spans *marks,
                     struct strbuf *lines, FILE *out)
{
    for (size_t i = 0; i < layout_count(l) && !ferror(out); i++) {
        add_row(a, l, layout_row(l, i), marks, lines);
        if (lines->n < AT_ONCE)
            continue;
        fwrite(lines->s, 1, lines->n, out);
        strbuf_clear(lines);
    }
    fwrite(lines->s, 1, lines->n, out);
}

static int measure(const struct options *o, const struct print_to *to)
{
    if (o->cols >= 0)
        return o->cols;
    return to->cols < COMFORTABLE ? to->cols & ~1 : COMFORTABLE;
}

static void add_rule(int cols, struct strbuf *out)
{
    strbuf_add_char(out, '\n');
    strbuf_pad(out, '-', (size_t)(cols > 0 && cols < RULE ? cols : RULE));
    strbuf_add_str(out, STR("\n\n"));
}

void text_article(const struct record *r, const struct options *o, const struct print_to *to,
                  bool first)
{
    struct layout_opts lo = o->layout;
    struct spans marks = {0};
    struct strbuf lines = {0};
    size_t n = r->article->text.n;
    struct layout *l;

    lo.cols = measure(o, to);
    lo.justify = o->justify == CHOICE_YES;
    lo.avoid_orphans = o->avoid_orphans == CHOICE_YES;
    strbuf_reserve(&lines, n < AT_ONCE ? n : AT_ONCE);
    if (!first)
        add_rule(lo.cols, &lines);
    if (to->color)
        find_keywords(r->article, &o->keywords, &marks);
    l = layout_new(r->article, &lo);
    put_rows(r->article, l, &marks, &lines, to->out);
    layout_free(l);
    strbuf_free(&lines);
    spans_free(&marks);
}

/* The title as it is shown. */
static void add_title(const struct entry *e, struct strbuf *out)
{
    if (!e->headline_printed)
        strbuf_add_char(out, '~');
    strbuf_add_str(out, entry_title(e));
}

/* n in a field of `cols` columns, at its right. */
static void add_number(uint64_t n, int cols, struct strbuf *out)
{
    char digits[20];
    size_t from = sizeof digits;

    do {
        digits[--from] = (char)('0' + n % 10);
        n /= 10;
    } while (n > 0);
    for (int left = cols - (int)(sizeof digits - from); left > 0; left--)
        strbuf_add_char(out, ' ');
    strbuf_add(out, digits + from, sizeof digits - from);
}

/* Appends text with a space for each control character. */
static void add_plain(struct str s, struct strbuf *out)
{
    size_t from = out->n;

    strbuf_add_str(out, s);
    for (size_t i = from; (i = str_find_control(strbuf_str(out), i)) < out->n;)
        out->s[i] = ' ';
}

/* s in a field of `cols` columns; a longer one is cut when `cut`. */
static void add_field(struct str s, int cols, bool cut, struct glyph_mode mode, struct strbuf *out)
{
    int used = glyph_cols(s, mode);

    if (used > cols && cut) {
        int dots = glyph_cols(STR(GLYPH_CUT), mode);

        s.n = glyph_fit(s, 0, cols - dots, mode, &used);
        add_plain(s, out);
        strbuf_add_str(out, STR(GLYPH_CUT));
        used += dots;
    } else {
        add_plain(s, out);
    }
    if (cols > used)
        strbuf_pad(out, ' ', (size_t)(cols - used));
}

/* A whole row, written at once. */
void text_entry(const struct record *r, struct glyph_mode mode, const struct print_to *to)
{
    struct strbuf title = {0}, row = {0};
    int rest = to->cols - LIST_NUMBER - LIST_SIZE - LIST_GAPS;
    int byline = LIST_BYLINE, titles = LIST_TITLE;

    if (to->cols > 0) {
        byline = rest / 3 < LIST_BYLINE ? rest / 3 : LIST_BYLINE;
        titles = rest - byline > 4 ? rest - byline : 4;
    }
    add_title(r->entry, &title);
    strbuf_reserve(&row, LIST_ROW);
    add_number(r->number, LIST_NUMBER, &row);
    strbuf_add_str(&row, STR("  "));
    add_field(strbuf_str(&title), titles, to->cols > 0, mode, &row);
    strbuf_add_str(&row, STR("  "));
    add_field(entry_byline(r->entry), byline, to->cols > 0, mode, &row);
    strbuf_add_str(&row, STR("  "));
    add_number(r->entry->size, LIST_SIZE, &row);
    strbuf_add_char(&row, '\n');
    fwrite(row.s, 1, row.n, to->out);
    strbuf_free(&row);
    strbuf_free(&title);
}

/* Columns of the widest line, as far as there is room for the reasons beside it. */
static int raw_cols(const struct raw *raw, struct glyph_mode mode)
{
    int widest = 0;

    for (size_t i = 0; i < raw->n_lines && widest < RAW_COLS; i++) {
        const struct raw_line *l = &raw->lines[i];
        int cols = glyph_cols(str_sub(strbuf_str(&raw->text), l->from, l->to), mode);

        widest = cols > widest ? cols : widest;
    }
    return widest < RAW_COLS ? widest : RAW_COLS;
}

void text_raw(const struct raw *raw, bool why, struct glyph_mode mode, FILE *out)
{
    int cols = why ? raw_cols(raw, mode) : 0;
    struct strbuf reasons = {0}, row = {0};

    if (!why)
        fwrite(raw->text.s, 1, raw->text.n, out);
    for (size_t i = 0; why && i < raw->n_lines && !ferror(out); i++) {
        const struct raw_line *l = &raw->lines[i];

        strbuf_clear(&reasons);
        strbuf_clear(&row);
        raw_explain(raw, l, &reasons);
        if (l->to > l->from) {
            strbuf_add_char(&row, raw_letter(raw, l));
            strbuf_add_str(&row, STR("  "));
        }
        add_field(str_sub(strbuf_str(&raw->text), l->from, l->to), reasons.n > 0 ? cols : 0, false,
                  mode, &row);
        if (reasons.n > 0) {
            strbuf_add_str(&row, STR("  "));
            strbuf_add_str(&row, strbuf_str(&reasons));
        }
        strbuf_add_char(&row, '\n');
        fwrite(row.s, 1, row.n, out);
    }
    strbuf_free(&row);
    strbuf_free(&reasons);
}

void text_hit(const struct record *r, const struct hit *h, const struct print_to *to)
{
    struct strbuf title = {0};

    add_title(r->entry, &title);
    put_plain(str_of(source_name(r->source)), to->out);
    fprintf(to->out, ":%zu: ", r->number);
    put_plain(strbuf_str(&title), to->out);
    fputs(": ", to->out);
    put_plain(h->before, to->out);
    if (to->color)
        fputs(paint(1), to->out);
    put_plain(h->match, to->out);
    if (to->color)
        fputs(PAINT_END, to->out);
    put_plain(h->after, to->out);
    fputc('\n', to->out);
    strbuf_free(&title);
}

struct hit text_context(struct str text, struct range hit, struct glyph_mode mode)
{
    size_t from = hit.from, to;

    for (int left = CONTEXT; from > 0; from = utf8_prev(text, from)) {
        left -= glyph_char_cols(utf8_before(text, from), mode);
        if (left < 0)
            break;
    }
    /* A mark whose letter was left out. */
    while (from < hit.from && glyph_char_cols(utf8_at(text, from), mode) == 0)
        from = glyph_next(text, from);
    to = glyph_fit(text, hit.to, CONTEXT, mode, NULL);
    return (struct hit){str_sub(text, from, hit.from), str_sub(text, hit.from, hit.to),
                        str_sub(text, hit.to, to)};
}
