#include <config.h>

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/log.h"
#include "base/sandbox.h"
#include "base/streams.h"
#include "base/xalloc.h"
#include "options/options.h"
#include "options/pages.h"
#include "library/intake.h"
#include "print/bookmarks.h"
#include "print/print.h"
#include "text/folder.h"
#include "text/sanitize.h"
#include "text/spool.h"
#include "ui/app.h"
#include "ui/setup.h"
#include "user/paths.h"

static void complain(const char *message)
{
    fprintf(stderr, "kanbao: %s\n", message);
}

static void complain_of_settings(const struct options *o)
{
    struct err e;

    for (size_t i = 0; options_problem(o, &i, &e);)
        complain(e.msg);
}

static bool wants_color(const struct options *o)
{
    return o->color == WHEN_ALWAYS || (o->color == WHEN_AUTO && streams_have_color());
}

static int print(struct library *lib, const struct options *o)
{
    struct print_to to = {stdout, stderr, streams_cols(), wants_color(o)};

    return (int)print_run(lib, o, &to);
}

static struct store *open_store(const struct options *o)
{
    char *folder = o->no_state ? NULL : paths_state();
    struct store *store = store_new(folder);

    free(folder);
    return store;
}

/* Whether there was nothing to complain of. */
static bool complain_of_store(struct store *store)
{
    struct err e;
    bool fine = true;

    while (store_problem(store, &e)) {
        char *clean = sanitize_name(e.msg);

        complain(clean);
        free(clean);
        fine = false;
    }
    return fine;
}

static int browse(struct library *lib, struct options *o, struct store *store,
                  enum welcome welcome, const struct err *trouble)
{
    struct app_opts ao = {.store = store, .welcome = welcome, .trouble = trouble};
    struct err e = {""};

    setup_take(o, &ao);
    if (!app_run(lib, &ao, &e)) {
        complain(e.msg);
        return 2;
    }
    complain_of_store(store);
    return 0;
}

static int print_bookmarks(const struct options *o)
{
    struct store *store = open_store(o);
    bool fine;

    bookmarks_print(store, o->format, stdout);
    fine = complain_of_store(store);
    store_free(store);
    return fine ? 0 : 2;
}

static const char sample[] = PKGDATADIR "/sample.txt";

/* The page that was read last and is still there; NULL when there is none. */
static const char *last_page(struct store *store)
{
    for (size_t i = 0; i < store_count(store, STORE_SOURCE); i++) {
        const char *path = store_item(store, STORE_SOURCE, i)->id;

        if (access(path, R_OK) == 0)
            return strcmp(path, sample) == 0 ? NULL : path;
    }
    return NULL;
}

/* What is read without an operand: standard input, or the page read last, or the sample page. */
static const char *choose_page(struct store *store)
{
    const char *last;

    if (!isatty(STDIN_FILENO))
        return "-";
    last = last_page(store);
    return last ? last : sample;
}

/* Who keeps no state is not taken for new each time. */
static enum welcome choose_welcome(const struct options *o, struct store *store, const char *page)
{
    if (page == sample)
        return WELCOME_SAMPLE;
    if (page && strcmp(page, "-") != 0)
        return WELCOME_READ_ON;
    return o->no_state || store_count(store, STORE_SOURCE) > 0 ? WELCOME_BACK : WELCOME_FIRST;
}

/* What is named, or `page`; who browses is told what arrives later. */
static struct library *open_operands(const struct options *o, const char *page, bool browsing)
{
    struct intake *in = intake_new(o->encoding);

    if (browsing)
        intake_watch(in);
    if (page)
        intake_add(in, page);
    for (size_t i = 0; i < o->n_operands; i++)
        intake_add(in, o->operands[i]);
    return library_new(&o->library, in);
}

/* Goes on until there is something to show. *last becomes the last message. False when there is no
 * text at all, which is said of all that was named. */
static bool begin(struct library *lib, const struct options *o, struct err *last)
{
    struct err e;

    while (library_count(lib) == 0 && library_step(lib, &e)) {
        if (!e.msg[0])
            continue;
        complain(e.msg);
        *last = e;
    }
    if (library_count(lib) > 0 || library_waiting(lib) >= 0 || library_sources(lib) > 0)
        return true;
    for (size_t i = 0; i < o->n_operands && !library_trouble(lib); i++) {
        char *name = sanitize_name(o->operands[i]);

        err_set(&e, "%s: %s", name,
                _("there is no text in what was named; name a file, or a folder with texts"));
        complain(e.msg);
        free(name);
    }
    return false;
}

/* What the terminal library reads of terminals; the rest of it is the system's. */
static void add_terminfo(struct strlist *read)
{
    const char *folder = getenv("TERMINFO"), *home = getenv("HOME");
    struct strbuf own = {0};

    strbuf_addf(&own, "%s/.terminfo", home ? home : "");
    strlist_add(read, strbuf_str(&own));
    strlist_add(read, STR("/etc/terminfo"));
    if (folder)
        strlist_add(read, str_of(folder));
    strbuf_free(&own);
}

