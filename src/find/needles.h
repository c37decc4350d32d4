/* Looking for the first of a few characters in raw bytes, faster than a text can be decoded. */
#ifndef KANBAO_FIND_NEEDLES_H
#define KANBAO_FIND_NEEDLES_H

#include <stddef.h>
#include <stdint.h>

struct needles;

struct needles *needles_new(void);
void needles_free(struct needles *n);
/* Adds a character to be found. */
void needles_add(struct needles *n, uint32_t cp);

/* Chooses the bytes that are compared first by how often each byte occurs, counts[256], in bytes
 * like those that will be searched. Returns how many false alarms are to be expected in so many. To
 * be called before needles_find. */
double needles_tune(struct needles *n, const size_t *counts);

/* The first of the characters at or after byte `from` of s[0 .. size); *len is its length. `size`
 * when there is none. */
size_t needles_find(const struct needles *n, const uint8_t *s, size_t from, size_t size,
                    size_t *len);

#endif
