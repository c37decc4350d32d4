#include <config.h>

#include "options/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "options/table.h"
#include "text/sanitize.h"
#include "user/paths.h"

enum { LONG_ONLY = 256 /* and beyond: index of the row of an option without a letter */ };

/* The table as getopt_long takes it; owned. */
struct tables {
    struct option *longs;
    char *shorts;
};

static int key_of(const struct option_row *rows, size_t i)
{
    return rows[i].letter ? rows[i].letter : LONG_ONLY + (int)i;
}

static struct tables make_tables(void)
{
    size_t n;
    const struct option_row *rows = option_table(&n);
    struct tables t = {xcalloc(n + 1, sizeof *t.longs), xcalloc(2 * n + 2, 1)};
    struct option *next = t.longs;
    char *c = t.shorts;

    *c++ = ':';
    for (size_t i = 0; i < n; i++) {
        if (!rows[i].name)
            continue;
        *next++ = (struct option){rows[i].name, rows[i].arg ? required_argument : no_argument, NULL,
                                  key_of(rows, i)};
        if (rows[i].letter) {
            *c++ = (char)rows[i].letter;
            if (rows[i].arg)
                *c++ = ':';
        }
    }
    return t;
}

static void free_tables(struct tables *t)
{
    free(t->longs);
    free(t->shorts);
}

/* The row with that key of getopt, NULL when there is none. */
static const struct option_row *row_of(int key)
{
    size_t n;
    const struct option_row *rows = option_table(&n);

    for (size_t i = 0; i < n; i++)
        if (rows[i].name && key_of(rows, i) == key)
            return &rows[i];
    return NULL;
}

/* What getopt means with '?' and ':': optopt is 0 for a long option that is not known. */
static bool complain(int said, char **argv, struct err *e)
{
    char letter[3] = {'-', (char)optopt, '\0'};
    const struct option_row *row = row_of(optopt);
    char *option;

    if (row)
        return err_set(e,
                       said == ':' ? _("--%s needs a value; see kanbao --help")
                                   : _("--%s takes no value; see kanbao --help"),
                       row->name);
    option = sanitize_name(optopt ? letter : argv[optind - 1]);
    err_set(e, _("unknown option %s; see kanbao --help"), option);
    free(option);
    return false;
}

static bool take_argument(const struct option_row *row, struct reading *r, struct err *e)
{
    struct err why = {""};

    if (row->take(row, optarg, r, &why))
        return true;
    return err_set(e, "--%s: %s", row->name, why.msg);
}

static bool read_arguments(int argc, char **argv, struct reading *r, struct err *e)
{
    struct tables t = make_tables();
    const struct option_row *row;
    bool ok = true;
    int key;

    opterr = 0;
    optind = 0; /* starts anew */
    while (ok && (key = getopt_long(argc, argv, t.shorts, t.longs, NULL)) != -1) {
        row = row_of(key);
        if (row && !row->take) {
            r->o->mode = row->mode;
            break;
        }
        ok = row ? take_argument(row, r, e) : complain(key, argv, e);
    }
    free_tables(&t);
    return ok;
}

/* The file that --config names, NULL when it is not given. What is wrong with the arguments is said
 * when they are read again. */
static const char *settings_file(int argc, char **argv)
{
    struct tables t = make_tables();
    const char *file = NULL;
    int key;

    opterr = 0;
    optind = 0;
    while ((key = getopt_long(argc, argv, t.shorts, t.longs, NULL)) != -1) {
        const struct option_row *row = row_of(key);

        if (row && row == option_named("config"))
            file = optarg;
    }
    free_tables(&t);
    return file;
}

static void take_setting(const struct setting *line, struct reading *r)
{
    struct settings *s = &r->o->settings;
    const struct option_row *row = option_named(line->name);
    char *name = sanitize_name(line->name);
    struct err why = {""};

    if (!row || !row->preset)
        settings_complain(s, line->line, _("there is no setting “%s”"), name);
    else if (!row->take(row, line->value, r, &why))
        settings_complain(s, line->line, "%s: %s", name, why.msg);
    free(name);
}

static void take_settings(struct reading *r)
{
    struct settings *s = &r->o->settings;

    for (size_t i = 0; i < s->n; i++) {
        const struct setting *line = &s->v[i];

        if (line->section[0] == '\0') {
            take_setting(line, r);
        } else if (strcmp(line->section, "keywords") == 0) {
            reading_add_keyword(r,
                                (struct reading_keyword){line->line, line->name, line->value});
        } else if (strcmp(line->section, "keys") != 0 && strcmp(line->section, "colors") != 0) {
            char *name = sanitize_name(line->section);

            settings_complain(s, line->line, _("there is no section [%s]"), name);
            free(name);
        }
    }
}

