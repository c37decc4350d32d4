#include <config.h>

#include "ui/rawview.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "layout/scroll.h"
#include "library/raw.h"
#include "text/utf8.h"
#include "ui/line.h"
#include "ui/rawrows.h"
#include "ui/seek.h"
#include "ui/state.h"
#include "term/theme.h"

struct rawview {
    struct pane pane;
    struct raw raw;
    struct rawrows rows;
    size_t first; /* the line to begin with */
    int cols;     /* the rows are for that many */
    struct glyph_mode mode;
    struct scroll scroll;
    size_t hit; /* the line with the hit that the reader is at; SIZE_MAX: none */
};

static struct rawview *raw_of(struct pane *p)
{
    return (struct rawview *)p;
}

static const struct rawview *const_raw_of(const struct pane *p)
{
    return (const struct rawview *)p;
}

static struct str line_text(const struct raw *r, size_t i)
{
    return str_sub(strbuf_str(&r->text), r->lines[i].from, r->lines[i].to);
}

static void arrange(struct pane *p, const struct rect *r)
{
    struct rawview *v = raw_of(p);
    size_t line = v->rows.n > 0 ? v->rows.v[v->scroll.top].line : v->first;

    p->rect = *r;
    scroll_set_rows(&v->scroll, (size_t)r->rows);
    if (v->cols == r->cols)
        return;
    v->cols = r->cols;
    rawrows_make(&v->raw, v->cols, v->mode, &v->rows);
    scroll_set_count(&v->scroll, v->rows.n);
    scroll_top(&v->scroll, rawrows_of(&v->rows, line));
}

static size_t count(const struct pane *p)
{
    return const_raw_of(p)->scroll.n;
}

static size_t at(const struct pane *p)
{
    return const_raw_of(p)->scroll.top;
}

static void go(struct pane *p, size_t row)
{
    scroll_top(&raw_of(p)->scroll, row);
}

/* Shows the line; where it is not on the screen it comes a third down. */
static void show_line(struct rawview *v, size_t line)
{
    size_t row = rawrows_of(&v->rows, line), third = v->scroll.rows / 3;

    if (row < v->scroll.top || row >= v->scroll.top + v->scroll.rows)
        scroll_top(&v->scroll, row > third ? row - third : 0);
}

/* Goes to the next line, around the end, that has a hit of the search. */
static void find(struct rawview *v, struct app *app, bool forward)
{
    size_t n = v->raw.n_lines;
    size_t from = v->hit != SIZE_MAX ? v->hit : v->rows.v[v->scroll.top].line;
    bool here = v->hit == SIZE_MAX && forward; /* the first line shown counts */

    if (!app->search) {
        seek_nothing(app);
        return;
    }
    for (size_t k = here ? 0 : 1; k <= n; k++) {
        size_t line = (from + (forward ? k : n - k % n)) % n;

        if (!query_matches(app->search, line_text(&v->raw, line)))
            continue;
        if (forward ? line < from : line > from)
            err_set(&app->message, "%s",
                    forward ? _("search went on at the top") : _("search went on at the bottom"));
        v->hit = line;
        show_line(v, line);
        return;
    }
    err_set(&app->message, "%s", _("not found"));
}

static bool act(struct pane *p, struct app *app, struct command c)
{
    switch (c.action) {
    case ACTION_RAW:
        state_close(app, p);
        return true;
    case ACTION_NEXT_HIT:
    case ACTION_PREVIOUS_HIT:
        find(raw_of(p), app, seek_forward(app, c.action));
        return true;
    default:
        return false;
    }
}

static enum style part_style(const struct raw *r, const struct share *s)
{
    bool own = s->fate == FATE_TEXT && s->article == r->article;

    return own ? theme_block(s->block) : STYLE_FAINT;
}

/* Bytes [from, to) as they are shown: a space that was dropped as _, a control as a space. */
static void shown_text(const struct raw *r, const struct raw_part *part, size_t from, size_t to,
                       struct strbuf *out)
{
    strbuf_clear(out);
    for (size_t i = from; i < to; i++) {
        char c = r->text.s[i];

        if (c == ' ' && part->share.fate == FATE_SPACE)
            c = '_';
        if ((unsigned char)c < ' ')
            c = ' ';
        strbuf_add_char(out, c);
    }
}

