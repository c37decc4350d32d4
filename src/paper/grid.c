#include <config.h>

#include "paper/grid.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "text/charclass.h"
#include "text/utf8.h"

static bool is_blank(uint32_t cp)
{
    return cp == ' ' || cp == '\t';
}

static bool is_east_asian(uint32_t cp)
{
    return charclass_is_cjk(charclass_of(cp)) || charclass_width(cp) != CW_ONE;
}

/* The words of the line [from, to). */
static void read_row(struct grid *g, size_t from, size_t to)
{
    struct gridrow row = {g->n_words, 0};
    struct gridword *word = NULL;
    uint32_t col = 0;

    for (size_t off = from; off < to; col++) {
        uint32_t cp;
        size_t n = utf8_get(g->text, off, &cp);

        if (is_blank(cp)) {
            word = NULL;
        } else if (!word) {
            g->words = xgrow(g->words, &g->cap_words, g->n_words + 1, sizeof *g->words);
            word = &g->words[g->n_words++];
            *word = (struct gridword){.from = off, .col = col, .wide = is_east_asian(cp)};
            if (row.n > 0)
                word->sum = word[-1].sum + (col == word[-1].end + 1);
            row.n++;
        }
        off += n;
        if (word) {
            word->to = off;
            word->end = col + 1;
            word->cells += is_east_asian(cp) ? 2 : 1;
            word->sum += is_east_asian(cp) ? 2 : 1;
            word->wide |= is_east_asian(cp);
        }
    }
    g->rows = xgrow(g->rows, &g->cap_rows, g->n_rows + 1, sizeof *g->rows);
    g->rows[g->n_rows++] = row;
}

void grid_read(struct str text, struct grid *out)
{
    *out = (struct grid){.text = text};
    for (size_t from = 0; from < text.n;) {
        size_t to = str_find(text, STR("\n"), from);

        read_row(out, from, to);
        from = to + 1;
    }
}

void grid_free(struct grid *g)
{
    free(g->words);
    free(g->rows);
    *g = (struct grid){0};
}

/* The first of the row's words that begins at position col or behind it. */
static size_t first_at(const struct grid *g, const struct gridrow *r, uint32_t col)
{
    size_t lo = 0, hi = r->n;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (g->words[r->first + mid].col < col)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

size_t grid_words(const struct grid *g, size_t row, const struct gridbox *box, size_t *first)
{
    const struct gridrow *r = &g->rows[row];
    size_t from = first_at(g, r, box->left);

    *first = r->first + from;
    return first_at(g, r, box->right) - from;
}

uint32_t grid_gap(const struct gridword *w, size_t k)
{
    return k > 0 ? w[k].col - w[k - 1].end : 0;
}

unsigned grid_cells(const struct gridword *w, size_t n)
{
    return n > 0 ? w[n - 1].sum - w[0].sum + w[0].cells : 0;
}
