#include <config.h>

#include "options/table.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "text/sanitize.h"

/* Values by name, in the order of their enums, the default first. */
static const char *const as_words[] = {"auto", "page", "text", "raw", NULL};
static const char *const format_words[] = {"text", "jsonl", "tsv", NULL};
static const char *const kinsoku_words[] = {"auto", "strict", "normal", "loose", "none", NULL};
static const char *const orphans_words[] = {"auto", "allow", "avoid", NULL};
static const char *const justify_words[] = {"auto", "off", "on", NULL};
static const char *const autospace_words[] = {"keep", "insert", "strip", "auto", NULL};
static const char *const ambiguous_words[] = {"auto", "1", "2", NULL};
static const char *const korean_words[] = {"auto", "word", "syllable", NULL};
static const char *const lang_words[] = {"auto", "zh-Hans", "zh-Hant", "ja", "ko", "en", NULL};
static const char *const color_words[] = {"auto", "always", "never", NULL};
static const char *const panes_words[] = {"auto", "side", "stack", "one", NULL};
static const char *const theme_words[] = {"auto", "light", "dark", "mono", NULL};
static const char *const titles_words[] = {"cut", "wrap", NULL};
static const char *const sort_words[] = {"source", "title", "size", "date", NULL};
static const char *const switch_words[] = {"off", "on", NULL};
static const char *const columns_words[] = {"auto", "1", "2", "3", "4", "5",
                                            "6",    "7", "8", NULL};
static const char *const hang_words[] = {"0", "2", NULL};

static bool refuse(const char *value, const char *allowed, struct err *e)
{
    char *clean = sanitize_name(value);

    err_set(e, _("“%s” is not allowed; allowed: %s"), clean, allowed);
    free(clean);
    return false;
}

/* The index of the value among the words; *i is their count when it is none of them. */
static bool find_word(const struct option_row *row, const char *value, int *i, struct err *e)
{
    struct strbuf allowed = {0};

    for (*i = 0; row->words[*i] && strcmp(value, row->words[*i]) != 0; ++*i)
        strbuf_addf(&allowed, "%s%s", *i ? ", " : "", row->words[*i]);
    if (!row->words[*i])
        refuse(value, allowed.s, e);
    strbuf_free(&allowed);
    return row->words[*i];
}

static void store(const struct option_row *row, struct reading *r, const void *value, size_t size)
{
    memcpy((char *)r->o + row->offset, value, size);
}

static bool take_word(const struct option_row *row, const char *value, struct reading *r,
                      struct err *e)
{
    int i;

    if (!find_word(row, value, &i, e))
        return false;
    store(row, r, &i, sizeof i);
    return true;
}

static bool take_flag(const struct option_row *row, const char *value, struct reading *r,
                      struct err *e)
{
    bool on = !value || strcmp(value, "on") == 0;

    if (!on && strcmp(value, "off") != 0)
        return refuse(value, "off, on", e);
    store(row, r, &on, sizeof on);
    return true;
}

/* The value as a decimal number. */
static bool parse_number(const char *value, long *n)
{
    char *end;

    errno = 0;
    *n = strtol(value, &end, 10);
    return value[0] >= '0' && value[0] <= '9' && !*end && !errno;
}

/* A number from min to max, or 0; "auto" is -1. */
static bool take_number(const struct option_row *row, const char *value, struct reading *r,
                        struct err *e)
{
    long n = -1;
    int number;
    char allowed[128];

    if (strcmp(value, "auto") != 0 &&
        (!parse_number(value, &n) || (n != 0 && n < row->min) || n > row->max)) {
        snprintf(allowed, sizeof allowed, _("auto, 0, or columns from %d to %d"), row->min,
                 row->max);
        return refuse(value, allowed, e);
    }
    number = (int)n;
    store(row, r, &number, sizeof number);
    return true;
}

/* The words are numbers. */
static bool take_one_of(const struct option_row *row, const char *value, struct reading *r,
                        struct err *e)
{
    int i, number;

    if (!find_word(row, value, &i, e))
        return false;
    number = (int)strtol(row->words[i], NULL, 10);
    store(row, r, &number, sizeof number);
    return true;
}

static bool take_mode(const struct option_row *row, const char *value, struct reading *r,
                      struct err *e)
{
    if (r->o->mode != MODE_BROWSE && r->o->mode != row->mode)
        return err_set(e,
                       _("only one of --list, --print, --search and --raw can be done at a time"));
    r->o->mode = row->mode;
    if (row->mode == MODE_PRINT || row->mode == MODE_RAW)
        r->selection = value;
    else if (row->mode == MODE_SEARCH)
        r->search = value;
    return true;
}

