#include <config.h>

#include "print/jsontext.h"

#include <inttypes.h>
#include <stdio.h>

/* Goes before a value: a comma unless it is the first one, its key. */
static void begin(struct strbuf *out, const char *key)
{
    if (out->n > 0 && !strchr("[{\n", out->s[out->n - 1]))
        strbuf_add_char(out, ',');
    if (!key)
        return;
    strbuf_add_char(out, '"');
    strbuf_add_str(out, str_of(key));
    strbuf_add_str(out, STR("\":"));
}

void jsontext_open(struct strbuf *out, const char *key, char bracket)
{
    begin(out, key);
    strbuf_add_char(out, bracket);
}

void jsontext_close(struct strbuf *out, char bracket)
{
    strbuf_add_char(out, bracket);
}

static bool is_plain(char c)
{
    return (unsigned char)c >= ' ' && c != '"' && c != '\\';
}

#define BYTES(c) ((uint64_t)0x0101010101010101u * (c))

/* Whether one of eight bytes is not plain: three tests of all at once, each of which sets the
 * highest bit of a byte that is below a bound, or equal to a mark. */
static bool has_special(const char *s)
{
    uint64_t x, quote, backslash;

    memcpy(&x, s, sizeof x);
    quote = x ^ BYTES('"');
    backslash = x ^ BYTES('\\');
    return (((x - BYTES(' ')) & ~x) | ((quote - BYTES(1)) & ~quote) |
            ((backslash - BYTES(1)) & ~backslash)) &
           BYTES(0x80);
}

/* The end of the plain bytes from `from` on. Nearly all are: eight of them are passed at once. */
static size_t plain_end(struct str s, size_t from)
{
    while (s.n - from >= 8 && !has_special(s.s + from))
        from += 8;
    while (from < s.n && is_plain(s.s[from]))
        from++;
    return from;
}

void jsontext_string(struct strbuf *out, const char *key, struct str s)
{
    begin(out, key);
    strbuf_add_char(out, '"');
    for (size_t from = 0; from < s.n; from++) {
        size_t to = plain_end(s, from);

        strbuf_add_str(out, str_sub(s, from, to));
        from = to;
        if (from == s.n)
            break;
        if ((unsigned char)s.s[from] < ' ') {
            strbuf_add_char(out, ' ');
        } else {
            strbuf_add_char(out, '\\');
            strbuf_add_char(out, s.s[from]);
        }
    }
    strbuf_add_char(out, '"');
}

void jsontext_integer(struct strbuf *out, const char *key, uint64_t n)
{
    char digits[24];

    begin(out, key);
    strbuf_add(out, digits, (size_t)snprintf(digits, sizeof digits, "%" PRIu64, n));
}

/* A point in it tells it from an integer, whatever its value. */
void jsontext_real(struct strbuf *out, const char *key, double x)
{
    char digits[32];

    begin(out, key);
    snprintf(digits, sizeof digits, "%.4g", x);
    strbuf_add_str(out, str_of(digits));
    if (!strpbrk(digits, ".e"))
        strbuf_add_str(out, STR(".0"));
}

void jsontext_bool(struct strbuf *out, const char *key, bool b)
{
    begin(out, key);
    strbuf_add_str(out, b ? STR("true") : STR("false"));
}

void jsontext_null(struct strbuf *out, const char *key)
{
    begin(out, key);
    strbuf_add_str(out, STR("null"));
}
