/* The reading state's file: opened when it is first asked, set aside when it cannot be used. */
#ifndef KANBAO_USER_STATEFILE_H
#define KANBAO_USER_STATEFILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "user/memory.h"

struct statefile;

/* `folder` NULL: there is no file, ever. `m` is what is saved; when the file is set aside or has
 * gone, all of it counts as changed. Borrowed. */
struct statefile *statefile_new(const char *folder, struct memory *m);
void statefile_free(struct statefile *f);

/* What the file has; nothing when it has nothing, or cannot be read. */
struct store_article statefile_article(struct statefile *f, uint64_t key);
/* The items of a kind, added to `to`. False when they could not be read to their end. */
bool statefile_load_items(struct statefile *f, enum store_kind kind, struct memory_list *to);

/* As store_changes, store_save, store_problem. */
enum store_changes statefile_changes(const struct statefile *f);
bool statefile_save(struct statefile *f, bool last);
bool statefile_problem(struct statefile *f, struct err *e);

#endif