static bool take_encoding(const struct option_row *row, const char *value, struct reading *r,
                          struct err *e)
{
    (void)row;
    (void)e;
    r->o->encoding = strcmp(value, "auto") == 0 ? NULL : value;
    return true;
}

static bool take_text(const struct option_row *row, const char *value, struct reading *r,
                      struct err *e)
{
    (void)e;
    store(row, r, &value, sizeof value);
    return true;
}

void reading_add_keyword(struct reading *r, struct reading_keyword word)
{
    r->keywords = xgrow(r->keywords, &r->cap_keywords, r->n_keywords + 1, sizeof *r->keywords);
    r->keywords[r->n_keywords++] = word;
}

static bool take_keyword(const struct option_row *row, const char *value, struct reading *r,
                         struct err *e)
{
    (void)row;
    (void)e;
    reading_add_keyword(r, (struct reading_keyword){.text = value});
    return true;
}

/* It was read before all others. */
static bool take_config(const struct option_row *row, const char *value, struct reading *r,
                        struct err *e)
{
    (void)row;
    (void)value;
    (void)r;
    (void)e;
    return true;
}

static bool take_fold(const struct option_row *row, const char *value, struct reading *r,
                      struct err *e)
{
    static const struct {
        const char *name;
        unsigned flags;
    } known[] = {{"width", FOLD_WIDTH},     {"case", FOLD_CASE},
                 {"script", FOLD_SCRIPT},   {"kana", FOLD_KANA},
                 {"space", FOLD_SPACE},     {"smart", FOLD_CASE | QUERY_SMART},
                 {"default", FOLD_DEFAULT}, {"all", FOLD_ALL},
                 {"none", 0}};
    const size_t n_known = sizeof known / sizeof *known;
    const char *item = value;
    unsigned fold = 0;

    (void)row;
    for (;;) {
        struct str name = {item, strcspn(item, ",")};
        size_t i = 0;

        while (i < n_known && !str_eq(str_of(known[i].name), name))
            i++;
        if (i == n_known)
            return refuse(value, "default, none, all, width,case,script,kana,space,smart", e);
        fold |= known[i].flags;
        if (item[name.n] == '\0')
            break;
        item += name.n + 1;
    }
    r->o->fold = fold;
    return true;
}

#define HEADING(text) .help = N_(text)
#define AT(member)    .offset = offsetof(struct options, member)
#define LIVE          .live = true

