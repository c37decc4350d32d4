/* A folder with a reading state, for the tests. */
#ifndef KANBAO_STORE_FOLDER_H
#define KANBAO_STORE_FOLDER_H

#include <stdbool.h>

#include "user/store.h"

enum { KEY = 4711, OTHER = 4712 };

/* A fresh folder, removed at the end of the test, and the state's file in it. */
struct store_folder {
    char folder[64], file[80];
};

int folder_begin(void **state);
int folder_end(void **state);
#define TEST(f) cmocka_unit_test_setup_teardown(f, folder_begin, folder_end)

/* Runs a command of the shell, which finds the file in $f and must succeed. */
void shell(const struct store_folder *t, const char *command);

/* Saves all, and must succeed. */
void save(struct store *s);
/* A new store of the same folder in place of s. */
struct store *reopen(const struct store_folder *t, struct store *s);
/* An item of that kind with invented contents. */
void put(struct store *s, enum store_kind kind, const char *id);
/* A file with a place, 120 in KEY, and a bookmark, "kept". */
void make_file(const struct store_folder *t);

bool exists(const char *path);
/* Whether a file was set aside. */
bool set_aside(const struct store_folder *t);

#endif
