#include <config.h>

#include "text/guess.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <uchardet/uchardet.h>
#include <unistr.h>

#include "base/dynlib.h"
#include "text/charset.h"
#include "text/rarity.h"

enum {
    EVIDENCE = 1 << 14, /* bytes that are judged */
    BEGINNING = 1 << 12, /* of those: what a text may be known by that is only glanced at */
    POOR_BITS = 7,      /* a byte beyond ASCII; texts have 4 to 5 in their own charset */
    GOOD_HALVES = 11,   /* halves of a bit for such a byte; in a wrong charset they have 6 to 26 */
    FEW = 256,          /* bytes beyond ASCII */
    BINARY_BITS = 9,    /* a byte */
    NONSENSE_BITS = 16, /* a byte: next to nothing of the charset */
    DAMAGED_BITS = 26,  /* more for each byte behind the first of a damaged unit */
    WIDENED_BITS = 6,   /* more for a character that only the wider charset has */
};

#define ALL ((1U << TONGUES) - 1)

/* What is tried, and the languages that it is for. The first of two that are as good wins. */
static const struct candidate {
    const char *name, *extended; /* `extended`: its name when it has characters of the wider one */
    unsigned tongues;
    size_t unit; /* bytes */
} candidates[] = {
    {"GB18030", "GB18030", 1U << TONGUE_HANS | 1U << TONGUE_HANT, 1},
    {"Big5", "Big5-HKSCS", 1U << TONGUE_HANT, 1},
    {"EUC-JP", "EUC-JP-MS", 1U << TONGUE_JA, 1},
    {"Shift_JIS", "CP932", 1U << TONGUE_JA, 1},
    {"EUC-KR", "CP949", 1U << TONGUE_KO, 1},
    {"UTF-8", "UTF-8", ALL, 1},
    {"UTF-16LE", "UTF-16LE", ALL, 2},
    {"UTF-16BE", "UTF-16BE", ALL, 2},
    {"UTF-32LE", "UTF-32LE", ALL, 4},
    {"UTF-32BE", "UTF-32BE", ALL, 4},
};

static void decide(struct guess *g, const char *charset)
{
    snprintf(g->charset, sizeof g->charset, "%s", charset);
}

/* The charset that a byte order mark names, or NULL. */
static const char *by_mark(struct str sample)
{
    if (str_starts(sample, STR("\xEF\xBB\xBF")))
        return "UTF-8";
    if (str_starts(sample, STR("\xFF\xFE\0\0")))
        return "UTF-32LE";
    if (str_starts(sample, STR("\0\0\xFE\xFF")))
        return "UTF-32BE";
    if (str_starts(sample, STR("\xFF\xFE")))
        return "UTF-16LE";
    return str_starts(sample, STR("\xFE\xFF")) ? "UTF-16BE" : NULL;
}

/* The charset that an escape sequence names, or NULL (RFC 1468, 1554, 1557, 1922). */
static const char *by_escape(struct str sample)
{
    static const struct {
        struct str sequence;
        const char *charset;
    } escapes[] = {
        {STR("\33(I"), "ISO-2022-JP-3"}, {STR("\33$(O"), "ISO-2022-JP-3"},
        {STR("\33$B"), "ISO-2022-JP"},   {STR("\33$@"), "ISO-2022-JP"},
        {STR("\33$)C"), "ISO-2022-KR"},  {STR("\33$)A"), "ISO-2022-CN"},
    };

    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        if (str_find(sample, escapes[i].sequence, 0) < sample.n)
            return escapes[i].charset;
    return NULL;
}

/* Bytes of a sample, by kind. */
struct census {
    size_t nul, high, escape;
};

static size_t count_byte(struct str s, char byte)
{
    const char *end = s.s + s.n, *p = s.s;
    size_t n = 0;

    for (; p < end && (p = memchr(p, byte, (size_t)(end - p))); p++)
        n++;
    return n;
}

/* How many are beyond ASCII: the highest bits of eight bytes, added up by a multiplication. */
static size_t count_high(struct str s)
{
    size_t n = 0, i = 0;

    for (uint64_t x; i + sizeof x <= s.n; i += sizeof x) {
        memcpy(&x, s.s + i, sizeof x);
        n += ((x >> 7 & 0x0101010101010101u) * 0x0101010101010101u) >> 56;
    }
    for (; i < s.n; i++)
        n += (unsigned char)s.s[i] >= 0x80;
    return n;
}

static struct census count_bytes(struct str sample)
{
    return (struct census){count_byte(sample, '\0'), count_high(sample), count_byte(sample, '\33')};
}

static bool goes_on(uint8_t byte)
{
    return (byte & 0xC0) == 0x80;
}

/* The bytes of the character of UTF-8 at s; less than 0: it is malformed, or (-2) ends behind n.
 * Most need not be asked for. */
static int character_at(const uint8_t *s, size_t n)
{
    ucs4_t cp;

    if (s[0] < 0x80)
        return 1;
    if (s[0] < 0xC2 || s[0] > 0xF4)
        return -1;
    if (s[0] > 0xE0 && s[0] < 0xF0 && s[0] != 0xED && n >= 3)
        return goes_on(s[1]) && goes_on(s[2]) ? 3 : -1;
    return u8_mbtoucr(&cp, s, n);
}

