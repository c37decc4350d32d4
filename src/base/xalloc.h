/* Memory that cannot fail: when the system has none left, one message and exit status 2. */
#ifndef KANBAO_BASE_XALLOC_H
#define KANBAO_BASE_XALLOC_H

#include <stddef.h>

/* As malloc, calloc, realloc; never NULL, also for a size of 0. The caller frees with free(). */
void *xmalloc(size_t size);
void *xcalloc(size_t n, size_t size);
void *xrealloc(void *p, size_t size);

/* The part of xgrow that allocates. */
void *xgrow_more(void *p, size_t *cap, size_t need, size_t size);
/* Makes room for at least `need` elements of `size` bytes in the array `p`, which has room for
 * *cap; grows by doubling and updates *cap. Returns the array, which may have moved. */
static inline void *xgrow(void *p, size_t *cap, size_t need, size_t size)
{
    return need <= *cap && p ? p : xgrow_more(p, cap, need, size);
}

/* A NUL-terminated copy of `n` bytes. The caller frees. */
char *xmemdup0(const char *s, size_t n);

/* Keeps some MB of what was freed for what is asked for next: sheets of a text come and go, and the
 * system clears each page that it gives again. For programs; called before anything else. */
void xalloc_keep_freed(void);

/* Called once before an out-of-memory exit (the terminal is put right here). */
void xalloc_on_failure(void (*hook)(void));

/* That exit, for a library that has no memory left. */
void xalloc_give_up(void) __attribute__((noreturn));

#endif
