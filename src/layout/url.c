#include <config.h>

#include "layout/url.h"

#include <limits.h>
#include <string.h>

static bool is_visible(char c)
{
    return c >= '!' && c <= '~';
}

static bool is_alnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_one_of(char c, const char *set)
{
    return c != '\0' && strchr(set, c);
}

/* The end of the address that begins at `begin`, of which everything before `from` is certain. */
static size_t address_end(struct str s, size_t from)
{
    size_t end = from;

    while (end < s.n && is_visible(s.s[end]))
        end++;
    while (end > from && is_one_of(s.s[end - 1], ".,;:!?)'\""))
        end--;
    return end;
}

/* An address around the :// at byte `at`; it begins at or after `from`. */
static bool match_scheme(struct str s, size_t from, size_t at, size_t *begin, size_t *end)
{
    static const struct str schemes[] = {{"https", 5}, {"http", 4}, {"ftp", 3}};
    struct str head = str_sub(s, from, at);

    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (str_ends(head, schemes[i])) {
            *begin = at - schemes[i].n;
            *end = address_end(s, at + 3);
            return *end > at + 3;
        }
    return false;
}

/* An address whose www ends with the dot at byte `at`; it begins at or after `from`. */
static bool match_www(struct str s, size_t from, size_t at, size_t *begin, size_t *end)
{
    if (!str_ends(str_sub(s, from, at), STR("www")) || (at > 3 && is_alnum(s.s[at - 4])))
        return false;
    *begin = at - 3;
    *end = address_end(s, at + 1);
    return *end > at + 1;
}

/* An e-mail address around the @ at byte `at`; its name begins at or after `from`. */
static bool match_mail(struct str s, size_t from, size_t at, size_t *begin, size_t *end)
{
    size_t dot = 0, i = at + 1;

    for (*begin = at; *begin > from; --*begin)
        if (!is_alnum(s.s[*begin - 1]) && !is_one_of(s.s[*begin - 1], "._%+-"))
            break;
    while (*begin < at && is_one_of(s.s[*begin], ".%+-"))
        ++*begin; /* a name begins with neither */
    for (; i < s.n && (is_alnum(s.s[i]) || is_one_of(s.s[i], ".-")); i++) {
        if (s.s[i] != '.')
            continue;
        if (i + 1 == s.n || !is_alnum(s.s[i + 1]))
            break;
        dot = i;
    }
    while (i > at + 1 && !is_alnum(s.s[i - 1]))
        i--;
    *end = i;
    return *begin < at && dot > at + 1;
}

/* The first byte from `at` on by which an address is known; s.n when there is none. */
static size_t find_telling(struct str s, size_t at)
{
    static const bool tells[UCHAR_MAX + 1] = {[':'] = true, ['.'] = true, ['@'] = true};

    while (at < s.n && !tells[(unsigned char)s.s[at]])
        at++;
    return at;
}

bool url_find(struct str s, size_t from, size_t *begin, size_t *end)
{
    for (size_t at = from; (at = find_telling(s, at)) < s.n; at++) {
        bool found = false;

        if (s.s[at] == ':')
            found = str_starts(str_sub(s, at, s.n), STR("://")) &&
                    match_scheme(s, from, at, begin, end);
        else if (s.s[at] == '.')
            found = match_www(s, from, at, begin, end);
        else
            found = match_mail(s, from, at, begin, end);
        if (found)
            return true;
    }
    return false;
}

/* The byte after the next c from `at` on; 0 when there is none. */
static size_t after_next(struct str s, size_t at, char c)
{
    const char *found = at < s.n ? memchr(s.s + at, c, s.n - at) : NULL;

    return found ? (size_t)(found - s.s) + 1 : 0;
}

bool url_is_likely(struct str s)
{
    if (after_next(s, 0, '@') > 0)
        return true;
    for (size_t at = 0; (at = after_next(s, at, ':')) > 0;)
        if (str_starts(str_sub(s, at, s.n), STR("//")))
            return true;
    for (size_t at = 0; (at = after_next(s, at, '.')) > 0;)
        if (str_ends(str_sub(s, 0, at), STR("www.")))
            return true;
    return false;
}

bool url_may_cut(struct str s, size_t off)
{
    if (s.s[off - 1] == '/')
        return s.s[off] != '/';
    return is_one_of(s.s[off], ".?#&_%~=-");
}
