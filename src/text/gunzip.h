/* What a gzip file (RFC 1952) holds, also of one that is cut short or damaged: everything before
 * that place. libarchive gives up the last 64 KiB before it, which may be all. */
#ifndef KANBAO_TEXT_GUNZIP_H
#define KANBAO_TEXT_GUNZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "text/source.h"

struct gunzip;

/* Whether a file begins as gzip's do. */
bool gunzip_knows(struct str head);

/* Borrows s. NULL with a message when zlib is not there. Free with gunzip_free. */
struct gunzip *gunzip_new(struct source *s, struct err *e);
void gunzip_free(struct gunzip *g);

/* The next n bytes into buf; how many they were, less than n only at the end: there *e gets a
 * message when more was to come. */
size_t gunzip_read(struct gunzip *g, char *buf, size_t n, struct err *e);
/* When the text was last written, in seconds since 1970, once something was read; 0: not known. */
int64_t gunzip_date(const struct gunzip *g);

#endif
