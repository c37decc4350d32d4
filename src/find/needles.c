#include <config.h>

#include "find/needles.h"

#if defined __x86_64__
#include <cpuid.h>
#endif
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/utf8.h"

enum { BLOCK = 32, FEW = 8, BYTES = 4 };

typedef uint8_t block __attribute__((vector_size(BLOCK)));

/* A character and its two rarest bytes. */
struct needle {
    uint8_t bytes[BYTES];
    size_t n, first, second;
};

struct needles {
    struct needle *v;
    size_t n, cap;
    bool wide;              /* whole blocks are compared at once */
    uint8_t leads[1 << 13]; /* a bit for each two bytes that a character may begin with */
};

struct needles *needles_new(void)
{
    return xcalloc(1, sizeof(struct needles));
}

void needles_free(struct needles *n)
{
    if (!n)
        return;
    free(n->v);
    free(n);
}

static void add_lead(struct needles *n, unsigned byte, unsigned next)
{
    unsigned two = byte << 8 | next;

    n->leads[two / 8] |= (uint8_t)(1 << two % 8);
}

static bool has_lead(const struct needles *n, unsigned byte, unsigned next)
{
    unsigned two = byte << 8 | next;

    return n->leads[two / 8] >> two % 8 & 1;
}

void needles_add(struct needles *n, uint32_t cp)
{
    struct needle *x;

    n->v = xgrow(n->v, &n->cap, n->n + 1, sizeof *n->v);
    x = &n->v[n->n++];
    *x = (struct needle){0};
    x->n = utf8_put((char *)x->bytes, cp);
    for (unsigned next = 0; next < 256; next++)
        if (x->n == 1 || next == x->bytes[1])
            add_lead(n, x->bytes[0], next);
}

/* Whether the processor has AVX2, and the system keeps its registers. Asked when it is needed:
 * __builtin_cpu_supports brings a constructor that asks for everything at each start, and on a
 * virtual machine every answer is the host's, in 10 microseconds. */
static bool has_wide_blocks(void)
{
#if defined __x86_64__
    enum { SSE_AND_AVX = 6 };
    unsigned a, b, c, d, kept;

    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_OSXSAVE))
        return false;
    __asm__("xgetbv" : "=a"(kept), "=d"(d) : "c"(0));
    return (kept & SSE_AND_AVX) == SSE_AND_AVX && __get_cpuid_count(7, 0, &a, &b, &c, &d) &&
           (b & bit_AVX2);
#else
    return false;
#endif
}

double needles_tune(struct needles *n, const size_t *counts)
{
    double alarms = 0, all = 1;

    n->wide = has_wide_blocks();
    for (size_t i = 0; i < 256; i++)
        all += (double)counts[i];
    for (size_t i = 0; i < n->n; i++) {
        struct needle *x = &n->v[i];

        x->first = 0;
        for (size_t k = 1; k < x->n; k++)
            if (counts[x->bytes[k]] < counts[x->bytes[x->first]])
                x->first = k;
        x->second = x->n == 1 ? 0 : x->first == 0;
        for (size_t k = 0; k < x->n; k++)
            if (k != x->first && counts[x->bytes[k]] < counts[x->bytes[x->second]])
                x->second = k;
        alarms += x->n == 1 ? (double)counts[x->bytes[0]]
                            : (double)counts[x->bytes[x->first]] *
                                  (double)counts[x->bytes[x->second]] / all;
    }
    return n->n > FEW ? alarms + all : alarms; /* that many take another, slower way */
}

static size_t match(const struct needles *n, const uint8_t *s, size_t at, size_t size)
{
    for (size_t i = 0; i < n->n; i++) {
        const struct needle *x = &n->v[i];

        if (s[at] == x->bytes[0] && x->n <= size - at && memcmp(s + at, x->bytes, x->n) == 0)
            return x->n;
    }
    return 0;
}

/* The first place from which one of the characters may begin, by two bytes of each; whole blocks
 * only. *which is the part of the block, in eighths of it. */
__attribute__((always_inline)) static inline size_t skip(const struct needles *n, const uint8_t *s,
                                                         size_t from, size_t size)
{
    block first[FEW], second[FEW];

    for (size_t i = 0; i < n->n; i++) {
        first[i] = (block){0} + n->v[i].bytes[n->v[i].first];
        second[i] = (block){0} + n->v[i].bytes[n->v[i].second];
    }
    for (; from + BLOCK + BYTES <= size; from += BLOCK) {
        block found = {0};
        uint64_t words[BLOCK / 8];

        for (size_t i = 0; i < n->n; i++) {
            block a, b;

            memcpy(&a, s + from + n->v[i].first, BLOCK);
            memcpy(&b, s + from + n->v[i].second, BLOCK);
            found |= (block)(a == first[i]) & (block)(b == second[i]);
        }
        memcpy(words, &found, BLOCK);
        if (words[0] | words[1] | words[2] | words[3])
            return from;
    }
    return from;
}

#if defined __x86_64__
__attribute__((target("avx2"))) static size_t skip_avx2(const struct needles *n, const uint8_t *s,
                                                        size_t from, size_t size)
{
    return skip(n, s, from, size);
}
#endif

static size_t skip_any(const struct needles *n, const uint8_t *s, size_t from, size_t size)
{
#if defined __x86_64__
    if (n->wide)
        return skip_avx2(n, s, from, size);
#endif
    return skip(n, s, from, size);
}

size_t needles_find(const struct needles *n, const uint8_t *s, size_t from, size_t size,
                    size_t *len)
{
    while (from < size) {
        size_t end;

        if (n->n <= FEW)
            from = skip_any(n, s, from, size);
        end = from + BLOCK < size ? from + BLOCK : size;
        for (; from < end; from++)
            if (has_lead(n, s[from], from + 1 < size ? s[from + 1] : 0) &&
                (*len = match(n, s, from, size)) > 0)
                return from;
    }
    return size;
}