static bool is_mostly_bad(size_t good, size_t bad)
{
    return bad > 0 && bad * 8 >= good;
}

/* Reads as UTF-8, but for a character cut by the sample's end and a little damage: in the other
 * charsets nearly every character beyond ASCII is malformed UTF-8. */
static bool is_utf8(struct str sample, bool whole)
{
    size_t good = 0, bad = 0;

    for (size_t i = 0; i < sample.n;) {
        int n = character_at((const uint8_t *)sample.s + i, sample.n - i);

        if (n == -2 && !whole)
            break;
        good += n > 1;
        bad += n < 0;
        i += n > 0 ? (size_t)n : 1;
        if (n < 0 && is_mostly_bad(good + (sample.n - i) / 2, bad))
            return false;
    }
    return !is_mostly_bad(good, bad);
}

/* The lines that have bytes beyond ASCII, as many as are judged. */
static void gather(struct str sample, struct strbuf *evidence)
{
    size_t to;

    for (size_t i = 0; i < sample.n && evidence->n < EVIDENCE; i = to) {
        struct str line;

        to = str_find(sample, STR("\n"), i);
        to += to < sample.n;
        line = str_sub(sample, i, to);
        if (count_bytes(line).high == 0)
            continue;
        if (line.n > EVIDENCE - evidence->n)
            line.n = EVIDENCE - evidence->n;
        strbuf_add_str(evidence, line);
    }
}

/* Bits that the bytes take when they are read in that charset; *name is the one it has then. Looks
 * for no language with less than `enough`. UINT64_MAX where it is out of the question. */
static uint64_t judge(const struct candidate *c, struct str bytes, bool whole, uint64_t enough,
                      const char **name)
{
    struct charset *cs = charset_open(c->name);
    uint64_t least = UINT64_MAX, damage;
    struct strbuf text = {0};
    struct charset_met met;

    *name = c->name;
    if (!cs)
        return least;
    charset_convert(cs, bytes, !whole, &text);
    met = charset_met(cs);
    damage = WIDENED_BITS * met.widened + DAMAGED_BITS * (c->unit - 1) * met.damaged;
    for (int t = 0; t < TONGUES && least > enough; t++) {
        if (c->tongues >> t & 1) {
            uint64_t bits = rarity_sum(strbuf_str(&text), (enum tongue)t) + damage;

            least = bits < least ? bits : least;
        }
    }
    if (met.widened > 0)
        *name = c->extended;
    strbuf_free(&text);
    charset_close(cs);
    return least;
}

static bool is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The same in Windows-1252: accented letters stand between letters. */
static uint64_t judge_western(struct str bytes)
{
    const unsigned char *s = (const unsigned char *)bytes.s;
    uint64_t bits = 0;

    for (size_t i = 0; i < bytes.n; i++) {
        bool beside = (i > 0 && is_letter(s[i - 1])) || (i + 1 < bytes.n && is_letter(s[i + 1]));

        if (s[i] < 0x80)
            bits += rarity_bits(s[i], TONGUE_HANS);
        else if (s[i] >= 0xC0)
            bits += beside ? 8 : 13;
        else
            bits += s[i] >= 0x91 && s[i] <= 0x97 ? 9 : 14;
    }
    return bits;
}

static bool is_candidate(const char *name)
{
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++)
        if (strcasecmp(name, candidates[i].name) == 0 ||
            strcasecmp(name, candidates[i].extended) == 0)
            return true;
    return strcasecmp(name, "ASCII") == 0 || strcasecmp(name, "UHC") == 0;
}

/* uchardet's guess into *g, if it is none of the candidates: on those it is no better judge. */
static void ask_uchardet(struct str sample, struct guess *g)
{
    static const char *const names[] = {"uchardet_new", "uchardet_handle_data", "uchardet_data_end",
                                        "uchardet_get_charset", "uchardet_delete"};
    struct {
        __typeof__(uchardet_new) *new;
        __typeof__(uchardet_handle_data) *handle_data;
        __typeof__(uchardet_data_end) *data_end;
        __typeof__(uchardet_get_charset) *get_charset;
        __typeof__(uchardet_delete) *delete;
    } lib;
    const char *name = "";
    struct charset *known;
    uchardet_t ud;

    if (!dynlib_load(DYNLIB("uchardet", "0"), names, sizeof names / sizeof *names, &lib, NULL))
        return;
    ud = lib.new();
    if (lib.handle_data(ud, sample.s, sample.n) == 0) {
        lib.data_end(ud);
        name = lib.get_charset(ud);
    }
    known = *name && !is_candidate(name) ? charset_open(name) : NULL;
    if (known)
        decide(g, name);
    charset_close(known);
    lib.delete(ud);
}

/* Bits that the bytes take when each beyond ASCII takes `halves` halves of one. */
static uint64_t bits_with(unsigned halves, struct str bytes)
{
    uint64_t twice = 0;

    for (size_t i = 0; i < bytes.n; i++) {
        unsigned char byte = (unsigned char)bytes.s[i];

        twice += byte > 0 && byte < 0x80 ? 2 * rarity_bits(byte, TONGUE_HANS) : halves;
    }
    return twice / 2;
}

