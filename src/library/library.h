/* All articles of all sources. Keeps for each article its place and its title; the text is rebuilt
 * from its sheet when it is asked for, with a small cache. */
#ifndef KANBAO_LIBRARY_LIBRARY_H
#define KANBAO_LIBRARY_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/log.h"
#include "paper/account.h"
#include "library/entries.h"
#include "library/intake.h"
#include "paper/page.h"
#include "text/source.h"

struct library_opts {
    enum text_kind as;
    size_t sheet_max; /* bytes of source text a sheet, at most; 0 = 1 MiB (small in tests) */
    size_t glance;    /* the first step shows about so many articles of a long source at once,
                         which are not settled; 0: it does not */
    bool keys;        /* find out the keys of articles (paper/article.h) */
    size_t cache;     /* sheets kept in rebuilt form; 0 = 4 */
    const char *keep; /* folder of what is known of long sources from one run to the next
                         (library/borders.h), borrowed; NULL: nothing */
    struct log *log;  /* borrowed; NULL: none */
};

struct library;

/* Takes `in` (which may be NULL): it is asked for the next source when the one before is done. */
struct library *library_new(const struct library_opts *o, struct intake *in);
void library_free(struct library *lib);

/* Takes s; its articles come before those of the intake. */
void library_add(struct library *lib, struct source *s);

/* The same with one more file. False with a message when it cannot be opened, or is no text. */
bool library_open(struct library *lib, const char *path, struct err *e);

/* Goes on by about one sheet, and never waits for a pipe. False when there is nothing to do, now
 * (library_waiting) or ever. What cannot be read is passed over: the message is in *e (cleared
 * first). */
bool library_step(struct library *lib, struct err *e);
/* The last source of all, while it is being taken in and if it is whole: bytes from *off on have
 * not been. Else NULL. */
struct source *library_rest(const struct library *lib, uint64_t *off);
/* The sheet that the next step takes in, where it is known from another run how many articles it
 * has, *articles: it is made of bytes [*from, *to) of the source alone. NULL where it is not. */
struct source *library_foresee(const struct library *lib, uint64_t *from, uint64_t *to,
                               size_t *articles);
/* Passes over that sheet: its articles are counted, and not rebuilt; none of them may be asked for.
 * All before must have been dropped. */
void library_pass(struct library *lib);
/* A pipe that more is to come from: its descriptor, to be waited for; else -1. */
int library_waiting(const struct library *lib);
/* Whether something has come through it that is not shown. */
bool library_has_news(const struct library *lib);
/* Shows what has come through the pipe so far, without waiting for a whole sheet: its last articles
 * will be replaced. */
void library_peek(struct library *lib, struct err *e);
/* Reads a source once more, as it is on the disk now, in the charset `encoding` ("auto": find out;
 * NULL: as before), and those behind it; their articles come again with the next steps. False with
 * a message when it cannot be opened, or the charset is unknown: its articles stay then. */
bool library_reread(struct library *lib, size_t source, const char *encoding, struct err *e);

/* Looks for about `ms` milliseconds whether files have arrived in the folders, once all is taken
 * in: *arrived, then the next steps take them in behind all others. True when all folders have been
 * looked at. */
bool library_look(struct library *lib, int ms, bool *arrived);

/* Share of what is to be taken in that has been, 0 to 1. */
double library_progress(const struct library *lib);
/* Whether there was a message. */
bool library_trouble(const struct library *lib);

/* Articles known so far; their indices do not change, but by library_peek and library_reread. */
size_t library_count(const struct library *lib);
/* Of these, how many stay as they are with the next steps: not those of the last library_peek, or
 * of a glance. */
size_t library_settled(const struct library *lib);
const struct entry *library_entry(const struct library *lib, size_t i);
/* Drops the entries of all articles known so far, so that memory does not grow with a source that
 * is gone through once: none of them may be asked for again, nor any source be read again. */
void library_drop(struct library *lib);
/* Sources opened so far. */
size_t library_sources(const struct library *lib);
struct source *library_source(const struct library *lib, size_t source);

/* The article, rebuilt. Borrowed: dead at the next call of library_article or library_step.
 * NULL with a message when the source cannot be read any more. */
const struct article *library_article(struct library *lib, size_t i, struct err *e);

/* What became of every byte of the article's sheet; *article: which of the sheet's articles it is.
 * Borrowed, like the article; made when it is first asked for. */
const struct account *library_account(struct library *lib, size_t i, size_t *article,
                                      struct err *e);

#endif
