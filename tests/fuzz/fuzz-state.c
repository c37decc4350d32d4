/* Opens a damaged reading state, saves, and finds what it saved. An input whose first byte is even
 * is the file; of others, every three bytes behind it are a place and what a sound file has there.
 */
#include <config.h>

#include <assert.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "fuzz.h"

#include "base/str.h"
#include "user/store.h"

enum { KEY = 4711, OTHER = 4712 };

static void remove_folder(const char *folder)
{
    DIR *d = opendir(folder);
    struct dirent *entry;

    while (d && (entry = readdir(d)))
        unlinkat(dirfd(d), entry->d_name, 0);
    if (d)
        closedir(d);
    rmdir(folder);
}

static void put(struct store *s, const char *id)
{
    store_put(s, STORE_BOOKMARK, &(struct store_item){id, KEY, 7, "title", "/a/source", 0});
}

static struct strbuf read_file(const char *path)
{
    struct strbuf b = {0};
    FILE *f = fopen(path, "rb");
    char piece[4096];
    size_t n;

    if (!f)
        abort();
    while ((n = fread(piece, 1, sizeof piece, f)) > 0)
        strbuf_add(&b, piece, n);
    fclose(f);
    return b;
}

static void write_file(const char *path, struct str bytes)
{
    FILE *f = fopen(path, "wb");

    if (!f || fwrite(bytes.s, 1, bytes.n, f) != bytes.n || fclose(f) != 0)
        abort();
}

/* What is in a sound file; made once. */
static struct str sound(const char *folder, const char *path)
{
    static struct strbuf bytes;
    struct store *s;

    if (bytes.n > 0)
        return strbuf_str(&bytes);
    s = store_new(folder);
    store_set_place(s, KEY, 120);
    put(s, "kept");
    if (!store_save(s, true))
        abort();
    store_free(s);
    bytes = read_file(path);
    return strbuf_str(&bytes);
}

static struct strbuf damaged(struct str good, struct str damage)
{
    struct strbuf b = {0};

    strbuf_add_str(&b, good);
    for (size_t i = 0; i + 2 < damage.n && b.n > 0; i += 3) {
        size_t at = (size_t)(unsigned char)damage.s[i] << 8 | (unsigned char)damage.s[i + 1];

        b.s[at % b.n] = damage.s[i + 2];
    }
    return b;
}

static void use(struct store *s)
{
    store_article(s, KEY);
    for (int kind = 0; kind < STORE_KINDS; kind++)
        for (size_t i = 0; i < store_count(s, (enum store_kind)kind); i++)
            assert(store_item(s, (enum store_kind)kind, i)->title);
    store_set_place(s, OTHER, 77);
    put(s, "new");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct strbuf bytes = {0};
    struct store *s;
    const char *fast = "/dev/shm/"; /* nothing there waits for a disk */
    char folder[40], path[64];
    bool saved;

    snprintf(folder, sizeof folder, "%sfuzz-state-XXXXXX", access(fast, W_OK) == 0 ? fast : "");
    if (!mkdtemp(folder))
        abort();
    snprintf(path, sizeof path, "%s/state.db", folder);
    if (size > 0 && data[0] % 2 == 1)
        bytes = damaged(sound(folder, path), (struct str){(const char *)data + 1, size - 1});
    else
        strbuf_add(&bytes, (const char *)data, size);
    write_file(path, strbuf_str(&bytes));
    strbuf_free(&bytes);
    s = store_new(folder);
    use(s);
    saved = store_save(s, true);
    store_free(s);
    s = store_new(folder);
    if (saved)
        assert(store_article(s, OTHER).place == 77 && store_find(s, STORE_BOOKMARK, "new"));
    store_free(s);
    remove_folder(folder);
    return 0;
}
