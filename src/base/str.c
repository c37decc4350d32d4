#include <config.h>

#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/bytes.h"
#include "base/xalloc.h"

size_t str_find(struct str s, struct str needle, size_t from)
{
    const char *hit;

    if (from > s.n || needle.n > s.n - from)
        return s.n;
    if (needle.n == 0)
        return from;
    hit = needle.n == 1 ? memchr(s.s + from, needle.s[0], s.n - from)
                        : memmem(s.s + from, s.n - from, needle.s, needle.n);
    return hit ? (size_t)(hit - s.s) : s.n;
}

static bool has_control(const char *s)
{
    return bytes_holds_anywhere((bytes)(bytes_load(s) < ' '));
}

size_t str_find_control(struct str s, size_t from)
{
    const size_t n = BYTES_AT_ONCE;

    while (s.n - from >= n && !has_control(s.s + from))
        from += n;
    if (s.n >= n && s.n - from < n && !has_control(s.s + s.n - n)) /* some of them a second time */
        return s.n;
    while (from < s.n && (unsigned char)s.s[from] >= ' ')
        from++;
    return from;
}

static inline void reserve(struct strbuf *b, size_t more)
{
    if (b->n + more < b->cap)
        return;
    b->s = xgrow_more(b->s, &b->cap, b->n + more + 1, 1);
}

void strbuf_reserve(struct strbuf *b, size_t n)
{
    reserve(b, n);
    b->s[b->n] = '\0';
}

void strbuf_add(struct strbuf *b, const char *s, size_t n)
{
    char *end;

    reserve(b, n);
    end = b->s + b->n;
    b->n += n;
    end[n] = '\0';
    if (n > 0)
        memcpy(end, s, n); /* last, with nothing to be kept over the call */
}

void strbuf_add_str(struct strbuf *b, struct str s)
{
    strbuf_add(b, s.s, s.n);
}

void strbuf_add_char(struct strbuf *b, char c)
{
    strbuf_add(b, &c, 1);
}

void strbuf_pad(struct strbuf *b, char c, size_t n)
{
    reserve(b, n);
    memset(b->s + b->n, c, n);
    b->n += n;
    b->s[b->n] = '\0';
}

void strbuf_addf(struct strbuf *b, const char *fmt, ...)
{
    char *text;
    va_list ap;
    int n;

    va_start(ap, fmt);
    n = vasprintf(&text, fmt, ap);
    va_end(ap);
    if (n < 0)
        return;
    strbuf_add(b, text, (size_t)n);
    free(text);
}

void strbuf_clear(struct strbuf *b)
{
    strbuf_truncate(b, 0);
}

void strbuf_truncate(struct strbuf *b, size_t n)
{
    if (!b->s)
        return;
    b->n = n;
    b->s[n] = '\0';
}

void strbuf_free(struct strbuf *b)
{
    free(b->s);
    *b = (struct strbuf){0};
}
