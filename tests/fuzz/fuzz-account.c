/* Rebuilds the articles of a text, as the kind of text that the first byte chooses, and asks what
 * became of each of its bytes. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

#include "../account-check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *fault;
    size_t off;

    if (size < 1)
        return 0;
    fault = account_fault((struct str){(const char *)data + 1, size - 1},
                          (enum text_kind)(data[0] % (TEXT_RAW + 1)), &off);
    if (fault) {
        fprintf(stderr, "%s, at byte %zu\n", fault, off);
        abort();
    }
    return 0;
}
