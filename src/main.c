#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "options.h"
#include "paper/library.h"
#include "print/print.h"
#include "text/decode.h"
#include "text/folder.h"
#include "ui/app.h"

/* What becomes of the operands. */
struct input {
    struct library *lib;
    const char *encoding;
    size_t sources;
    bool trouble;
};

static void complain(const char *message)
{
    fprintf(stderr, "kanbao: %s\n", message);
}

static void add_text(struct input *in, const char *path)
{
    struct err e;
    struct source *s = source_open(path, &e);

    if (s && e.msg[0]) { /* cut short */
        in->trouble = true;
        complain(e.msg);
    }
    if (s && decode_source(s, in->encoding, &e)) {
        library_add(in->lib, s);
        in->sources++;
        return;
    }
    source_free(s);
    in->trouble = true;
    complain(e.msg);
}

static void add_from_folder(void *ctx, const char *path, const struct err *e)
{
    struct input *in = ctx;

    if (!e) {
        add_text(in, path);
        return;
    }
    in->trouble = true;
    complain(e->msg);
}

/* The operands; without any, standard input or the sample page. */
static void add_operands(struct input *in, const struct options *o)
{
    struct stat st;

    if (o->n_operands == 0)
        add_text(in, isatty(STDIN_FILENO) ? PKGDATADIR "/sample.txt" : "-");
    for (size_t i = 0; i < o->n_operands; i++) {
        const char *path = o->operands[i];

        if (strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISDIR(st.st_mode))
            folder_list(path, add_from_folder, in);
        else
            add_text(in, path);
    }
}

/* Writes what is still in the buffer. False with a message when anything was lost; a reader that
 * has gone away is no reason for one. */
static bool close_output(void)
{
    bool ok = !ferror(stdout);

    errno = 0;
    ok = fclose(stdout) == 0 && ok;
    if (ok || errno == EPIPE)
        return true;
    fprintf(stderr, _("kanbao: standard output cannot be written: %s\n"), strerror(errno));
    return false;
}

static bool wants_color(enum when when)
{
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");

    if (when != WHEN_AUTO)
        return when == WHEN_ALWAYS;
    return isatty(STDOUT_FILENO) && !(no_color && *no_color) && term && strcmp(term, "dumb") != 0;
}

static int terminal_cols(void)
{
    struct winsize size = {0};

    if (!isatty(STDOUT_FILENO))
        return 0;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

static int print(struct library *lib, const struct options *o)
{
    struct print_to to = {stdout, stderr, terminal_cols(), wants_color(o->color)};

    return (int)print_run(lib, o, &to);
}

static int browse(struct library *lib, const struct options *o, bool welcome)
{
    struct app_opts ao = {
        .layout = o->layout,
        .screen = {wants_color(o->color), o->layout.mode},
        .panes = o->panes,
        .keywords = o->keywords.v,
        .n_keywords = o->keywords.n,
        .fold = o->fold,
        .message = welcome ? _("Welcome to kanbao. This is a sample page; ? shows the keys.") : NULL,
    };
    struct err e = {""};

    ao.layout.justify = o->justify != CHOICE_NO;
    ao.layout.avoid_orphans = o->avoid_orphans != CHOICE_NO;
    ao.layout.title = true;
    ao.layout.mode.ambiguous = ao.screen.mode.ambiguous = o->ambiguous > 0 ? o->ambiguous : 1;
    if (app_run(lib, &ao, &e))
        return 0;
    complain(e.msg);
    return 2;
}

/* Reads the operands and shows them: the exit status. */
static int read_and_show(const struct options *o)
{
    struct input in = {library_new(&o->library), o->encoding, 0, false};
    bool at_terminal = o->mode == MODE_BROWSE && isatty(STDOUT_FILENO);
    int status = 0;

    add_operands(&in, o);
    if (in.sources > 0 && at_terminal)
        status = browse(in.lib, o, o->n_operands == 0 && isatty(STDIN_FILENO));
    else if (in.sources > 0)
        status = print(in.lib, o);
    library_free(in.lib);
    return in.trouble ? 2 : status;
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
        options_help(stdout);
    } else if (o.mode == MODE_VERSION) {
        puts(PACKAGE_STRING);
        puts(_("License GPL-3.0-or-later; there is no warranty, to the extent permitted by law."));
    } else {
        status = read_and_show(&o);
    }
    options_free(&o);
    return status;
}

/* Standard streams that the caller closed must not become the first files that are opened. What is
 * written to them fails as it should. */
static void fill_standard_streams(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) == -1 && open("/dev/null", O_RDONLY) != fd)
            exit(2);
}

/* Every text stays open while it is in the list. */
static void allow_many_files(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

int main(int argc, char **argv)
{
    int status;

    fill_standard_streams();
    allow_many_files();
    setlocale(LC_CTYPE, "");
    setlocale(LC_MESSAGES, "");
#if ENABLE_NLS
    bindtextdomain(PACKAGE, LOCALEDIR);
    bind_textdomain_codeset(PACKAGE, "UTF-8");
    textdomain(PACKAGE);
#endif
    status = run(argc, argv);
    return close_output() ? status : 2;
}
