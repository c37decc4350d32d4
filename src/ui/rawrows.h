/* The source lines of an article cut into the rows of a screen, with their reasons. */
#ifndef KANBAO_UI_RAWROWS_H
#define KANBAO_UI_RAWROWS_H

#include "library/raw.h"
#include "text/glyph.h"

enum {
    RAW_GUTTER = 3, /* columns before a line: its letter */
    RAW_INDENT = 2  /* columns by which reasons stand in below their line */
};

struct raw_row {
    size_t line;
    size_t from, to; /* bytes of the raw text; of the reasons in a row of those */
    bool reasons;
};

/* Zero-initialise. */
struct rawrows {
    struct raw_row *v;
    size_t n, cap;
    int beside; /* column of the reasons, where there is room beside the lines; 0: they have rows */
};

/* Cuts all lines into rows for so many columns, in place of what `out` held. */
void rawrows_make(const struct raw *r, int cols, struct glyph_mode mode, struct rawrows *out);
void rawrows_free(struct rawrows *r);

/* The first row of a line. */
size_t rawrows_of(const struct rawrows *r, size_t line);

/* The reasons of line i when they are not those of the line above; else nothing. */
void rawrows_reasons(const struct raw *r, size_t i, struct strbuf *out);

#endif
