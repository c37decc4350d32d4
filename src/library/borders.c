#include <config.h>

#include "library/borders.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <unistring/version.h>

#include "base/xalloc.h"
#include "text/charset.h"

enum {
    FILES = 1024,
    BYTES_MAX = 64 << 20 /* of a file that is read */
};

/* A file is the key, a NUL, the sum of the borders, and the borders as they are in memory. */

static uint64_t sum(const void *bytes, size_t n)
{
    const unsigned char *p = bytes;
    uint64_t h = 0xCBF29CE484222325U; /* FNV-1a */

    for (size_t i = 0; i < n; i++)
        h = (h ^ p[i]) * 0x100000001B3U;
    return h;
}

void borders_add(struct borders *b, uint64_t off, uint32_t max, size_t articles)
{
    b->v = xgrow(b->v, &b->cap, b->n + 1, sizeof *b->v);
    b->v[b->n++] = (struct border){off, max, (uint32_t)articles};
}

void borders_free(struct borders *b)
{
    free(b->v);
    free(b->path);
    strbuf_free(&b->key);
    *b = (struct borders){0};
}

/* Appends what tells the program and its library from others of their versions. */
static bool add_program(struct strbuf *key)
{
    struct stat st;

    if (stat("/proc/self/exe", &st) != 0)
        return false;
    strbuf_addf(key, "%s %ju %ju %jd.%09ld\nlibunistring %x\n", PACKAGE_STRING,
                (uintmax_t)st.st_ino, (uintmax_t)st.st_size, (intmax_t)st.st_mtim.tv_sec,
                st.st_mtim.tv_nsec, (unsigned)_libunistring_version);
    return true;
}

/* The key: the source as it is, which is a line, and how it is read. */
static bool set_key(struct strbuf *key, const struct source *s, enum text_kind as, size_t sheet_max)
{
    const char *charset = source_trust(s) == TRUST_USER ? source_encoding(s) : "auto";

    if (!source_stamp(s, key))
        return false;
    strbuf_addf(key, "as %d, sheets of %zu, charset %s\n", (int)as, sheet_max, charset);
    return add_program(key);
}

/* The file of a key: a later one of the same source replaces it, and few others do. */
static char *path_of(const char *folder, const struct strbuf *key)
{
    struct strbuf path = {0};
    const char *device = strchr(key->s, ' '), *inode = strchr(device + 1, ' ');

    strbuf_addf(&path, "%s/sheets-%03x", folder,
                (unsigned)(sum(key->s, (size_t)(inode - key->s)) % FILES));
    return path.s;
}

/* Whether they are what a run can have written of a source of that size. */
static bool are_sound(const struct borders *b, uint64_t size)
{
    bool sound = b->n > 1 && b->v[0].off == 0 && b->v[b->n - 1].off <= size;

    for (size_t i = 0; sound && i + 1 < b->n; i++)
        sound = b->v[i + 1].off > b->v[i].off && b->v[i + 1].off - b->v[i].off <= b->v[i].max &&
                b->v[i + 1].max > 0;
    return sound;
}

/* All of a file, if it is not too long; false when there is none. */
static bool read_file(const char *path, struct strbuf *out)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    struct stat st;
    ssize_t n = -1;

    if (fd < 0)
        return false;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size < BYTES_MAX) {
        strbuf_reserve(out, (size_t)st.st_size);
        n = read(fd, out->s, (size_t)st.st_size);
    }
    close(fd);
    out->n = n > 0 ? (size_t)n : 0;
    return n > 0;
}

/* Takes the borders out of a file's bytes, where they are of this key and whole. */
static void take(struct borders *b, struct str file, uint64_t size)
{
    size_t head = b->key.n + 1 + sizeof(uint64_t);
    uint64_t check;

    if (file.n <= head || memcmp(file.s, b->key.s, b->key.n + 1) != 0 ||
        (file.n - head) % sizeof *b->v != 0)
        return;
    memcpy(&check, file.s + b->key.n + 1, sizeof check);
    if (sum(file.s + head, file.n - head) != check)
        return;
    b->n = (file.n - head) / sizeof *b->v;
    b->v = xgrow(b->v, &b->cap, b->n, sizeof *b->v);
    memcpy(b->v, file.s + head, file.n - head);
    if (!are_sound(b, size))
        b->n = 0;
}

void borders_open(struct borders *b, const char *folder, const struct source *s, enum text_kind as,
                  size_t sheet_max)
{
    struct strbuf file = {0};

    borders_free(b);
    if (!folder || source_size(s) <= sheet_max || !set_key(&b->key, s, as, sheet_max))
        return;
    b->path = path_of(folder, &b->key);
    if (read_file(b->path, &file))
        take(b, strbuf_str(&file), source_size(s));
    strbuf_free(&file);
}

const struct border *borders_at(const struct borders *b, uint64_t off)
{
    size_t lo = 0, hi = b->n;

    while (hi - lo > 1) {
        size_t mid = lo + (hi - lo) / 2;

        if (b->v[mid].off <= off)
            lo = mid;
        else
            hi = mid;
    }
    return lo + 1 < b->n && b->v[lo].off == off ? &b->v[lo] : NULL;
}

static bool write_file(const char *path, struct str bytes)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    bool whole;

    if (fd < 0)
        return false;
    whole = write(fd, bytes.s, bytes.n) == (ssize_t)bytes.n;
    return close(fd) == 0 && whole;
}

/* In one move, so that who reads it meanwhile has the old one. */
static void replace_file(const char *path, struct str bytes)
{
    struct strbuf fresh = {0};

    strbuf_addf(&fresh, "%s.new", path);
    if (!write_file(fresh.s, bytes) || rename(fresh.s, path) != 0)
        unlink(fresh.s);
    strbuf_free(&fresh);
}

/* Whether the source is what b was opened for. */
static bool is_same(const struct borders *b, const struct source *s)
{
    struct strbuf stamp = {0};
    bool same = source_stamp(s, &stamp) && str_starts(strbuf_str(&b->key), strbuf_str(&stamp));

    strbuf_free(&stamp);
    return same;
}

void borders_keep(const struct borders *b, const struct borders *now, const struct source *s)
{
    struct strbuf file = {0};
    size_t bytes = now->n * sizeof *now->v;
    uint64_t check = sum(now->v, bytes);

    if (now->n <= b->n || source_trust(s) == TRUST_GUESS || !charset_is_utf8(source_encoding(s)) ||
        !is_same(b, s))
        return;
    strbuf_add(&file, b->key.s, b->key.n + 1);
    strbuf_add(&file, (const char *)&check, sizeof check);
    strbuf_add(&file, (const char *)now->v, bytes);
    replace_file(b->path, strbuf_str(&file));
    strbuf_free(&file);
}
