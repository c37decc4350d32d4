#include <config.h>

#include "user/store.h"

#include <stdlib.h>
#include <time.h>

#include "base/xalloc.h"
#include "user/memory.h"
#include "user/statefile.h"

struct store {
    struct memory memory;
    struct statefile *file;
};

struct store *store_new(const char *folder)
{
    struct store *s = xcalloc(1, sizeof *s);

    s->file = statefile_new(folder, &s->memory);
    return s;
}

void store_free(struct store *s)
{
    if (!s)
        return;
    statefile_free(s->file);
    memory_free(&s->memory);
    free(s);
}

static struct memory_article *article(struct store *s, uint64_t key)
{
    struct memory_article *a = memory_article(&s->memory, key);

    return a ? a : memory_add_article(&s->memory, key, statefile_article(s->file, key));
}

struct store_article store_article(struct store *s, uint64_t key)
{
    return article(s, key)->known;
}

void store_set_place(struct store *s, uint64_t key, size_t place)
{
    struct memory_article *a = article(s, key);

    a->place_changed |= a->known.place != place;
    a->known.place = place;
}

void store_set_read(struct store *s, uint64_t key, bool read)
{
    struct memory_article *a = article(s, key);

    a->read_changed |= a->known.read != read;
    a->known.read = read;
}

static struct memory_list *list(struct store *s, enum store_kind kind)
{
    struct memory_list *l = &s->memory.lists[kind];

    if (!l->loaded) {
        l->loaded = true;
        statefile_load_items(s->file, kind, l);
    }
    return l;
}

void store_refresh(struct store *s, enum store_kind kind)
{
    struct memory_list *l = &s->memory.lists[kind], anew = {.loaded = true};

    if (!l->loaded || memory_list_changed(l))
        return;
    if (statefile_load_items(s->file, kind, &anew)) {
        memory_list_free(l);
        *l = anew;
    } else {
        memory_list_free(&anew);
    }
}

size_t store_count(struct store *s, enum store_kind kind)
{
    return list(s, kind)->n;
}

const struct store_item *store_item(struct store *s, enum store_kind kind, size_t i)
{
    const struct memory_list *l = list(s, kind);

    return &l->v[l->n - 1 - i].item;
}

const struct store_item *store_find(struct store *s, enum store_kind kind, const char *id)
{
    const struct memory_list *l = list(s, kind);
    size_t i = memory_find_item(l, id);

    return i < l->n ? &l->v[i].item : NULL;
}

void store_put(struct store *s, enum store_kind kind, const struct store_item *item)
{
    struct memory_list *l = list(s, kind);
    struct store_item mine = *item;
    struct timespec now;

    clock_gettime(CLOCK_REALTIME, &now);
    mine.time = (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
    if (l->n > 0 && mine.time <= l->v[l->n - 1].item.time)
        mine.time = l->v[l->n - 1].item.time + 1;
    memory_put_item(l, &mine);
}

void store_remove(struct store *s, enum store_kind kind, const char *id)
{
    memory_remove_item(list(s, kind), id);
}

enum store_changes store_changes(const struct store *s)
{
    return statefile_changes(s->file);
}

bool store_save(struct store *s, bool last)
{
    return statefile_save(s->file, last);
}

bool store_problem(struct store *s, struct err *e)
{
    return statefile_problem(s->file, e);
}
