#include <config.h>

#include "base/streams.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/i18n.h"

void streams_fill(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) == -1)
            open("/dev/null", O_RDONLY); /* takes the lowest free number: fd */
}

/* Zeros when standard output is no terminal. */
static struct winsize terminal_size(void)
{
    struct winsize size = {0};

    if (!isatty(STDOUT_FILENO))
        return size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
        return (struct winsize){.ws_row = 24, .ws_col = 80};
    return size;
}

int streams_cols(void)
{
    return terminal_size().ws_col;
}

int streams_rows(void)
{
    return terminal_size().ws_row;
}

bool streams_have_color(void)
{
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");

    return isatty(STDOUT_FILENO) && !(no_color && *no_color) && term && strcmp(term, "dumb") != 0;
}

/* Whether standard output is a pipe that nobody reads any more. */
static bool is_unread(void)
{
    struct pollfd p = {.fd = STDOUT_FILENO, .events = POLLOUT};

    return poll(&p, 1, 0) == 1 && (p.revents & POLLERR);
}

bool streams_close(struct err *e)
{
    bool ok = !ferror(stdout) || is_unread();

    errno = 0;
    ok = fclose(stdout) == 0 && ok;
    if (ok || errno == EPIPE)
        return true;
    return err_set(e, _("standard output cannot be written: %s"), strerror(errno ? errno : EIO));
}
