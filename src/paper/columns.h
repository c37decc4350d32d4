/* Columns of `pdftotext -layout`, read one after the other. */
#ifndef KANBAO_PAPER_COLUMNS_H
#define KANBAO_PAPER_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* A line of one column. */
struct span {
    size_t from, to; /* bytes of the text, without white space at its ends */
    uint32_t blanks; /* empty rows before it in its column */
    uint16_t indent; /* half ems that it begins behind the column's edge */
};

/* What columns_read does with each line. */
typedef void columns_take(void *context, const struct span *span);

/* Gives the lines of text (one page, valid UTF-8) that are not blank in reading order: columns one
 * after the other, what spans them before and behind. False, with nothing given, when the text has
 * no columns. Linear in the text for a bounded number of columns. */
bool columns_read(struct str text, columns_take *take, void *context);

#endif
