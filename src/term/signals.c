#include <config.h>

#include "term/signals.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "term/probe.h"

static volatile sig_atomic_t pending, stopping, woken, resized;

/* Read by give_back, which can be given nothing. */
static struct {
    volatile sig_atomic_t armed;
    int fd;
    struct termios tty;
    size_t n;
    char bytes[256];
    volatile sig_atomic_t answers; /* the file of term/probe's, -1 when none are awaited */
} restore = {.answers = -1};

static const int leaving[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
static const int crashing[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

enum {
    N_LEAVING = sizeof leaving / sizeof *leaving,
    N_CRASHING = sizeof crashing / sizeof *crashing
};

static void on_leave(int sig)
{
    pending = sig;
}

static void on_stop(int sig)
{
    (void)sig;
    stopping = 1;
}

static void on_wake(int sig)
{
    (void)sig;
    woken = 1;
}

static void on_resize(int sig)
{
    (void)sig;
    resized = 1;
}

/* Gives the terminal back, once; calls only what a handler may. */
static void give_back(void)
{
    if (!restore.armed)
        return;
    restore.armed = 0;
    if (write(restore.fd, restore.bytes, restore.n) < 0)
        restore.n = 0;
    if (restore.answers >= 0)
        probe_discard(restore.answers);
    tcsetattr(restore.fd, TCSANOW, &restore.tty);
}

static void on_crash(int sig)
{
    give_back();
    signal(sig, SIG_DFL);
    raise(sig);
}

/* ncurses ends the program when it has no memory left, whatever the terminal looks like. */
static void at_exit(void)
{
    if (restore.armed)
        xalloc_give_up();
}

static void handle(int sig, void (*handler)(int))
{
    struct sigaction sa = {.sa_handler = handler, .sa_flags = sig == SIGWINCH ? SA_RESTART : 0};

    sigemptyset(&sa.sa_mask);
    sigaction(sig, &sa, NULL);
}

void signals_install(void)
{
    pending = stopping = woken = resized = 0;
    handle(SIGTSTP, on_stop);
    handle(SIGCONT, on_wake);
    handle(SIGWINCH, on_resize);
    for (int i = 0; i < N_LEAVING; i++)
        handle(leaving[i], on_leave);
    for (int i = 0; i < N_CRASHING; i++)
        handle(crashing[i], on_crash);
    xalloc_on_failure(give_back);
    atexit(at_exit);
}

int signals_pending(void)
{
    return pending;
}

bool signals_arrived(void)
{
    return pending || stopping || woken || resized;
}

bool signals_take_stop(void)
{
    bool was = stopping;

    stopping = 0;
    return was;
}

bool signals_take_wake(void)
{
    bool was = woken;

    woken = 0;
    return was;
}

bool signals_take_resize(void)
{
    bool was = resized;

    resized = 0;
    return was;
}

void signals_stop(void)
{
    handle(SIGTSTP, SIG_DFL);
    raise(SIGTSTP);
    handle(SIGTSTP, on_stop);
    woken = 0;
}

void signals_remove(void)
{
    handle(SIGTSTP, SIG_DFL);
    handle(SIGCONT, SIG_DFL);
    handle(SIGWINCH, SIG_DFL);
    for (int i = 0; i < N_LEAVING; i++)
        handle(leaving[i], SIG_DFL);
    for (int i = 0; i < N_CRASHING; i++)
        handle(crashing[i], SIG_DFL);
    xalloc_on_failure(NULL);
}

void signals_await_answers(int fd)
{
    restore.answers = fd;
}

void signals_set_restore(int fd, const char *bytes, size_t n)
{
    restore.armed = 0;
    if (n == 0 || tcgetattr(fd, &restore.tty) != 0)
        return;
    restore.fd = fd;
    restore.n = n < sizeof restore.bytes ? n : sizeof restore.bytes - 1;
    memcpy(restore.bytes, bytes, restore.n);
    restore.armed = 1;
}
