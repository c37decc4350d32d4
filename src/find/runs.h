/* The characters and words of a text, sorted by the text that begins with them: how often any run
 * of them stands in it is a search in that order. */
#ifndef KANBAO_FIND_RUNS_H
#define KANBAO_FIND_RUNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "text/charclass.h"

/* An ideograph, kana or syllable, or a whole word of letters or digits. */
struct unit {
    size_t from, to;
    bool joined; /* with the unit before it: nothing stands between them */
    size_t run;  /* units from it on that are joined */
};

struct runs {
    struct str text; /* borrowed */
    size_t longest;  /* units by which they are sorted */
    struct unit *units;
    size_t n, cap;
    size_t *order; /* units sorted by the text that begins with them */
};

/* `text`: valid UTF-8, which must live as long. Free with runs_free. */
void runs_init(struct runs *r, struct str text, size_t longest);
void runs_free(struct runs *r);

/* Whether a unit of that class is a word of letters or digits; a syllable or ideograph. */
bool runs_is_letter(enum charclass c);
bool runs_is_syllable(enum charclass c);

/* Whether unit a + k goes on the run that unit a begins. */
bool runs_goes_on(const struct runs *r, size_t a, size_t k);
/* Units a and b as they stand in the text. */
int runs_compare_units(const struct runs *r, size_t a, size_t b);
/* The runs of at most n units from a and from b. */
int runs_compare(const struct runs *r, size_t a, size_t b, size_t n);
/* How often the n units from a, at most `longest`, stand in the text: side by side in the order. */
size_t runs_count(const struct runs *r, size_t a, size_t n);

#endif
