#include <config.h>

#include "text/decode.h"

#include <assert.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "text/guess.h"

enum {
    ENOUGH = 4096,    /* bytes on which a guess is settled */
    SAMPLE = 1 << 16, /* that are looked at for other ones */
    SENTENCE = 4096,  /* that no sentence is longer than */
};

/* Guesses at the charset, if it is not settled; raw begins at byte `off`. */
static void detect(struct source *s, uint64_t off, struct str raw, bool more)
{
    bool final = !more && !source_is_coming(s);
    struct guess g;

    if (source_trust(s) != TRUST_GUESS)
        return;
    guess_charset(raw, final, &g);
    if (!g.ascii || off == 0)
        source_set_encoding(s, g.charset,
                            !g.ascii && (final || raw.n >= ENOUGH) ? TRUST_SETTLED : TRUST_GUESS);
}

/* Length of the longest part of raw that ends with a line, if that keeps half of it; else 0. */
static size_t whole_lines(const struct charset *c, struct str raw)
{
    size_t unit = c ? charset_unit(c) : 1, n = raw.n - raw.n % unit;

    for (; n > raw.n / 2; n -= unit)
        if (c ? charset_is_line_feed(c, raw.s + n - unit) : raw.s[n - 1] == '\n')
            return n;
    return 0;
}

/* Length of raw without a character of UTF-8 that is cut short at its end. */
static size_t whole_characters(struct str raw)
{
    size_t n = raw.n;

    while (n > raw.n - 4 && ((unsigned char)raw.s[n - 1] & 0xC0) == 0x80)
        n--;
    return n > 1 && ((unsigned char)raw.s[n - 1] & 0xC0) == 0xC0 ? n - 1 : raw.n;
}

/* The end of the closing marks from byte n of raw on: ” ’ 」 』 ） */
static size_t skip_closing(struct str raw, size_t n)
{
    static const char *const marks[] = {"\u201D", "\u2019", "\u300D", "\u300F", "\uFF09"};
    size_t len;

    while ((len = STR_STARTS_ANY(str_sub(raw, n, raw.n), marks)) > 0)
        n += len;
    return n;
}

/* Length of the longest part of raw that ends with a sentence, if there is one that loses little,
 * else with a character. */
static size_t whole_sentences(struct str raw)
{
    for (size_t n = raw.n; n > raw.n / 2 && n + SENTENCE > raw.n; n--)
        if (str_ends(str_sub(raw, 0, n), STR("\u3002")))
            return skip_closing(raw, n);
    return whole_characters(raw);
}

static void add_pair(struct passage *p, size_t text, size_t raw)
{
    p->map = xgrow(p->map, &p->cap_map, p->n_map + 1, sizeof *p->map);
    p->map[p->n_map++] = (struct offset_pair){text, raw};
}

/* Converts the characters of raw [from, to) one by one. */
static void convert_exactly(struct charset *c, struct str raw, size_t from, size_t to,
                            struct passage *p)
{
    charset_begin(c);
    for (size_t n; from < to; from += n) {
        add_pair(p, p->utf8.n, from);
        n = charset_convert_one(c, str_sub(raw, from, to), &p->utf8);
    }
}

/* Converts raw line by line; returns the bytes used: all of them, but where it was cut inside a
 * line (`cut`) a character cut short. */
static size_t convert_lines(struct charset *c, struct str raw, bool cut, enum passage_map map,
                            struct passage *p)
{
    size_t from = 0, to;

    for (; from < raw.n; from = to) {
        size_t text = p->utf8.n;
        bool last;

        to = charset_line_end(c, raw, from);
        last = to == raw.n && cut;
        if (map == PASSAGE_CHARACTERS) {
            convert_exactly(c, raw, from, to, p);
            continue;
        }
        add_pair(p, text, from);
        to = from + charset_convert(c, str_sub(raw, from, to), last, &p->utf8);
        if (to == from) /* a character that is longer than all there is */
            break;
        if (p->utf8.n > text && p->utf8.s[p->utf8.n - 1] == '\n')
            add_pair(p, p->utf8.n - 1, to - charset_unit(c));
    }
    add_pair(p, p->utf8.n, from);
    return from;
}

