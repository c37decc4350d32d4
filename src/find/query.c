#include <config.h>

#include "find/query.h"

#include <ctype.h>
#include <stdlib.h>
#include <unicase.h>
#include <unigbrk.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "find/literals.h"
#include "find/regex.h"
#include "text/glyph.h"
#include "text/utf8.h"

struct query {
    unsigned fold;
    struct folded pattern; /* of a plain query */
    struct regex *regex;   /* of the other kind */
    struct strlist needs;
    unsigned needs_fold;
};

static bool has_capitals(struct str s)
{
    for (size_t off = 0; off < s.n;) {
        uint32_t cp;

        off += utf8_get(s, off, &cp);
        if (uc_tolower(cp) != cp)
            return true;
    }
    return false;
}

/* The end of the run of ASCII, or of other characters, that begins at byte `from`. */
static size_t run_end(struct str s, size_t from)
{
    bool ascii = (unsigned char)s.s[from] < 0x80;
    size_t to = from;

    while (to < s.n && ((unsigned char)s.s[to] < 0x80) == ascii)
        to++;
    return to;
}

/* A folded character that is punctuation of ASCII now, such as “, means itself. */
static void add_literal(struct strbuf *out, struct str s, bool escaped)
{
    for (size_t i = 0; i < s.n; i++) {
        if (!escaped && ispunct((unsigned char)s.s[i]))
            strbuf_add_char(out, '\\');
        strbuf_add_char(out, s.s[i]);
        escaped = false;
    }
}

/* The expression as it is to be matched with folded text: what is not ASCII is folded. */
static void fold_expression(struct str pattern, unsigned fold, struct strbuf *out)
{
    bool escaped = false;

    for (size_t from = 0, to; from < pattern.n; from = to) {
        struct str run;

        to = run_end(pattern, from);
        run = str_sub(pattern, from, to);
        if ((unsigned char)run.s[0] >= 0x80) {
            struct folded f;

            fold_text(run, fold, &f);
            add_literal(out, strbuf_str(&f.text), escaped);
            folded_free(&f);
            continue;
        }
        strbuf_add_str(out, run);
        escaped = false;
        for (size_t i = run.n; i > 0 && run.s[i - 1] == '\\'; i--)
            escaped = !escaped;
    }
}

static bool nothing_left(struct err *e)
{
    return err_set(
        e, _("nothing to look for: the text has no characters but spaces and invisible ones"));
}

/* What every match has, as one that ignores case does not tell it from others. */
static void set_needs(struct query *q, struct str expression)
{
    struct strlist literals = {0};

    literals_find(expression, &literals);
    for (size_t i = 0; i < literals.n; i++) {
        struct folded f;

        fold_text(str_of(literals.v[i]), q->needs_fold, &f);
        strlist_add(&q->needs, strbuf_str(&f.text));
        folded_free(&f);
    }
    strlist_free(&literals);
}

static bool set_regex(struct query *q, struct str pattern, struct err *e)
{
    bool ignore_case = q->fold & FOLD_CASE;
    struct strbuf folded = {0};

    if (pattern.n == 0)
        return nothing_left(e);
    q->needs_fold = q->fold & ~(unsigned)FOLD_SPACE;
    q->fold &= ~(unsigned)(FOLD_CASE | FOLD_SPACE);
    fold_expression(pattern, q->fold, &folded);
    q->regex = regex_new(strbuf_str(&folded), ignore_case, e);
    if (q->regex)
        set_needs(q, strbuf_str(&folded));
    strbuf_free(&folded);
    return q->regex;
}

static bool set_pattern(struct query *q, struct str pattern, struct err *e)
{
    fold_text(pattern, q->fold, &q->pattern);
    if (q->pattern.text.n == 0)
        return nothing_left(e);
    q->needs_fold = q->fold;
    strlist_add(&q->needs, strbuf_str(&q->pattern.text));
    return true;
}

struct query *query_new(struct str pattern, unsigned flags, struct err *e)
{
    struct query *q = xcalloc(1, sizeof *q);

