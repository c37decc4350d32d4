#include <config.h>

#include "find/literals.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>

#include "text/utf8.h"

enum {
    SET_MAX = 8, /* more alternatives are not worth looking for one by one */
    LONG = 64    /* bytes of a text that tell as much as a longer one would */
};

/* An expression that is being read. */
struct reader {
    struct str s;
    size_t at;
    bool unsure; /* something was met that is not understood */
};

/* A sequence, up to | or ). */
struct sequence {
    struct strlist run;  /* texts of characters that follow each other for sure: one of them */
    struct strlist best; /* of what was read */
};

static void read_alternatives(struct reader *r, struct strlist *out);

static bool is_at(const struct reader *r, char c)
{
    return r->at < r->s.n && r->s.s[r->at] == c;
}

/* Length of the shortest text; 0 when there is none. */
static size_t worth(const struct strlist *l)
{
    size_t least = l->n > 0 ? SIZE_MAX : 0;

    for (size_t i = 0; i < l->n; i++)
        if (strlen(l->v[i]) < least)
            least = strlen(l->v[i]);
    return least;
}

/* Takes `set`, and keeps it when it tells more. */
static void consider(struct strlist *best, struct strlist *set)
{
    bool better = set->n <= SET_MAX && worth(set) > worth(best);
    struct strlist loser = better ? *best : *set;

    if (better)
        *best = *set;
    strlist_free(&loser);
}

static void end_run(struct sequence *q)
{
    consider(&q->best, &q->run);
    q->run = (struct strlist){0};
}

/* The last character may be missing. */
static void drop_last(struct sequence *q)
{
    for (size_t i = 0; i < q->run.n; i++) {
        struct str text = str_of(q->run.v[i]);

        q->run.v[i][utf8_prev(text, text.n)] = '\0';
    }
    end_run(q);
}

/* One of these characters follows. */
static void add_one_of(const struct strlist *chars, struct sequence *q)
{
    struct strlist longer = {0};
    struct strbuf text = {0};

    if (q->run.n * chars->n > SET_MAX || worth(&q->run) >= LONG)
        end_run(q);
    for (size_t i = 0; i < q->run.n || i == 0; i++)
        for (size_t k = 0; k < chars->n; k++) {
            strbuf_clear(&text);
            strbuf_add_str(&text, str_of(q->run.n > 0 ? q->run.v[i] : ""));
            strbuf_add_str(&text, str_of(chars->v[k]));
            strlist_add(&longer, strbuf_str(&text));
        }
    strlist_free(&q->run);
    q->run = longer;
    strbuf_free(&text);
}

static void add_char(struct reader *r, struct sequence *q)
{
    struct strlist one = {0};
    size_t next = utf8_next(r->s, r->at);

    strlist_add(&one, str_sub(r->s, r->at, next));
    add_one_of(&one, q);
    strlist_free(&one);
    r->unsure = r->s.s[r->at] == '\0'; /* which ends a string here */
    r->at = next;
}

static void read_escape(struct reader *r, struct sequence *q)
{
    unsigned char c = r->at + 1 < r->s.n ? (unsigned char)r->s.s[r->at + 1] : 'E';

    r->at++;
    if (!isalnum(c)) {
        add_char(r, q);
        return;
    }
    end_run(q);
    r->unsure = !strchr("dDwWsSbBhHvVAzZGRXnrtfeaK", c); /* others have more behind them */
    r->at++;
}

/* [:alpha:] within a class. */
static void skip_posix_class(struct reader *r)
{
    size_t end = str_find(r->s, STR(":]"), r->at + 2);

    for (size_t i = r->at + 2; i < end; i++)
        r->unsure |= r->s.s[i] != '^' && !isalpha((unsigned char)r->s.s[i]);
    r->at = end + 2;
}

/* Whether more than a character or an escape for some begins there, within a class. */
static bool is_unknown_in_class(struct str rest)
{
    const char *second = rest.s[0] == '[' ? ".=" : rest.s[0] == '\\' ? "QEc" : "";

    return rest.n > 1 && strchr(second, rest.s[1]);
}

