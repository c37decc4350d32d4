#include <config.h>

#include "text/source.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "text/sanitize.h"

enum {
    BLOCK = 1 << 16,
    BLOCKS = 4, /* that are taken in at once */
    TRY_AGAIN = -2
};

struct source {
    int fd;     /* of a file; -1: at rest, or in the spool */
    int pipe;   /* -1: none, or it has ended */
    source_feed *feed; /* NULL: the same */
    void *data;
    char *path; /* to open it again; NULL: it stays open */
    char *name;
    struct spool *spool; /* NULL: a file */
    uint64_t base;       /* its first byte in the spool */
    uint64_t size, arrived;
    struct timespec date;
    uint64_t inode;
    char *encoding;
    struct charset *charset;
    enum source_trust trust;
    bool piped;
};

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

/* Opens path; it does not wait for the other end of a pipe. */
static int open_path(const char *path, const char *name, struct stat *st, struct err *e)
{
    int fd;

    if (stat(path, st) == 0 && refuse(st->st_mode, name, e))
        return -1;
    fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0 || fstat(fd, st) != 0) {
        err_set(e, _("%s: cannot be opened: %s"), name, strerror(errno));
    } else if (!refuse(st->st_mode, name, e)) {
        return fd;
    }
    if (fd >= 0)
        close(fd);
    return -1;
}

static struct source *new_source(char *name)
{
    struct source *s = xcalloc(1, sizeof *s);

    s->fd = s->pipe = -1;
    s->name = name;
    return s;
}

/* What a file was when it was opened. */
static void note(struct source *s, const struct stat *st)
{
    s->size = s->arrived = (uint64_t)st->st_size;
    s->date = st->st_mtim;
    s->inode = (uint64_t)st->st_ino;
}

static bool is_same(const struct source *s, const struct stat *st)
{
    return (uint64_t)st->st_size == s->size && (uint64_t)st->st_ino == s->inode &&
           st->st_mtim.tv_sec == s->date.tv_sec && st->st_mtim.tv_nsec == s->date.tv_nsec;
}

static void attach(struct source *s, int fd, const struct stat *st, struct spool *spool)
{
    if (S_ISREG(st->st_mode)) {
        s->fd = fd;
        note(s, st);
    } else {
        s->pipe = fd;
        s->piped = true;
        s->spool = spool;
        s->base = spool_size(spool);
    }
}

static struct source *open_standard(struct spool *spool, struct err *e)
{
    int fd = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    const char *name = _("standard input");
    struct source *s;
    struct stat st;

    if (fd < 0 || fstat(fd, &st) != 0) {
        err_set(e, _("%s: cannot be read: %s"), name, strerror(errno));
        return NULL;
    }
    s = new_source(xmemdup0(name, strlen(name)));
    attach(s, fd, &st, spool);
    return s;
}

struct source *source_open(const char *path, struct spool *spool, struct err *e)
{
    struct source *s;
    struct stat st;
    char *name;
    int fd;

    if (strcmp(path, "-") == 0)
        return open_standard(spool, e);
    name = sanitize_name(path);
    fd = open_path(path, name, &st, e);
    if (fd < 0) {
        free(name);
        return NULL;
    }
    s = new_source(name);
    s->path = xmemdup0(path, strlen(path));
    attach(s, fd, &st, spool);
    return s;
}

struct source *source_from_fd(int fd, const char *name, struct err *e)
{
    struct source *s = new_source(sanitize_name(name));
    struct stat st;

    s->fd = fd;
    if (fstat(fd, &st) != 0) {
        err_set(e, _("%s: cannot be read: %s"), s->name, strerror(errno));
        source_free(s);
        return NULL;
    }
    note(s, &st);
    return s;
}

struct source *source_from_feed(struct spool *spool, const char *name, source_feed *feed,
                                void *data)
{
    struct source *s = new_source(sanitize_name(name));

    s->spool = spool;
    s->base = spool_size(spool);
    s->feed = feed;
    s->data = data;
    return s;
}

