#include <config.h>

#include "paper/account.h"

#include <assert.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "paper/dissect.h"
#include "paper/evidence.h"
#include "text/charclass.h"
#include "text/sanitize.h"
#include "text/utf8.h"

/* One going through the lines. */
struct audit {
    struct str text;
    const struct dissection *d;
    size_t *used; /* of each piece: bytes of its text that were found */
    struct account *out;
};

/* Lengthens the last share when this one goes on with it. */
static void add_share(struct account *a, struct share s)
{
    struct share *last = a->n > 0 ? &a->v[a->n - 1] : NULL;

    if (s.from == s.to)
        return;
    if (last && last->to == s.from && last->fate == s.fate && last->block == s.block &&
        last->article == s.article && last->rule == s.rule && last->block_rule == s.block_rule) {
        last->to = s.to;
        return;
    }
    a->v = xgrow(a->v, &a->cap, a->n + 1, sizeof *a->v);
    a->v[a->n++] = s;
}

static bool is_white(uint32_t cp)
{
    enum charclass c = charclass_of(cp);

    return c == CC_SPACE || c == CC_IDSPACE || cp == '\n' || cp == '\f';
}

/* Why a character is in no piece. */
static enum fate fate_of_dropped(uint32_t cp)
{
    if (is_white(cp))
        return FATE_SPACE;
    if (cp == 0xFFFD || charclass_of(cp) == CC_PRIVATE)
        return FATE_ORNAMENT;
    if (cp == '-' || cp == 0x2010)
        return FATE_HYPHEN;
    if (sanitize_is_mark(cp))
        return FATE_HIDDEN;
    if (cp < 0x80 && strchr("#*_>`~|=+", (int)cp))
        return FATE_MARK;
    return FATE_LOST;
}

/* Whether the piece's text goes on with the n bytes s, perhaps behind a space that joined two
 * lines. */
static bool take(struct str text, size_t *used, const char *s, size_t n)
{
    for (size_t skip = 0; skip < 2; skip++) {
        if (skip > 0 && (*used >= text.n || text.s[*used] != ' '))
            break;
        if (*used + skip + n <= text.n && memcmp(text.s + *used + skip, s, n) == 0) {
            *used += skip + n;
            return true;
        }
    }
    return false;
}

/* The part of a line without the white space at its edges. */
static void trim(struct str text, size_t *from, size_t *to)
{
    uint32_t cp;

    while (*from < *to) {
        size_t n = utf8_get(text, *from, &cp);

        if (!is_white(cp))
            break;
        *from += n;
    }
    while (*to > *from && is_white(utf8_before(text, *to)))
        *to = utf8_prev(text, *to);
}

/* Lays the line beside the text of its piece. */
static void tell_line(struct audit *a, const struct line *l, enum rule rule)
{
    const struct piece *p = &a->d->pieces.v[l->piece];
    struct share taken = {.fate = FATE_TEXT,
                          .block = p->kind,
                          .article = p->article,
                          .rule = rule,
                          .block_rule = (enum rule)p->rule};
    size_t from = l->from, to = l->to;

    trim(a->text, &from, &to);
    for (size_t at = l->from, n; at < l->to; at += n) {
        struct share s = taken;
        uint32_t cp;

        n = utf8_get(a->text, at, &cp);
        if (!take(p->text, &a->used[l->piece], a->text.s + at, n))
            s = (struct share){.fate = at < from || at >= to ? FATE_BLANK : fate_of_dropped(cp),
                               .rule = rule};
        s.from = at;
        s.to = at + n;
        add_share(a->out, s);
    }
}

static void tell_furniture(struct audit *a, const struct line *l)
{
    size_t from = l->from, to = l->to;

    trim(a->text, &from, &to);
    add_share(
        a->out,
        (struct share){.from = from, .to = to, .fate = FATE_FURNITURE, .rule = (enum rule)l->rule});
}

/* The first line from i on that is not set aside, or NULL. */
static const struct line *next_line(const struct lines *l, size_t i)
{
    while (i < l->n && line_is_aside(&l->v[i]))
        i++;
    return i < l->n ? &l->v[i] : NULL;
}

static void tell_lines(struct audit *a)
{
    const struct lines *l = &a->d->lines;
    const struct line *prev = NULL;

    for (size_t i = 0; i < l->n; i++) {
        const struct line *line = &l->v[i];

        if (line->role == ROLE_FURNITURE) {
            tell_furniture(a, line);
        } else if (line_is_aside(line)) {
            tell_line(a, line, (enum rule)line->rule);
        } else {
            tell_line(a, line, evidence_for(prev, line, next_line(l, i + 1)));
            prev = line;
        }
    }
}

