/* Any bytes through text/sanitize: what comes out is clean, clean text stays as it is, and the way
 * back to the raw bytes runs forward. */
#include <config.h>

#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "../clean-check.h"
#include "text/sanitize.h"

static void check(bool good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "%s\n", what);
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct sanitized once = {0}, twice = {0};
    struct str text;
    size_t at, last = 0;
    const char *fault;

    sanitize_utf8((struct str){(const char *)data, size}, &once);
    text = strbuf_str(&once.text);
    fault = clean_fault(text, CLEAN_LINES, &at);
    check(!fault, fault);
    sanitize_utf8(text, &twice);
    check(str_eq(text, strbuf_str(&twice.text)), "clean text changes when it is cleaned again");
    for (size_t i = 0; i <= text.n; i++) {
        size_t raw;

        if (i < text.n && ((unsigned char)text.s[i] & 0xC0) == 0x80)
            continue;
        raw = sanitized_raw(&once, i);
        check(raw >= last && raw <= size, "the way back leads nowhere");
        last = raw;
    }
    sanitized_free(&once);
    sanitized_free(&twice);
    return 0;
}
