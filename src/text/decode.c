#include <config.h>

#include "text/decode.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "text/charset.h"
#include "text/guess.h"

enum { SAMPLE = 1 << 16 };

static bool detect(const struct source *s, struct guess *g, struct err *e)
{
    char *buf = xmalloc(SAMPLE);
    size_t got;
    bool ok = source_read(s, 0, buf, SAMPLE, &got, e);

    if (ok)
        guess_charset((struct str){buf, got}, got == source_size(s), g);
    free(buf);
    return ok;
}

/* A conversion under way. */
struct conversion {
    struct charset *charset;
    int fd; /* where UTF-8 goes */
    uint64_t written;
    struct strbuf out;
};

static bool put(struct conversion *c)
{
    for (size_t done = 0; done < c->out.n;) {
        ssize_t k = write(c->fd, c->out.s + done, c->out.n - done);

        if (k < 0 && errno != EINTR)
            return false;
        done += k > 0 ? (size_t)k : 0;
    }
    c->written += c->out.n;
    strbuf_clear(&c->out);
    return true;
}

static bool convert(const struct source *s, struct conversion *c, struct err *e)
{
    char *buf = xmalloc(SAMPLE);
    bool ok = true;

    for (uint64_t off = 0; ok && off < source_size(s);) {
        size_t got;

        ok = source_read(s, off, buf, SAMPLE, &got, e);
        if (!ok)
            break;
        off += charset_convert(c->charset, (struct str){buf, got}, off + got < source_size(s),
                               &c->out);
        if (!put(c))
            ok = err_set(e, _("%s: cannot be kept in a temporary file: %s"), source_name(s),
                         strerror(errno));
    }
    free(buf);
    return ok;
}

/* Replaces the source's bytes by their conversion from `charset`. */
static bool convert_source(struct source *s, const char *charset, struct err *e)
{
    struct conversion c = {.charset = charset_open(charset)};
    bool ok;

    if (!c.charset)
        return err_set(e, _("%s: unknown charset “%s”; “iconv --list” shows the known ones"),
                       source_name(s), charset);
    c.fd = source_temporary(e);
    ok = c.fd >= 0 && convert(s, &c, e);
    if (ok)
        source_set_text(s, c.fd, c.written, charset);
    else if (c.fd >= 0)
        close(c.fd);
    charset_close(c.charset);
    strbuf_free(&c.out);
    return ok;
}

bool decode_source(struct source *s, const char *charset, struct err *e)
{
    struct guess g;

    if (!charset) {
        if (!detect(s, &g, e))
            return false;
        charset = g.charset;
    }
    return charset_is_utf8(charset) || convert_source(s, charset, e);
}
