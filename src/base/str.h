/* Strings with explicit lengths: struct str borrows, struct strbuf owns. */
#ifndef KANBAO_BASE_STR_H
#define KANBAO_BASE_STR_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Borrowed bytes: does not own, is not NUL-terminated, must not outlive what it points into.
 * s may be NULL only when n is 0. */
struct str {
    const char *s;
    size_t n;
};

/* A borrowed view of a string literal. */
#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})

/* The same as one of a static table. */
#define STR_INIT(literal) {"" literal, sizeof(literal) - 1}

static inline struct str str_of(const char *s)
{
    return (struct str){s, strlen(s)};
}

/* The bytes [from, to) of s. */
static inline struct str str_sub(struct str s, size_t from, size_t to)
{
    return (struct str){from ? s.s + from : s.s, to - from}; /* nothing may be added to NULL */
}

static inline bool str_eq(struct str a, struct str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0);
}

static inline bool str_starts(struct str s, struct str head)
{
    return s.n >= head.n &&
           (head.n == 0 || (s.s[0] == head.s[0] && memcmp(s.s, head.s, head.n) == 0));
}

static inline bool str_ends(struct str s, struct str tail)
{
    return s.n >= tail.n &&
           (tail.n == 0 || (s.s[s.n - 1] == tail.s[tail.n - 1] &&
                            memcmp(s.s + s.n - tail.n, tail.s, tail.n) == 0));
}

/* Length of the first of the n words that s starts with; 0 when it starts with none. Stops at the
 * first byte that differs and needs no length: most words of a table differ early. */
static inline size_t str_starts_any(struct str s, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        size_t k = 0;

        while (k < s.n && words[i][k] != '\0' && s.s[k] == words[i][k])
            k++;
        if (words[i][k] == '\0')
            return k;
    }
    return 0;
}

/* The same with a table whose length is known. */
#define STR_STARTS_ANY(s, words) str_starts_any(s, words, sizeof(words) / sizeof *(words))

/* The order of a word by its first three bytes: those of an ideograph. */
static inline unsigned str_head(const char *s)
{
    const unsigned char *p = (const unsigned char *)s;

    return (unsigned)p[0] << 16 | (unsigned)p[1] << 8 | p[2];
}

/* The same of a word that ends with a NUL, whose first four bytes are taken at once. */
static inline unsigned str_word_head(const char *word)
{
    uint32_t four;

    memcpy(&four, word, sizeof four);
    return be32toh(four) >> 8;
}

/* As str_starts_any, with words of at least three bytes, sorted by str_head, which begins the
 * search. */
static inline size_t str_starts_sorted(struct str s, const char *const *words, size_t n)
{
    size_t lo = 0, half;
    unsigned head;

    if (s.n < 3 || n == 0)
        return 0;
    head = str_head(s.s);
    for (size_t rest = n; rest > 1; rest -= half) { /* which side it goes on is no branch */
        half = rest / 2;
        lo += half & -(size_t)(str_word_head(words[lo + half - 1]) < head);
    }
    for (lo += str_word_head(words[lo]) < head; lo < n && str_word_head(words[lo]) == head; lo++) {
        size_t k = 3;

        while (k < s.n && words[lo][k] != '\0' && s.s[k] == words[lo][k])
            k++;
        if (words[lo][k] == '\0')
            return k;
    }
    return 0;
}

#define STR_STARTS_SORTED(s, words) str_starts_sorted(s, words, sizeof(words) / sizeof *(words))

/* Byte offset of the first `needle` in s at or after `from`; s.n when there is none. */
size_t str_find(struct str s, struct str needle, size_t from);

/* Byte offset of the first control character of ASCII but DEL in s at or after `from`; s.n when
 * there is none. */
size_t str_find_control(struct str s, size_t from);

/* Owned bytes; s is NUL-terminated whenever it is not NULL. Zero-initialise to make an empty one.
 */
struct strbuf {
    char *s;
    size_t n, cap;
};

/* Makes room for n more bytes at once. */
void strbuf_reserve(struct strbuf *b, size_t n);
void strbuf_add(struct strbuf *b, const char *s, size_t n);
void strbuf_add_str(struct strbuf *b, struct str s);
void strbuf_add_char(struct strbuf *b, char c);
/* n times the byte c. */
void strbuf_pad(struct strbuf *b, char c, size_t n);
/* Formatted text (printf); for numbers and messages, not for hot paths. */
void strbuf_addf(struct strbuf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Empties it and keeps the memory. */
void strbuf_clear(struct strbuf *b);
/* Cuts it to n bytes. */
void strbuf_truncate(struct strbuf *b, size_t n);
void strbuf_free(struct strbuf *b);

/* A view of the whole buffer, dead at the next change of it. */
static inline struct str strbuf_str(const struct strbuf *b)
{
    return (struct str){b->s, b->n};
}

#endif
