/* Which articles (--print SEL): all, numbers and ranges (3; 1,4-6; -1 is the last), or /TEXT: those
 * whose headline contains TEXT. */
#ifndef KANBAO_FIND_SELECTION_H
#define KANBAO_FIND_SELECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

struct selection;

/* `fold` (find/fold.h) says what counts as the same in TEXT. NULL with a message when `sel`, valid
 * UTF-8, is not of one of these forms. */
struct selection *selection_new(struct str sel, unsigned fold, struct err *e);
void selection_free(struct selection *s);

/* Whether some article is named by its place from the end: their count must be known first. */
bool selection_needs_count(const struct selection *s);
/* The highest number that can be selected, SIZE_MAX when there is no such limit. */
size_t selection_last(const struct selection *s);

/* Whether article `number`, from 1, is selected. `count` is how many there are (any value where it
 * is not needed); `headline` has n 0 where the page prints none. */
bool selection_has(const struct selection *s, size_t number, size_t count, struct str headline);

/* Whether one of the articles [first, last] can be, whatever their headlines and their count. */
bool selection_may_have(const struct selection *s, size_t first, size_t last);

#endif
