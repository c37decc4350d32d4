/* Unicode's own line breaking tests: what the library makes of them, and what the rules here make
 * of that. Every deviation is printed by the rule of UAX #14 that it breaks. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unilbrk.h>

#include "layout/linebreak.h"
#include "layout/url.h"
#include "text/utf8.h"

static const char breaks_file[] = "/usr/share/unicode/auxiliary/LineBreakTest.txt";

enum { CHARS = 64, RULES = 64, RULE_SIZE = 16, GOOD = 7300 };

/* A line of the file: before every character, is there a break, and by which rule? */
struct sample {
    char text[CHARS * 4];
    size_t n; /* bytes */
    size_t n_chars;
    size_t from[CHARS + 1]; /* bytes where characters begin */
    bool breaks[CHARS + 1];
    char rules[CHARS + 1][RULE_SIZE];
};

/* How often a rule is not kept. */
struct tally {
    char name[RULE_SIZE];
    int missing, extra;
};

struct tallies {
    struct tally v[RULES];
    size_t n;
};

static void count(struct tallies *t, const char *name, bool missing)
{
    size_t i = 0;

    while (i < t->n && strcmp(t->v[i].name, name) != 0)
        i++;
    assert_true(i < RULES);
    if (i == t->n)
        snprintf(t->v[t->n++].name, RULE_SIZE, "%s", name);
    t->v[i].missing += missing;
    t->v[i].extra += !missing;
}

static void print(const struct tallies *t, const char *what)
{
    for (size_t i = 0; i < t->n; i++)
        print_message("# %s %-7s %4d breaks missing, %3d too many\n", what, t->v[i].name,
                      t->v[i].missing, t->v[i].extra);
}

/* "× 0023 ÷ 0020 ÷ # × [0.3] NUMBER SIGN (AL) ÷ [999.0] SPACE (SP) ÷ [0.3]" */
static bool read_sample(char *line, struct sample *s)
{
    char *comment = strchr(line, '#');
    size_t mark = 0;

    *s = (struct sample){0};
    if (!comment || comment == line)
        return false;
    for (char *p = comment; (p = strchr(p, '[')) && mark <= CHARS; p++)
        sscanf(p, "[%15[^]]", s->rules[mark++]);
    *comment = '\0';
    for (char *word = strtok(line, " \t"); word; word = strtok(NULL, " \t"))
        if (strcmp(word, "÷") == 0 || strcmp(word, "×") == 0) {
            s->breaks[s->n_chars] = strcmp(word, "÷") == 0;
        } else {
            assert_true(s->n_chars < CHARS);
            s->n += utf8_put(s->text + s->n, (uint32_t)strtoul(word, NULL, 16));
            s->from[++s->n_chars] = s->n;
        }
    return s->n_chars > 0;
}

static bool is_same(const bool *found, const struct sample *s, struct tallies *by_rule)
{
    bool same = true;

    for (size_t i = 1; i < s->n_chars; i++) {
        if (found[i] == s->breaks[i])
            continue;
        count(by_rule, s->rules[i], s->breaks[i]);
        same = false;
    }
    return same;
}

static void ask_library(const struct sample *s, bool *found)
{
    char marks[CHARS * 4];

    u8_possible_linebreaks((const uint8_t *)s->text, s->n, "UTF-8", marks);
    for (size_t i = 1; i < s->n_chars; i++) /* a line end itself is marked, the break is after it */
        found[i] =
            marks[s->from[i]] == UC_BREAK_POSSIBLE || marks[s->from[i - 1]] == UC_BREAK_MANDATORY;
}

static void ask_rules(const struct sample *s, bool *found)
{
    static const struct linebreak_rules normal = {.level = KINSOKU_NORMAL};
    struct clusters t = {0};

    clusters_split((struct str){s->text, s->n}, (struct glyph_mode){.ambiguous = 1}, &t);
    linebreak_mark(&t, &normal);
    for (size_t i = 1, k = 0; i < s->n_chars; i++) {
        while (t.v[k].from < s->from[i])
            k++;
        found[i] = t.v[k].from == s->from[i] && t.v[k].before == LINEBREAK_ALLOWED;
    }
    clusters_free(&t);
}

