/* Times a program in a terminal of its own, for tests/bench/bench.py.
 *
 *     ptytime [-s ROWSxCOLS] [-m MARK] [STEP]... -- COMMAND [ARG]...
 *
 * A step is -k KEYS (types them), -r ROWSxCOLS (resizes) or -w MILLISECONDS (waits, and reads). The
 * terminal answers no question. The start is over when the output has had MARK and has been quiet
 * for a moment (what is shown of loading comes later), a step when it has been quiet for longer.
 * For the start and every step a line on standard output: milliseconds to the first byte, to the
 * last byte, of processor time; bytes; resident and private KiB at its end. */
#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { QUIET_MS = 40, START_QUIET_MS = 10, LIMIT_MS = 300000 };

struct session {
    int fd;
    pid_t pid;
    const char *mark; /* what the first screen has; NULL: anything */
    char tail[256];   /* end of the output so far, where the mark may begin */
};

/* Of one step. */
struct figures {
    double first, last; /* ms since its beginning; 0 when nothing came */
    size_t bytes;
    bool marked;
};

static double now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double processor_ms(pid_t pid)
{
    clockid_t clock;
    struct timespec t;

    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &t) != 0)
        return 0;
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static long memory_kib(pid_t pid, const char *field)
{
    char path[64], line[256];
    long kib = 0;
    FILE *f;

    snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)pid);
    f = fopen(path, "r");
    while (f && fgets(line, sizeof line, f))
        if (strncmp(line, field, strlen(field)) == 0)
            kib += strtol(line + strlen(field), NULL, 10);
    if (f)
        fclose(f);
    return kib;
}

static struct winsize size_of(const char *text)
{
    struct winsize size = {24, 80, 0, 0};

    if (sscanf(text, "%hux%hu", &size.ws_row, &size.ws_col) != 2) {
        fprintf(stderr, "ptytime: %s: not ROWSxCOLS\n", text);
        exit(2);
    }
    return size;
}

static void run_child(const char *terminal, char **argv)
{
    int fd;

    setsid();
    fd = open(terminal, O_RDWR);
    if (fd < 0)
        _exit(126);
    ioctl(fd, TIOCSCTTY, 0);
    for (int i = 0; i < 3; i++)
        dup2(fd, i);
    if (fd > 2)
        close(fd);
    execvp(argv[0], argv);
    _exit(127);
}

static void start(struct session *s, const struct winsize *size, char **argv)
{
    const char *terminal;
    int keep;

    s->fd = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (s->fd < 0 || grantpt(s->fd) != 0 || unlockpt(s->fd) != 0 || !(terminal = ptsname(s->fd))) {
        perror("ptytime");
        exit(2);
    }
    /* Held open so that the master reads no error before the program has opened its side. */
    keep = open(terminal, O_RDWR | O_NOCTTY | O_CLOEXEC);
    ioctl(s->fd, TIOCSWINSZ, size);
    s->pid = fork();
    if (s->pid == 0)
        run_child(terminal, argv);
    close(keep);
}

static void look_for_mark(struct session *s, const char *buf, size_t n, struct figures *f)
{
    char joined[sizeof s->tail + 65536 + 1];
    size_t kept = strlen(s->tail), from;

    if (!s->mark || f->marked) {
        f->marked = true;
        return;
    }
    memcpy(joined, s->tail, kept);
    memcpy(joined + kept, buf, n);
    kept += n;
    for (size_t i = 0; i < kept; i++)
        joined[i] = joined[i] ? joined[i] : ' ';
    joined[kept] = '\0';
    f->marked = strstr(joined, s->mark) != NULL;
    from = kept >= sizeof s->tail ? kept - (sizeof s->tail - 1) : 0;
    strcpy(s->tail, joined + from);
}

/* Reads until nothing comes for `quiet` ms, after the mark if one is waited for. */
static struct figures read_step(struct session *s, double begin, int quiet, bool wait_for_mark)
{
    struct figures f = {0};
    char buf[65536];

    f.marked = !wait_for_mark;
    while (now_ms() - begin < LIMIT_MS) {
        struct pollfd p = {s->fd, POLLIN, 0};
        ssize_t n;

        if (poll(&p, 1, quiet) == 0) {
            if (f.marked)
                break;
            continue;
        }
        n = read(s->fd, buf, sizeof buf);
        if (n <= 0)
            break;
        f.last = now_ms() - begin;
        if (f.bytes == 0)
            f.first = f.last;
        f.bytes += (size_t)n;
        look_for_mark(s, buf, (size_t)n, &f);
    }
    return f;
}

static void report(const struct session *s, const struct figures *f, double processor)
{
    printf("%.3f\t%.3f\t%.3f\t%zu\t%ld\t%ld\n", f->first, f->last,
           processor_ms(s->pid) - processor, f->bytes, memory_kib(s->pid, "Rss:"),
           memory_kib(s->pid, "Private_Dirty:"));
}

static void do_step(struct session *s, char kind, const char *argument)
{
    double processor = processor_ms(s->pid), begin = now_ms();
    int quiet = QUIET_MS;
    struct figures f;

    if (kind == 'k') {
        if (write(s->fd, argument, strlen(argument)) < 0)
            perror("ptytime");
    } else if (kind == 'r') {
        struct winsize size = size_of(argument);

        ioctl(s->fd, TIOCSWINSZ, &size);
    } else {
        quiet = atoi(argument);
    }
    f = read_step(s, begin, quiet, false);
    report(s, &f, processor);
}

static void finish(struct session *s)
{
    kill(s->pid, SIGKILL);
    close(s->fd);
    waitpid(s->pid, NULL, 0);
}

int main(int argc, char **argv)
{
    struct session s = {0};
    struct winsize size = {24, 80, 0, 0};
    struct figures f;
    char **command = argv;
    double begin;
    int option;

    while (*command && strcmp(*command, "--") != 0)
        command++;
    if (!*command || !*++command) {
        fputs("Usage: ptytime [-s ROWSxCOLS] [-m MARK] [STEP]... -- COMMAND [ARG]...\n", stderr);
        return 2;
    }
    argc = (int)(command - argv) - 1;
    while ((option = getopt(argc, argv, "s:m:k:r:w:")) != -1) {
        if (option == 's')
            size = size_of(optarg);
        else if (option == 'm')
            s.mark = optarg;
    }
    begin = now_ms();
    start(&s, &size, command);
    f = read_step(&s, begin, START_QUIET_MS, s.mark != NULL);
    report(&s, &f, 0);
    optind = 1;
    while ((option = getopt(argc, argv, "s:m:k:r:w:")) != -1)
        if (option != 's' && option != 'm')
            do_step(&s, (char)option, optarg);
    finish(&s);
    return 0;
}