/* The same at once, in a quarter of the time: every line end of raw becomes one of the text. */
static size_t convert_at_once(struct charset *c, struct str raw, bool cut, struct passage *p)
{
    size_t n = charset_convert(c, raw, cut, &p->utf8), from = 0, text = 0;

    while (from < n) {
        size_t end = str_find(str_sub(raw, 0, n), STR("\n"), from),
               text_end = str_find(strbuf_str(&p->utf8), STR("\n"), text);

        add_pair(p, text, from);
        if (end < n)
            add_pair(p, text_end, end);
        from = end + 1;
        text = text_end + 1;
    }
    add_pair(p, p->utf8.n, n);
    return n;
}

static size_t convert(struct charset *c, struct str raw, bool cut, enum passage_map map,
                      struct passage *p)
{
    return map == PASSAGE_LINES && charset_keeps_lines(c) ? convert_at_once(c, raw, cut, p)
                                                          : convert_lines(c, raw, cut, map, p);
}

bool decode_passage(struct source *s, uint64_t off, size_t max, enum passage_map map,
                    struct passage *p, struct err *e)
{
    struct strbuf buf = {xmalloc(max + 1), 0, max + 1};
    struct charset *c;
    struct str raw;
    size_t lines;

    assert(max >= 4);
    *p = (struct passage){.from = off, .to = off};
    if (!source_read(s, off, buf.s, max, &buf.n, e)) {
        strbuf_free(&buf);
        return false;
    }
    raw = strbuf_str(&buf);
    p->more = off + raw.n < source_size(s);
    detect(s, off, raw, p->more);
    c = source_charset(s);
    lines = p->more ? whole_lines(c, raw) : raw.n;
    if (lines > 0)
        raw.n = lines;
    else if (!c)
        raw.n = whole_sentences(raw);
    if (c) {
        raw.n = convert(c, raw, p->more && lines == 0, map, p);
        strbuf_free(&buf);
    } else {
        strbuf_truncate(&buf, raw.n);
        p->utf8 = buf;
    }
    p->to = off + raw.n;
    sanitize_utf8(strbuf_str(&p->utf8), &p->clean);
    return true;
}

void passage_free(struct passage *p)
{
    strbuf_free(&p->utf8);
    sanitized_free(&p->clean);
    free(p->map);
    *p = (struct passage){0};
}

uint64_t passage_byte(const struct passage *p, size_t off)
{
    size_t lo = 0, hi = p->n_map;

    if (hi == 0)
        return p->from + off;
    while (hi - lo > 1) {
        size_t mid = lo + (hi - lo) / 2;

        if (p->map[mid].text <= off)
            lo = mid;
        else
            hi = mid;
    }
    return p->from + p->map[lo].raw;
}

uint64_t passage_clean_byte(const struct passage *p, size_t off)
{
    return passage_byte(p, sanitized_raw(&p->clean, off));
}

void decode_bytes(struct source *s, struct str bytes, struct strbuf *out)
{
    struct charset *c = source_charset(s);

    if (c)
        charset_convert(c, bytes, false, out);
    else
        strbuf_add_str(out, bytes);
}

bool decode_other(struct source *s, const char **charset, struct err *e)
{
    char *sample = xmalloc(SAMPLE);
    size_t n;
    bool ok = source_read(s, 0, sample, SAMPLE, &n, e);

    if (ok)
        *charset = guess_other((struct str){sample, n}, n == source_size(s), source_encoding(s));
    free(sample);
    return ok;
}

bool decode_force(struct source *s, const char *charset, struct err *e)
{
    struct charset *known = charset_open(charset);

    if (!known && !charset_is_utf8(charset))
        return err_set(e, _("%s: unknown charset “%s”; “iconv --list” shows the known ones"),
                       source_name(s), charset);
    charset_close(known);
    source_set_encoding(s, charset, TRUST_USER);
    return true;
}
