/* Rebuilds the articles of a text, and asks what became of each of its bytes. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

#include "../account-check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    for (int as = TEXT_AUTO; as <= TEXT_RAW; as++) {
        size_t off;
        const char *fault =
            account_fault((struct str){(const char *)data, size}, (enum text_kind)as, &off);

        if (fault) {
            fprintf(stderr, "%s, at byte %zu\n", fault, off);
            abort();
        }
    }
    return 0;
}
