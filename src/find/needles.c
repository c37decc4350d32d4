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

enum {
    BLOCK = 32,
    FEW = 8,
    BYTES = 4,
    SEEN = 3 /* bytes of a character that a box looks at, as skip_boxes does */
};

typedef uint8_t block __attribute__((vector_size(BLOCK)));

/* A character and its two rarest bytes. */
struct needle {
    uint8_t bytes[BYTES];
    size_t n, first, second;
};

/* Characters that have bytes of these ranges, and others among them. */
struct box {
    uint8_t from[SEEN], span[SEEN]; /* the first ones; of a shorter character any may follow */
};

struct needles {
    struct needle *v;
    size_t n, cap;
    struct box boxes[FEW]; /* that all are in, when they are too many to be compared each */
    size_t n_boxes;
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

static int compare(const void *a, const void *b)
{
    return memcmp(((const struct needle *)a)->bytes, ((const struct needle *)b)->bytes, BYTES);
}

static struct box box_of(const struct needle *x)
{
    struct box box = {{0}, {0}};

    for (size_t k = 0; k < SEEN; k++) {
        box.from[k] = k < x->n ? x->bytes[k] : 0;
        box.span[k] = k < x->n ? 0 : UINT8_MAX;
    }
    return box;
}

/* The smallest box around both. */
static struct box join(const struct box *a, const struct box *b)
{
    struct box box = {{0}, {0}};

    for (size_t k = 0; k < SEEN; k++) {
        unsigned from = a->from[k] < b->from[k] ? a->from[k] : b->from[k];
        unsigned to_a = a->from[k] + a->span[k], to_b = b->from[k] + b->span[k];

        box.from[k] = (uint8_t)from;
        box.span[k] = (uint8_t)((to_a > to_b ? to_a : to_b) - from);
    }
    return box;
}

/* How many places are to be expected in it, in `all` bytes of which below[b] are less than b. */
static double alarms_of(const struct box *box, const size_t *below, double all)
{
    double alarms = all;

    for (size_t k = 0; k < SEEN; k++)
        alarms *= (double)(below[box->from[k] + box->span[k] + 1] - below[box->from[k]]) / all;
    return alarms;
}

/* Joins the two neighbours of the n boxes that cost least by it. */
static void join_cheapest(struct box *boxes, size_t n, const size_t *below, double all)
{
    double least = 0;
    size_t best = 0;

    for (size_t i = 0; i + 1 < n; i++) {
        struct box both = join(&boxes[i], &boxes[i + 1]);
        double more = alarms_of(&both, below, all) - alarms_of(&boxes[i], below, all) -
                      alarms_of(&boxes[i + 1], below, all);

        if (i > 0 && more >= least)
            continue;
        least = more;
        best = i;
    }
    boxes[best] = join(&boxes[best], &boxes[best + 1]);
    memmove(&boxes[best + 1], &boxes[best + 2], (n - best - 2) * sizeof *boxes);
}

/* Puts all into few boxes, those that few other bytes are in. Returns the false alarms. */
static double tune_boxes(struct needles *n, const size_t *counts, double all)
{
    struct box *boxes = xcalloc(n->n, sizeof *boxes);
    size_t below[256 + 1] = {0}, left = n->n;
    double alarms = 0;

    for (size_t i = 0; i < 256; i++)
        below[i + 1] = below[i] + counts[i];
    qsort(n->v, n->n, sizeof *n->v, compare);
    for (size_t i = 0; i < n->n; i++)
        boxes[i] = box_of(&n->v[i]);
    for (; left > FEW; left--)
        join_cheapest(boxes, left, below, all);
    for (size_t i = 0; i < left; i++)
        alarms += alarms_of(&boxes[i], below, all);
    memcpy(n->boxes, boxes, left * sizeof *boxes);
    n->n_boxes = left;
    free(boxes);
    return alarms;
}

double needles_tune(struct needles *n, const size_t *counts)
{
    double alarms = 0, all = 1;

    n->wide = has_wide_blocks();
    for (size_t i = 0; i < 256; i++)
        all += (double)counts[i];
    if (n->n > FEW)
        return tune_boxes(n, counts, all);
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
    return alarms;
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

__attribute__((always_inline)) static inline bool is_any(const block *found)
{
    uint64_t words[BLOCK / 8];

    memcpy(words, found, BLOCK);
    return (words[0] | words[1] | words[2] | words[3]) != 0;
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

        for (size_t i = 0; i < n->n; i++) {
            block a, b;

            memcpy(&a, s + from + n->v[i].first, BLOCK);
            memcpy(&b, s + from + n->v[i].second, BLOCK);
            found |= (block)(a == first[i]) & (block)(b == second[i]);
        }
        if (is_any(&found))
            return from;
    }
    return from;
}

/* The same by boxes. */
__attribute__((always_inline)) static inline size_t
skip_boxes(const struct needles *n, const uint8_t *s, size_t from, size_t size)
{
    block first[FEW][SEEN], span[FEW][SEEN];

    for (size_t i = 0; i < n->n_boxes; i++)
        for (size_t k = 0; k < SEEN; k++) {
            first[i][k] = (block){0} + n->boxes[i].from[k];
            span[i][k] = (block){0} + n->boxes[i].span[k];
        }
    for (; from + BLOCK + BYTES <= size; from += BLOCK) {
        block found = {0}, a, b, c;

        memcpy(&a, s + from, BLOCK);
        memcpy(&b, s + from + 1, BLOCK);
        memcpy(&c, s + from + 2, BLOCK);
        for (size_t i = 0; i < n->n_boxes; i++)
            found |= (block)(a - first[i][0] <= span[i][0]) &
                     (block)(b - first[i][1] <= span[i][1]) &
                     (block)(c - first[i][2] <= span[i][2]);
        if (is_any(&found))
            return from;
    }
    return from;
}

#if defined __x86_64__
__attribute__((target("avx2"))) static size_t skip_avx2(const struct needles *n, const uint8_t *s,
                                                        size_t from, size_t size)
{
    return n->n_boxes > 0 ? skip_boxes(n, s, from, size) : skip(n, s, from, size);
}
#endif

static size_t skip_any(const struct needles *n, const uint8_t *s, size_t from, size_t size)
{
#if defined __x86_64__
    if (n->wide)
        return skip_avx2(n, s, from, size);
#endif
    return n->n_boxes > 0 ? skip_boxes(n, s, from, size) : skip(n, s, from, size);
}

size_t needles_find(const struct needles *n, const uint8_t *s, size_t from, size_t size,
                    size_t *len)
{
    while (from < size) {
        size_t end;

        from = skip_any(n, s, from, size);
        end = from + BLOCK < size ? from + BLOCK : size;
        for (; from < end; from++)
            if (has_lead(n, s[from], from + 1 < size ? s[from + 1] : 0) &&
                (*len = match(n, s, from, size)) > 0)
                return from;
    }
    return size;
}
