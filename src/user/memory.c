#include <config.h>

#include "user/memory.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum { FIRST_SLOTS = 256 };

static void free_item(struct memory_item *i)
{
    free((char *)i->item.id);
    free((char *)i->item.title);
    free((char *)i->item.source);
}

static void forget_removed(struct memory_list *l)
{
    for (size_t i = 0; i < l->n_removed; i++)
        free(l->removed[i]);
    l->n_removed = 0;
}

void memory_list_free(struct memory_list *l)
{
    for (size_t i = 0; i < l->n; i++)
        free_item(&l->v[i]);
    forget_removed(l);
    free(l->removed);
    free(l->v);
}

void memory_free(struct memory *m)
{
    for (int kind = 0; kind < STORE_KINDS; kind++)
        memory_list_free(&m->lists[kind]);
    free(m->articles);
}

/* Where the key is, or would be. Keys are hashes already. */
static struct memory_article *slot_of(const struct memory *m, uint64_t key)
{
    size_t i = (size_t)key & (m->slots - 1);

    while (m->articles[i].used && m->articles[i].key != key)
        i = (i + 1) & (m->slots - 1);
    return &m->articles[i];
}

static void grow(struct memory *m)
{
    struct memory old = *m;

    m->slots = old.slots ? 2 * old.slots : FIRST_SLOTS;
    m->articles = xcalloc(m->slots, sizeof *m->articles);
    for (size_t i = 0; i < old.slots; i++)
        if (old.articles[i].used)
            *slot_of(m, old.articles[i].key) = old.articles[i];
    free(old.articles);
}

struct memory_article *memory_article(struct memory *m, uint64_t key)
{
    struct memory_article *a = m->slots ? slot_of(m, key) : NULL;

    return a && a->used ? a : NULL;
}

struct memory_article *memory_add_article(struct memory *m, uint64_t key,
                                          struct store_article known)
{
    struct memory_article *a;

    if (2 * m->n_articles >= m->slots)
        grow(m);
    a = slot_of(m, key);
    *a = (struct memory_article){.key = key, .used = true, .known = known};
    m->n_articles++;
    return a;
}

size_t memory_find_item(const struct memory_list *l, const char *id)
{
    size_t i = 0;

    while (i < l->n && strcmp(l->v[i].item.id, id) != 0)
        i++;
    return i;
}

static char *copy(const char *s)
{
    return xmemdup0(s, strlen(s));
}

static void take_out(struct memory_list *l, size_t i)
{
    free_item(&l->v[i]);
    memmove(&l->v[i], &l->v[i + 1], (l->n - i - 1) * sizeof *l->v);
    l->n--;
}

static void append(struct memory_list *l, const struct store_item *item, bool changed)
{
    struct memory_item mine = {*item, changed};

    mine.item.id = copy(item->id);
    mine.item.title = copy(item->title);
    mine.item.source = copy(item->source);
    l->v = xgrow(l->v, &l->cap, l->n + 1, sizeof *l->v);
    l->v[l->n++] = mine;
}

void memory_load_item(struct memory_list *l, const struct store_item *item)
{
    append(l, item, false);
}

void memory_put_item(struct memory_list *l, const struct store_item *item)
{
    size_t i = memory_find_item(l, item->id), before = l->n;

    append(l, item, true); /* the texts may be those of the one that goes */
    if (i < before)
        take_out(l, i);
}

void memory_remove_item(struct memory_list *l, const char *id)
{
    size_t i = memory_find_item(l, id);

    if (i == l->n)
        return;
    l->removed = xgrow(l->removed, &l->cap_removed, l->n_removed + 1, sizeof *l->removed);
    l->removed[l->n_removed++] = copy(id);
    take_out(l, i);
}

bool memory_list_changed(const struct memory_list *l)
{
    for (size_t i = 0; i < l->n; i++)
        if (l->v[i].changed)
            return true;
    return l->n_removed > 0;
}

enum store_changes memory_changes(const struct memory *m)
{
    enum store_changes changes = STORE_UNCHANGED;

    for (int kind = 0; kind < STORE_KINDS; kind++)
        if (memory_list_changed(&m->lists[kind]))
            return STORE_MORE;
    for (size_t i = 0; i < m->slots; i++) {
        if (m->articles[i].read_changed)
            return STORE_MORE;
        if (m->articles[i].place_changed)
            changes = STORE_PLACES;
    }
    return changes;
}

static void set_changed(struct memory *m, bool changed)
{
    for (int kind = 0; kind < STORE_KINDS; kind++)
        for (size_t i = 0; i < m->lists[kind].n; i++)
            m->lists[kind].v[i].changed = changed;
    for (size_t i = 0; i < m->slots; i++) {
        struct memory_article *a = &m->articles[i];

        a->place_changed = changed && a->used && a->known.place > 0;
        a->read_changed = changed && a->used && a->known.read;
    }
}

void memory_settle(struct memory *m)
{
    set_changed(m, false);
    for (int kind = 0; kind < STORE_KINDS; kind++)
        forget_removed(&m->lists[kind]);
}

void memory_touch(struct memory *m)
{
    set_changed(m, true);
}
