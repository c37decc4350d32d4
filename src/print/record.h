/* Articles, list entries and hits as records: JSON Lines (an object a line) and TSV (a tab between
 * fields; a tab, line end or backslash within one is written \t, \n or \\). The fields and their
 * order are those of kanbao(1). */
#ifndef KANBAO_PRINT_RECORD_H
#define KANBAO_PRINT_RECORD_H

#include <stddef.h>
#include <stdio.h>

#include "base/str.h"
#include "library/library.h"
#include "library/raw.h"

/* An article with what is known about it. Borrows all. */
struct record {
    size_t number; /* from 1 */
    const struct entry *entry;
    const struct source *source;
    const struct article *article; /* NULL in a list */
};

/* A hit in its context. Borrows from the article. */
struct hit {
    struct str before, match, after;
};

/* A bookmark. Borrows the texts. */
struct record_bookmark {
    const char *headline, *source;
    size_t place;
    char date[16];
};

void record_article_json(const struct record *r, FILE *out);
void record_article_tsv(const struct record *r, FILE *out);
void record_entry_json(const struct record *r, FILE *out);
void record_entry_tsv(const struct record *r, FILE *out);
void record_hit_json(const struct record *r, const struct hit *h, FILE *out);
/* A record a part of a source line: what became of it. */
void record_raw_json(const struct record *r, const struct raw *raw, FILE *out);
void record_raw_tsv(const struct record *r, const struct raw *raw, FILE *out);
void record_hit_tsv(const struct record *r, const struct hit *h, FILE *out);
void record_bookmark_json(const struct record_bookmark *b, FILE *out);
void record_bookmark_tsv(const struct record_bookmark *b, FILE *out);

#endif
