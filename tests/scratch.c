#include <config.h>

#include "scratch.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/str.h"

static char folder[] = "/tmp/kanbao-test-XXXXXX";

int scratch_begin(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

int scratch_end(void **state)
{
    (void)state;
    scratch_shell("chmod -R u+rwx . && rm -rf \"$PWD\"");
    return 0;
}

char *scratch_path(const char *name)
{
    struct strbuf path = {0};

    strbuf_addf(&path, "%s/%s", folder, name);
    return path.s;
}

void scratch_write(const char *path, const void *bytes, size_t n)
{
    static time_t tick = 1000000000;
    struct timespec times[2] = {{.tv_sec = tick}, {.tv_sec = tick}};
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, n), (ssize_t)n);
    assert_int_equal(futimens(fd, times), 0);
    close(fd);
    tick++;
}

void scratch_shell(const char *command)
{
    struct strbuf line = {0};

    strbuf_addf(&line, "cd '%s' && { %s\n}", folder, command);
    assert_int_equal(system(line.s), 0);
    strbuf_free(&line);
}
