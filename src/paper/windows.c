#include <config.h>

#include "paper/windows.h"

#include "base/bytes.h"
#include "base/xalloc.h"
#include "text/utf8.h"

/* As signed ones bytes go from those inside of a character (0x80 to 0xBF) over those that begin one
 * up to ASCII. */
typedef int8_t signed_bytes __attribute__((vector_size(BYTES_AT_ONCE)));

/* The last byte of 讯 訊 电 or 電 behind the one before it; zero behind others. */
static inline bytes report_behind(bytes a)
{
    return (bytes_is(a, 0xAE) & 0xAF) | (bytes_is(a, 0xA8) & 0x8A) | (bytes_is(a, 0x94) & 0xB5) |
           (bytes_is(a, 0x9B) & 0xBB);
}

/* Looks at a window, behind which one more byte can be read. */
static inline struct window look(const char *s)
{
    struct window w = {0};

    for (unsigned k = 0; k < WINDOW; k += BYTES_AT_ONCE) {
        bytes a = bytes_load(s + k), b = bytes_load(s + k + 1);
        bytes inside = (bytes)((signed_bytes)a < -0x40);
        bytes ideograph = bytes_is_within(a, 0xE4, 0xE9);
        bytes other = bytes_is(a, 0xE4) & (bytes)((signed_bytes)b < -0x48); /* before E4 B8 */

        w.ends |= (uint64_t)bytes_set(bytes_is(a, '\n')) << k;
        w.others |= (uint64_t)bytes_set(~(inside | ideograph) | other) << k;
        w.reports |= (uint64_t)bytes_set((bytes)(b == report_behind(a))) << k;
    }
    return w;
}

/* Looks at all windows; zeros stand for the bytes behind the text. */
static void look_at_all(struct str text, struct window *out)
{
    char rest[WINDOW + 1] = {0};
    size_t from = 0;

    for (; text.n - from > WINDOW; from += WINDOW)
        *out++ = look(text.s + from);
    if (from < text.n)
        memcpy(rest, text.s + from, text.n - from);
    *out++ = look(rest);
    *out = (struct window){0};
}

void windows_look(struct str text, struct windows *out)
{
    out->v = xgrow(out->v, &out->cap, text.n / WINDOW + 2, sizeof *out->v);
    look_at_all(text, out->v);
}
