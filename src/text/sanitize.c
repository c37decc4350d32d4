#include <config.h>

#include "text/sanitize.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include "base/bytes.h"
#include "base/xalloc.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum {
    REPLACEMENT = 0xFFFD,
    MARKS_MAX = 30,   /* UAX #15, Stream-Safe Text Format */
    JOINERS_MAX = 10, /* the longest emoji sequences in use have 3 */
};

/* One pass over the raw bytes. */
struct pass {
    struct str raw;
    struct sanitized *out;
    size_t run;          /* raw bytes from here on are still to be copied as they are */
    uint32_t base;       /* last character kept that is no mark; 0 at the start of a line */
    unsigned marks;      /* since base */
    unsigned joiners;    /* since the first base of a sequence of emoji */
    bool joined;         /* a joiner came last */
    bool selected;       /* a variation selector came last */
};

static inline void set_base(struct pass *p, uint32_t cp)
{
    p->base = cp;
    p->marks = p->joiners = 0;
    p->joined = p->selected = false;
}

/* Blanks, line ends and what stands for an ornament may go when lines become one again: marks
 * behind them count on. */
static inline void set_blank(struct pass *p, uint32_t cp)
{
    unsigned marks = p->marks;

    set_base(p, cp);
    p->marks = marks;
}

static void flush(struct pass *p, size_t to)
{
    strbuf_add(&p->out->text, p->raw.s + p->run, to - p->run);
}

/* What follows in the text comes from raw byte `raw`. */
static void resume(struct pass *p, size_t raw)
{
    struct sanitized *o = p->out;

    p->run = raw;
    o->map = xgrow(o->map, &o->cap_map, o->n_map + 1, sizeof *o->map);
    o->map[o->n_map++] = (struct offset_pair){o->text.n, raw};
}

/* Raw bytes [at, at + n) become cp; 0 drops them. */
static void substitute(struct pass *p, size_t at, size_t n, uint32_t cp)
{
    char utf8[4];

    flush(p, at);
    if (cp)
        strbuf_add(&p->out->text, utf8, utf8_put(utf8, cp));
    resume(p, at + n);
}

