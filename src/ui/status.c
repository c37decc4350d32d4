#include <config.h>

#include "ui/status.h"

#include <stdio.h>

#include "base/i18n.h"
#include "ui/path.h"

/* The place, with as many parts as `parts`: article, percentage, page. */
static void format_place(const struct status *st, int parts, struct strbuf *out)
{
    strbuf_clear(out);
    if (parts > 2 && st->charset && !st->message)
        strbuf_addf(out, "%s  ", st->charset);
    if (st->loaded < 0)
        strbuf_addf(out, "%s  ", st->stopped ? _("stopped") : _("loading"));
    else if (st->loaded < 100)
        strbuf_addf(out, st->stopped ? _("stopped at %d%%  ") : _("loading %d%%  "), st->loaded);
    if (st->count > 0)
        strbuf_addf(out, "%zu  ", st->count);
    if (st->hit > 0)
        strbuf_addf(out, _("hit %zu/%zu  "), st->hit, st->hits);
    else if (st->hits > 0)
        strbuf_addf(out, ngettext_("%zu hit  ", "%zu hits  ", st->hits), st->hits);
    if (parts > 1 && st->folded > 0)
        strbuf_addf(out, _("%zu folded  "), st->folded);
    if (st->all > 0)
        strbuf_addf(out, _("%zu/%zu of %zu"), st->article, st->articles, st->all);
    else if (st->articles > 0)
        strbuf_addf(out, "%zu/%zu", st->article, st->articles);
    if (parts > 2 && st->pages > 0)
        strbuf_addf(out, _("  page %zu/%zu"), st->page, st->pages);
    if (parts > 1 && st->pages > 0)
        strbuf_addf(out, "  %d%%", st->percent);
}

static void add_cut(struct strbuf *out, struct str s, int cols, struct glyph_mode mode)
{
    int dots = glyph_cols(STR(GLYPH_CUT), mode), used;
    size_t to = glyph_fit(s, 0, cols, mode, &used);

    if (to < s.n && cols > dots) {
        to = glyph_fit(s, 0, cols - dots, mode, &used);
        strbuf_add(out, s.s, to);
        strbuf_add_str(out, STR(GLYPH_CUT));
        used += dots;
    } else {
        strbuf_add(out, s.s, to);
    }
    strbuf_pad(out, ' ', (size_t)(cols - used));
}

void status_format(const struct status *st, int cols, struct glyph_mode mode, struct strbuf *out)
{
    struct str left = str_of(st->message ? st->message : st->source);
    struct strbuf place = {0};
    int wanted = glyph_cols(left, mode), width = 0;

    /* A message comes first; a source's name makes room. */
    if (!st->message && wanted > cols / 3) {
        left = path_last(left);
        wanted = glyph_cols(left, mode) < cols / 3 ? glyph_cols(left, mode) : cols / 3;
    }
    for (int parts = 3; parts >= 0; parts--) {
        format_place(st, parts, &place);
        if (parts == 0)
            strbuf_clear(&place);
        width = place.n > 0 ? glyph_cols(strbuf_str(&place), mode) + 2 : 0;
        if (width + wanted + 2 <= cols)
            break;
    }
    strbuf_clear(out);
    if (cols > 2) {
        strbuf_add_char(out, ' ');
        add_cut(out, left, cols - width - 1, mode);
    } else {
        strbuf_pad(out, ' ', (size_t)cols);
    }
    if (width > 0 && cols > 2) {
        strbuf_add_char(out, ' ');
        strbuf_add_str(out, strbuf_str(&place));
        strbuf_add_char(out, ' ');
    }
    strbuf_free(&place);
}
