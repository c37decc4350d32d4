#include <config.h>

#include "ui/rawrows.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "ui/line.h"

enum {
    REASONS = 60,      /* columns that reasons beside the lines need ... */
    REASONS_FROM = 110 /* ... on a screen of that many; else they stand below the lines */
};

void rawrows_reasons(const struct raw *r, size_t i, struct strbuf *out)
{
    struct strbuf above = {0};

    strbuf_clear(out);
    raw_explain(r, &r->lines[i], out);
    if (out->n == 0)
        return;
    for (size_t k = i; k > 0 && above.n == 0; k--)
        raw_explain(r, &r->lines[k - 1], &above);
    if (str_eq(strbuf_str(&above), strbuf_str(out)))
        strbuf_clear(out);
    strbuf_free(&above);
}

/* Columns of the widest line, up to `most`. */
static int widest(const struct raw *r, int most, struct glyph_mode mode)
{
    int cols = 0;

    for (size_t i = 0; i < r->n_lines && cols < most; i++) {
        int n = glyph_cols(str_sub(strbuf_str(&r->text), r->lines[i].from, r->lines[i].to), mode);

        cols = n > cols ? n : cols;
    }
    return cols < most ? cols : most;
}

/* Rows of a line, or of its reasons: bytes [row.from, s.n) of s. */
static void cut(struct rawrows *rows, struct str s, struct raw_row row, int cols,
                struct glyph_mode mode)
{
    do {
        row.to = line_wrap(s, row.from, cols, mode);
        rows->v = xgrow(rows->v, &rows->cap, rows->n + 1, sizeof *rows->v);
        rows->v[rows->n++] = row;
        row.from = row.to;
    } while (row.from < s.n);
}

void rawrows_make(const struct raw *r, int cols, struct glyph_mode mode, struct rawrows *out)
{
    struct str text = strbuf_str(&r->text);
    struct strbuf reasons = {0};
    bool beside = cols >= REASONS_FROM;
    int most = cols - RAW_GUTTER - 1 - (beside ? REASONS : 0);

    out->n = 0;
    out->beside = beside ? RAW_GUTTER + widest(r, most, mode) + 2 : 0;
    for (size_t i = 0; i < r->n_lines; i++) {
        const struct raw_line *l = &r->lines[i];

        cut(out, str_sub(text, 0, l->to), (struct raw_row){i, l->from, 0, false}, most, mode);
        rawrows_reasons(r, i, &reasons);
        if (!beside && reasons.n > 0)
            cut(out, strbuf_str(&reasons), (struct raw_row){i, 0, 0, true}, most - RAW_INDENT,
                mode);
    }
    strbuf_free(&reasons);
}

void rawrows_free(struct rawrows *r)
{
    free(r->v);
    *r = (struct rawrows){0};
}

size_t rawrows_of(const struct rawrows *r, size_t line)
{
    size_t i = 0;

    while (i + 1 < r->n && r->v[i].line < line)
        i++;
    return i;
}