static const struct option_row rows[] = {
    {HEADING("What to do (default: browse, or print all into a pipe or file)")},
    {"list", 'l', NULL, N_("a line an article: number, headline, byline, size"), take_mode,
     .mode = MODE_LIST},
    {"print", 'p', "SEL", N_("print articles: all, 3, 1,4-6, -1 (the last), /HEADLINE"), take_mode,
     .mode = MODE_PRINT},
    {"search", 'g', "TEXT", N_("a line a hit: source, number, headline, context"), take_mode,
     .mode = MODE_SEARCH},
    {"raw", 0, "SEL", N_("the source lines of articles, as they stand"), take_mode,
     .mode = MODE_RAW},
    {"why", 0, NULL, N_("with --raw: what each line became, by which rule"), take_flag, AT(why)},
    {"bookmarks", 0, NULL, N_("the bookmarks: headline, source, place, date"), take_mode,
     .mode = MODE_BOOKMARKS},
    {"no-state", 0, NULL, N_("neither read nor write the reading state"), take_flag, "off",
     AT(no_state)},
    {"no-sandbox", 0, NULL, N_("print, list and search without the sandbox"), take_flag, "off",
     AT(no_sandbox)},
    {"sandbox", 0, NULL, N_("browse in the sandbox: no saving, piping, editing"), take_flag, "off",
     AT(sandbox)},
    {"config", 0, "FILE", N_("read the settings from FILE"), take_config, .file = true},
    {"debug-log", 0, "FILE", N_("append to FILE what is done, and when"), take_text,
     AT(debug_log), .file = true},
    {"print-config", 0, NULL, N_("print a file of settings with what they mean"),
     .mode = MODE_SETTINGS},
    {"help", 'h', NULL, N_("show this help"), .mode = MODE_HELP},
    {"version", 'V', NULL, N_("show the version"), .mode = MODE_VERSION},

    {HEADING("Input (the first value is the default, here and below)")},
    {"encoding", 'e', "NAME", N_("auto, or a charset that iconv knows"), .take = take_encoding,
     .preset = "auto"},
    {"as", 'a', "KIND",
     N_("auto, page (rebuild articles from cut lines),\n"
        "text (a line is a paragraph), raw (lines as they are)"),
     take_word, "auto", as_words, AT(library.as)},

    {HEADING("Output and layout")},
    {"format", 0, "FORMAT", N_("text, jsonl, tsv: for list, print and search"), take_word, "text",
     format_words, AT(format)},
    {"sort", 0, "KEY", N_("order of articles: source, title, size, date"), take_word, "source",
     sort_words, AT(order.by), LIVE},
    {"group", 0, NULL, N_("the articles of a source stay together in every order"), take_flag,
     "off", AT(order.grouped), LIVE},
    {"unique", 0, NULL, N_("of the same article in two files, only the first"), take_flag, "off",
     AT(order.unique), LIVE},
    {"width", 'w', "COLS", N_("text measure; 0: one line a paragraph"), take_number, "auto",
     AT(cols), .min = 2, .max = 1000, LIVE},
    {"kinsoku", 0, "LEVEL", N_("line breaking: auto, strict, normal, loose, none"), take_word,
     "auto", kinsoku_words, AT(layout.kinsoku), LIVE},
    {"orphans", 0, "MODE",
     N_("a last line of one ideograph: avoid (when browsing),\n"
        "allow (when printing)"),
     take_word, "auto", orphans_words, AT(avoid_orphans), LIVE},
    {"columns", 0, "N", N_("newspaper columns when browsing: auto, 1 to 8"),
     take_word, "auto", columns_words, AT(layout.columns), LIVE},
    {"hang", 0, "N", N_("0, or 2 columns for hanging stops"), take_one_of, "0", hang_words,
     AT(layout.hang), LIVE},
    {"justify", 0, "WHEN", N_("on (when browsing), off (when printing)"), take_word, "auto",
     justify_words, AT(justify), LIVE},
    {"grid", 0, "WHEN", N_("off, on: ideographs in even columns, and no stretching"), take_flag,
     "off", switch_words, AT(layout.grid), LIVE},
    {"indent", 0, "N",
     N_("first-line indent in columns (4);\n"
        "0: blank lines between paragraphs"),
     take_number, "auto", AT(layout.indent), .min = 1, .max = 40, LIVE},
    {"autospace", 0, "MODE", N_("between ideographs and letters: keep, insert, strip,\n"
        "auto (insert or strip, as most of the article has it)"),
     take_word,
     "keep", autospace_words, AT(layout.autospace), LIVE},
    {"ambiguous", 0, "WIDTH", N_("columns of marks such as “ ” and …: auto, 1, 2"), take_word,
     "auto", ambiguous_words, AT(ambiguous)},
    {"korean", 0, "MODE", N_("where Korean lines break: auto, word, syllable"), take_word, "auto",
     korean_words, AT(layout.korean), LIVE},
    {"lang", 0, "TAG", N_("auto, zh-Hans, zh-Hant, ja, ko, en"), take_word, "auto", lang_words,
     AT(layout.lang), LIVE},
    {"no-title", 0, NULL, N_("print the body alone"), take_flag, "off", AT(no_title)},
    {"panes", 0, "HOW", N_("auto, side (by side), stack, one (at a time)"), take_word, "auto",
     panes_words, AT(panes), LIVE},
    {"titles", 0, "HOW", N_("headlines too long for the list: cut, wrap"), take_word, "cut",
     titles_words, AT(titles), LIVE},
    {"theme", 0, "NAME", N_("auto (the terminal's colours), light, dark, mono"), take_word, "auto",
     theme_words, AT(theme), LIVE},
    {"mouse", 0, "WHEN", N_("on, off: whether clicks and the wheel are kanbao's"), take_flag, "on",
     switch_words, AT(mouse), LIVE},
    {"clipboard", 0, "WHEN", N_("on, off: whether it may be written to (OSC 52)"), take_flag, "on",
     switch_words, AT(clipboard), LIVE},

    {HEADING("Highlighting")},
    {"keyword", 'k', "TEXT", N_("mark TEXT wherever it occurs; may be repeated"),
     .take = take_keyword},
    {"ignore", 'i', "LIST",
     N_("what counts as the same when matching: some of\n"
        "width,case,script,kana,space; all; none; smart (case,\n"
        "but capitals mean themselves); default: all but script"),
     .take = take_fold, .preset = "default"},
    {"regexp", 'E', NULL, N_("TEXT to search and keywords are regular expressions"), take_flag,
     "off", AT(regexp)},
    {"color", 0, "WHEN", N_("auto, always, never"), take_word, "auto", color_words, AT(color),
     LIVE},
};

const struct option_row *option_table(size_t *n)
{
    *n = sizeof rows / sizeof *rows;
    return rows;
}

const struct option_row *option_named(const char *name)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].name && strcmp(rows[i].name, name) == 0)
            return &rows[i];
    return NULL;
}
