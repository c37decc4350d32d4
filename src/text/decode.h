/* Charsets: whatever the bytes of a source were in, behind this they are clean UTF-8. Decoded by
 * the run, when it is needed: nothing is converted ahead. */
#ifndef KANBAO_TEXT_DECODE_H
#define KANBAO_TEXT_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "text/sanitize.h"
#include "text/source.h"

/* A run of a source as text. */
struct passage {
    struct strbuf utf8;       /* its bytes as UTF-8, damage and all */
    struct sanitized clean;   /* the same, judged */
    struct offset_pair *map;  /* bytes of utf8, and which byte of the run they came from; empty
                               * when that is the same */
    size_t n_map, cap_map;
    uint64_t from, to;        /* bytes of the source */
    bool more;                /* the source goes on behind it */
};

/* How exact the way back to the source's bytes is. */
enum passage_map { PASSAGE_LINES, PASSAGE_CHARACTERS };

/* Reads the run of at most max bytes (at least 4) from byte `off` on. Where the source goes on, it
 * is cut at a line end, or where a line is very long, behind a sentence (of UTF-8) or a character.
 * A source of which the charset is not known is guessed at (text/guess); that is settled by the
 * first run which says enough. A byte that is not of the charset becomes one U+FFFD. False with a
 * message when the source cannot be read. Free with passage_free. */
bool decode_passage(struct source *s, uint64_t off, size_t max, enum passage_map map,
                    struct passage *p, struct err *e);
void passage_free(struct passage *p);

/* The byte of the source that byte `off` of p->utf8 came from, and of p->clean.text. */
uint64_t passage_byte(const struct passage *p, size_t off);
uint64_t passage_clean_byte(const struct passage *p, size_t off);

/* Appends bytes of the source as UTF-8. */
void decode_bytes(struct source *s, struct str bytes, struct strbuf *out);

/* The charset to try when the one that is taken for the source's is not it (text/guess). False with
 * a message when the source cannot be read. */
bool decode_other(struct source *s, const char **charset, struct err *e);

/* Says that a charset is to be taken for the source's, until another one is. False with a message
 * when it is unknown; nothing has changed then. */
bool decode_force(struct source *s, const char *charset, struct err *e);

#endif