/* False when a file that was asked for is not there or cannot be read. */
static bool read_settings(const char *file, struct reading *r, struct err *e)
{
    struct options *o = r->o;
    struct err why = {""};
    enum settings_found found = SETTINGS_NONE;
    char *name;

    o->settings_path = file ? xmemdup0(file, strlen(file)) : paths_config();
    if (o->settings_path)
        found = settings_read(o->settings_path, &o->settings, &why);
    if (found == SETTINGS_READ)
        take_settings(r);
    if (found == SETTINGS_UNREADABLE && !file)
        settings_complain(&o->settings, 0, "%s", why.msg);
    if (found == SETTINGS_READ || !file)
        return true;
    name = sanitize_name(file);
    err_set(e, "%s: %s", name, found == SETTINGS_NONE ? _("there is no such file") : why.msg);
    free(name);
    return false;
}

static struct query *new_query(const char *name, const char *text, unsigned fold, struct err *e)
{
    char *clean = sanitize_name(text);
    struct err why = {""};
    struct query *q = query_new(str_of(clean), fold, &why);

    if (!q)
        err_set(e, "--%s: %s", name, why.msg);
    free(clean);
    return q;
}

static bool new_selection(const char *text, struct options *o, struct err *e)
{
    char *clean = sanitize_name(text);
    struct err why;

    o->selection = selection_new(str_of(clean), o->fold & ~(unsigned)QUERY_REGEXP, &why);
    if (!o->selection)
        err_set(e, "--%s: %s", o->mode == MODE_RAW ? "raw" : "print", why.msg);
    free(clean);
    return o->selection;
}

/* A line of the settings that is wrong is noted and skipped. */
static bool add_keyword(const struct reading_keyword *word, struct options *o, struct err *e)
{
    char *group = word->group ? sanitize_name(word->group) : NULL;
    char *text = sanitize_name(word->text);
    struct err why = {""};
    bool ok = keywords_add(&o->keywords, group, str_of(text), o->fold, &why);

    if (!ok && word->line > 0)
        settings_complain(&o->settings, word->line, "%s: %s", group, why.msg);
    else if (!ok)
        err_set(e, "--keyword: %s", why.msg);
    ok = ok || word->line > 0;
    free(group);
    free(text);
    return ok;
}

static bool finish(const struct reading *r, struct err *e)
{
    struct options *o = r->o;

    if (o->why && o->mode != MODE_RAW && o->mode != MODE_HELP)
        return err_set(e, "%s", _("--why goes with --raw; see kanbao --help"));
    o->layout.mode.ambiguous = o->ambiguous == 2 ? 2 : 1;
    o->layout.title = !o->no_title;
    o->fold |= o->regexp ? QUERY_REGEXP : 0;
    if (r->selection && !new_selection(r->selection, o, e))
        return false;
    if (r->search && !(o->search = new_query("search", r->search, o->fold, e)))
        return false;
    for (size_t i = 0; i < r->n_keywords; i++)
        if (!add_keyword(&r->keywords[i], o, e))
            return false;
    return true;
}

bool options_parse(int argc, char **argv, struct options *o, struct err *e)
{
    struct reading r = {.o = o};
    bool ok;

    *o = (struct options){.fold = FOLD_DEFAULT, .cols = -1, .layout.indent = -1, .mouse = true,
                           .clipboard = true};
    ok = read_settings(settings_file(argc, argv), &r, e) && read_arguments(argc, argv, &r, e) &&
         finish(&r, e);
    o->operands = argv + optind;
    o->n_operands = (size_t)(argc - optind);
    free(r.keywords);
    return ok;
}

void options_free(struct options *o)
{
    selection_free(o->selection);
    query_free(o->search);
    keywords_free(&o->keywords);
    settings_free(&o->settings);
    free(o->settings_path);
}

bool options_problem(const struct options *o, size_t *i, struct err *e)
{
    const struct settings_problem *p;
    char *file;

    if (*i == o->settings.n_problems)
        return false;
    p = &o->settings.problems[(*i)++];
    file = sanitize_name(o->settings_path);
    if (p->line > 0)
        err_set(e, "%s:%d: %s", file, p->line, p->message);
    else
        err_set(e, "%s: %s", file, p->message);
    free(file);
    return true;
}
