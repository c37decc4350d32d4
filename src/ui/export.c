#include <config.h>

#include "ui/export.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "text/sanitize.h"
#include "text/spool.h"
#include "ui/path.h"

void export_article(const struct app *app, struct strbuf *out)
{
    struct layout_opts o = app->opts->layout;
    struct layout *l;

    o.cols = 0;
    o.justify = o.avoid_orphans = false;
    l = layout_new(&app->text.article, &o);
    for (size_t i = 0; i < layout_count(l); i++) {
        layout_render(l, layout_row(l, i), out);
        strbuf_add_char(out, '\n');
    }
    layout_free(l);
}

void export_list(const struct app *app, struct strbuf *out)
{
    for (size_t i = 0; i < app->list.scroll.n; i++) {
        size_t article = listpane_article(&app->list, i);
        const struct entry *e = library_entry(app->lib, article);

        strbuf_addf(out, "%zu\t", article + 1);
        strbuf_add_str(out, entry_title(e));
        strbuf_add_char(out, '\t');
        strbuf_add_str(out, entry_byline(e));
        strbuf_add_char(out, '\n');
    }
}

struct str export_paragraph(const struct app *app, size_t n)
{
    const struct article *a = &app->text.article;
    const struct block *b = NULL;

    if (!app->text.open)
        return STR("");
    for (size_t i = 0; i < a->n_blocks && n > 0; i++) {
        if (a->blocks[i].to <= app->text.place && app->text.place > 0)
            continue;
        b = &a->blocks[i];
        n -= b->kind >= BLOCK_SUBHEAD;
    }
    return b ? str_sub(strbuf_str(&a->text), b->from, b->to) : STR("");
}

static bool write_all(int fd, struct str text)
{
    for (size_t done = 0; done < text.n;) {
        ssize_t n = write(fd, text.s + done, text.n - done);

        if (n < 0 && errno != EINTR)
            return false;
        done += n > 0 ? (size_t)n : 0;
    }
    return true;
}

/* A new file beside `path`, which takes its place; with the rights that a new file has. */
static bool replace_file(const char *path, struct str text)
{
    struct strbuf temporary = {0};
    mode_t mask = umask(0);
    int fd;
    bool ok;

    umask(mask);
    strbuf_addf(&temporary, "%s.XXXXXX", path);
    fd = mkostemp(temporary.s, O_CLOEXEC);
    ok = fd >= 0 && write_all(fd, text) && fchmod(fd, 0666 & ~mask) == 0 && fsync(fd) == 0;
    if (fd >= 0 && close(fd) != 0)
        ok = false;
    if (ok)
        ok = rename(temporary.s, path) == 0;
    if (fd >= 0 && !ok)
        unlink(temporary.s);
    strbuf_free(&temporary);
    return ok;
}

static bool new_file(const char *path, struct str text)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    bool ok = fd >= 0 && write_all(fd, text);

    if (fd >= 0 && close(fd) != 0)
        ok = false;
    if (fd >= 0 && !ok)
        unlink(path);
    return ok;
}

enum export_result export_file(struct str name, struct str text, bool over, struct err *e)
{
    struct strbuf path = {0};
    enum export_result result = EXPORT_DONE;
    char *clean;

    path_expand(name, &path);
    clean = sanitize_name(path.s);
    if (!(over ? replace_file(path.s, text) : new_file(path.s, text)))
        result = errno == EEXIST && !over ? EXPORT_EXISTS : EXPORT_FAILED;
    if (result == EXPORT_EXISTS)
        err_set(e, _("%s is there already"), clean);
    else if (result == EXPORT_FAILED)
        err_set(e, _("%s: cannot be written: %s"), clean, strerror(errno));
    else
        err_set(e, _("saved in %s"), clean);
    free(clean);
    strbuf_free(&path);
    return result;
}

/* Runs a shell's script, whose $1 and $2 are `one` and `two`, with `in` as its input (-1: the
 * terminal) and signals as they were before the reader came, and waits; ^C is meant for it alone.
 */
static bool run(char *script, char *one, char *two, int in, struct err *e)
{
    char shell[] = "/bin/sh", flag[] = "-c";
    char *argv[] = {shell, flag, script, shell, one, two, NULL};
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t all;
    int status = 0, failure;
    pid_t child;

    sigfillset(&all);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    posix_spawn_file_actions_init(&files);
    if (in >= 0)
        posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
    sigaction(SIGINT, &ignore, &before);
    failure = posix_spawn(&child, argv[0], &files, &attributes, argv, environ);
    while (failure == 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    sigaction(SIGINT, &before, NULL);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    if (failure != 0)
        return err_set(e, _("cannot start a program: %s"), strerror(failure));
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    if (WIFEXITED(status))
        return err_set(e, _("the command ended with status %d"), WEXITSTATUS(status));
    return err_set(e, "%s", _("the command was ended by a signal"));
}

bool export_pipe(struct str command, struct str text, struct err *e)
{
    char *line = xmemdup0(command.s, command.n);
    struct spool *in = spool_new();
    bool ok = spool_add(in, text.s, text.n, e) && run(line, NULL, NULL, spool_file(in), e);

    spool_free(in);
    free(line);
    return ok;
}

bool export_edit(const char *path, size_t line, struct err *e)
{
    const char *editor = getenv("VISUAL");
    struct strbuf command = {0}, name = {0};
    char at[32];
    bool ok;

    if (!editor || !*editor)
        editor = getenv("EDITOR");
    strbuf_addf(&command, "exec %s \"$@\"", editor && *editor ? editor : "vi");
    snprintf(at, sizeof at, "+%zu", line);
    /* A name that begins with a dash is none of the editor's options. */
    strbuf_addf(&name, "%s%s", path[0] == '-' ? "./" : "", path);
    ok = run(command.s, at, name.s, -1, e);
    strbuf_free(&name);
    strbuf_free(&command);
    return ok;
}
