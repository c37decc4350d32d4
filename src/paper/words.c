#include <config.h>

#include "paper/words.h"

#include <stdlib.h>

#include "base/xalloc.h"

/* FNV-1a, 64 bits, continued from h. */
static uint64_t hash(uint64_t h, struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        h = (h ^ (unsigned char)s.s[i]) * 0x100000001B3u;
    return h;
}

static uint64_t hash_word(struct str head, struct str tail)
{
    uint64_t h = hash(hash(0xCBF29CE484222325u, head), tail);

    return h ? h : 1;
}

static void insert(uint64_t *slots, size_t cap, uint64_t h)
{
    size_t i = h & (cap - 1);

    while (slots[i] && slots[i] != h)
        i = (i + 1) & (cap - 1);
    slots[i] = h;
}

static void add(struct words *w, struct str word)
{
    if ((w->n + 1) * 2 > w->cap) {
        size_t cap = w->cap ? w->cap * 2 : 1024;
        uint64_t *slots = xcalloc(cap, sizeof *slots);

        for (size_t i = 0; i < w->cap; i++)
            if (w->slots[i])
                insert(slots, cap, w->slots[i]);
        free(w->slots);
        w->slots = slots;
        w->cap = cap;
    }
    insert(w->slots, w->cap, hash_word(word, (struct str){0}));
    w->n++;
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || (unsigned char)c >= 0x80;
}

static void collect_line(const struct line *line, struct words *w)
{
    struct str s = line->text;

    for (size_t i = 0; i < s.n;) {
        size_t from = i;

        while (i < s.n && is_word_byte(s.s[i]))
            i++;
        if (from > 0 && i > from && i < s.n &&
            (line->hangul || memchr(s.s + from, '-', i - from)))
            add(w, str_sub(s, from, i));
        i += i == from || i < s.n;
    }
}

void words_collect(const struct lines *l, struct words *w)
{
    w->syllables = l->syllables;
    for (size_t i = 0; i < l->n; i++)
        if (l->v[i].hangul || (!l->v[i].cjk && memchr(l->v[i].text.s, '-', l->v[i].text.n)))
            collect_line(&l->v[i], w);
}

bool words_has(const struct words *w, struct str head, struct str tail)
{
    uint64_t h = hash_word(head, tail);

    if (!w->cap)
        return false;
    for (size_t i = h & (w->cap - 1); w->slots[i]; i = (i + 1) & (w->cap - 1))
        if (w->slots[i] == h)
            return true;
    return false;
}

void words_free(struct words *w)
{
    free(w->slots);
    *w = (struct words){0};
}
