/* The list of all articles: what is kept of each when its text is not. */
#ifndef KANBAO_LIBRARY_ENTRIES_H
#define KANBAO_LIBRARY_ENTRIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "paper/article.h"

/* One row of the list. There may be millions: no byte is left empty. */
struct entry {
    const char *text;           /* the title, and the byline right behind it */
    uint64_t from;              /* byte of the source */
    uint64_t key;               /* of the article; 0 when keys were not asked for */
    uint32_t bytes;             /* of the source */
    uint32_t size;              /* bytes of the article's text */
    uint32_t source : 31;       /* index, see library_source (library/library) */
    bool headline_printed : 1;  /* false: the title is the first words of the text */
    uint16_t n_title, n_byline; /* bytes */
};

/* Headline or first words, one line; lives as long as the list. */
static inline struct str entry_title(const struct entry *e)
{
    return (struct str){e->text, e->n_title};
}

/* The title where it was printed, else nothing. */
static inline struct str entry_headline(const struct entry *e)
{
    return (struct str){e->text, e->headline_printed ? e->n_title : 0};
}

/* As printed; n is 0 when there is none. Lives as long. */
static inline struct str entry_byline(const struct entry *e)
{
    return (struct str){e->text + e->n_title, e->n_byline};
}

/* The byte of the source behind it. */
static inline uint64_t entry_to(const struct entry *e)
{
    return e->from + e->bytes;
}

/* Zero-initialise to make an empty one; free with entries_free. */
struct entries {
    struct entry *v;
    size_t n, cap;
    size_t dropped; /* how many there were before v[0] */
    struct arena titles;
};

/* Adds the article; `keys`: with its key. */
void entries_add(struct entries *e, size_t source, const struct article *a, bool keys);
/* Takes entries off the end until there are as many, those that were dropped among them. */
void entries_cut(struct entries *e, size_t count);
/* Forgets all so far but their number. */
void entries_drop(struct entries *e);
/* Counts n articles more, which are dropped at once, as all so far must be. */
void entries_pass(struct entries *e, size_t n);
void entries_free(struct entries *e);

static inline size_t entries_count(const struct entries *e)
{
    return e->dropped + e->n;
}

static inline const struct entry *entries_at(const struct entries *e, size_t i)
{
    return &e->v[i - e->dropped];
}

#endif
