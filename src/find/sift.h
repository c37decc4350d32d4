/* Which parts of sources can hold hits of queries, as far as their raw bytes tell (find/sieve): ten
 * times as fast as rebuilding articles. What was looked at once is remembered, for the source that
 * was asked about last. */
#ifndef KANBAO_FIND_SIFT_H
#define KANBAO_FIND_SIFT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "find/query.h"
#include "text/source.h"

struct sift;

/* Nothing passes but hits of what is added. Does not need q afterwards. */
struct sift *sift_new(void);
void sift_add(struct sift *s, const struct query *q);
void sift_free(struct sift *s);

/* Whether text made of bytes [from, to) of the source alone can have a hit. Everything can that is
 * not UTF-8 for sure, or cannot be read. */
bool sift_may_have(struct sift *s, struct source *src, uint64_t from, uint64_t to);

/* Whether text made of bytes from `off` on can have a hit. Looks at `windows` windows of some
 * 256 KiB at most, from the end of the source, and goes on there the next time; until it is known,
 * it can. */
bool sift_may_follow(struct sift *s, struct source *src, uint64_t off, size_t windows);

#endif
