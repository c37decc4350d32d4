/* The reading state in memory: what was read from the file, what was changed since, and which of
 * the two. Knows no file. */
#ifndef KANBAO_USER_MEMORY_H
#define KANBAO_USER_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "user/store.h"

struct memory_article {
    uint64_t key;
    bool used; /* the slot holds an article */
    struct store_article known;
    bool place_changed, read_changed;
};

/* An item with texts of its own. */
struct memory_item {
    struct store_item item;
    bool changed;
};

struct memory_list {
    bool loaded;
    struct memory_item *v; /* the newest last */
    size_t n, cap;
    char **removed; /* ids to be removed from the file */
    size_t n_removed, cap_removed;
};

/* Zero-initialise. */
struct memory {
    struct memory_article *articles; /* a hash table of `slots` places, a power of two */
    size_t slots, n_articles;
    struct memory_list lists[STORE_KINDS];
};

void memory_free(struct memory *m);

/* The article with that key, or NULL. */
struct memory_article *memory_article(struct memory *m, uint64_t key);
/* Adds one that is not there yet. Dead at the next addition. */
struct memory_article *memory_add_article(struct memory *m, uint64_t key,
                                          struct store_article known);

void memory_list_free(struct memory_list *l);
/* Whether something of it is to be saved. */
bool memory_list_changed(const struct memory_list *l);
/* Adds a copy of an item of the file; they come the oldest first. */
void memory_load_item(struct memory_list *l, const struct store_item *item);
/* Adds a copy as the newest, to be saved; the one with its id goes. */
void memory_put_item(struct memory_list *l, const struct store_item *item);
/* Index of the item with that id; l->n when there is none. */
size_t memory_find_item(const struct memory_list *l, const char *id);
/* Removes it, and notes that it has to be removed from the file. */
void memory_remove_item(struct memory_list *l, const char *id);

enum store_changes memory_changes(const struct memory *m);
/* All is in the file now. */
void memory_settle(struct memory *m);
/* Nothing of it is in the file any more. */
void memory_touch(struct memory *m);

#endif
