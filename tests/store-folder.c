#include <config.h>

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "store-folder.h"

void shell(const struct store_folder *t, const char *command)
{
    assert_int_equal(setenv("f", t->file, 1), 0);
    assert_int_equal(system(command), 0);
}

int folder_begin(void **state)
{
    struct store_folder *t = calloc(1, sizeof *t);

    *state = t;
    if (!t)
        return -1;
    strcpy(t->folder, "store-XXXXXX");
    if (!mkdtemp(t->folder))
        return -1;
    snprintf(t->file, sizeof t->file, "%s/state.db", t->folder);
    return 0;
}

int folder_end(void **state)
{
    shell(*state, "rm -rf \"${f%/*}\"");
    free(*state);
    return 0;
}

struct store *reopen(const struct store_folder *t, struct store *s)
{
    store_free(s);
    return store_new(t->folder);
}

void save(struct store *s)
{
    struct err e;

    if (!store_save(s, true))
        fail_msg("%s", store_problem(s, &e) ? e.msg : "no reason");
    assert_int_equal(store_changes(s), STORE_UNCHANGED);
}

void put(struct store *s, enum store_kind kind, const char *id)
{
    const struct store_item item = {
        .id = id, .article = UINT64_MAX, .place = 9, .title = "标题", .source = "/a/\xFF"};

    store_put(s, kind, &item);
}

bool exists(const char *path)
{
    struct stat st;

    return lstat(path, &st) == 0;
}

bool set_aside(const struct store_folder *t)
{
    char bad[100];

    snprintf(bad, sizeof bad, "%s.bad", t->file);
    return exists(bad);
}

void make_file(const struct store_folder *t)
{
    struct store *s = store_new(t->folder);

    store_set_place(s, KEY, 120);
    put(s, STORE_BOOKMARK, "kept");
    save(s);
    store_free(s);
}