static bool is_quote(enum charclass c)
{
    return c == CC_OQUOTE || c == CC_CQUOTE || c == CC_AQUOTE;
}

static bool is_connector(enum charclass c)
{
    return c == CC_CONN || c == CC_DOT || c == CC_SLASH;
}

/* The byte of the cluster that byte off is in. */
static size_t cluster_begin(struct str text, size_t off)
{
    size_t begin = 0, next;

    while ((next = glyph_next(text, begin)) <= off)
        begin = next;
    return begin;
}

static bool is_in_address(struct str text, size_t off)
{
    size_t begin, end = 0;

    while (url_find(text, end, &begin, &end))
        if (begin < off && off < end)
            return true;
    return false;
}

/* The rule of ours (see layout/linebreak.c) that decides otherwise than the library before
 * character i; NULL when there is none that could. */
static const char *own_rule(const struct sample *s, size_t i)
{
    struct str text = {s->text, s->n};
    size_t before = cluster_begin(text, s->from[i] - 1);
    enum charclass a = charclass_of(utf8_at(text, before)),
                   c = charclass_of(utf8_at(text, s->from[i]));

    if (cluster_begin(text, s->from[i]) != s->from[i])
        return "cluster";
    if (is_in_address(text, s->from[i]))
        return "B9";
    if (c == CC_SPACE || c == CC_IDSPACE)
        return "blank";
    if (is_quote(a) || is_quote(c))
        return "B3";
    if (a == CC_SPACE || a == CC_IDSPACE)
        return "B2";
    if (a == CC_ASTOP && c == CC_LETTER)
        return "B1";
    if (a == CC_DASH || c == CC_DASH || a == CC_ELLIPSIS || c == CC_ELLIPSIS)
        return "B4";
    if (is_connector(a) || is_connector(c))
        return "B5";
    if (c == CC_POSTFIX || c == CC_FWDIGIT || c == CC_FWLETTER)
        return "B6";
    if (c == CC_SMALLKANA || c == CC_PROLONG || c == CC_ITER)
        return "B7";
    if (s->text[s->from[i]] == '+' || s->text[before] == '@')
        return "B10";
    return a == CC_ENUM || a == CC_BULLET ? "B11" : NULL;
}

static void compare_with_library(const struct sample *s, const bool *rules, const bool *library,
                                 struct tallies *by_rule)
{
    for (size_t i = 1; i < s->n_chars; i++)
        if (rules[i] != library[i]) {
            const char *name = own_rule(s, i);

            if (!name)
                fail_msg("no rule for the place before character %zu of %s", i, s->text);
            count(by_rule, name, library[i]);
        }
}

/* A paragraph has no line ends: the rules are not asked. */
static bool has_line_end(const struct sample *s)
{
    for (size_t i = 0; i < s->n_chars; i++)
        if (charclass_of(utf8_at((struct str){s->text, s->n}, s->from[i])) == CC_CONTROL)
            return true;
    return false;
}

static void test_samples(void **state)
{
    static struct tallies library_by_rule, rules_by_rule, own;
    FILE *f = fopen(breaks_file, "r");
    char line[4096];
    int n = 0, good = 0, asked = 0, kept = 0;

    (void)state;
    if (!f) {
        print_message("# skipped: there is no %s (Debian: unicode-data)\n", breaks_file);
        return;
    }
    while (fgets(line, sizeof line, f)) {
        bool library[CHARS + 1] = {false}, rules[CHARS + 1] = {false};
        struct sample s;

        if (!read_sample(line, &s))
            continue;
        n++;
        ask_library(&s, library);
        good += is_same(library, &s, &library_by_rule);
        if (has_line_end(&s))
            continue;
        asked++;
        ask_rules(&s, rules);
        kept += is_same(rules, &s, &rules_by_rule);
        compare_with_library(&s, rules, library, &own);
    }
    fclose(f);
    print_message("# libunistring: %d of %d lines as in LineBreakTest.txt\n", good, n);
    print(&library_by_rule, "libunistring, rule");
    print_message("# kanbao: %d of %d lines without a line end\n", kept, asked);
    print(&rules_by_rule, "kanbao, rule");
    print_message("# where kanbao decides otherwise than libunistring:\n");
    print(&own, "by its own rule");
    assert_true(good >= GOOD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
