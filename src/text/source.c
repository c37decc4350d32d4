#include <config.h>

#include "text/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "text/sanitize.h"

struct source {
    int fd;
    uint64_t size;
    char *name;
    char *path;
    char *encoding;
};

const char *source_temporary_folder(void)
{
    const char *dir = getenv("TMPDIR");

    return dir && *dir ? dir : "/tmp";
}

int source_temporary(struct err *e)
{
    const char *dir = source_temporary_folder();
    struct strbuf path = {0};
    int fd;

#ifdef O_TMPFILE
    fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
    if (fd >= 0)
        return fd;
#endif
    strbuf_addf(&path, "%s/kanbao.XXXXXX", dir);
    fd = mkostemp(path.s, O_CLOEXEC);
    if (fd >= 0)
        unlink(path.s);
    else
        err_set(e, _("cannot make a temporary file in %s: %s; set TMPDIR to another folder"), dir,
                strerror(errno));
    strbuf_free(&path);
    return fd;
}

static bool write_all(int fd, const char *buf, size_t n)
{
    while (n > 0) {
        ssize_t done = write(fd, buf, n);

        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        buf += done;
        n -= (size_t)done;
    }
    return true;
}

/* Copies what the pipe gives to `to`. */
static bool spool(int from, int to, const char *name, struct err *e)
{
    enum { BLOCK = 1 << 16 };
    char *buf = xmalloc(BLOCK);
    uint64_t total = 0;
    bool ok = true;

    while (ok) {
        ssize_t n = read(from, buf, BLOCK);

        if (n < 0 && errno == EINTR)
            continue;
        if (n == 0)
            break;
        if (n > 0 && total + (uint64_t)n > SOURCE_PIPE_MAX) {
            err_set(e, _("%s: only the first %d MiB were read"), name,
                    (int)(SOURCE_PIPE_MAX >> 20));
            break;
        }
        if (n < 0)
            ok = err_set(e, _("%s: cannot be read: %s"), name, strerror(errno));
        else if (!write_all(to, buf, (size_t)n))
            ok = err_set(e, _("%s: cannot be kept in a temporary file: %s"), name, strerror(errno));
        else
            total += (uint64_t)n;
    }
    free(buf);
    return ok;
}

/* An open file that cannot seek becomes one that can. Takes fd; -1 on failure. */
static int spooled(int fd, const char *name, struct err *e)
{
    int tmp = source_temporary(e);

    if (tmp >= 0 && !spool(fd, tmp, name, e)) {
        close(tmp);
        tmp = -1;
    }
    close(fd);
    return tmp;
}

static bool refuse(mode_t mode, const char *name, struct err *e)
{
    if (S_ISREG(mode) || S_ISFIFO(mode))
        return false;
    if (S_ISDIR(mode))
        err_set(e, _("%s: is a directory"), name);
    else if (S_ISSOCK(mode))
        err_set(e, _("%s: is a socket, not a text"), name);
    else
        err_set(e, _("%s: is a device, not a text"), name);
    return true;
}

static int open_path(const char *path, const char *name, struct err *e)
{
    struct stat st;
    int fd = -1;

    if (strcmp(path, "-") == 0)
        return fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    if (stat(path, &st) == 0 && refuse(st.st_mode, name, e))
        return -1;
    fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        err_set(e, _("%s: cannot be opened: %s"), name, strerror(errno));
    return fd;
}

struct source *source_open(const char *path, struct err *e)
{
    bool standard = strcmp(path, "-") == 0;
    char *name = standard ? xmemdup0("-", 1) : sanitize_name(path);
    struct source *s = NULL;
    struct stat st;
    int fd;

    e->msg[0] = '\0';
    fd = open_path(path, name, e);
    if (fd >= 0 && fstat(fd, &st) != 0) {
        err_set(e, _("%s: cannot be read: %s"), name, strerror(errno));
        close(fd);
    } else if (fd >= 0 && !standard && refuse(st.st_mode, name, e)) {
        close(fd);
    } else if (fd >= 0) {
        if (!S_ISREG(st.st_mode))
            fd = spooled(fd, name, e);
        if (fd >= 0)
            s = source_from_fd(fd, standard ? _("standard input") : path, e);
        if (s && !standard && S_ISREG(st.st_mode))
            s->path = xmemdup0(path, strlen(path));
    }
    free(name);
    return s;
}

struct source *source_from_fd(int fd, const char *name, struct err *e)
{
    char *clean = sanitize_name(name);
    struct source *s;
    struct stat st;

    if (fstat(fd, &st) != 0) {
        err_set(e, _("%s: cannot be read: %s"), clean, strerror(errno));
        free(clean);
        close(fd);
        return NULL;
    }
    s = xcalloc(1, sizeof *s);
    s->fd = fd;
    s->size = (uint64_t)st.st_size;
    s->name = clean;
    s->encoding = xmemdup0("UTF-8", 5);
    return s;
}

void source_free(struct source *s)
{
    if (!s)
        return;
    close(s->fd);
    free(s->name);
    free(s->path);
    free(s->encoding);
    free(s);
}

const char *source_name(const struct source *s)
{
    return s->name;
}

const char *source_path(const struct source *s)
{
    return s->path;
}

const char *source_encoding(const struct source *s)
{
    return s->encoding;
}

uint64_t source_size(const struct source *s)
{
    return s->size;
}

bool source_read(const struct source *s, uint64_t off, void *buf, size_t n, size_t *got,
                 struct err *e)
{
    *got = 0;
    if (off >= s->size)
        return true;
    if (n > s->size - off)
        n = (size_t)(s->size - off);
    while (*got < n) {
        ssize_t k = pread(s->fd, (char *)buf + *got, n - *got, (off_t)(off + *got));

        if (k < 0 && errno == EINTR)
            continue;
        if (k < 0)
            return err_set(e, _("%s: cannot be read: %s"), s->name, strerror(errno));
        if (k == 0)
            return err_set(e, _("%s: has become shorter while it was read; open it again"),
                           s->name);
        *got += (size_t)k;
    }
    return true;
}

void source_set_text(struct source *s, int fd, uint64_t size, const char *encoding)
{
    if (fd >= 0) {
        close(s->fd);
        s->fd = fd;
        s->size = size;
    }
    free(s->encoding);
    s->encoding = xmemdup0(encoding, strlen(encoding));
}