/* Lines that were picked may begin in the middle of a unit of several bytes; a character of UTF-32
 * has a byte that is zero. */
static bool is_possible(const struct candidate *c, struct str bytes, bool picked,
                        struct census seen)
{
    return c->unit == 1 || (!picked && (c->unit == 2 || seen.nul >= bytes.n / c->unit));
}

/* Bits that a text like any other takes at most; 0 where too little was seen. */
static uint64_t bits_of_a_text(struct str bytes, struct census seen)
{
    return seen.high >= FEW ? bits_with(GOOD_HALVES, bytes) : 0;
}

/* The candidate that explains the bytes best: the first that takes no more than `good` bits, for in
 * a wrong charset no long text does; else the best of all. Returns the bits it takes. */
static uint64_t choose_candidate(struct str bytes, bool picked, bool whole, uint64_t good,
                                 struct guess *g)
{
    struct census seen = count_bytes(bytes);
    uint64_t least = UINT64_MAX;

    for (size_t i = 0; i < sizeof candidates / sizeof *candidates && least > good; i++) {
        const char *name;
        uint64_t bits;

        if (!is_possible(&candidates[i], bytes, picked, seen))
            continue;
        bits = judge(&candidates[i], bytes, whole, good, &name);
        if (bits < least) {
            least = bits;
            decide(g, name);
        }
    }
    return least;
}

/* Whether the beginning of what is only glanced at (more of it will be judged) tells. */
static bool choose_by_beginning(struct str sample, bool whole, struct guess *g)
{
    uint64_t good;

    if (whole || sample.n <= BEGINNING || sample.n >= EVIDENCE)
        return false;
    sample.n = BEGINNING;
    good = bits_of_a_text(sample, count_bytes(sample));
    return good > 0 && choose_candidate(sample, false, false, good, g) <= good;
}

/* A candidate, or where none is good what else there is. */
static void choose(struct str bytes, bool picked, bool whole, struct guess *g)
{
    struct census seen = count_bytes(bytes);
    uint64_t good = bits_of_a_text(bytes, seen), western;
    uint64_t least = choose_candidate(bytes, picked, whole, good, g);

    if (least <= good)
        return;
    western = judge_western(bytes);
    if (western <= least) {
        least = western;
        decide(g, "WINDOWS-1252");
    }
    g->binary = seen.nul > 0 && least > BINARY_BITS * bytes.n;
    if (least == western || least > bits_with(2 * POOR_BITS, bytes))
        ask_uchardet(bytes, g);
}

void guess_charset(struct str sample, bool whole, struct guess *g)
{
    struct census seen = count_bytes(sample);
    const char *name = by_mark(sample);
    struct strbuf evidence = {0};

    *g = (struct guess){"UTF-8", seen.high == 0 && seen.nul == 0, false};
    if (!name && seen.high == 0 && seen.escape > 0)
        name = by_escape(sample);
    if (name) {
        decide(g, name);
        g->ascii = false;
    } else if (((seen.nul > 0 && seen.high == 0) || !is_utf8(sample, whole)) &&
               !choose_by_beginning(sample, whole, g)) {
        if (seen.nul == 0 && sample.n > EVIDENCE)
            gather(sample, &evidence);
        if (evidence.n > 0)
            choose(strbuf_str(&evidence), true, false, g);
        else
            choose(str_sub(sample, 0, sample.n < EVIDENCE ? sample.n : EVIDENCE), false,
                   whole && sample.n <= EVIDENCE, g);
        strbuf_free(&evidence);
    }
}

/* The judgement on a charset. */
struct verdict {
    const char *name, *main; /* `main`: under which the candidate stands in the table */
    size_t unit;             /* few big units need few bits: they are compared with their like */
    uint64_t bits;
};

static int compare_verdicts(const void *a, const void *b)
{
    const struct verdict *v = a, *w = b;

    return v->unit != w->unit ? (v->unit > w->unit) - (v->unit < w->unit)
                              : (v->bits > w->bits) - (v->bits < w->bits);
}

const char *guess_other(struct str sample, bool whole, const char *charset)
{
    enum { N = sizeof candidates / sizeof *candidates };
    struct verdict v[N + 1];
    size_t at = 0, n = 0;

    sample.n = sample.n < EVIDENCE ? sample.n : EVIDENCE;
    for (size_t i = 0; i < N; i++) {
        v[n].main = candidates[i].name;
        v[n].unit = candidates[i].unit;
        v[n].bits = judge(&candidates[i], sample, whole, 0, &v[n].name);
        n += v[n].bits / NONSENSE_BITS <= sample.n;
    }
    v[n++] = (struct verdict){"WINDOWS-1252", "WINDOWS-1252", 1, judge_western(sample)};
    qsort(v, n, sizeof *v, compare_verdicts);
    while (at < n && strcasecmp(v[at].name, charset) != 0 && strcasecmp(v[at].main, charset) != 0)
        at++;
    return v[at + 1 < n ? at + 1 : 0].name;
}
