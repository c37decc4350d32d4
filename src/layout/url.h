/* Web and e-mail addresses inside a text: they stay whole as long as a row has room for them. */
#ifndef KANBAO_LAYOUT_URL_H
#define KANBAO_LAYOUT_URL_H

#include "base/str.h"

/* Whether there may be an address in s: what all of them have, most texts lack, and this is told
 * faster than url_find finds none. */
bool url_is_likely(struct str s);

/* The first address in s that begins at or after `from` into [*begin, *end); false when there is
 * none. http://, https://, ftp:// or www. and visible ASCII, or name@host.domain; without the
 * .,;:!?)'" at its end. */
bool url_find(struct str s, size_t from, size_t *begin, size_t *end);

/* Whether an address that is too long for a row may be cut before byte off, begin < off < end:
 * after a slash, and before . ? # & _ % ~ = - so that no row ends in what could be punctuation
 * (Chicago Manual of Style 14.18); never inside // or %XX. */
bool url_may_cut(struct str s, size_t off);

#endif
