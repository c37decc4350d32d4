#include <config.h>

#include "paper/windows.h"

#include <stdbool.h>
#include <string.h>
#if defined __x86_64__
#include <emmintrin.h>
#endif

#include "base/xalloc.h"
#include "text/utf8.h"

enum { BLOCK = 16 }; /* compilers take wider ones apart byte by byte where there is no AVX2 */

/* Bytes side by side; where something holds, all ones. As signed ones they go from those inside of
 * a character (0x80 to 0xBF) over those that begin one up to ASCII. */
typedef uint8_t block __attribute__((vector_size(BLOCK)));
typedef int8_t signed_block __attribute__((vector_size(BLOCK)));

/* A bit for each byte, which is all zeros or all ones. */
static inline uint64_t bits(block b)
{
#if defined __x86_64__
    return (unsigned)_mm_movemask_epi8((__m128i)b);
#else
    uint64_t all = 0;
    uint8_t bytes[BLOCK];

    memcpy(bytes, &b, BLOCK);
    for (unsigned k = 0; k < BLOCK; k++)
        all |= (uint64_t)(bytes[k] & 1) << k;
    return all;
#endif
}

/* Looks at a window, behind which one more byte can be read. */
static inline struct window look(const char *s)
{
    struct window w = {0};

    for (unsigned k = 0; k < WINDOW; k += BLOCK) {
        block a, b, ends, others, reports;
        signed_block x, y;

        memcpy(&a, s + k, BLOCK);
        memcpy(&b, s + k + 1, BLOCK);
        x = (signed_block)a;
        y = (signed_block)b;
        ends = (block)(a == '\n');
        others = (block)(((x > (int8_t)0xBF) & (x < (int8_t)0xE4)) | (x > (int8_t)0xE9) |
                         ((x == (int8_t)0xE4) & (y < (int8_t)0xB8)));
        reports = (block)(((a == 0xAE) & (b == 0xAF)) | ((a == 0xA8) & (b == 0x8A)) |
                          ((a == 0x94) & (b == 0xB5)) | ((a == 0x9B) & (b == 0xBB)));
        w.ends |= bits(ends) << k;
        w.others |= bits(others) << k;
        w.reports |= bits(reports) << k;
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
