#include <config.h>

#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/xalloc.h"

struct log {
    int fd;
    struct timespec begin;
};

struct log *log_open(const char *path, struct err *e)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY, 0600);
    struct log *log;

    if (fd < 0) {
        err_set(e, _("--debug-log: the file cannot be opened: %s"), strerror(errno));
        return NULL;
    }
    log = xcalloc(1, sizeof *log);
    log->fd = fd;
    clock_gettime(CLOCK_MONOTONIC, &log->begin);
    return log;
}

void log_close(struct log *log)
{
    if (log)
        close(log->fd);
    free(log);
}

void log_say(struct log *log, const char *fmt, ...)
{
    char line[1024];
    struct timespec now;
    double seconds;
    va_list ap;
    size_t n;

    if (!log)
        return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    seconds = (double)(now.tv_sec - log->begin.tv_sec) +
              (double)(now.tv_nsec - log->begin.tv_nsec) / 1e9;
    n = (size_t)snprintf(line, sizeof line, "%10.4f ", seconds);
    va_start(ap, fmt);
    vsnprintf(line + n, sizeof line - n - 1, fmt, ap);
    va_end(ap);
    for (n = 0; line[n]; n++)
        if ((unsigned char)line[n] < ' ' || line[n] == '\x7f')
            line[n] = '?';
    line[n++] = '\n';
    /* One write a line, so that the lines of two programs do not mix. */
    if (write(log->fd, line, n) < 0)
        return;
}
