#include <config.h>

#include "paper/blocks.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "paper/caption.h"
#include "paper/chapter.h"
#include "paper/measure.h"
#include "paper/reflow.h"
#include "text/quoted.h"
#include "text/utf8.h"

/* The piece that is being joined. */
struct joint {
    struct strbuf text;
    struct piece piece;
    uint32_t index; /* its place among the pieces */
    bool open;
    const struct words *words;
};

static uint32_t add_piece(struct pieces *out)
{
    out->v = xgrow(out->v, &out->cap, out->n + 1, sizeof *out->v);
    return (uint32_t)out->n++;
}

static void close_piece(struct joint *j, struct pieces *out)
{
    if (!j->open)
        return;
    j->piece.text = arena_copy(&out->arena, strbuf_str(&j->text));
    out->v[j->index] = j->piece;
    strbuf_clear(&j->text);
    j->open = false;
}

static void open_piece(struct joint *j, struct line *line, enum block_kind kind, bool joins,
                       bool apart, struct pieces *out)
{
    struct str text = line->text;

    if (kind == BLOCK_HEADLINE && !joins)
        chapter_match(line->text, &text);
    strbuf_add_str(&j->text, text);
    j->piece = (struct piece){
        .kind = kind,
        .from = line->from,
        .to = line->to,
        .measure = line->measure,
        .chapter = kind == BLOCK_HEADLINE && !joins ? line->chapter : CHAPTER_NO,
        .cjk = line->cjk,
        .joins = joins,
        .apart = apart,
        .page = line->page,
        .lifted = line->lifted,
        .over = measure_is_over(line),
        .opening = line->opening,
    };
    j->index = line->piece = add_piece(out);
    j->open = true;
}

/* Takes the paragraph up again that a heading interrupted. */
static void reopen_piece(struct joint *j, struct pieces *out)
{
    uint32_t i = j->index;

    close_piece(j, out);
    while (i > 0 && out->v[i].kind != BLOCK_PARAGRAPH)
        i--;
    j->index = i;
    j->piece = out->v[i];
    strbuf_add_str(&j->text, j->piece.text);
    j->open = true;
}

/* The next line may stand before the piece's own: at the head of the column beside it. */
static void widen(struct piece *p, const struct line *line)
{
    p->from = line->from < p->from ? line->from : p->from;
    p->to = line->to > p->to ? line->to : p->to;
}

static void add_line(struct joint *j, struct line *line)
{
    unsigned quoted;
    size_t marks = quoted_marks(line->text, &quoted);

    line->piece = j->index;
    reflow_join(&j->text, str_sub(line->text, marks, line->text.n), line->cjk, j->words);
    widen(&j->piece, line);
    j->piece.over |= measure_is_over(line);
}

/* A dash at the end of a heading's line, or at the head of the next, parts kicker and headline. */
static bool parts_heading(const struct line *before, const struct line *line)
{
    return before->last == CC_DASH || line->first == CC_DASH ||
           utf8_before(before->text, before->text.n) == 0xFF1A;
}

/* The next line of a heading: which article it belongs to is not known yet. */
static bool joins_heading(const struct joint *j, const struct line *before,
                          const struct line *line)
{
    return (line->role == ROLE_HEAD_MORE || line->role == ROLE_HEAD_LONG) && j->open && before &&
           !parts_heading(before, line);
}

/* Both are one byline. */
static bool signs_on(const struct line *before, const struct line *line)
{
    return line->signs_on && line->role == ROLE_BYLINE && before && before->role == ROLE_BYLINE;
}

static void add_jump(struct line *line, struct pieces *out)
{
    struct joint j = {0};

    open_piece(&j, line, BLOCK_JUMP, false, false, out);
    close_piece(&j, out);
    strbuf_free(&j.text);
}

static uint32_t usual_gap(const struct lines *l)
{
    size_t gaps = 0;

    for (size_t i = 1; i < l->n; i++)
        gaps += l->v[i].blanks > 0;
    return l->n > 4 && gaps * 10 >= l->n * 7 ? 1 : 0;
}