/* The text of a row, in the styles of its parts and with its hits. */
static void draw_text(const struct rawview *v, const struct app *app, const struct raw_row *row,
                      struct line *line)
{
    const struct raw_line *l = &v->raw.lines[row->line];
    struct spans marks = {0}, pieces = {0};
    struct strbuf text = {0};

    marks_find(&app->marks, line_text(&v->raw, row->line), l->from, &marks);
    for (size_t i = l->part; i < l->part + l->n_parts; i++) {
        const struct raw_part *part = &v->raw.parts[i];
        size_t from = part->from > row->from ? part->from : row->from;
        size_t to = part->to < row->to ? part->to : row->to;

        if (from >= to)
            continue;
        spans_cut(&marks, from, to, &pieces);
        for (size_t k = 0; k < pieces.n; k++) {
            const struct span *piece = &pieces.v[k];
            enum style style =
                piece->style ? (enum style)piece->style : part_style(&v->raw, &part->share);

            if (style == STYLE_HIT && row->line == v->hit)
                style = STYLE_HIT_NOW;
            shown_text(&v->raw, part, piece->from, piece->to, &text);
            line_put(line, strbuf_str(&text), style);
        }
    }
    strbuf_free(&text);
    spans_free(&marks);
    spans_free(&pieces);
}

static void draw_row(const struct rawview *v, const struct app *app, const struct raw_row *row,
                     struct line *line)
{
    const struct raw_line *l = &v->raw.lines[row->line];
    const struct share *part = raw_line_part(&v->raw, l);
    char letter = raw_letter(&v->raw, l);
    struct strbuf reasons = {0};
    int text = line->col + RAW_GUTTER;

    rawrows_reasons(&v->raw, row->line, &reasons);
    if (row->reasons) {
        line_pad(line, text + RAW_INDENT);
        line_put(line, str_sub(strbuf_str(&reasons), row->from, row->to), STYLE_FAINT);
    } else {
        if (row->from == l->from && part)
            line_put(line, (struct str){&letter, 1}, part_style(&v->raw, part));
        line_pad(line, text);
        draw_text(v, app, row, line);
        if (v->rows.beside > 0 && row->from == l->from && reasons.n > 0) {
            line_pad(line, text - RAW_GUTTER + v->rows.beside);
            line_put_cut(line, strbuf_str(&reasons), line->end - line->col, STYLE_FAINT, NULL);
        }
    }
    strbuf_free(&reasons);
}

static void draw(const struct pane *p, const struct app *app, bool focused)
{
    const struct rawview *v = const_raw_of(p);

    (void)focused;
    for (size_t k = 0; k < v->scroll.rows && v->scroll.top + k < v->scroll.n; k++) {
        struct line line = {.s = app->screen,
                            .row = p->rect.row + (int)k,
                            .col = p->rect.col,
                            .end = p->rect.col + p->rect.cols};

        draw_row(v, app, &v->rows.v[v->scroll.top + k], &line);
    }
}

static void close_page(struct pane *p)
{
    struct rawview *v = raw_of(p);

    raw_free(&v->raw);
    rawrows_free(&v->rows);
    free(v);
}

/* The line that byte `place` of the article came from, told by how much of it stands before. */
static size_t line_of(const struct raw *r, size_t place)
{
    size_t done = 0;

    for (size_t i = 0; i < r->n_lines; i++) {
        for (size_t k = r->lines[i].part; k < r->lines[i].part + r->lines[i].n_parts; k++) {
            const struct raw_part *part = &r->parts[k];

            if (part->share.fate == FATE_TEXT && part->share.article == r->article)
                done += part->to - part->from;
        }
        if (done > place)
            return i;
    }
    return 0;
}

struct pane *rawview_new(struct library *lib, size_t i, size_t place, struct glyph_mode mode,
                         struct err *e)
{
    static const struct pane_class class = {
        .count = count,
        .at = at,
        .go = go,
        .arrange = arrange,
        .act = act,
        .draw = draw,
        .close = close_page,
    };
    struct rawview *v = xcalloc(1, sizeof *v);

    if (!raw_read(lib, i, &v->raw, e)) {
        free(v);
        return NULL;
    }
    v->pane.class = &class;
    v->pane.title = _("Source lines: what each became, and why");
    v->mode = mode;
    v->hit = SIZE_MAX;
    v->first = place > 0 ? line_of(&v->raw, place) : 0;
    return &v->pane;
}