static void close_fd(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

void source_free(struct source *s)
{
    if (!s)
        return;
    close_fd(&s->fd);
    close_fd(&s->pipe);
    charset_close(s->charset);
    free(s->path);
    free(s->name);
    free(s->encoding);
    free(s);
}

const char *source_name(const struct source *s)
{
    return s->name;
}

const char *source_path(const struct source *s)
{
    return s->piped ? NULL : s->path;
}

uint64_t source_size(const struct source *s)
{
    return s->size;
}

int64_t source_date(const struct source *s)
{
    return (int64_t)s->date.tv_sec;
}

void source_set_date(struct source *s, int64_t date)
{
    s->date = (struct timespec){.tv_sec = (time_t)date};
}

void source_rest(struct source *s)
{
    if (s->path)
        close_fd(&s->fd);
    charset_close(s->charset);
    s->charset = NULL;
}

/* Opens a file at rest; it must be the one that it was. */
static bool wake(struct source *s, struct err *e)
{
    struct stat st;

    s->fd = open_path(s->path, s->name, &st, e);
    if (s->fd >= 0 && !is_same(s, &st)) {
        close_fd(&s->fd);
        err_set(e, _("%s: has changed since it was read; R reads it again"), s->name);
    }
    return s->fd >= 0;
}

bool source_read(struct source *s, uint64_t off, void *buf, size_t n, size_t *got, struct err *e)
{
    *got = 0;
    if (off >= s->size)
        return true;
    if (n > s->size - off)
        n = (size_t)(s->size - off);
    if (!s->spool && s->fd < 0 && !wake(s, e))
        return false;
    while (*got < n) {
        char *to = (char *)buf + *got;
        uint64_t at = off + *got;
        ssize_t k = s->spool ? spool_read(s->spool, s->base + at, to, n - *got)
                             : pread(s->fd, to, n - *got, (off_t)at);

        if (k < 0 && errno == EINTR)
            continue;
        if (k < 0)
            return err_set(e, _("%s: cannot be read: %s"), s->name, strerror(errno));
        if (k == 0)
            return err_set(e, _("%s: has become shorter; R reads it again"), s->name);
        *got += (size_t)k;
    }
    return true;
}

enum source_change source_look(const struct source *s)
{
    struct stat st;

    if (s->spool || !s->path)
        return SOURCE_SAME;
    if (stat(s->path, &st) != 0)
        return SOURCE_GONE;
    return is_same(s, &st) ? SOURCE_SAME : SOURCE_CHANGED;
}

bool source_is_settled(struct timespec date)
{
    enum { COARSEST = 2 /* seconds */ };

    return time(NULL) - date.tv_sec > COARSEST;
}

bool source_stamp(const struct source *s, struct strbuf *out)
{
    struct stat st;

    if (s->spool || (s->fd >= 0 ? fstat(s->fd, &st) : stat(s->path, &st)) != 0 ||
        !is_same(s, &st) || !source_is_settled(st.st_mtim) ||
        !source_is_settled(st.st_ctim))
        return false;
    strbuf_addf(out, "%ju %ju %ju %jd.%09ld %jd.%09ld\n", (uintmax_t)st.st_dev,
                (uintmax_t)st.st_ino, (uintmax_t)st.st_size, (intmax_t)st.st_mtim.tv_sec,
                st.st_mtim.tv_nsec, (intmax_t)st.st_ctim.tv_sec, st.st_ctim.tv_nsec);
    return true;
}

bool source_reopen(struct source *s, struct err *e)
{
    struct stat st;
    int fd;

    if (!s->spool && s->path) {
        fd = open_path(s->path, s->name, &st, e);
        if (fd < 0)
            return false;
        source_rest(s);
        s->fd = fd;
        note(s, &st);
    }
    if (s->trust != TRUST_USER)
        source_set_encoding(s, NULL, TRUST_GUESS);
    return true;
}

bool source_is_coming(const struct source *s)
{
    return s->pipe >= 0 || s->feed;
}

int source_pipe(const struct source *s)
{
    return s->pipe;
}

bool source_is_piped(const struct source *s)
{
    return s->piped;
}

uint64_t source_arrived(const struct source *s)
{
    return s->arrived;
}

void source_grow(struct source *s)
{
    s->size = s->arrived;
}

void source_stop(struct source *s)
{
    close_fd(&s->pipe);
    s->feed = NULL;
}

/* Reads a piece of what is coming; how much, 0 at the end, -1 with a message, TRY_AGAIN when there
 * is nothing now. */
static long receive(struct source *s, char *buf, size_t size, struct err *e)
{
    struct pollfd p = {.fd = s->pipe, .events = POLLIN};
    long n;

    if (s->feed)
        return s->feed(s->data, buf, size, e);
    if (poll(&p, 1, 0) <= 0 || p.revents == 0)
        return TRY_AGAIN;
    n = read(s->pipe, buf, size);
    if (n >= 0)
        return n;
    if (errno == EAGAIN || errno == EINTR)
        return TRY_AGAIN;
    err_set(e, _("%s: cannot be read: %s"), s->name, strerror(errno));
    return -1;
}

/* Keeps n bytes that came; false when they were the last. */
static bool take(struct source *s, const char *buf, long n, struct err *e)
{
    if (n <= 0)
        return false;
    if (spool_size(s->spool) + (uint64_t)n > SPOOL_MAX)
        return err_set(e, _("%s: only the first %d MiB were read"), s->name,
                       (int)(s->arrived >> 20));
    if (!spool_add(s->spool, buf, (size_t)n, e))
        return false;
    s->arrived += (uint64_t)n;
    return true;
}

bool source_fill(struct source *s, struct err *e)
{
    char *buf = xmalloc(BLOCK);
    int blocks = 0;

    for (; source_is_coming(s) && blocks < BLOCKS; blocks++) {
        long n = receive(s, buf, BLOCK, e);

        if (n == TRY_AGAIN)
            break;
        if (!take(s, buf, n, e))
            source_stop(s);
    }
    free(buf);
    return blocks > 0;
}

const char *source_encoding(const struct source *s)
{
    return s->encoding ? s->encoding : "UTF-8";
}

void source_set_trust(struct source *s, enum source_trust trust)
{
    s->trust = trust;
}

void source_set_encoding(struct source *s, const char *encoding, enum source_trust trust)
{
    charset_close(s->charset);
    s->charset = NULL;
    free(s->encoding);
    s->encoding = encoding ? xmemdup0(encoding, strlen(encoding)) : NULL;
    s->trust = trust;
}

enum source_trust source_trust(const struct source *s)
{
    return s->trust;
}

struct charset *source_charset(struct source *s)
{
    if (!s->charset && !charset_is_utf8(source_encoding(s)))
        s->charset = charset_open(source_encoding(s));
    return s->charset;
}
