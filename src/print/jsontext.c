#include <config.h>

#include "print/jsontext.h"

#include <stdio.h>

#include "base/bytes.h"

enum { DIGITS = 20 /* of the largest integer */ };

/* Where what comes next is written, with room for n bytes; `written` says where it ends. */
static char *room(struct strbuf *out, size_t n)
{
    strbuf_reserve(out, n);
    return out->s + out->n;
}

static void written(struct strbuf *out, char *end)
{
    *end = '\0';
    out->n = (size_t)(end - out->s);
}

static char *put(char *p, struct str s)
{
    if (s.n > 0)
        memcpy(p, s.s, s.n);
    return p + s.n;
}

static bool needs_comma(const struct strbuf *out)
{
    int last = out->n > 0 ? out->s[out->n - 1] : '\n';

    return last != '[' && last != '{' && last != '\n';
}

/* Goes before a value of at most n bytes: a comma unless it is the first one, its key. Returns
 * where the value is written. */
static char *begin(struct strbuf *out, const char *key, size_t n)
{
    struct str name = str_of(key ? key : "");
    bool comma = needs_comma(out);
    char *p = room(out, n + name.n + sizeof ",\"\":");

    if (comma)
        *p++ = ',';
    if (!key)
        return p;
    *p++ = '"';
    p = put(p, name);
    *p++ = '"';
    *p++ = ':';
    return p;
}

static void add_word(struct strbuf *out, const char *key, struct str word)
{
    written(out, put(begin(out, key, word.n), word));
}

void jsontext_open(struct strbuf *out, const char *key, char bracket)
{
    char *p = begin(out, key, 1);

    *p++ = bracket;
    written(out, p);
}

void jsontext_close(struct strbuf *out, char bracket)
{
    strbuf_add_char(out, bracket);
}

static bool is_plain(char c)
{
    return (unsigned char)c >= ' ' && c != '"' && c != '\\';
}

static bool has_special(const char *s)
{
    bytes b = bytes_load(s);

    return bytes_holds_anywhere((bytes)(b < ' ') | bytes_is(b, '"') | bytes_is(b, '\\'));
}

/* The end of the plain bytes from `from` on. Nearly all are: a block of them is passed at once, the
 * last one with bytes that were passed before. */
static size_t plain_end(struct str s, size_t from)
{
    const size_t n = BYTES_AT_ONCE;

    while (s.n - from >= n && !has_special(s.s + from))
        from += n;
    if (s.n >= n && s.n - from < n && !has_special(s.s + s.n - n))
        return s.n;
    while (from < s.n && is_plain(s.s[from]))
        from++;
    return from;
}

void jsontext_string(struct strbuf *out, const char *key, struct str s)
{
    char *p = begin(out, key, 2 * s.n + 2); /* escapes are of two bytes */

    *p++ = '"';
    for (size_t from = 0, to;; from = to + 1) {
        to = plain_end(s, from);
        p = put(p, str_sub(s, from, to));
        if (to == s.n)
            break;
        if ((unsigned char)s.s[to] < ' ') {
            *p++ = ' ';
        } else {
            *p++ = '\\';
            *p++ = s.s[to];
        }
    }
    *p++ = '"';
    written(out, p);
}

void jsontext_integer(struct strbuf *out, const char *key, uint64_t n)
{
    char digits[DIGITS], *first = digits + DIGITS;

    do
        *--first = (char)('0' + n % 10);
    while ((n /= 10) > 0);
    add_word(out, key, (struct str){first, (size_t)(digits + DIGITS - first)});
}

/* A point in it tells it from an integer, whatever its value. */
void jsontext_real(struct strbuf *out, const char *key, double x)
{
    char digits[32];

    snprintf(digits, sizeof digits, "%.4g", x);
    add_word(out, key, str_of(digits));
    if (!strpbrk(digits, ".e"))
        strbuf_add_str(out, STR(".0"));
}

void jsontext_bool(struct strbuf *out, const char *key, bool b)
{
    add_word(out, key, b ? STR("true") : STR("false"));
}

void jsontext_null(struct strbuf *out, const char *key)
{
    add_word(out, key, STR("null"));
}
