#include <config.h>

#include "paper/dissect.h"

#include "paper/cue.h"
#include "paper/furniture.h"
#include "paper/hangul.h"
#include "paper/label.h"
#include "paper/measure.h"
#include "paper/pullquote.h"
#include "paper/segment.h"
#include "paper/strands.h"
#include "paper/typeface.h"
#include "paper/verse.h"

/* Every line stays what it is, but for those that are set aside. */
static void keep(enum block_kind kind, struct dissection *out)
{
    blocks_keep(&out->lines, kind, &out->pieces);
    out->articles = out->pieces.n > 0;
}

static void rebuild(struct str text, bool force, struct dissection *out)
{
    lines_split(text, &out->lines);
    if (!force && cue_find(&out->lines)) {
        keep(BLOCK_PARAGRAPH, out);
        return;
    }
    typeface_fit(&out->lines);
    hangul_fit(&out->lines);
    furniture_find(&out->lines);
    measure_find(&out->lines, force);
    strands_sort(&out->lines);
    verse_find(&out->lines);
    label_lines(&out->lines);
    blocks_join(&out->lines, &out->pieces);
    pullquote_find(&out->pieces);
    out->articles = segment_pieces(&out->pieces);
    blocks_join_headings(&out->lines, &out->pieces);
}

void dissect(struct str text, enum text_kind as, struct dissection *out)
{
    *out = (struct dissection){0};
    switch (as) {
    case TEXT_AUTO:
    case TEXT_PAGE:
        rebuild(text, as == TEXT_PAGE, out);
        if (out->articles == 0 && out->lines.n > 0) { /* nothing but what pages have around texts */
            dissection_free(out);
            dissect(text, TEXT_TEXT, out);
        }
        break;
    case TEXT_TEXT:
        lines_split(text, &out->lines);
        keep(BLOCK_PARAGRAPH, out);
        break;
    case TEXT_RAW:
        lines_split_raw(text, &out->lines);
        keep(BLOCK_VERBATIM, out);
        break;
    }
}

void dissection_free(struct dissection *d)
{
    blocks_free(&d->pieces);
    lines_free(&d->lines);
}