/* A class is any of its characters. */
static void skip_class(struct reader *r)
{
    r->at++;
    if (is_at(r, '^'))
        r->at++;
    for (bool first = true; r->at < r->s.n && (first || !is_at(r, ']')); first = false) {
        struct str rest = str_sub(r->s, r->at, r->s.n);

        if (str_starts(rest, STR("[:")))
            skip_posix_class(r);
        else if (is_unknown_in_class(rest))
            r->unsure = true;
        else
            r->at += is_at(r, '\\') ? 2 : 1;
        if (r->unsure)
            return;
    }
    r->at++;
}

/* The characters between the brackets of a class; none where they are not all named one by one. */
static void list_members(struct str inside, struct strlist *out)
{
    for (size_t at = 0, next; at < inside.n; at = next) {
        bool escape = inside.s[at] == '\\';
        bool plain = escape ? at + 1 < inside.n && !isalnum((unsigned char)inside.s[at + 1])
                            : !strchr("^-[", inside.s[at]);

        if (!plain || out->n == SET_MAX) {
            strlist_free(out);
            return;
        }
        at += escape;
        next = utf8_next(inside, at);
        strlist_add(out, str_sub(inside, at, next));
    }
}

static void read_class(struct reader *r, struct sequence *q)
{
    struct strlist members = {0};
    size_t begin = r->at + 1;

    skip_class(r);
    if (!r->unsure && r->at <= r->s.n)
        list_members(str_sub(r->s, begin, r->at - 1), &members);
    if (members.n > 0)
        add_one_of(&members, q);
    else
        end_run(q);
    strlist_free(&members);
}

/* Whether what was read need not be there. {1,2} is not looked into. */
static bool is_optional(const struct reader *r)
{
    return is_at(r, '*') || is_at(r, '?') || is_at(r, '{');
}

/* {1,2}; a brace with anything else in it stands for itself. */
static void skip_counts(struct reader *r)
{
    size_t to = r->at + 1;

    while (to < r->s.n && strchr("0123456789, ", r->s.s[to]))
        to++;
    r->at = to < r->s.n && r->s.s[to] == '}' ? to + 1 : r->at + 1;
}

static void read_group(struct reader *r, struct sequence *q)
{
    struct strlist set = {0};

    end_run(q);
    r->at++;
    if (str_starts(str_sub(r->s, r->at, r->s.n), STR("?:")))
        r->at += 2;
    else
        r->unsure = is_at(r, '?') || is_at(r, '*');
    if (r->unsure)
        return;
    read_alternatives(r, &set);
    r->at++;
    if (is_optional(r))
        strlist_free(&set);
    consider(&q->best, &set);
}

static void read_one(struct reader *r, struct sequence *q)
{
    switch (r->s.s[r->at]) {
    case '\\':
        read_escape(r, q);
        return;
    case '[':
        read_class(r, q);
        return;
    case '(':
        read_group(r, q);
        return;
    case '{':
        drop_last(q);
        skip_counts(r);
        return;
    case '*':
    case '?':
        drop_last(q);
        break;
    case '+':
    case '.':
    case '^':
    case '$':
        end_run(q);
        break;
    default:
        add_char(r, q);
        return;
    }
    r->at++;
}

static void read_sequence(struct reader *r, struct strlist *best)
{
    struct sequence q = {0};

    while (r->at < r->s.n && !r->unsure && !is_at(r, '|') && !is_at(r, ')'))
        read_one(r, &q);
    end_run(&q);
    *best = q.best;
}

/* Up to the end or a ): what each alternative has, nothing when one of them has nothing. */
static void read_alternatives(struct reader *r, struct strlist *out)
{
    bool all = true;

    for (bool more = true; more && !r->unsure;) {
        struct strlist best;

        read_sequence(r, &best);
        all = all && best.n > 0;
        for (size_t i = 0; i < best.n; i++)
            strlist_add(out, str_of(best.v[i]));
        strlist_free(&best);
        more = is_at(r, '|');
        r->at += more;
    }
    if (!all)
        strlist_free(out);
}

void literals_find(struct str expression, struct strlist *out)
{
    struct reader r = {.s = expression};

    read_alternatives(&r, out);
    if (r.unsure || out->n > SET_MAX)
        strlist_free(out);
}
