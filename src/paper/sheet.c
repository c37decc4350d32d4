#include <config.h>

#include "paper/sheet.h"

#include <assert.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "text/sanitize.h"

/* The longest part of raw that ends with a line, if that keeps half of it, else with a whole
 * character. */
static size_t cut_at_line(struct str raw)
{
    size_t n = raw.n;

    while (n > raw.n / 2 && raw.s[n - 1] != '\n')
        n--;
    if (n > raw.n / 2)
        return n;
    for (n = raw.n; n > raw.n - 4 && ((unsigned char)raw.s[n - 1] & 0xC0) == 0x80;)
        n--;
    return n > 1 && ((unsigned char)raw.s[n - 1] & 0xC0) == 0xC0 ? n - 1 : raw.n;
}

/* The last article may go on behind the sheet: it is left to the next one. */
static void drop_last(struct sheet *s, uint64_t off)
{
    struct articles *a = &s->articles;

    if (a->n < 2 || a->v[a->n - 1].from <= off)
        return;
    s->next = a->v[a->n - 1].from;
    article_free(&a->v[--a->n]);
}

static void build(struct str raw, uint64_t off, enum text_kind as, struct sheet *out)
{
    struct sanitized clean;

    sanitize_utf8(raw, &clean);
    page_build(strbuf_str(&clean.text), as, &out->articles);
    for (size_t i = 0; i < out->articles.n; i++) {
        struct article *a = &out->articles.v[i];

        a->from = off + sanitized_raw(&clean, a->from);
        a->to = off + sanitized_raw(&clean, a->to);
    }
    sanitized_free(&clean);
}

/* Reads the bytes of a sheet; *more: the source goes on behind them. The caller frees raw->s. */
static bool read_raw(const struct source *s, uint64_t off, size_t max, struct str *raw, bool *more,
                     struct err *e)
{
    char *buf = xmalloc(max);

    assert(max >= 4);
    *raw = (struct str){buf, 0};
    if (!source_read(s, off, buf, max, &raw->n, e)) {
        free(buf);
        return false;
    }
    *more = off + raw->n < source_size(s);
    if (*more)
        raw->n = cut_at_line(*raw);
    return true;
}

bool sheet_read(const struct source *s, uint64_t off, size_t max, enum text_kind as,
                struct sheet *out, struct err *e)
{
    struct str raw;
    bool more;

    *out = (struct sheet){0};
    if (!read_raw(s, off, max, &raw, &more, e))
        return false;
    out->next = off + raw.n;
    build(raw, off, as, out);
    if (more)
        drop_last(out, off);
    free((char *)raw.s);
    return true;
}

bool sheet_account(const struct source *s, uint64_t off, size_t max, enum text_kind as,
                   uint64_t next, struct account *out, struct err *e)
{
    struct sanitized clean;
    struct str raw;
    bool more;

    *out = (struct account){0};
    if (!read_raw(s, off, max, &raw, &more, e))
        return false;
    sanitize_utf8(raw, &clean);
    account_raw(raw, off, &clean, as, out);
    while (out->n > 0 && out->v[out->n - 1].from >= next)
        out->n--;
    if (out->n > 0 && out->v[out->n - 1].to > next)
        out->v[out->n - 1].to = next;
    sanitized_free(&clean);
    free((char *)raw.s);
    return true;
}

void sheet_free(struct sheet *s)
{
    articles_free(&s->articles);
}
