/* The source lines of an article as they stand, and what became of each part of them. */
#ifndef KANBAO_LIBRARY_RAW_H
#define KANBAO_LIBRARY_RAW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "library/library.h"

struct raw_line {
    size_t from, to;      /* bytes of the text, without the line end */
    size_t part, n_parts; /* its parts, indices into parts */
};

struct raw_part {
    size_t from, to;    /* bytes of the text; nothing where the part is FATE_HIDDEN */
    struct share share; /* from and to are bytes of the source */
};

/* Owned; free with raw_free. */
struct raw {
    struct strbuf text; /* sanitized, '\n' behind each line; tabs and form feeds stay */
    struct raw_line *lines;
    size_t n_lines, cap_lines;
    struct raw_part *parts;
    size_t n_parts, cap_parts;
    size_t article; /* which of the parts' articles it is: others may stand between */
};

/* Whole lines, from the first of article i to its last. False with a message when the source cannot
 * be read. */
bool raw_read(struct library *lib, size_t i, struct raw *out, struct err *e);
void raw_free(struct raw *r);

/* The part that says most of the line: the first one of a block of the article, else of another
 * article, else furniture; NULL for a blank line. */
const struct share *raw_line_part(const struct raw *r, const struct raw_line *l);

/* What the line became, as one letter: a different one for each kind of block, small in another
 * article; - for furniture, a blank for a line of nothing. */
char raw_letter(const struct raw *r, const struct raw_line *l);

/* Appends, translated, what the line became and by which rules, then what of it was dropped. */
void raw_explain(const struct raw *r, const struct raw_line *l, struct strbuf *out);

/* What became of a part, in a word: "headline", "stray space". To be translated by the caller. */
const char *raw_name(const struct share *part);

#endif
