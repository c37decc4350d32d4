/* Loaded before the C library by tests/faults.py: a machine on which calls fail, as the environment
 * says.
 *
 *   FAULT_MEMORY=N  from the Nth allocation on there is no memory
 *   FAULT_DISK=N    from the Nth write into a file on the disk is full
 *   FAULT_SHORT=N   of N reads and writes one is interrupted, and one moves a single byte
 *   FAULT_LOG=FILE  gets a byte when the first fault happens
 */
#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t size);

/* 0: not asked for. */
static long asked(const char *name)
{
    const char *value = getenv(name);

    return value ? atol(value) : 0;
}

static long count_up(long *count)
{
    return __atomic_add_fetch(count, 1, __ATOMIC_RELAXED);
}

/* Fails with that error, and says once that it does. */
static int fail(int error)
{
    static long failures;
    const char *log = getenv("FAULT_LOG");
    int fd = log && count_up(&failures) == 1 ? open(log, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;

    if (fd >= 0) {
        syscall(SYS_write, fd, "!", 1);
        close(fd);
    }
    errno = error;
    return 1;
}

static int no_memory(void)
{
    static long count;
    long from = asked("FAULT_MEMORY");

    return from > 0 && count_up(&count) >= from && fail(ENOMEM);
}

static int disk_full(int fd)
{
    static long count;
    long from = asked("FAULT_DISK");
    struct stat st;

    return from > 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && count_up(&count) >= from &&
           fail(ENOSPC);
}

/* Whether the call is interrupted; else *size is what it may move. */
static int interrupted(size_t *size)
{
    static long count;
    long every = asked("FAULT_SHORT");
    /* In no rhythm: a program that polls and reads in turn would never get on. */
    unsigned dice = (unsigned)count_up(&count) * 2654435761U >> 16;
    long turn = every > 0 ? (long)(dice % (unsigned)every) : -1;

    if (turn == 1 && *size > 1)
        *size = 1;
    return turn == 0 && fail(EINTR);
}

void *malloc(size_t size)
{
    return no_memory() ? NULL : __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
    return no_memory() ? NULL : __libc_calloc(n, size);
}

void *realloc(void *p, size_t size)
{
    return no_memory() ? NULL : __libc_realloc(p, size);
}

ssize_t read(int fd, void *to, size_t n)
{
    return interrupted(&n) ? -1 : syscall(SYS_read, fd, to, n);
}

ssize_t pread(int fd, void *to, size_t n, off_t at)
{
    return interrupted(&n) ? -1 : syscall(SYS_pread64, fd, to, n, at);
}

ssize_t write(int fd, const void *from, size_t n)
{
    return disk_full(fd) || interrupted(&n) ? -1 : syscall(SYS_write, fd, from, n);
}

ssize_t pwrite(int fd, const void *from, size_t n, off_t at)
{
    return disk_full(fd) || interrupted(&n) ? -1 : syscall(SYS_pwrite64, fd, from, n, at);
}

int poll(struct pollfd *fds, nfds_t n, int ms)
{
    size_t some = 0;

    return interrupted(&some) ? -1 : (int)syscall(SYS_poll, fds, n, ms);
}

ssize_t pread64(int fd, void *to, size_t n, off_t at) __attribute__((alias("pread")));
ssize_t pwrite64(int fd, const void *from, size_t n, off_t at) __attribute__((alias("pwrite")));