static bool is_line_end(uint32_t cp)
{
    return cp == '\n' || cp == '\r' || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

static bool is_variation_selector(uint32_t cp)
{
    return (cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF) ||
           (cp >= 0x180B && cp <= 0x180F && cp != 0x180E);
}

static bool emoji_follows(struct str raw, size_t off)
{
    ucs4_t cp;

    return off < raw.n && u8_mbtoucr(&cp, (const uint8_t *)raw.s + off, raw.n - off) > 0 &&
           charclass_of(cp) == CC_EMOJI;
}

/* A joiner is kept between two emoji, one variation selector behind a visible character. `next` is
 * the raw byte behind cp. */
static bool keep_format(struct pass *p, uint32_t cp, size_t next)
{
    enum charclass base = charclass_of(p->base);
    bool selected = p->selected;

    if (is_variation_selector(cp)) {
        p->selected = true;
        return !selected && base != CC_SPACE && base != CC_IDSPACE && p->base != 0 &&
               ++p->marks <= MARKS_MAX;
    }
    if (cp != 0x200D || base != CC_EMOJI || p->joined || !emoji_follows(p->raw, next))
        return false;
    p->joined = ++p->joiners <= JOINERS_MAX;
    return p->joined;
}

/* A soft hyphen is seen only where a line was cut at it; there it is a hyphen. */
static bool at_line_end(struct str raw, size_t off)
{
    return off >= raw.n || raw.s[off] == '\n' || raw.s[off] == '\r';
}

/* What a format character is shown as, 0 for nothing. The reading of an annotated word (U+FFF9
 * word U+FFFA reading U+FFFB) is set in brackets. */
static uint32_t format_shown(const struct pass *p, uint32_t cp, size_t next)
{
    switch (cp) {
    case 0xAD:
        return at_line_end(p->raw, next) ? '-' : 0;
    case 0xFFFA:
        return 0x3014;
    case 0xFFFB:
        return 0x3015;
    default:
        return 0;
    }
}

static void show_format(struct pass *p, uint32_t cp, size_t at, size_t n)
{
    uint32_t shown = format_shown(p, cp, at + n);

    substitute(p, at, n, shown);
    if (shown)
        set_base(p, shown);
}

static void judge_control(struct pass *p, uint32_t cp, size_t at, size_t n)
{
    bool crlf = cp == '\r' && at + 1 < p->raw.n && p->raw.s[at + 1] == '\n';

    if (is_line_end(cp) || cp == '\f') {
        set_blank(p, 0);
        if (cp != '\n' && cp != '\f')
            substitute(p, at, n, crlf ? 0 : '\n');
    } else {
        set_blank(p, REPLACEMENT);
        substitute(p, at, n, REPLACEMENT);
    }
}

/* An emoji behind a joiner goes on with the sequence. */
static void judge_base(struct pass *p, uint32_t cp)
{
    enum charclass c = charclass_of(cp);
    unsigned joiners = p->joined ? p->joiners : 0;

    if (c == CC_SPACE || c == CC_IDSPACE || c == CC_PRIVATE || cp == REPLACEMENT)
        set_blank(p, cp);
    else
        set_base(p, cp);
    p->joiners = joiners;
}

/* Judges the character cp, raw bytes [at, at + n). */
static void judge(struct pass *p, uint32_t cp, size_t at, size_t n)
{
    switch (charclass_of(cp)) {
    case CC_CONTROL:
        judge_control(p, cp, at, n);
        return;
    case CC_FORMAT:
        if (!keep_format(p, cp, at + n))
            show_format(p, cp, at, n);
        return;
    case CC_MARK:
        p->selected = false;
        if (++p->marks > MARKS_MAX)
            substitute(p, at, n, 0);
        return;
    default:
        judge_base(p, cp);
    }
}

/* Ideographs, kana and most CJK marks: U+3001 to U+9FFF need no judgement but for the marks that
 * combine (U+302A-302F, U+3099, U+309A), all of which follow E3 80 or E3 82. Nor do quotes, dashes
 * and dots from U+2010 to U+2027, and the full-width forms up to U+FF3F. */
static bool is_plain_cjk(const unsigned char *s, size_t n)
{
    if (n < 3 || (s[1] & 0xC0) != 0x80 || (s[2] & 0xC0) != 0x80)
        return false;
    if (s[0] == 0xE2)
        return s[1] == 0x80 && s[2] >= 0x90 && s[2] <= 0xA7;
    if (s[0] == 0xEF)
        return s[1] == 0xBC && s[2] > 0x80;
    return s[0] >= 0xE3 && s[0] <= 0xE9 &&
           !(s[0] == 0xE3 && (s[1] == 0x80 || s[1] == 0x82) && (s[2] > 0x98 || s[2] == 0x80));
}

/* 0x80 to 0xBF, the least as signed bytes. */
static bytes is_trail(bytes b)
{
    typedef int8_t signed_bytes __attribute__((vector_size(BYTES_AT_ONCE)));

    return (bytes)((signed_bytes)b < -0x40);
}

/* Begins a character of several bytes, of those that begin one. */
static bytes is_lead(bytes b)
{
    return bytes_is_within(b, 0xC0, 0xFF);
}

/* Begins a character as is_plain_cjk has it. */
static bytes is_begin(bytes c)
{
    return bytes_is_within(c, 0xE2, 0xE9) | bytes_is(c, 0xEF) | bytes_is_within(c, 0x20, 0x7E) |
           bytes_is(c, '\n');
}

/* The third byte c of a character that combines, or is none of the marks or forms: of what begins
 * with E2 it is plain from 90 to A7, behind E3 80 and E3 82 from 81 to 98, behind EF from 81. */
static bytes is_odd_third(bytes a, bytes b, bytes c)
{
    bytes mark = bytes_is(a, 0xE2), sign = bytes_is(a, 0xE3) & bytes_is(b & 0xFD, 0x80);
    bytes within = (bytes)(c - 0x81 - (mark & 0x0F) <= 0x17);

    return ((mark | sign) & ~within) | (bytes_is(a, 0xEF) & bytes_is(c, 0x80));
}

/* The second byte c behind E2 or EF, which is 80 there and BC here. */
static bytes is_odd_second(bytes b, bytes c)
{
    return (bytes_is(b, 0xE2) & ~bytes_is(c, 0x80)) | (bytes_is(b, 0xEF) & ~bytes_is(c, 0xBC));
}

/* Whether the bytes at s are of characters that need no judgement: as is_plain_cjk says, but of
 * each byte c by the two before it. Those before s are of whole characters, or of one that goes on
 * in s. */
static bool is_plain_block(const unsigned char *s)
{
    bytes c = bytes_load(s), b = bytes_load(s - 1), a = bytes_load(s - 2);
    bytes trails = is_lead(a) | is_lead(b);

    return bytes_holds_everywhere(((trails & is_trail(c)) | (~trails & is_begin(c))) &
                                  ~(is_odd_third(a, b, c) | is_odd_second(b, c)));
}

/* What a plain character whose last byte this is counts as, as a base. */
static uint32_t plain_base(unsigned char byte)
{
    return byte >= 0x80 ? 0x4E00 : byte == '\n' ? 0 : byte;
}

/* The last character of the plain blocks from byte i (at least 2) on, which the blocks may not have
 * the whole of; i when there are none, or when a damaged character stands two bytes before. Tells
 * what stands before it. A loop over characters takes four times as long: it cannot be foretold
 * which comes next. */
static size_t skip_blocks(struct str raw, size_t i, uint32_t *base, bool *inked)
{
    const unsigned char *s = (const unsigned char *)raw.s;
    size_t to = i;

    if (s[i - 2] >= 0xC0 && s[i - 1] < 0x80)
        return i;
    while (raw.n - to >= BYTES_AT_ONCE && is_plain_block(s + to))
        to += BYTES_AT_ONCE;
    if (to == i || (to = utf8_prev(raw, to)) == i)
        return i;
    for (size_t k = i; k < to && !*inked; k++)
        *inked = s[k] > ' ';
    *base = plain_base(s[to - 1]);
    return to;
}

/* Passes the characters from byte i on that need no judgement: ASCII, ideographs, kana, most CJK
 * marks, and line ends among them; gives where they end. All of most texts is such: the run takes a
 * tenth of the time that judging each would. */
static size_t skip_plain(struct pass *p, size_t i)
{
    const unsigned char *s = (const unsigned char *)p->raw.s;
    size_t from = i, n = p->raw.n, tried = 2;
    uint32_t base = 0;
    bool inked = false;

    for (;;) {
        if (is_plain_cjk(s + i, n - i)) {
            base = 0x4E00;
            inked = true;
            i += 3;
        } else if (i < n && s[i] >= 0x20 && s[i] < 0x7F) {
            base = s[i++];
            inked |= base != ' ';
        } else if (i < n && s[i] == '\n') {
            base = 0;
            i++;
        } else {
            break;
        }
        if (i >= tried) {
            i = skip_blocks(p->raw, i, &base, &inked);
            tried = i + BYTES_AT_ONCE;
        }
    }
    if (inked)
        set_base(p, base);
    else if (i > from)
        set_blank(p, base);
    return i;
}

void sanitize_utf8(struct str raw, struct sanitized *out)
{
    struct pass p = {.raw = raw, .out = out};
    const unsigned char *s = (const unsigned char *)raw.s;
    size_t i = 0;

    *out = (struct sanitized){0};
    while ((i = skip_plain(&p, i)) < raw.n) {
        ucs4_t cp;
        int n = u8_mbtouc(&cp, s + i, raw.n - i);

        if (cp == REPLACEMENT &&
            !(n == 3 && s[i] == 0xEF && s[i + 1] == 0xBF && s[i + 2] == 0xBD)) {
            out->repaired += (size_t)n;
            set_blank(&p, REPLACEMENT);
            substitute(&p, i, (size_t)n, REPLACEMENT);
        } else {
            judge(&p, cp, i, (size_t)n);
        }
        i += (size_t)n;
    }
    flush(&p, raw.n);
}

bool sanitize_is_mark(uint32_t cp)
{
    return charclass_of(cp) == CC_MARK || is_variation_selector(cp);
}

struct str sanitize_joint(struct str before, struct str next)
{
    unsigned marks = 0;
    size_t at = before.n, off = 0, drop = 0;

    if (!sanitize_is_mark(utf8_at(next, 0)))
        return next;
    for (; sanitize_is_mark(utf8_before(before, at)); at = utf8_prev(before, at))
        marks++;
    for (uint32_t cp; sanitize_is_mark(utf8_at(next, off)); off += utf8_get(next, off, &cp))
        if (++marks > MARKS_MAX)
            drop += utf8_get(next, drop, &cp);
    return str_sub(next, drop, next.n);
}

void sanitized_free(struct sanitized *s)
{
    strbuf_free(&s->text);
    free(s->map);
    *s = (struct sanitized){0};
}

size_t sanitized_raw(const struct sanitized *s, size_t off)
{
    size_t lo = 0, hi = s->n_map;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (s->map[mid].text <= off)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo ? s->map[lo - 1].raw + (off - s->map[lo - 1].text) : off;
}

char *sanitize_name(const char *name)
{
    struct sanitized clean;
    char *s;

    sanitize_utf8(str_of(name), &clean);
    s = xmemdup0(clean.text.s, clean.text.n);
    for (char *c = s; *c; c++)
        if ((unsigned char)*c < 0x20)
            *c = ' ';
    sanitized_free(&clean);
    return s;
}
