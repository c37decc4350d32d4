#include <config.h>

#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "text/sanitize.h"

/* Values by name, in the order of their enums. NULL ends a list. */
static const char *const as_names[] = {"auto", "page", "text", "raw", NULL};
static const char *const format_names[] = {"text", "jsonl", "tsv", NULL};
static const char *const kinsoku_names[] = {"auto", "strict", "normal", "loose", "none", NULL};
static const char *const orphans_names[] = {"allow", "avoid", NULL};
static const char *const justify_names[] = {"off", "on", NULL};
static const char *const autospace_names[] = {"keep", "insert", "strip", NULL};
static const char *const ambiguous_names[] = {"auto", "1", "2", NULL};
static const char *const korean_names[] = {"auto", "word", "syllable", NULL};
static const char *const lang_names[] = {"auto", "zh-Hans", "zh-Hant", "ja", "ko", "en", NULL};
static const char *const color_names[] = {"auto", "always", "never", NULL};
static const char *const panes_names[] = {"auto", "side", "stack", "one", NULL};

/* Options without a short form. */
enum { OPT_HANG = 256, OPT_INDENT, OPT_NO_TITLE, OPT_NO_STATE, OPT_HELP, OPT_VERSION, OPT_NAMED };

/* An option for getopt_long and for --help; without a name it is a heading of --help. */
struct entry_option {
    const char *name;
    int key; /* short form or one of the above; 0: OPT_NAMED + index */
    const char *arg, *help;
    const char *const *names; /* when not NULL, the allowed values; the index of the one given */
    size_t offset;            /* goes to this int or enum of struct options */
};

#define NAMED(names, member) names, offsetof(struct options, member)

static const struct entry_option entries[] = {
    {.help = N_("What to do (default: browse, or print all into a pipe or file)")},
    {"list", 'l', NULL, N_("a line an article: number, headline, byline, size"), NULL, 0},
    {"print", 'p', "SEL", N_("print articles: all, 3, 1,4-6, -1 (the last), /HEADLINE"), NULL, 0},
    {"search", 'g', "TEXT", N_("a line a hit: source, number, headline, context"), NULL, 0},
    {"no-state", OPT_NO_STATE, NULL, N_("neither read nor write the reading state"), NULL, 0},
    {"help", OPT_HELP, NULL, N_("show this help"), NULL, 0},
    {"version", OPT_VERSION, NULL, N_("show the version"), NULL, 0},

    {.help = N_("Input (the first value is the default, here and below)")},
    {"encoding", 'e', "NAME", N_("auto, or a charset that iconv knows"), NULL, 0},
    {"as", 'a', "KIND",
     N_("auto, page (rebuild articles from cut lines),\n"
        "text (a line is a paragraph), raw (lines as they are)"),
     NAMED(as_names, library.as)},

    {.help = N_("Output and layout")},
    {"format", 0, "FORMAT", N_("text, jsonl, tsv: for list, print and search"),
     NAMED(format_names, format)},
    {"width", 'w', "COLS", N_("text measure; 0: one line a paragraph"), NULL, 0},
    {"kinsoku", 0, "LEVEL", N_("line breaking: auto, strict, normal, loose, none"),
     NAMED(kinsoku_names, layout.kinsoku)},
    {"orphans", 0, "MODE",
     N_("a last line of one ideograph: avoid (when browsing),\n"
        "allow (when printing)"),
     NAMED(orphans_names, avoid_orphans)},
    {"hang", OPT_HANG, "N", N_("0, or 2 columns for hanging stops"), NULL, 0},
    {"justify", 0, "WHEN", N_("on (when browsing), off (when printing)"),
     NAMED(justify_names, justify)},
    {"indent", OPT_INDENT, "N",
     N_("first-line indent in columns (4);\n"
        "0: blank lines between paragraphs"),
     NULL, 0},
    {"autospace", 0, "MODE", N_("between ideographs and letters: keep, insert, strip"),
     NAMED(autospace_names, layout.autospace)},
    {"ambiguous", 0, "WIDTH", N_("columns of marks such as “ ” and …: auto, 1, 2"),
     NAMED(ambiguous_names, ambiguous)},
    {"korean", 0, "MODE", N_("where Korean lines break: auto, word, syllable"),
     NAMED(korean_names, layout.korean)},
    {"lang", 0, "TAG", N_("auto, zh-Hans, zh-Hant, ja, ko, en"), NAMED(lang_names, layout.lang)},
    {"no-title", OPT_NO_TITLE, NULL, N_("print the body alone"), NULL, 0},
    {"panes", 0, "HOW", N_("auto, side (by side), stack, one (at a time)"),
     NAMED(panes_names, panes)},

    {.help = N_("Highlighting")},
    {"keyword", 'k', "TEXT", N_("mark TEXT wherever it occurs; may be repeated"), NULL, 0},
    {"ignore", 'i', "LIST",
     N_("what counts as the same when matching: default\n"
        "(width,case,kana,space), some of these, or none"),
     NULL, 0},
    {"color", 0, "WHEN", N_("auto, always, never"), NAMED(color_names, color)},
};

