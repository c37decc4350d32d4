#include <config.h>

#include "text/decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <uchardet/uchardet.h>
#include <unistd.h>
#include <unistr.h>

#include "base/dynlib.h"
#include "base/i18n.h"
#include "base/str.h"
#include "base/xalloc.h"

enum { SAMPLE = 1 << 16 };

/* The charset that a byte order mark names, or NULL. UTF-8's own is no reason to convert. */
static const char *by_mark(struct str sample)
{
    if (str_starts(sample, STR("\xFF\xFE\0\0")))
        return "UTF-32";
    if (str_starts(sample, STR("\0\0\xFE\xFF")))
        return "UTF-32";
    if (str_starts(sample, STR("\xFF\xFE")) || str_starts(sample, STR("\xFE\xFF")))
        return "UTF-16";
    return NULL;
}

/* Reads as UTF-8, but for a character cut by the sample's end and a little damage: in the other
 * charsets nearly every character beyond ASCII is malformed UTF-8. */
static bool is_utf8(struct str sample)
{
    size_t good = 0, bad = 0;

    for (size_t i = 0; i < sample.n;) {
        ucs4_t cp;
        int n = u8_mbtoucr(&cp, (const uint8_t *)sample.s + i, sample.n - i);

        if (n == -2 && sample.n == SAMPLE)
            break;
        good += n > 1;
        bad += n < 0;
        i += n > 0 ? (size_t)n : 1;
    }
    return bad == 0 || bad * 8 < good;
}

/* uchardet's guess into *charset, which the caller frees; UTF-8 when it has none. */
static bool guess(struct str sample, char **charset, struct err *e)
{
    static const char *const names[] = {"uchardet_new", "uchardet_handle_data",
                                        "uchardet_data_end", "uchardet_get_charset",
                                        "uchardet_delete"};
    struct {
        __typeof__(uchardet_new) *new;
        __typeof__(uchardet_handle_data) *handle_data;
        __typeof__(uchardet_data_end) *data_end;
        __typeof__(uchardet_get_charset) *get_charset;
        __typeof__(uchardet_delete) *delete;
    } lib;
    const char *name = "";
    uchardet_t ud;

    if (!dynlib_load(DYNLIB("uchardet", "0"), names, sizeof names / sizeof *names, &lib, e))
        return false;
    ud = lib.new();
    if (lib.handle_data(ud, sample.s, sample.n) == 0) {
        lib.data_end(ud);
        name = lib.get_charset(ud);
    }
    if (!*name || strcasecmp(name, "ASCII") == 0)
        name = "UTF-8";
    *charset = xmemdup0(name, strlen(name));
    lib.delete(ud);
    return true;
}

static bool detect(const struct source *s, char **charset, struct err *e)
{
    char *buf = xmalloc(SAMPLE);
    struct str sample = {buf, 0};
    bool ok = source_read(s, 0, buf, SAMPLE, &sample.n, e);

    if (ok && by_mark(sample))
        *charset = xmemdup0(by_mark(sample), strlen(by_mark(sample)));
    else if (ok && is_utf8(sample))
        *charset = xmemdup0("UTF-8", 5);
    else if (ok)
        ok = guess(sample, charset, e);
    free(buf);
    return ok;
}

/* A conversion under way. */
struct conversion {
    iconv_t cd;
    int fd;           /* where UTF-8 goes */
    uint64_t written;
    char in[SAMPLE];
    size_t n_in;      /* bytes waiting in `in` */
    char out[4 * SAMPLE];
};

static bool put(struct conversion *c, size_t n)
{
    for (size_t done = 0; done < n;) {
        ssize_t k = write(c->fd, c->out + done, n - done);

        if (k < 0 && errno != EINTR)
            return false;
        done += k > 0 ? (size_t)k : 0;
    }
    c->written += n;
    return true;
}

/* Converts what waits; a malformed byte, and at the end one cut short, becomes U+FFFD. */
static bool convert_block(struct conversion *c, bool last)
{
    char *in = c->in, *out = c->out;
    size_t n_in = c->n_in, n_out = sizeof c->out;

    while (n_in > 0) {
        size_t r = iconv(c->cd, &in, &n_in, &out, &n_out);

        if (r != (size_t)-1)
            break;
        if (errno == E2BIG || n_out < 3) {
            if (!put(c, sizeof c->out - n_out))
                return false;
            out = c->out;
            n_out = sizeof c->out;
        } else if (errno == EILSEQ || last) {
            memcpy(out, "\xEF\xBF\xBD", 3);
            out += 3;
            n_out -= 3;
            in++;
            n_in--;
        } else {
            break;
        }
    }
    memmove(c->in, in, n_in);
    c->n_in = n_in;
    return put(c, sizeof c->out - n_out);
}

static bool convert(const struct source *s, struct conversion *c, struct err *e)
{
    uint64_t off = 0;

    for (bool last = false; !last;) {
        size_t got;

        if (!source_read(s, off, c->in + c->n_in, sizeof c->in - c->n_in, &got, e))
            return false;
        off += got;
        last = off >= source_size(s);
        c->n_in += got;
        if (!convert_block(c, last))
            return err_set(e, _("%s: cannot be kept in a temporary file: %s"), source_name(s),
                           strerror(errno));
    }
    return true;
}

/* Replaces the source's bytes by their conversion from `charset`. */
static bool convert_source(struct source *s, const char *charset, struct err *e)
{
    iconv_t cd = iconv_open("UTF-8", charset);
    struct conversion *c;
    bool ok;

    if (cd == (iconv_t)-1)
        return err_set(e, _("%s: unknown charset “%s”; “iconv --list” shows the known ones"),
                       source_name(s), charset);
    c = xmalloc(sizeof *c);
    c->cd = cd;
    c->fd = source_temporary(e);
    c->n_in = 0;
    c->written = 0;
    ok = c->fd >= 0 && convert(s, c, e);
    if (ok)
        source_set_text(s, c->fd, c->written, charset);
    else if (c->fd >= 0)
        close(c->fd);
    iconv_close(cd);
    free(c);
    return ok;
}

bool decode_source(struct source *s, const char *charset, struct err *e)
{
    char *found = NULL;
    bool ok = true;

    if (!charset) {
        if (!detect(s, &found, e))
            return false;
        charset = found;
    }
    if (strcasecmp(charset, "UTF-8") != 0 && strcasecmp(charset, "UTF8") != 0)
        ok = convert_source(s, charset, e);
    free(found);
    return ok;
}
