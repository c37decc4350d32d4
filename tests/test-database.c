#include <config.h>

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "store-folder.h"
#include "user/database.h"

enum { APPLICATION = 77, WAIT_MS = 20000 };

static const struct database_form form = {APPLICATION, 1,
                                          "CREATE TABLE t (n INTEGER);"
                                          "PRAGMA application_id = 77; PRAGMA user_version = 1;"};

static void must(struct database *db, const char *sql)
{
    struct err e;

    assert_int_equal(database_run(db, sql, NULL, 0, NULL, NULL, &e), DATABASE_DONE);
}

/* Empties the file and fills it again, each in one transaction, for ever. */
static void change_for_ever(const char *path)
{
    struct database *db;
    struct err e;

    assert_int_equal(database_open(path, &form, true, &db, &e), DATABASE_DONE);
    database_wait(db, WAIT_MS);
    must(db, "PRAGMA synchronous = OFF");
    for (;;) {
        must(db, "BEGIN IMMEDIATE");
        must(db, "DROP TABLE t");
        must(db, "PRAGMA application_id = 0");
        must(db, "PRAGMA user_version = 0");
        must(db, "COMMIT");
        must(db, "BEGIN IMMEDIATE");
        must(db, "CREATE TABLE t (n INTEGER)");
        must(db, "PRAGMA application_id = 77");
        must(db, "PRAGMA user_version = 1");
        must(db, "COMMIT");
    }
}

/* A file that another program is filling is empty, or busy, or ours: never broken. */
static void test_opened_while_it_is_filled(void **state)
{
    struct store_folder *t = *state;
    int64_t end = clock_ms() + WAIT_MS;
    int empty = 0, ours = 0;
    pid_t child = fork();

    if (child == 0)
        change_for_ever(t->file);
    while ((empty < 500 || ours < 500) && clock_ms() < end) {
        struct database *db;
        struct err e = {""};
        enum database_result r = database_open(t->file, &form, false, &db, &e);

        if (r != DATABASE_DONE && r != DATABASE_NONE && r != DATABASE_BUSY) {
            kill(child, SIGKILL);
            fail_msg("result %d: %s", (int)r, e.msg);
        }
        empty += r == DATABASE_NONE;
        ours += r == DATABASE_DONE;
        database_close(db);
    }
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
}

/* One that another program keeps locked is busy. */
static void test_locked(void **state)
{
    struct store_folder *t = *state;
    struct database *db, *other;
    struct err e = {""};

    assert_int_equal(database_open(t->file, &form, true, &other, &e), DATABASE_DONE);
    must(other, "BEGIN EXCLUSIVE");
    assert_int_equal(database_open(t->file, &form, true, &db, &e), DATABASE_BUSY);
    assert_null(db);
    must(other, "COMMIT");
    assert_int_equal(database_open(t->file, &form, true, &db, &e), DATABASE_DONE);
    database_close(db);
    database_close(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_opened_while_it_is_filled),
        TEST(test_locked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