    q->fold = flags & FOLD_ALL;
    if ((flags & QUERY_SMART) && has_capitals(pattern))
        q->fold &= ~(unsigned)FOLD_CASE;
    if (flags & QUERY_REGEXP ? set_regex(q, pattern, e) : set_pattern(q, pattern, e))
        return q;
    query_free(q);
    return NULL;
}

void query_free(struct query *q)
{
    if (!q)
        return;
    regex_free(q->regex);
    folded_free(&q->pattern);
    strlist_free(&q->needs);
    free(q);
}

struct str query_pattern(const struct query *q)
{
    return strbuf_str(&q->pattern.text);
}

unsigned query_fold(const struct query *q)
{
    return q->fold;
}

const struct strlist *query_needs(const struct query *q)
{
    return &q->needs;
}

unsigned query_needs_fold(const struct query *q)
{
    return q->needs_fold;
}

/* Whether two characters tell that a cluster ends between them, whatever stands before: after a
 * joiner or half of a flag they do not. */
static bool is_sure_border(uint32_t before, uint32_t cp)
{
    return before != 0x200D && before - 0x1F1E6 >= 26 && uc_is_grapheme_break(before, cp);
}

/* The beginning of the cluster that holds byte `off`; `floor`, a cluster border, is not passed. */
static size_t cluster_start(struct str text, size_t off, size_t floor)
{
    size_t at = off, next;

    while (at > floor && !is_sure_border(utf8_before(text, at), utf8_at(text, at)))
        at = utf8_prev(text, at);
    while (at < off && (next = glyph_next(text, at)) <= off)
        at = next;
    return at;
}

/* Turns the hit [from, to) of the folded text into whole clusters of the text, none before `floor`;
 * returns where they end. */
static struct range whole_clusters(struct str text, const struct folded *f, size_t from, size_t to,
                                   size_t floor)
{
    size_t first = folded_origin(f, from);
    size_t last = folded_origin(f, utf8_prev(strbuf_str(&f->text), to));
    struct range r;

    r.from = cluster_start(text, first, floor);
    r.to = r.from;
    while (r.to <= last)
        r.to = glyph_next(text, r.to);
    return r;
}

/* The first hit in folded text at or after byte `from`; the deadline is regex_deadline's. */
static enum regex_result find_next(const struct query *q, struct str hay, size_t from,
                                   clock_t deadline, struct range *hit)
{
    struct str needle = strbuf_str(&q->pattern.text);

    if (q->regex)
        return regex_find(q->regex, hay, from, deadline, &hit->from, &hit->to);
    hit->from = str_find(hay, needle, from);
    hit->to = hit->from + needle.n;
    return hit->from < hay.n ? REGEX_FOUND : REGEX_NONE;
}

void query_find(const struct query *q, struct str text, struct ranges *out)
{
    enum regex_result r;
    struct range hit;
    struct str hay;
    struct folded f;
    clock_t deadline = q->regex ? regex_deadline(text.n) : 0;
    size_t floor = 0; /* the end of the last hit */

    fold_text(text, q->fold, &f);
    hay = strbuf_str(&f.text);
    for (size_t at = 0; (r = find_next(q, hay, at, deadline, &hit)) == REGEX_FOUND;) {
        struct range whole = whole_clusters(text, &f, hit.from, hit.to, floor);
        uint32_t cp;

        ranges_add(out, whole.from, whole.to);
        floor = whole.to;
        at = hit.to;
        while (at < hay.n && folded_origin(&f, at) < floor)
            at += utf8_get(hay, at, &cp);
    }
    out->gave_up |= r == REGEX_GAVE_UP;
    folded_free(&f);
}

bool query_matches(const struct query *q, struct str text)
{
    struct range hit;
    struct folded f;
    bool found;

    fold_text(text, q->fold, &f);
    found = find_next(q, strbuf_str(&f.text), 0, q->regex ? regex_deadline(text.n) : 0, &hit) ==
            REGEX_FOUND;
    folded_free(&f);
    return found;
}
