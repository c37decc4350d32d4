#include <config.h>

#include "base/xalloc.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

static void (*failure_hook)(void);

void xalloc_keep_freed(void)
{
#ifdef __GLIBC__
    enum { KEPT = 8 << 20 };

    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, KEPT / 2);
#endif
}

void xalloc_on_failure(void (*hook)(void))
{
    failure_hook = hook;
}

void xalloc_give_up(void)
{
    static const char msg[] = "kanbao: out of memory\n";

    if (failure_hook)
        failure_hook();
    if (write(STDERR_FILENO, msg, sizeof msg - 1) < 0)
        _exit(2);
    _exit(2);
}

static void *checked(void *p)
{
    if (!p)
        xalloc_give_up();
    return p;
}

void *xmalloc(size_t size)
{
    return checked(malloc(size ? size : 1));
}

void *xcalloc(size_t n, size_t size)
{
    return checked(calloc(n ? n : 1, size ? size : 1));
}

void *xrealloc(void *p, size_t size)
{
    return checked(realloc(p, size ? size : 1));
}

void *xgrow_more(void *p, size_t *cap, size_t need, size_t size)
{
    size_t n = *cap;

    if (n < 8)
        n = size > 1 ? 8 : 64;
    while (n < need)
        n = n > SIZE_MAX / 2 ? need : n * 2;
    if (n > SIZE_MAX / size)
        return checked(NULL);
    *cap = n;
    return xrealloc(p, n * size);
}

char *xmemdup0(const char *s, size_t n)
{
    char *p = xmalloc(n + 1);

    if (n > 0)
        memcpy(p, s, n);
    p[n] = '\0';
    return p;
}