/* Pieces that are captions: by their own words, or above a line that names who made the picture. */
static void find_captions(struct pieces *p)
{
    for (size_t i = 0; i < p->n; i++) {
        struct piece *piece = &p->v[i];

        if (piece->kind != BLOCK_PARAGRAPH || !caption_match(piece->text))
            continue;
        piece->kind = BLOCK_CAPTION;
        if (i > 0 && piece[-1].kind == BLOCK_PARAGRAPH && caption_is_credit(piece->text) &&
            (piece[-1].apart || piece[-1].over) && caption_may_be(piece[-1].text))
            piece[-1].kind = BLOCK_CAPTION;
    }
}

void blocks_join(struct lines *l, struct pieces *out)
{
    struct joint j = {.words = &out->words};
    const struct line *before = NULL;
    uint32_t gap = usual_gap(l);

    *out = (struct pieces){0};
    words_collect(l, &out->words);
    for (size_t i = 0; i < l->n; i++) {
        struct line *line = &l->v[i];
        bool apart = line->blanks > gap || line->page;

        if (line->role == ROLE_JUMP) {
            add_jump(line, out);
            continue;
        }
        if (line_is_aside(line))
            continue;
        if (line->resumes)
            reopen_piece(&j, out);
        if (line->role == ROLE_MORE || signs_on(before, line)) {
            add_line(&j, line);
        } else {
            bool joins = joins_heading(&j, before, line);

            close_piece(&j, out);
            open_piece(&j, line,
                       line->role == ROLE_BYLINE  ? BLOCK_BYLINE
                       : line->role == ROLE_FIRST ? BLOCK_PARAGRAPH
                                                  : BLOCK_HEADLINE,
                       joins, apart && !joins, out);
        }
        before = line;
    }
    close_piece(&j, out);
    find_captions(out);
    strbuf_free(&j.text);
}

static bool goes_on(const struct piece *p)
{
    return p->joins && p->kind == p[-1].kind && p->article == p[-1].article;
}

/* Makes one piece of pieces [from, to), the first. */
static void merge_pieces(struct pieces *p, size_t from, size_t to)
{
    struct piece *first = &p->v[from];
    struct strbuf text = {0};

    strbuf_add_str(&text, first->text);
    for (size_t i = from + 1; i < to; i++) {
        struct piece *piece = &p->v[i];

        reflow_join(&text, piece->text, piece->cjk, &p->words);
        first->from = piece->from < first->from ? piece->from : first->from;
        first->to = piece->to > first->to ? piece->to : first->to;
        piece->text.n = 0;
    }
    first->text = arena_copy(&p->arena, strbuf_str(&text));
    strbuf_free(&text);
}

/* The lines of pieces that have become part of those before. */
static void pass_lines_on(struct lines *l, const struct pieces *p)
{
    uint32_t *into = xcalloc(p->n, sizeof *into);

    for (uint32_t i = 0; i < p->n; i++)
        into[i] = i > 0 && p->v[i].text.n == 0 ? into[i - 1] : i;
    for (size_t i = 0; i < l->n; i++)
        if (l->v[i].role != ROLE_FURNITURE)
            l->v[i].piece = into[l->v[i].piece];
    free(into);
}

void blocks_join_headings(struct lines *l, struct pieces *p)
{
    bool any = false;

    for (size_t i = 0, to; i < p->n; i = to) {
        for (to = i + 1; to < p->n && goes_on(&p->v[to]);)
            to++;
        if (to == i + 1)
            continue;
        merge_pieces(p, i, to);
        any = true;
    }
    if (any)
        pass_lines_on(l, p);
}

void blocks_keep(struct lines *l, enum block_kind kind, struct pieces *out)
{
    *out = (struct pieces){0};
    for (size_t i = 0; i < l->n; i++) {
        struct line *line = &l->v[i];

        if (line->role == ROLE_FURNITURE)
            continue;
        line->piece = add_piece(out);
        out->v[line->piece] =
            (struct piece){.kind = kind, .text = line->text, .from = line->from, .to = line->to};
    }
}

void blocks_free(struct pieces *p)
{
    free(p->v);
    arena_free(&p->arena);
    words_free(&p->words);
    *p = (struct pieces){0};
}
