/* Articles, list entries and hits as text for people. Whatever a text holds, no control character
 * but the line ends and colours of its own is written. */
#ifndef KANBAO_PRINT_TEXT_H
#define KANBAO_PRINT_TEXT_H

#include <stdbool.h>

#include "find/query.h"
#include "options/options.h"
#include "print/print.h"
#include "print/record.h"

/* Headings and paragraphs in rows of the measure, keywords painted. An article that is not the
 * first has a rule between blank lines before it. */
void text_article(const struct record *r, const struct options *o, const struct print_to *to,
                  bool first);

/* A line of the list: number, title, byline, bytes. A title that is only the first words of an
 * article without a headline has a ~ before it. Cut to the width of a terminal. */
void text_entry(const struct record *r, struct glyph_mode mode, const struct print_to *to);

/* The source lines alone; with `why` in three columns: what each became as a letter, the line, and
 * by which rules. */
void text_raw(const struct raw *raw, bool why, struct glyph_mode mode, FILE *out);

/* A line: source, number, title, and the hit in its context. */
void text_hit(const struct record *r, const struct hit *h, const struct print_to *to);

/* The hit with a few words of the text around it, at most 24 columns on each side. */
struct hit text_context(struct str text, struct range hit, struct glyph_mode mode);

#endif
