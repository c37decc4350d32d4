#include <config.h>

#include "user/aside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/str.h"

enum { TRIES = 1000 };

int aside_lock(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd >= 0)
        while (flock(fd, LOCK_EX) != 0 && errno == EINTR)
            continue;
    return fd;
}

static bool is_free(const char *path)
{
    struct stat st;

    return lstat(path, &st) != 0 && errno == ENOENT;
}

/* A journal belongs to its file: left behind, it would be taken for the new one's. */
static void move_companions(const char *path, const char *name)
{
    static const char *const tails[] = {"-journal", "-wal", "-shm"};

    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        struct strbuf from = {0}, to = {0};

        strbuf_addf(&from, "%s%s", path, tails[i]);
        strbuf_addf(&to, "%s%s", name, tails[i]);
        rename(from.s, to.s);
        strbuf_free(&from);
        strbuf_free(&to);
    }
}

bool aside_move(const char *path, char *name, int size, struct err *e)
{
    for (int i = 1; i < TRIES; i++) {
        int n = i == 1 ? snprintf(name, (size_t)size, "%s.bad", path)
                       : snprintf(name, (size_t)size, "%s.bad%d", path, i);

        if (n >= size)
            return err_set(e, "%s", strerror(ENAMETOOLONG));
        if (!is_free(name))
            continue;
        move_companions(path, name);
        return rename(path, name) == 0 || errno == ENOENT || err_set(e, "%s", strerror(errno));
    }
    return err_set(e, "%s", _("too many were set aside before; remove them"));
}
