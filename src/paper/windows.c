#include <config.h>

#include "paper/windows.h"

#include <stdbool.h>
#include <string.h>
#if defined __x86_64__
#include <immintrin.h>
#endif

#include "base/xalloc.h"
#include "text/utf8.h"

enum { BLOCK = 32 };

/* Bytes side by side; where something holds, all ones. As signed ones they go from those inside of
 * a character (0x80 to 0xBF) over those that begin one up to ASCII. */
typedef uint8_t block __attribute__((vector_size(BLOCK)));
typedef int8_t signed_block __attribute__((vector_size(BLOCK)));

/* A bit for each byte, which is all zeros or all ones. */
typedef uint64_t bits_of(const block *b);

#if defined __x86_64__
static inline __attribute__((always_inline)) uint64_t bits_sse2(const block *b)
{
    __m128i halves[2];

    memcpy(halves, b, BLOCK);
    return (unsigned)_mm_movemask_epi8(halves[0]) |
           (uint64_t)(unsigned)_mm_movemask_epi8(halves[1]) << 16;
}

static inline __attribute__((always_inline, target("avx2"))) uint64_t bits_avx2(const block *b)
{
    return (unsigned)_mm256_movemask_epi8((__m256i)*b);
}
#else
static inline __attribute__((always_inline)) uint64_t bits_plain(const block *b)
{
    uint64_t bits = 0;
    uint8_t bytes[BLOCK];

    memcpy(bytes, b, BLOCK);
    for (unsigned k = 0; k < BLOCK; k++)
        bits |= (uint64_t)(bytes[k] & 1) << k;
    return bits;
}
#endif

/* Looks at a window, behind which one more byte can be read. */
static inline __attribute__((always_inline)) struct window look(const char *s, bits_of *bits)
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
        w.ends |= bits(&ends) << k;
        w.others |= bits(&others) << k;
        w.reports |= bits(&reports) << k;
    }
    return w;
}

/* Looks at all windows; zeros stand for the bytes behind the text. */
static inline __attribute__((always_inline)) void look_at_all(struct str text, struct window *out,
                                                              bits_of *bits)
{
    char rest[WINDOW + 1] = {0};
    size_t from = 0;

    for (; text.n - from > WINDOW; from += WINDOW)
        *out++ = look(text.s + from, bits);
    if (from < text.n)
        memcpy(rest, text.s + from, text.n - from);
    *out++ = look(rest, bits);
    *out = (struct window){0};
}

#if defined __x86_64__
static __attribute__((target("avx2"))) void look_avx2(struct str text, struct window *out)
{
    look_at_all(text, out, bits_avx2);
}
#endif

void windows_look(struct str text, struct windows *out)
{
    out->v = xgrow(out->v, &out->cap, text.n / WINDOW + 2, sizeof *out->v);
#if defined __x86_64__
    if (__builtin_cpu_supports("avx2"))
        look_avx2(text, out->v);
    else
        look_at_all(text, out->v, bits_sse2);
#else
    look_at_all(text, out->v, bits_plain);
#endif
}
