#include <config.h>

#include "text/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <strings.h>

#include "base/xalloc.h"

struct charset {
    iconv_t main, wider;      /* (iconv_t)-1: there is none */
    const struct span *apart; /* characters that the wider one must be asked for; NULL: none */
    size_t unit;
    bool big_endian, keeps_lines;
    struct charset_met met;
};

#define NONE ((iconv_t)-1)

enum { CHARACTER_MAX = 8 /* bytes of a character, or of an escape sequence */ };

/* Characters, by their first two bytes, of which the smaller charset does not say that it lacks
 * them. */
struct span {
    unsigned from, to;
};

/* iconv has controls of C1 in EUC-KR, private characters in Big5. */
static const struct span korean = {0x8000, 0x9FFF}, chinese = {0xC6A1, 0xC8FE};

/* Names that stand for more than they say. */
static const struct {
    const char *name, *main, *wider;
    const struct span *apart;
} wide[] = {
    {"GB2312", "GB18030", NULL, NULL},
    {"EUC-CN", "GB18030", NULL, NULL},
    {"GBK", "GB18030", NULL, NULL},
    {"CP936", "GB18030", NULL, NULL},
    {"Big5", "BIG5", "BIG5-HKSCS", &chinese},
    {"CP950", "CP950", "BIG5-HKSCS", &chinese},
    {"Big5-HKSCS", "BIG5", "BIG5-HKSCS", &chinese},
    {"EUC-JP", "EUC-JP", "EUC-JP-MS", NULL},
    {"Shift_JIS", "CP932", NULL, NULL},
    {"SJIS", "CP932", NULL, NULL},
    {"EUC-KR", "EUC-KR", "UHC", &korean},
    {"CP949", "EUC-KR", "UHC", &korean},
    {"UHC", "EUC-KR", "UHC", &korean},
    {"ISO-2022-JP", "ISO-2022-JP-2", NULL, NULL},
    {"ISO-8859-1", "WINDOWS-1252", NULL, NULL},
    {"ISO-8859-9", "WINDOWS-1254", NULL, NULL},
    {"TIS-620", "WINDOWS-874", NULL, NULL},
};

bool charset_is_utf8(const char *name)
{
    return strcasecmp(name, "UTF-8") == 0 || strcasecmp(name, "UTF8") == 0;
}

static bool keeps_lines(const char *main)
{
    static const char *const names[] = {"GB18030", "BIG5",   "CP950",       "EUC-JP",
                                        "CP932",   "EUC-KR", "WINDOWS-1252"};
    size_t i = 0, n = sizeof names / sizeof *names;

    while (i < n && strcasecmp(main, names[i]) != 0)
        i++;
    return i < n;
}

struct charset *charset_open(const char *name)
{
    struct charset *c;
    const char *main = name, *wider = NULL;
    const struct span *apart = NULL;

    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
        if (strcasecmp(name, wide[i].name) == 0) {
            main = wide[i].main;
            wider = wide[i].wider;
            apart = wide[i].apart;
        }
    }
    c = xmalloc(sizeof *c);
    *c = (struct charset){iconv_open("UTF-8", main), NONE,  apart, 1, false,
                          keeps_lines(main),         {0, 0}};
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

bool charset_keeps_lines(const struct charset *c)
{
    return c->keeps_lines;
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

static bool stands_apart(const struct span *apart, struct str raw)
{
    unsigned first = (unsigned char)raw.s[0], second = raw.n > 1 ? (unsigned char)raw.s[1] : 0;

    return (first << 8 | second) >= apart->from && (first << 8 | second) <= apart->to;
}

/* How many of the first bytes the smaller charset may be asked for. */
static size_t common(const struct charset *c, struct str raw)
{
    size_t n = 0;

    if (!c->apart)
        return raw.n;
    while (n < raw.n && !stands_apart(c->apart, str_sub(raw, n, raw.n)))
        n += (unsigned char)raw.s[n] >= 0x80 && n + 1 < raw.n ? 2 : 1;
    return n;
}

void charset_begin(struct charset *c)
{
    iconv(c->main, NULL, NULL, NULL, NULL);
}

size_t charset_convert_one(struct charset *c, struct str raw, struct strbuf *out)
{
    for (size_t n = c->unit; n <= common(c, raw) && n <= CHARACTER_MAX; n += c->unit) {
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
    size_t off = 0, end = 0;

    charset_begin(c);
    while (off < raw.n) {
        char *in = (char *)raw.s + off, *to, *at;
        size_t n_in, n_out, r;
        int error;

        if (off >= end)
            end = off + common(c, str_sub(raw, off, raw.n));
        n_in = end - off;
        n_out = n_in * 2 + 16;
        to = at = room(out, n_out);
        r = iconv(c->main, &in, &n_in, &to, &n_out);
        error = errno;
        out->n += (size_t)(to - at);
        off = end - n_in;
        if (off == raw.n || (more && end == raw.n && r == (size_t)-1 && error == EINVAL) ||
            (more && off == end && off + 1 == raw.n))
            break;
        if (r == (size_t)-1 && error == E2BIG)
            continue;
        off += repair(c, str_sub(raw, off, raw.n), out);
    }
    flush(c, out);
    return off;
}
