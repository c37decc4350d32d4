#include <config.h>

#include "text/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <strings.h>

#include "base/xalloc.h"

struct charset {
    iconv_t main, wider; /* (iconv_t)-1: there is none */
    size_t unit;
    bool big_endian;
    struct charset_met met;
};

#define NONE ((iconv_t)-1)

enum { CHARACTER_MAX = 8 /* bytes of a character, or of an escape sequence */ };

/* Names that stand for more than they say. */
static const struct {
    const char *name, *main, *wider;
} wide[] = {
    {"GB2312", "GB18030", NULL},
    {"EUC-CN", "GB18030", NULL},
    {"GBK", "GB18030", NULL},
    {"CP936", "GB18030", NULL},
    {"Big5", "BIG5", "BIG5-HKSCS"},
    {"CP950", "CP950", "BIG5-HKSCS"},
    {"Big5-HKSCS", "BIG5", "BIG5-HKSCS"},
    {"EUC-JP", "EUC-JP", "EUC-JP-MS"},
    {"Shift_JIS", "CP932", NULL},
    {"SJIS", "CP932", NULL},
    {"EUC-KR", "EUC-KR", "UHC"},
    {"CP949", "EUC-KR", "UHC"},
    {"UHC", "EUC-KR", "UHC"},
    {"ISO-2022-JP", "ISO-2022-JP-2", NULL},
    {"ISO-8859-1", "WINDOWS-1252", NULL},
    {"ISO-8859-9", "WINDOWS-1254", NULL},
    {"TIS-620", "WINDOWS-874", NULL},
};

bool charset_is_utf8(const char *name)
{
    return strcasecmp(name, "UTF-8") == 0 || strcasecmp(name, "UTF8") == 0;
}

struct charset *charset_open(const char *name)
{
    struct charset *c;
    const char *main = name, *wider = NULL;

    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
        if (strcasecmp(name, wide[i].name) == 0) {
            main = wide[i].main;
            wider = wide[i].wider;
        }
    }
    c = xmalloc(sizeof *c);
    *c = (struct charset){iconv_open("UTF-8", main), NONE, 1, false, {0, 0}};
    if (c->main == NONE) {
        free(c);
        return NULL;
    }
    if (wider)
        c->wider = iconv_open("UTF-8", wider);
    if (strncasecmp(name, "UTF-16", 6) == 0 || strncasecmp(name, "UCS-2", 5) == 0)
        c->unit = 2;
    else if (strncasecmp(name, "UTF-32", 6) == 0 || strncasecmp(name, "UCS-4", 5) == 0)
        c->unit = 4;
    c->big_endian = strlen(name) > 2 && strcasecmp(name + strlen(name) - 2, "BE") == 0;
    return c;
}

void charset_close(struct charset *c)
{
    if (!c)
        return;
    iconv_close(c->main);
    if (c->wider != NONE)
        iconv_close(c->wider);
    free(c);
}

size_t charset_unit(const struct charset *c)
{
    return c->unit;
}

struct charset_met charset_met(const struct charset *c)
{
    return c->met;
}

bool charset_is_line_feed(const struct charset *c, const char *unit)
{
    size_t low = c->big_endian ? c->unit - 1 : 0;

    for (size_t i = 0; i < c->unit; i++)
        if (unit[i] != (i == low ? '\n' : '\0'))
            return false;
    return true;
}

size_t charset_line_end(const struct charset *c, struct str raw, size_t from)
{
    if (c->unit == 1) {
        const char *end = from < raw.n ? memchr(raw.s + from, '\n', raw.n - from) : NULL;

        return end ? (size_t)(end - raw.s) + 1 : raw.n;
    }
    for (size_t i = from; i + c->unit <= raw.n; i += c->unit)
        if (charset_is_line_feed(c, raw.s + i))
            return i + c->unit;
    return raw.n;
}

/* Room for n more bytes of *out; returns where they go. */
static char *room(struct strbuf *out, size_t n)
{
    out->s = xgrow(out->s, &out->cap, out->n + n + 1, 1);
    return out->s + out->n;
}

/* The character that raw begins with, looked for in the wider charset; its bytes, or 0. */
static size_t convert_widely(struct charset *c, struct str raw, struct strbuf *out)
{
    for (size_t n = 2; c->wider != NONE && n <= 4 && n <= raw.n; n++) {
        char *in = (char *)raw.s, *to = room(out, 16), *at = to;
        size_t n_in = n, n_out = 16;

        if (iconv(c->wider, &in, &n_in, &to, &n_out) != (size_t)-1) {
            iconv(c->wider, NULL, NULL, &to, &n_out); /* it may hold a base letter back */
            out->n += (size_t)(to - at);
            c->met.widened++;
            return n;
        }
    }
    return 0;
}

/* Gets past bytes that the charset does not have; returns how many. */
static size_t repair(struct charset *c, struct str raw, struct strbuf *out)
{
    size_t n = convert_widely(c, raw, out);

    if (n > 0)
        return n;
    strbuf_add_str(out, STR("\xEF\xBF\xBD"));
    c->met.damaged++;
    return c->unit < raw.n ? c->unit : raw.n;
}

void charset_begin(struct charset *c)
{
    iconv(c->main, NULL, NULL, NULL, NULL);
}

size_t charset_convert_one(struct charset *c, struct str raw, struct strbuf *out)
{
    for (size_t n = c->unit; n <= raw.n && n <= CHARACTER_MAX; n += c->unit) {
        char *in = (char *)raw.s, *to = room(out, 32), *at = to;
        size_t n_in = n, n_out = 32;
        size_t r = iconv(c->main, &in, &n_in, &to, &n_out);

        out->n += (size_t)(to - at);
        if (r != (size_t)-1)
            return n;
        if (errno != EINVAL)
            break;
    }
    return repair(c, raw, out);
}

/* Writes what the conversion holds back. */
static void flush(struct charset *c, struct strbuf *out)
{
    char *to = room(out, 32), *at = to;
    size_t n_out = 32;

    iconv(c->main, NULL, NULL, &to, &n_out);
    out->n += (size_t)(to - at);
    out->s[out->n] = '\0';
}

size_t charset_convert(struct charset *c, struct str raw, bool more, struct strbuf *out)
{
    char *in = (char *)raw.s;
    size_t n_in = raw.n;

    charset_begin(c);
    while (n_in > 0) {
        size_t n_out = n_in * 2 + 16;
        char *to = room(out, n_out), *at = to;
        size_t r = iconv(c->main, &in, &n_in, &to, &n_out), skip;
        int error = errno;

        out->n += (size_t)(to - at);
        if (r != (size_t)-1 || (error == EINVAL && more))
            break;
        if (error == E2BIG)
            continue;
        skip = repair(c, (struct str){in, n_in}, out);
        in += skip;
        n_in -= skip;
    }
    flush(c, out);
    return raw.n - n_in;
}