enum { N_ENTRIES = sizeof entries / sizeof *entries, HELP_COLUMN = 24 };

static int key_of(size_t entry)
{
    return entries[entry].key ? entries[entry].key : OPT_NAMED + (int)entry;
}

/* The option at hand. */
struct arg {
    const char *name, *value;
    struct err *e;
};

static bool refuse(struct arg a, const char *allowed)
{
    char *value = sanitize_name(a.value);

    err_set(a.e, _("--%s: “%s” is not allowed; allowed: %s"), a.name, value, allowed);
    free(value);
    return false;
}

/* The index of the value among names. */
static bool take_name(struct arg a, const char *const *names, void *out)
{
    struct strbuf allowed = {0};
    int i = 0;

    for (; names[i] && strcmp(a.value, names[i]) != 0; i++)
        strbuf_addf(&allowed, "%s%s", i ? ", " : "", names[i]);
    if (names[i])
        memcpy(out, &i, sizeof i);
    else
        refuse(a, allowed.s);
    strbuf_free(&allowed);
    return names[i];
}

/* A decimal number from min to max, or 0. */
static bool take_number(struct arg a, int min, int max, const char *allowed, int *out)
{
    char *end;
    long n;

    errno = 0;
    n = strtol(a.value, &end, 10);
    if (a.value[0] < '0' || a.value[0] > '9' || *end || errno || (n != 0 && n < min) || n > max)
        return refuse(a, allowed);
    *out = (int)n;
    return true;
}

static bool take_fold(struct arg a, unsigned *out)
{
    static const struct {
        const char *name;
        unsigned flags;
    } known[] = {{"width", FOLD_WIDTH}, {"case", FOLD_CASE},       {"kana", FOLD_KANA},
                 {"space", FOLD_SPACE}, {"default", FOLD_DEFAULT}, {"none", 0}};
    const size_t n_known = sizeof known / sizeof *known;
    const char *item = a.value;
    unsigned fold = 0;

    for (;;) {
        struct str name = {item, strcspn(item, ",")};
        size_t i = 0;

        while (i < n_known && !str_eq(str_of(known[i].name), name))
            i++;
        if (i == n_known)
            return refuse(a, "default, none, width,case,kana,space");
        fold |= known[i].flags;
        if (item[name.n] == '\0')
            break;
        item += name.n + 1;
    }
    *out = fold;
    return true;
}

/* What must wait until all options are known. */
struct later {
    const char *selection, *search;
    const char **keywords;
    size_t n, cap;
};

static bool take_mode(enum mode mode, struct options *o, struct err *e)
{
    if (o->mode != MODE_BROWSE && o->mode != mode)
        return err_set(e, _("only one of --list, --print and --search can be done at a time"));
    o->mode = mode;
    return true;
}

/* The options that are not in a table of names. False with a message. */
static bool take(int key, struct arg a, struct options *o, struct later *later)
{
    switch (key) {
    case 'l':
        return take_mode(MODE_LIST, o, a.e);
    case 'p':
        later->selection = a.value;
        return take_mode(MODE_PRINT, o, a.e);
    case 'g':
        later->search = a.value;
        return take_mode(MODE_SEARCH, o, a.e);
    case 'e':
        o->encoding = strcmp(a.value, "auto") == 0 ? NULL : a.value;
        return true;
    case 'w':
        return take_number(a, 2, 1000, _("0, or columns from 2 to 1000"), &o->cols);
    case 'k':
        later->keywords = xgrow(later->keywords, &later->cap, later->n + 1, sizeof a.value);
        later->keywords[later->n++] = a.value;
        return true;
    case 'i':
        return take_fold(a, &o->fold);
    case OPT_HANG:
        return take_number(a, 2, 2, "0, 2", &o->layout.hang);
    case OPT_INDENT:
        return take_number(a, 0, 40, _("columns from 0 to 40"), &o->layout.indent);
    case OPT_NO_TITLE:
        o->layout.title = false;
        return true;
    default: /* OPT_NO_STATE: there is no reading state */
        return true;
    }
}

static struct query *new_query(const char *name, const char *text, unsigned fold, struct err *e)
{
    char *clean = sanitize_name(text);
    struct query *q = query_new(str_of(clean), fold, e);
    struct err why = *e;

    if (!q)
        err_set(e, "--%s: %s", name, why.msg);
    free(clean);
    return q;
}

static bool new_selection(const char *text, struct options *o, struct err *e)
{
    char *clean = sanitize_name(text);
    struct err why;

    o->selection = selection_new(str_of(clean), o->fold, &why);
    if (!o->selection)
        err_set(e, "--print: %s", why.msg);
    free(clean);
    return o->selection;
}

static bool finish(const struct later *later, struct options *o, struct err *e)
{
    struct keywords *k = &o->keywords;

    o->layout.mode.ambiguous = o->ambiguous == 2 ? 2 : 1;
    if (later->selection && !new_selection(later->selection, o, e))
        return false;
    if (later->search && !(o->search = new_query("search", later->search, o->fold, e)))
        return false;
    for (size_t i = 0; i < later->n; i++) {
        struct query *q = new_query("keyword", later->keywords[i], o->fold, e);

        if (!q)
            return false;
        k->v = xgrow(k->v, &k->cap, k->n + 1, sizeof *k->v);
        k->v[k->n++] = q;
    }
    return true;
}

