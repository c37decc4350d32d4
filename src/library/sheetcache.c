#include <config.h>

#include "library/sheetcache.h"

#include <stdlib.h>

#include "base/xalloc.h"

void sheetcache_init(struct sheetcache *c, size_t n)
{
    *c = (struct sheetcache){.v = xcalloc(n, sizeof *c->v), .n = n};
}

static void empty(struct slot *slot)
{
    if (slot->age) {
        sheet_free(&slot->sheet);
        account_free(&slot->account);
    }
    *slot = (struct slot){0};
}

void sheetcache_free(struct sheetcache *c)
{
    sheetcache_forget(c, 0);
    free(c->v);
    *c = (struct sheetcache){0};
}

struct slot *sheetcache_find(struct sheetcache *c, size_t place)
{
    for (size_t i = 0; i < c->n; i++) {
        if (c->v[i].age && c->v[i].place == place) {
            c->v[i].age = ++c->age;
            return &c->v[i];
        }
    }
    return NULL;
}

struct slot *sheetcache_oldest(struct sheetcache *c)
{
    struct slot *oldest = &c->v[0];

    for (size_t i = 1; i < c->n; i++)
        if (c->v[i].age < oldest->age)
            oldest = &c->v[i];
    empty(oldest);
    return oldest;
}

void sheetcache_keep(struct sheetcache *c, struct slot *slot, size_t place)
{
    slot->place = place;
    slot->age = ++c->age;
}

void sheetcache_forget(struct sheetcache *c, size_t place)
{
    for (size_t i = 0; i < c->n; i++)
        if (c->v[i].place >= place)
            empty(&c->v[i]);
}
