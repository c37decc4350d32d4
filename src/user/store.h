/* What is remembered of reading: places, what was read, marks, bookmarks, what was typed, sources.
 * Kept in memory, read from the file when it is first asked for, and written by store_save alone,
 * change by change, so that two programs keep each other's. A file that is damaged or foreign is
 * set aside (state.db.bad); one that cannot be read just now is never written over. */
#ifndef KANBAO_USER_STORE_H
#define KANBAO_USER_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct store;

/* `folder` is where the file is, made when something is saved; NULL: nothing is read or written. No
 * file is touched yet. */
struct store *store_new(const char *folder);
/* What was not saved is gone. */
void store_free(struct store *s);

/* What is known of an article by its key (paper/article.h); zero for one that is not known. */
struct store_article {
    size_t place; /* byte of its text */
    bool read;
};
struct store_article store_article(struct store *s, uint64_t key);
void store_set_place(struct store *s, uint64_t key, size_t place);
void store_set_read(struct store *s, uint64_t key, bool read);

enum store_kind {
    STORE_MARK,     /* id: its name */
    STORE_BOOKMARK, /* id: made of article and place */
    STORE_TYPED,    /* id: a command with its text; the newest 500 are kept, here and below */
    STORE_SOURCE, /* id: the file's absolute path; the article is the one read last in it */
    STORE_KINDS
};

/* Untrusted where it comes from the file. */
struct store_item {
    const char *id; /* unique in its kind */
    uint64_t article;
    size_t place;
    const char *title, *source; /* never NULL; "" when there is none */
    int64_t time;               /* of the last change: milliseconds since 1970 */
};

/* Reads the items of a kind again, for what another program has saved meanwhile; not while some of
 * them are still to be saved, and not when the file cannot be read. */
void store_refresh(struct store *s, enum store_kind kind);
/* The items of a kind, the newest first. They live until the next call that changes the kind. */
size_t store_count(struct store *s, enum store_kind kind);
const struct store_item *store_item(struct store *s, enum store_kind kind, size_t i);
/* The one with that id or NULL. */
const struct store_item *store_find(struct store *s, enum store_kind kind, const char *id);
/* Adds a copy as the newest, in place of the one with its id; its time is now. */
void store_put(struct store *s, enum store_kind kind, const struct store_item *item);
void store_remove(struct store *s, enum store_kind kind, const char *id);

/* Whether there is something to save now: nothing, places alone (they can wait), or more. After a
 * failure there is nothing until the end. */
enum store_changes { STORE_UNCHANGED, STORE_PLACES, STORE_MORE };
enum store_changes store_changes(const struct store *s);

/* Writes all changes in one transaction; what cannot be written stays to be saved. After a failure
 * it is tried again only with `last`. False when something is left. */
bool store_save(struct store *s, bool last);

/* The next thing that the user should know of: what was set aside, why nothing is saved. Once each.
 * False when there is none. */
bool store_problem(struct store *s, struct err *e);

#endif
