#include <config.h>

#include "text/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/str.h"
#include "base/xalloc.h"

struct spool {
    int fd; /* -1: nothing was written yet */
    uint64_t size;
};

const char *spool_folder(void)
{
    const char *dir = getenv("TMPDIR");

    return dir && *dir ? dir : "/tmp";
}

struct spool *spool_new(void)
{
    struct spool *s = xmalloc(sizeof *s);

    *s = (struct spool){-1, 0};
    return s;
}

void spool_free(struct spool *s)
{
    if (s && s->fd >= 0)
        close(s->fd);
    free(s);
}

uint64_t spool_size(const struct spool *s)
{
    return s->size;
}

/* A file that has no name and goes when it is closed; -1 with a message on failure. */
static int temporary(struct err *e)
{
    const char *dir = spool_folder();
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

bool spool_add(struct spool *s, const void *bytes, size_t n, struct err *e)
{
    const char *from = bytes;

    if (s->fd < 0 && (s->fd = temporary(e)) < 0)
        return false;
    while (n > 0) {
        ssize_t k = pwrite(s->fd, from, n, (off_t)s->size);

        if (k < 0 && errno == EINTR)
            continue;
        if (k < 0)
            return err_set(e, _("the temporary file cannot be written: %s; set TMPDIR to a folder "
                                "with more room"),
                           strerror(errno));
        from += k;
        n -= (size_t)k;
        s->size += (uint64_t)k;
    }
    return true;
}

void spool_cut(struct spool *s, uint64_t size)
{
    s->size = size;
}

long spool_read(const struct spool *s, uint64_t off, void *buf, size_t n)
{
    return pread(s->fd, buf, n, (off_t)off);
}

int spool_file(const struct spool *s)
{
    return s->fd;
}