/* Bytes [from, to) hold no line: blank, or nothing but artefacts. */
static void tell_gap(struct str text, size_t from, size_t to, struct account *out)
{
    for (size_t at = from, n; at < to; at += n) {
        uint32_t cp;
        enum fate fate;

        n = utf8_get(text, at, &cp);
        fate = is_white(cp) ? FATE_BLANK : fate_of_dropped(cp);
        add_share(out, (struct share){.from = at, .to = at + n, .fate = fate});
    }
}

static int compare_shares(const void *a, const void *b)
{
    const struct share *x = a, *y = b;

    return (x->from > y->from) - (x->from < y->from);
}

/* Puts the shares into the order of the text, whatever the order in which it is read, and tells
 * what is between them. */
static void complete(struct str text, struct account *a)
{
    struct account told = *a;
    size_t done = 0;

    if (told.n > 0)
        qsort(told.v, told.n, sizeof *told.v, compare_shares);
    a->v = NULL;
    a->n = a->cap = 0;
    for (size_t i = 0; i < told.n; i++) {
        tell_gap(text, done, (size_t)told.v[i].from, a);
        add_share(a, told.v[i]);
        done = (size_t)told.v[i].to;
    }
    tell_gap(text, done, text.n, a);
    free(told.v);
}

void account_text(struct str text, enum text_kind as, struct account *out)
{
    struct dissection d;
    struct audit a = {text, &d, NULL, out};

    *out = (struct account){.complete = true};
    dissect(text, as, &d);
    a.used = xcalloc(d.pieces.n, sizeof *a.used);
    tell_lines(&a);
    complete(text, out);
    for (size_t i = 0; i < d.pieces.n; i++)
        out->complete &= a.used[i] == d.pieces.v[i].text.n;
    free(a.used);
    dissection_free(&d);
}

/* The bytes of a clean text that are still to be told where they came from. */
struct origin {
    const struct account *text; /* the account of the clean text */
    size_t next;                /* its share that is at hand */
    struct account *out;
};

static struct share at_hand(const struct origin *o)
{
    assert(o->text->v && o->next < o->text->n);
    return o->text->v[o->next];
}

/* Text bytes [from, to) are raw bytes from `raw` on. */
static void move_shares(struct origin *o, size_t from, size_t to, uint64_t raw)
{
    while (from < to) {
        struct share s = at_hand(o);
        size_t end = s.to < to ? (size_t)s.to : to;

        s.from = raw;
        s.to = raw += end - from;
        add_share(o->out, s);
        from = end;
        o->next += end == o->text->v[o->next].to;
    }
}

/* How far text and raw bytes are the same. */
static size_t common(struct str text, struct str raw)
{
    size_t n = 0;

    while (n < text.n && n < raw.n && text.s[n] == raw.s[n])
        n++;
    return n;
}

/* Text bytes [from, to) and all of raw, at `off`, stand for each other: first the same bytes, then
 * what was put in place of raw bytes, or nothing where those were dropped. */
static void move_run(struct origin *o, struct str text, size_t from, size_t to, struct str raw,
                     uint64_t off)
{
    size_t same = common(str_sub(text, from, to), raw);

    move_shares(o, from, from + same, off);
    if (from + same == to) {
        enum fate fate = same < raw.n && raw.s[same] == '\r' ? FATE_BLANK : FATE_HIDDEN;

        add_share(o->out, (struct share){.from = off + same, .to = off + raw.n, .fate = fate});
        return;
    }
    if (same < raw.n) {
        struct share s = at_hand(o);

        s.from = off + same;
        s.to = off + raw.n;
        add_share(o->out, s);
    }
    while (o->next < o->text->n && o->text->v[o->next].to <= to)
        o->next++;
}

void account_raw(struct str raw, uint64_t off, const struct sanitized *clean, enum text_kind as,
                 struct account *out)
{
    struct account text = {0};
    struct origin o = {&text, 0, out};
    size_t t = 0, r = 0;

    account_text(strbuf_str(&clean->text), as, &text);
    *out = (struct account){.complete = text.complete};
    for (size_t i = 0; i <= clean->n_map; i++) {
        bool last = i == clean->n_map;
        size_t t_end = last ? clean->text.n : clean->map[i].text;
        size_t r_end = last ? raw.n : clean->map[i].raw;

        move_run(&o, strbuf_str(&clean->text), t, t_end, str_sub(raw, r, r_end), off + r);
        t = t_end;
        r = r_end;
    }
    account_free(&text);
}

void account_free(struct account *a)
{
    free(a->v);
    *a = (struct account){0};
}