/* Before the first byte of a text is read. */
static void confine(const struct options *o, const char *page, bool browsing)
{
    char *state = browsing && !o->no_state ? paths_state() : NULL;
    const char *keep = o->library.keep;
    struct strlist read = {0};
    struct sandbox s = {.messages = LOCALEDIR,
                        .write = {spool_folder(), keep ? keep : state, keep ? state : NULL},
                        .terminal = browsing ? "/dev/tty" : NULL};

    if (state)
        paths_make(state);
    if (browsing)
        add_terminfo(&read);
    if (page)
        strlist_add(&read, str_of(page));
    for (size_t i = 0; i < o->n_operands; i++) {
        strlist_add(&read, str_of(o->operands[i]));
        folder_links(o->operands[i], &read);
    }
    s.read = read.v;
    s.n_read = read.n;
    if (sandbox_enter(&s) == 0 && browsing)
        complain(_("this system has no sandbox"));
    strlist_free(&read);
    free(state);
}

/* The folder for what the next run need not find out again; NULL: none, or it is of no use. */
static char *make_cache(const struct options *o, bool browsing)
{
    bool numbers = o->selection && selection_last(o->selection) < SIZE_MAX;
    bool of_use = browsing || o->mode == MODE_SEARCH || numbers;
    char *folder = o->no_state || !of_use ? NULL : paths_cache();

    if (folder)
        paths_make(folder);
    return folder;
}

/* The exit status. */
static int read_and_show(struct options *o)
{
    struct store *store = open_store(o);
    bool browsing = o->mode == MODE_BROWSE && isatty(STDOUT_FILENO);
    const char *page = o->n_operands == 0 ? choose_page(store) : NULL;
    struct err trouble = {""};
    struct library *lib;
    char *keep = make_cache(o, browsing);
    int status = 2;

    o->library.keep = keep;
    if (!o->no_sandbox && (!browsing || o->sandbox))
        confine(o, page, browsing);
    o->library.glance = browsing ? (size_t)streams_rows() - 1 : 0; /* and the status line */
    o->library.keys = browsing || o->order.unique;
    lib = open_operands(o, page, browsing);
    if (begin(lib, o, &trouble))
        status = browsing ? browse(lib, o, store, choose_welcome(o, store, page), &trouble)
                          : print(lib, o);
    if (library_trouble(lib))
        status = 2;
    library_free(lib);
    free(keep);
    store_free(store);
    return status;
}

/* With the log of --debug-log, if there is to be one. */
static int read_and_log(struct options *o)
{
    struct err e;
    int status;

    if (o->debug_log && !(o->library.log = log_open(o->debug_log, &e))) {
        complain(e.msg);
        return 2;
    }
    log_say(o->library.log, "%s, mode %d, %zu operands, charset of the locale %s", PACKAGE_STRING,
            (int)o->mode, o->n_operands, nl_langinfo(CODESET));
    status = read_and_show(o);
    log_say(o->library.log, "exit status %d", status);
    log_close(o->library.log);
    return status;
}

static void say_sandbox(void)
{
    int version = sandbox_landlock_version();

    if (version > 0)
        printf(_("Printing runs in a sandbox (seccomp; Landlock version %d).\n"), version);
    else
        puts(_("This system has no Landlock: printing runs without a sandbox for files."));
}

static int run(int argc, char **argv)
{
    struct options o;
    struct err e;
    int status = 0;

    if (!options_parse(argc, argv, &o, &e)) {
        complain(e.msg);
        status = 2;
    } else if (o.mode == MODE_HELP) {
        pages_help(stdout);
    } else if (o.mode == MODE_SETTINGS) {
        pages_settings(stdout);
        setup_print(stdout);
    } else if (o.mode == MODE_VERSION) {
        puts(PACKAGE_STRING);
        say_sandbox();
        puts(_("License GPL-3.0-or-later; there is no warranty, to the extent permitted by law."));
    } else {
        setup_check(&o);
        complain_of_settings(&o);
        status = o.mode == MODE_BOOKMARKS ? print_bookmarks(&o) : read_and_log(&o);
    }
    options_free(&o);
    return status;
}

/* The terminal's charset is the locale's; where that has no ideographs, or there is no locale, it
 * is UTF-8, as of all terminals that can show any. */
static void take_charset(void)
{
    setlocale(LC_CTYPE, "");
    if (MB_CUR_MAX == 1)
        setlocale(LC_CTYPE, "C.UTF-8");
}

int main(int argc, char **argv)
{
    struct err e;
    int status;

    xalloc_keep_freed();
    streams_fill();
    take_charset();
    setlocale(LC_MESSAGES, "");
#if ENABLE_NLS
    bindtextdomain(PACKAGE, LOCALEDIR);
    bind_textdomain_codeset(PACKAGE, "UTF-8");
    textdomain(PACKAGE);
#endif
    status = run(argc, argv);
    if (streams_close(&e))
        return status;
    complain(e.msg);
    return 2;
}
