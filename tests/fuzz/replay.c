/* Feeds files to a fuzz target once each, where the build has no libFuzzer. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

#include "base/str.h"

static bool replay(const char *path)
{
    FILE *f = fopen(path, "rb");
    struct strbuf b = {0};
    uint8_t *exact; /* nothing behind the last byte, so that a sanitizer sees a read beyond it */
    char piece[4096];
    size_t n;

    if (!f) {
        perror(path);
        return false;
    }
    while ((n = fread(piece, 1, sizeof piece, f)) > 0)
        strbuf_add(&b, piece, n);
    fclose(f);
    exact = malloc(b.n ? b.n : 1);
    if (exact) {
        if (b.n > 0)
            memcpy(exact, b.s, b.n);
        LLVMFuzzerTestOneInput(exact, b.n);
    }
    free(exact);
    strbuf_free(&b);
    return true;
}

int main(int argc, char **argv)
{
    bool ok = true;

    for (int i = 1; i < argc; i++)
        ok = replay(argv[i]) && ok;
    return ok ? 0 : 1;
}
