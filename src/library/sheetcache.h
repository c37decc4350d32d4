/* The few sheets that are kept in rebuilt form: those used last. */
#ifndef KANBAO_LIBRARY_SHEETCACHE_H
#define KANBAO_LIBRARY_SHEETCACHE_H

#include <stddef.h>

#include "paper/account.h"
#include "library/sheet.h"

struct slot {
    struct sheet sheet;
    struct account account; /* of its bytes; empty until it is asked for */
    size_t place;           /* which sheet of the library it is */
    unsigned age;           /* of its last use; 0 = empty */
};

struct sheetcache {
    struct slot *v;
    size_t n;
    unsigned age;
};

/* Room for n sheets, at least one. Free with sheetcache_free. */
void sheetcache_init(struct sheetcache *c, size_t n);
void sheetcache_free(struct sheetcache *c);

/* The slot of that sheet; NULL when it is not kept. Borrowed until the next sheetcache_oldest. */
struct slot *sheetcache_find(struct sheetcache *c, size_t place);
/* The slot that was not used for the longest time, empty now: fill it, then sheetcache_keep. */
struct slot *sheetcache_oldest(struct sheetcache *c);
/* Its sheet is that of `place` from now on. */
void sheetcache_keep(struct sheetcache *c, struct slot *slot, size_t place);
/* Forgets the sheets of all places from `place` on. */
void sheetcache_forget(struct sheetcache *c, size_t place);

#endif
