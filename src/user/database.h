/* A SQLite file that may be anything: missing, damaged, locked, on a full disk. SQLite itself is
 * loaded when there is a file to open, or one to make. */
#ifndef KANBAO_USER_DATABASE_H
#define KANBAO_USER_DATABASE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

enum database_result {
    DATABASE_DONE,
    DATABASE_NONE,   /* there is no file */
    DATABASE_BUSY,   /* another program has it just now */
    DATABASE_BROKEN, /* the file is damaged, or is something else: to be set aside */
    DATABASE_FAILED  /* cannot be read or written just now; the file may be good */
};

enum { DATABASE_COLUMNS = 8 };

/* A value of a statement or of a row. `text` is NULL for a number, and both for nothing. */
struct database_value {
    const char *text; /* bytes that are no character of any charset are possible; no NUL */
    int64_t number;
    bool null;
};

struct database;

/* What the file must be. */
struct database_form {
    int32_t application; /* its application_id */
    int32_t version;     /* its user_version */
    const char *schema;  /* statements that make the tables in an empty file */
};

/* Opens the file, which is made when `create` and there is none. *db is NULL unless DONE; with a
 * message (naming no file) for BROKEN and FAILED. `form` is kept. */
enum database_result database_open(const char *path, const struct database_form *form, bool create,
                                   struct database **db, struct err *e);
void database_close(struct database *db);

/* How long to wait for another program, in milliseconds. */
void database_wait(struct database *db, int ms);

/* Reads all of the file, once: BROKEN when it is damaged where nothing else would notice, and what
 * is written now would not be found again. */
enum database_result database_verify(struct database *db, struct err *e);

/* Runs one statement with its n values; `row` (may be NULL) is called for each row of the result
 * with its columns, which live until it returns. `sql` is a literal: it is kept prepared. */
enum database_result database_run(struct database *db, const char *sql,
                                  const struct database_value *values, int n,
                                  void (*row)(void *ctx, const struct database_value *columns),
                                  void *ctx, struct err *e);

#endif
