#include <config.h>

#include "base/base64.h"

#include <stdint.h>

void base64_encode(struct str data, struct strbuf *out)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    for (size_t i = 0; i < data.n; i += 3) {
        size_t n = data.n - i < 3 ? data.n - i : 3;
        uint32_t bits = 0;

        for (size_t k = 0; k < 3; k++)
            bits = bits << 8 | (k < n ? (unsigned char)data.s[i + k] : 0);
        for (size_t k = 0; k < 4; k++)
            strbuf_add_char(out, *(k <= n ? &digits[bits >> (18 - 6 * k) & 63] : "="));
    }
}
