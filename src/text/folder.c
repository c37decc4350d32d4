#include <config.h>

#include "text/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "text/natural.h"
#include "text/sanitize.h"

/* A folder of which some names are still to come: a heap, its first name is the next one. The first
 * byte of a name is its kind. */
struct level {
    char *path;
    struct arena arena;
    const char **names;
    size_t n, cap;
    size_t all; /* names that there were */
};

enum kind { FILE_KIND = 'f', FOLDER_KIND = 'd', LINK_KIND = 'l', UNKNOWN_KIND = 'u' };

struct folder {
    struct level *levels;
    size_t n, cap;
    size_t taken;        /* files */
    struct watch *watch; /* or NULL */
    struct err trouble; /* of a folder that could not be opened; "" when there is none */
};

/* Of two names with their kinds. */
static int compare(const char *a, const char *b)
{
    return natural_compare(str_of(a + 1), str_of(b + 1));
}

/* Puts names[i] in its place among those below it in the heap. */
static void sink(struct level *l, size_t i)
{
    const char *name = l->names[i];

    for (size_t child; (child = 2 * i + 1) < l->n; i = child) {
        if (child + 1 < l->n && compare(l->names[child + 1], l->names[child]) < 0)
            child++;
        if (compare(name, l->names[child]) <= 0)
            break;
        l->names[i] = l->names[child];
    }
    l->names[i] = name;
}

static char kind_of(const struct dirent *d)
{
    switch (d->d_type) {
    case DT_REG:
        return FILE_KIND;
    case DT_DIR:
        return FOLDER_KIND;
    case DT_LNK:
        return LINK_KIND;
    case DT_UNKNOWN:
        return UNKNOWN_KIND;
    default:
        return '\0';
    }
}

static void add_name(struct folder *f, struct level *l, const struct dirent *d)
{
    char kind = kind_of(d), name[sizeof d->d_name + 2];
    size_t n = strlen(d->d_name) + 1;

    if (d->d_name[0] == '.' || !kind)
        return;
    if (f->watch)
        watch_known(f->watch, l->path, d->d_name);
    name[0] = kind;
    memcpy(name + 1, d->d_name, n);
    l->names = xgrow(l->names, &l->cap, l->n + 1, sizeof *l->names);
    l->names[l->n++] = arena_copy(&l->arena, (struct str){name, n + 1}).s;
}

/* Goes down into a folder; takes path. */
static void enter(struct folder *f, char *path)
{
    DIR *dir = opendir(path);
    struct level l = {.path = path};
    struct dirent *d;

    if (!dir) {
        char *name = sanitize_name(path);

        err_set(&f->trouble, _("%s: cannot be opened: %s"), name, strerror(errno));
        free(name);
        free(path);
        return;
    }
    if (f->watch)
        watch_folder(f->watch, path, dirfd(dir));
    while ((d = readdir(dir)))
        add_name(f, &l, d);
    closedir(dir);
    l.all = l.n;
    for (size_t i = l.n / 2; i-- > 0;)
        sink(&l, i);
    f->levels = xgrow(f->levels, &f->cap, f->n + 1, sizeof *f->levels);
    f->levels[f->n++] = l;
}

static void leave(struct folder *f)
{
    struct level *l = &f->levels[--f->n];

    free(l->path);
    free(l->names);
    arena_free(&l->arena);
}

struct folder *folder_open(const char *path, struct watch *watch)
{
    struct folder *f = xcalloc(1, sizeof *f);
    size_t n = strlen(path);

    f->watch = watch;
    while (n > 1 && path[n - 1] == '/')
        n--;
    enter(f, xmemdup0(path, n));
    return f;
}

void folder_free(struct folder *f)
{
    if (!f)
        return;
    while (f->n > 0)
        leave(f);
    free(f->levels);
    free(f);
}

/* The path of a name in a folder. */
static void add_below(struct strbuf *below, const char *path, const char *name)
{
    size_t n = strlen(path);

    strbuf_addf(below, "%s%s%s", path, n > 0 && path[n - 1] == '/' ? "" : "/", name);
}

/* Takes the first name out of the heap; its path, and its kind, which is known then. */
static char *take_first(struct level *l, char *kind)
{
    const char *name = l->names[0];
    struct strbuf path = {0};
    struct stat st;

    add_below(&path, l->path, name + 1);
    *kind = name[0];
    l->names[0] = l->names[--l->n];
    if (l->n > 0)
        sink(l, 0);
    if (*kind == UNKNOWN_KIND)
        *kind = lstat(path.s, &st) != 0    ? FILE_KIND /* opening it will tell why */
                : S_ISDIR(st.st_mode) ? FOLDER_KIND
                : S_ISREG(st.st_mode) ? FILE_KIND
                : S_ISLNK(st.st_mode) ? LINK_KIND
                                      : '\0';
    if (*kind == LINK_KIND)
        *kind = stat(path.s, &st) == 0 && S_ISREG(st.st_mode) ? FILE_KIND : '\0';
    return path.s;
}

char *folder_next(struct folder *f, struct err *e)
{
    e->msg[0] = '\0';
    for (;;) {
        char *path, kind;

        if (f->trouble.msg[0]) {
            *e = f->trouble;
            f->trouble.msg[0] = '\0';
            return NULL;
        }
        while (f->n > 0 && f->levels[f->n - 1].n == 0)
            leave(f);
        if (f->n == 0)
            return NULL;
        path = take_first(&f->levels[f->n - 1], &kind);
        if (kind == FILE_KIND) {
            f->taken++;
            return path;
        }
        if (kind == FOLDER_KIND)
            enter(f, path);
        else
            free(path);
    }
}

/* How much of the walk is done, if all that stands in a folder is equally large. */
static double done(const struct folder *f)
{
    double part = 0, share = 1;

    for (size_t i = 0; i < f->n; i++) {
        const struct level *l = &f->levels[i];
        size_t open = i + 1 < f->n; /* the walk is still in the name taken last */

        if (l->all == 0)
            break;
        share /= (double)l->all;
        part += share * (double)(l->all - l->n - open);
    }
    return part;
}

size_t folder_left(const struct folder *f)
{
    double part = done(f);

    if (f->n == 0)
        return 0;
    if (f->taken == 0)
        return f->levels[f->n - 1].n;
    return (size_t)((double)f->taken * (1 - part) / part + 0.5);
}

void folder_links(const char *path, struct strlist *links)
{
    DIR *dir = opendir(path);
    const struct dirent *d;

    while (dir && (d = readdir(dir))) {
        struct strbuf below = {0};

        if (d->d_name[0] == '.')
            continue;
        add_below(&below, path, d->d_name);
        if (d->d_type == DT_LNK || d->d_type == DT_UNKNOWN)
            strlist_add(links, strbuf_str(&below));
        if (d->d_type == DT_DIR || d->d_type == DT_UNKNOWN)
            folder_links(below.s, links);
        strbuf_free(&below);
    }
    if (dir)
        closedir(dir);
}
