/* base/sandbox: a child process enters it and tries what is refused, and what is not. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/sandbox.h"

enum { PATH = 4096 };

/* A folder of the test's own: allowed/text, other/secret, temporary/. */
static char home[PATH];

/* PATH below home; good until it is called for the third time. */
static char *below(const char *path)
{
    static char paths[3][2 * PATH];
    static int next;

    next = (next + 1) % 3;
    snprintf(paths[next], sizeof paths[next], "%s/%s", home, path);
    return paths[next];
}

static void make_file(const char *path)
{
    FILE *f = fopen(below(path), "w");

    assert_non_null(f);
    fclose(f);
}

static int set_up(void **state)
{
    const char *builddir = getenv("builddir");

    (void)state;
    snprintf(home, sizeof home, "%s/tests/sandbox-XXXXXX", builddir ? builddir : ".");
    assert_non_null(mkdtemp(home));
    mkdir(below("allowed"), 0700);
    mkdir(below("other"), 0700);
    mkdir(below("temporary"), 0700);
    make_file("allowed/text");
    make_file("other/secret");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    unlink(below("allowed/text"));
    unlink(below("other/secret"));
    rmdir(below("allowed"));
    rmdir(below("other"));
    rmdir(below("temporary"));
    return rmdir(home);
}

static int can_open(const char *path, int flags)
{
    int fd = open(path, flags, 0600);

    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

/* Each answers whether it was done. */
static int read_operand(void)
{
    return can_open(below("allowed/text"), O_RDONLY);
}

static int read_library(void)
{
    return can_open("/usr/share", O_RDONLY | O_DIRECTORY);
}

static int make_temporary(void)
{
    int made = can_open(below("temporary/new"), O_RDWR | O_CREAT | O_EXCL);

    return made && unlink(below("temporary/new")) == 0;
}

static int read_other(void)
{
    return can_open(below("other/secret"), O_RDONLY);
}

static int read_passwords(void)
{
    return can_open("/etc/passwd", O_RDONLY);
}

static int write_operand(void)
{
    return can_open(below("allowed/text"), O_WRONLY);
}

static int make_beside_operand(void)
{
    return can_open(below("allowed/new"), O_WRONLY | O_CREAT);
}

static int remove_operand(void)
{
    return unlink(below("allowed/text")) == 0;
}

static int make_socket(void)
{
    return socket(AF_INET, SOCK_STREAM, 0) >= 0 || socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
}

static int make_process(void)
{
    pid_t pid = fork();

    if (pid == 0)
        _exit(0);
    return pid >= 0;
}

static int run_program(void)
{
    execl("/bin/true", "true", (char *)NULL);
    return errno != EPERM && errno != EACCES;
}

static int type_into_terminal(void)
{
    return ioctl(STDIN_FILENO, TIOCSTI, "x") == 0 || errno != EPERM;
}

static int try_in_sandbox(int (*attempt)(void), unsigned layer)
{
    pid_t pid = fork();
    int status;

    if (pid == 0) {
        static char missing[] = "/no/such/file";
        char *const read[] = {below("allowed"), missing};
        const struct sandbox s = {
            read, 2, "/no/such/folder", {below("temporary"), NULL}, "/no/such/terminal"};

        _exit(!(sandbox_enter(&s) & layer) ? 77 : attempt() ? 1 : 0);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void expect(int (*attempt)(void), unsigned layer, int done)
{
    int got = try_in_sandbox(attempt, layer);

    if (got == 77)
        print_message("# the kernel has none of layer %u\n", layer);
    else
        assert_int_equal(got, done);
}

static void test_files(void **state)
{
    (void)state;
    expect(read_operand, SANDBOX_LANDLOCK, 1);
    expect(read_library, SANDBOX_LANDLOCK, 1);
    expect(make_temporary, SANDBOX_LANDLOCK, 1);
    expect(read_other, SANDBOX_LANDLOCK, 0);
    expect(read_passwords, SANDBOX_LANDLOCK, 0);
    expect(write_operand, SANDBOX_LANDLOCK, 0);
    expect(make_beside_operand, SANDBOX_LANDLOCK, 0);
    expect(remove_operand, SANDBOX_LANDLOCK, 0);
}

static void test_calls(void **state)
{
    (void)state;
    expect(make_socket, SANDBOX_SECCOMP, 0);
    expect(make_process, SANDBOX_SECCOMP, 0);
    expect(run_program, SANDBOX_SECCOMP, 0);
    expect(type_into_terminal, SANDBOX_SECCOMP, 0);
}

static void test_without(void **state)
{
    (void)state;
    assert_true(read_other() && make_process() && make_socket());
    assert_in_range(sandbox_landlock_version(), 0, 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_calls),
        cmocka_unit_test(test_without),
    };

    return cmocka_run_group_tests_name("sandbox", tests, set_up, tear_down);
}
