/* Reads the input as a settings file, and checks what settings.h promises. */
#include <config.h>

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"

#include "user/settings.h"

/* A file in memory, always the same one: a new one each time would take longer than reading it. */
static int file_of(const uint8_t *data, size_t size)
{
    static int fd = -1;

    if (fd < 0)
        fd = memfd_create("fuzz", MFD_CLOEXEC);
    if (fd < 0 || ftruncate(fd, 0) != 0 || pwrite(fd, data, size, 0) != (ssize_t)size)
        abort();
    return fd;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct settings s = {0};
    char path[64];
    struct err e;
    int last = 0;

    snprintf(path, sizeof path, "/proc/self/fd/%d", file_of(data, size));
    if (settings_read(path, &s, &e) == SETTINGS_READ) {
        for (size_t i = 0; i < s.n; i++) {
            assert(s.v[i].section && s.v[i].name && s.v[i].value);
            assert(strlen(s.v[i].name) + strlen(s.v[i].value) <= size);
            assert(s.v[i].line >= last);
            last = s.v[i].line;
        }
        for (size_t i = 0; i < s.n_problems; i++)
            assert(s.problems[i].line > 0 && s.problems[i].message[0]);
    }
    settings_free(&s);
    return 0;
}
