#include <config.h>

#include "text/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/str.h"
#include "text/sanitize.h"

enum { SAMPLE = 8192 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* By bytes, runs of digits by their value. */
static int natural_order(const struct dirent **a, const struct dirent **b)
{
    const char *p = (*a)->d_name, *q = (*b)->d_name;

    while (*p && *q) {
        size_t n, m;
        int d;

        if (!is_digit(*p) || !is_digit(*q)) {
            if (*p != *q)
                break;
            p++;
            q++;
            continue;
        }
        p += strspn(p, "0");
        q += strspn(q, "0");
        n = strspn(p, "0123456789");
        m = strspn(q, "0123456789");
        d = n != m ? (n < m ? -1 : 1) : memcmp(p, q, n);
        if (d != 0)
            return d;
        p += n;
        q += m;
    }
    if (*p != *q)
        return (unsigned char)*p - (unsigned char)*q;
    return strcmp((*a)->d_name, (*b)->d_name); /* 01 and 1 */
}

static int is_shown(const struct dirent *d)
{
    return d->d_name[0] != '.';
}

static void complain(const char *path, folder_fn *each, void *ctx)
{
    char *name = sanitize_name(path);
    struct err e;

    err_set(&e, _("%s: cannot be opened: %s"), name, strerror(errno));
    each(ctx, path, &e);
    free(name);
}

/* Whether the first bytes are those of a text. */
static bool looks_like_text(struct str s)
{
    return s.n == 0 || !memchr(s.s, '\0', s.n) || str_starts(s, STR("\xFF\xFE")) ||
           str_starts(s, STR("\xFE\xFF")) || str_starts(s, STR("\0\0\xFE\xFF"));
}

static void visit_file(const char *path, folder_fn *each, void *ctx)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    char buf[SAMPLE];
    ssize_t n = fd < 0 ? -1 : read(fd, buf, sizeof buf);

    if (n < 0)
        complain(path, each, ctx);
    else if (looks_like_text((struct str){buf, (size_t)n}))
        each(ctx, path, NULL);
    if (fd >= 0)
        close(fd);
}

static void visit(const char *path, folder_fn *each, void *ctx)
{
    struct stat st;

    if (lstat(path, &st) != 0)
        complain(path, each, ctx);
    else if (S_ISDIR(st.st_mode))
        folder_list(path, each, ctx);
    else if (S_ISREG(st.st_mode) ||
             (S_ISLNK(st.st_mode) && stat(path, &st) == 0 && S_ISREG(st.st_mode)))
        visit_file(path, each, ctx);
}

/* The path of an entry of the folder. Free it. */
static struct strbuf path_below(const char *path, const char *name)
{
    struct strbuf below = {0};
    size_t len = strlen(path);

    while (len > 1 && path[len - 1] == '/')
        len--;
    strbuf_add(&below, path, len);
    strbuf_addf(&below, "%s%s", path[len - 1] == '/' ? "" : "/", name);
    return below;
}

void folder_list(const char *path, folder_fn *each, void *ctx)
{
    struct dirent **names;
    int n = scandir(path, &names, is_shown, natural_order);

    if (n < 0) {
        complain(path, each, ctx);
        return;
    }
    for (int i = 0; i < n; i++) {
        struct strbuf below = path_below(path, names[i]->d_name);

        visit(below.s, each, ctx);
        strbuf_free(&below);
        free(names[i]);
    }
    free(names);
}

void folder_links(const char *path, struct strlist *links)
{
    DIR *dir = opendir(path);
    const struct dirent *d;

    while (dir && (d = readdir(dir))) {
        struct strbuf below;

        if (!is_shown(d))
            continue;
        below = path_below(path, d->d_name);
        if (d->d_type == DT_LNK || d->d_type == DT_UNKNOWN)
            strlist_add(links, strbuf_str(&below));
        if (d->d_type == DT_DIR || d->d_type == DT_UNKNOWN)
            folder_links(below.s, links);
        strbuf_free(&below);
    }
    if (dir)
        closedir(dir);
}
