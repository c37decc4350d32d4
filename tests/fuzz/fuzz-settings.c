/* Reads the input as a settings file, and checks what settings.h promises. */
#include <config.h>

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"

#include "user/settings.h"

static void write_file(const char *path, const uint8_t *data, size_t size)
{
    FILE *f = fopen(path, "wb");

    if (!f || fwrite(data, 1, size, f) != size || fclose(f) != 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct settings s = {0};
    char path[64];
    struct err e;
    int last = 0;

    snprintf(path, sizeof path, "fuzz-settings-%ld", (long)getpid());
    write_file(path, data, size);
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
    remove(path);
    return 0;
}