/* The entry with that key, N_ENTRIES when there is none. */
static size_t find_entry(int key)
{
    size_t i = 0;

    while (i < N_ENTRIES && (!entries[i].name || key_of(i) != key))
        i++;
    return i;
}

/* What getopt means with '?' and ':': optopt is 0 for a long option that is not known. */
static bool complain(int said, char **argv, struct err *e)
{
    char letter[3] = {'-', (char)optopt, '\0'};
    size_t i = find_entry(optopt);
    char *option;

    if (i < N_ENTRIES)
        return err_set(e,
                       said == ':' ? _("--%s needs a value; see kanbao --help")
                                   : _("--%s takes no value; see kanbao --help"),
                       entries[i].name);
    option = sanitize_name(optopt ? letter : argv[optind - 1]);
    err_set(e, _("unknown option %s; see kanbao --help"), option);
    free(option);
    return false;
}

static void set_defaults(struct options *o)
{
    *o = (struct options){.fold = FOLD_DEFAULT,
                          .cols = -1,
                          .justify = CHOICE_DEFAULT,
                          .avoid_orphans = CHOICE_DEFAULT};
    o->layout.indent = -1;
    o->layout.title = true;
}

/* Fills getopt's tables. `shorts` has room for a colon and three characters an option. */
static void make_tables(struct option *longs, char *shorts)
{
    *shorts++ = ':';
    for (size_t i = 0; i < N_ENTRIES; i++) {
        int has_arg = entries[i].arg ? required_argument : no_argument;

        if (!entries[i].name)
            continue;
        *longs++ = (struct option){entries[i].name, has_arg, NULL, key_of(i)};
        if (key_of(i) < OPT_HANG) {
            *shorts++ = (char)key_of(i);
            if (has_arg)
                *shorts++ = ':';
        }
    }
    *longs = (struct option){0};
    *shorts = '\0';
}

static bool take_option(int key, char **argv, struct options *o, struct later *later, struct err *e)
{
    size_t i = find_entry(key);
    struct arg a = {NULL, optarg, e};

    if (i == N_ENTRIES)
        return complain(key, argv, e);
    a.name = entries[i].name;
    if (entries[i].names)
        return take_name(a, entries[i].names, (char *)o + entries[i].offset);
    return take(key, a, o, later);
}

bool options_parse(int argc, char **argv, struct options *o, struct err *e)
{
    struct option longs[N_ENTRIES + 1];
    char shorts[2 * N_ENTRIES + 2];
    struct later later = {0};
    bool ok = true;
    int key = 0;

    set_defaults(o);
    make_tables(longs, shorts);
    opterr = 0;
    optind = 0; /* starts anew */
    while (ok && (key = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        if (key == OPT_HELP || key == OPT_VERSION) {
            o->mode = key == OPT_HELP ? MODE_HELP : MODE_VERSION;
            break;
        }
        ok = take_option(key, argv, o, &later, e);
    }
    ok = ok && finish(&later, o, e);
    o->operands = argv + optind;
    o->n_operands = (size_t)(argc - optind);
    free(later.keywords);
    return ok;
}

void options_free(struct options *o)
{
    selection_free(o->selection);
    query_free(o->search);
    for (size_t i = 0; i < o->keywords.n; i++)
        query_free(o->keywords.v[i]);
    free(o->keywords.v);
}

/* The help text with its further lines set under the first. */
static void print_help_lines(FILE *out, const char *help)
{
    for (const char *end; (end = strchr(help, '\n')); help = end + 1)
        fprintf(out, "%.*s\n%*s", (int)(end - help), help, HELP_COLUMN, "");
    fprintf(out, "%s\n", help);
}

void options_help(FILE *out)
{
    fputs(_("Usage: kanbao [OPTION]... [FILE|DIRECTORY|-]...\n"
            "Reads Chinese, Japanese and Korean newspaper pages as articles.\n"
            "Without FILE: standard input where it is no terminal, else the sample page.\n"),
          out);
    for (size_t i = 0; i < N_ENTRIES; i++) {
        char option[HELP_COLUMN + 1], letter[5] = "    ";

        if (!entries[i].name) {
            fprintf(out, "\n%s:\n", _(entries[i].help));
            continue;
        }
        if (key_of(i) < OPT_HANG)
            snprintf(letter, sizeof letter, "-%c, ", key_of(i));
        snprintf(option, sizeof option, "  %s--%s%s%s", letter, entries[i].name,
                 entries[i].arg ? " " : "", entries[i].arg ? entries[i].arg : "");
        fprintf(out, "%-*s", HELP_COLUMN, option);
        print_help_lines(out, _(entries[i].help));
    }
    fputs(_("\nExit status: 0 done, 1 nothing matched, 2 trouble (the rest is still shown).\n"),
          out);
}
