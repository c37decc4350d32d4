#include <config.h>

#include "user/database.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/dynlib.h"
#include "base/i18n.h"
#include "base/str.h"
#include "base/xalloc.h"

enum { STATEMENTS = 16 };

/* The functions of SQLite that are used, in the order of `names`. */
struct sqlite {
    __typeof__(sqlite3_open_v2) *open_v2;
    __typeof__(sqlite3_close) *close;
    __typeof__(sqlite3_busy_timeout) *busy_timeout;
    __typeof__(sqlite3_extended_result_codes) *extended_result_codes;
    __typeof__(sqlite3_file_control) *file_control;
    __typeof__(sqlite3_errstr) *errstr;
    __typeof__(sqlite3_exec) *exec;
    __typeof__(sqlite3_prepare_v3) *prepare_v3;
    __typeof__(sqlite3_bind_int64) *bind_int64;
    __typeof__(sqlite3_bind_text) *bind_text;
    __typeof__(sqlite3_bind_null) *bind_null;
    __typeof__(sqlite3_step) *step;
    __typeof__(sqlite3_reset) *reset;
    __typeof__(sqlite3_finalize) *finalize;
    __typeof__(sqlite3_column_count) *column_count;
    __typeof__(sqlite3_column_type) *column_type;
    __typeof__(sqlite3_column_int64) *column_int64;
    __typeof__(sqlite3_column_text) *column_text;
};

static const char *const names[] = {
    "sqlite3_open_v2",      "sqlite3_close",
    "sqlite3_busy_timeout", "sqlite3_extended_result_codes",
    "sqlite3_file_control", "sqlite3_errstr",
    "sqlite3_exec",         "sqlite3_prepare_v3",
    "sqlite3_bind_int64",   "sqlite3_bind_text",
    "sqlite3_bind_null",    "sqlite3_step",
    "sqlite3_reset",        "sqlite3_finalize",
    "sqlite3_column_count", "sqlite3_column_type",
    "sqlite3_column_int64", "sqlite3_column_text",
};

struct database {
    struct sqlite api;
    sqlite3 *db;
    struct {
        const char *sql;
        sqlite3_stmt *statement;
    } prepared[STATEMENTS];
    int n_prepared;
    bool verified;
};

/* SQLite calls a file corrupt too when the disk could not read it: the error then, or 0. */
static int disk_error(const struct database *db)
{
    int error = 0;

    db->api.file_control(db->db, NULL, SQLITE_FCNTL_LAST_ERRNO, &error);
    return error == EIO || error == ENXIO || error == ERANGE ? error : 0;
}

static enum database_result judge_damage(const struct database *db, struct err *e)
{
    int error = disk_error(db);

    err_set(e, "%s", error ? strerror(error) : _("it is damaged"));
    return error ? DATABASE_FAILED : DATABASE_BROKEN;
}

/* What a code of SQLite means for the file. */
static enum database_result judge(const struct database *db, int code, struct err *e)
{
    switch (code & 0xFF) {
    case SQLITE_OK:
    case SQLITE_DONE:
    case SQLITE_ROW:
        return DATABASE_DONE;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        err_set(e, "%s", _("another program is using it"));
        return DATABASE_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR: /* statements are right: the tables are not */
    case SQLITE_MISMATCH:
    case SQLITE_CONSTRAINT:
        return judge_damage(db, e);
    case SQLITE_FULL:
        err_set(e, "%s", strerror(ENOSPC));
        return DATABASE_FAILED;
    default:
        err_set(e, "%s", db->api.errstr(code));
        return DATABASE_FAILED;
    }
}

/* The statement, prepared; NULL with SQLite's code. */
static sqlite3_stmt *prepare(struct database *db, const char *sql, int *code)
{
    sqlite3_stmt *statement = NULL;

    for (int i = 0; i < db->n_prepared; i++)
        if (db->prepared[i].sql == sql)
            return db->prepared[i].statement;
    *code = db->api.prepare_v3(db->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
    if (*code != SQLITE_OK)
        return NULL;
    assert(db->n_prepared < STATEMENTS);
    db->prepared[db->n_prepared].sql = sql;
    db->prepared[db->n_prepared++].statement = statement;
    return statement;
}

static void bind(struct database *db, sqlite3_stmt *statement, int i,
                 const struct database_value *value)
{
    if (value->null)
        db->api.bind_null(statement, i);
    else if (value->text)
        db->api.bind_text(statement, i, value->text, -1, SQLITE_STATIC);
    else
        db->api.bind_int64(statement, i, value->number);
}

/* A text that holds a NUL ends there. */
static void read_columns(struct database *db, sqlite3_stmt *statement,
                         struct database_value columns[DATABASE_COLUMNS])
{
    int n = db->api.column_count(statement);

    for (int i = 0; i < DATABASE_COLUMNS; i++) {
        int type = i < n ? db->api.column_type(statement, i) : SQLITE_NULL;

        columns[i] = (struct database_value){.null = type == SQLITE_NULL};
        if (type == SQLITE_INTEGER)
            columns[i].number = db->api.column_int64(statement, i);
        else if (type != SQLITE_NULL)
            columns[i].text = (const char *)db->api.column_text(statement, i);
    }
}

enum database_result database_run(struct database *db, const char *sql,
                                  const struct database_value *values, int n,
                                  void (*row)(void *ctx, const struct database_value *columns),
                                  void *ctx, struct err *e)
{
    struct database_value columns[DATABASE_COLUMNS];
    int code = SQLITE_OK;
    sqlite3_stmt *statement = prepare(db, sql, &code);

    if (!statement)
        return judge(db, code, e);
    for (int i = 0; i < n; i++)
        bind(db, statement, i + 1, &values[i]);
    while ((code = db->api.step(statement)) == SQLITE_ROW) {
        read_columns(db, statement, columns);
        if (row)
            row(ctx, columns);
    }
    db->api.reset(statement);
    return judge(db, code, e);
}

void database_wait(struct database *db, int ms)
{
    db->api.busy_timeout(db->db, ms);
}

static void take_number(void *ctx, const struct database_value *columns)
{
    *(int64_t *)ctx = columns[0].number;
}

static enum database_result read_number(struct database *db, const char *sql, int64_t *number,
                                        struct err *e)
{
    *number = 0;
    return database_run(db, sql, NULL, 0, take_number, number, e);
}

static void note_fault(void *ctx, const struct database_value *columns)
{
    if (!columns[0].text || strcmp(columns[0].text, "ok") != 0)
        *(bool *)ctx = true;
}

enum database_result database_verify(struct database *db, struct err *e)
{
    bool faulty = false;
    enum database_result r;

    if (db->verified)
        return DATABASE_DONE;
    r = database_run(db, "PRAGMA integrity_check(1)", NULL, 0, note_fault, &faulty, e);
    if (r != DATABASE_DONE)
        return r;
    if (faulty)
        return judge_damage(db, e);
    db->verified = true;
    return DATABASE_DONE;
}

/* Makes the tables, unless another program was faster. */
static enum database_result fill(struct database *db, const struct database_form *form,
                                 struct err *e)
{
    int64_t version;
    enum database_result r = database_run(db, "BEGIN IMMEDIATE", NULL, 0, NULL, NULL, e);

    if (r != DATABASE_DONE)
        return r;
    r = read_number(db, "PRAGMA user_version", &version, e);
    if (r == DATABASE_DONE && version == 0)
        r = judge(db, db->api.exec(db->db, form->schema, NULL, NULL, NULL), e);
    if (r == DATABASE_DONE)
        r = database_run(db, "COMMIT", NULL, 0, NULL, NULL, e);
    if (r != DATABASE_DONE)
        database_run(db, "ROLLBACK", NULL, 0, NULL, NULL, NULL);
    return r;
}

/* What a file says of itself. */
struct nature {
    int64_t application, version, tables;
};

/* In one transaction: another program may be filling the file. */
static enum database_result read_nature(struct database *db, struct nature *n, struct err *e)
{
    enum database_result r = database_run(db, "BEGIN", NULL, 0, NULL, NULL, e);

    if (r == DATABASE_DONE)
        r = read_number(db, "PRAGMA application_id", &n->application, e);
    if (r == DATABASE_DONE)
        r = read_number(db, "PRAGMA user_version", &n->version, e);
    if (r == DATABASE_DONE)
        r = read_number(db, "SELECT count(*) FROM sqlite_master", &n->tables, e);
    if (r == DATABASE_DONE)
        r = database_run(db, "COMMIT", NULL, 0, NULL, NULL, e);
    return r;
}

/* Whether the file is ours, and of a version that we know. */
static enum database_result check(struct database *db, const struct database_form *form,
                                  bool create, struct err *e)
{
    struct nature is;
    enum database_result r = read_nature(db, &is, e);

    if (r != DATABASE_DONE)
        return r;
    if (is.application == form->application && is.version == form->version)
        return DATABASE_DONE;
    if (is.application == form->application && is.version > form->version) {
        err_set(e, "%s", _("a newer kanbao has written it; install that one"));
        return DATABASE_FAILED;
    }
    if (is.application == 0 && is.version == 0 && is.tables == 0)
        return create ? fill(db, form, e) : DATABASE_NONE;
    err_set(e, "%s", _("it is the file of another program"));
    return DATABASE_BROKEN;
}

/* Whether there is a plain file, which alone SQLite may see: it would wait for a FIFO, and follow a
 * link. */
static enum database_result look(const char *path, struct err *e)
{
    struct stat st;

    if (lstat(path, &st) != 0) {
        if (errno == ENOENT)
            return DATABASE_NONE;
        err_set(e, "%s", strerror(errno));
        return DATABASE_FAILED;
    }
    if (S_ISREG(st.st_mode))
        return DATABASE_DONE;
    err_set(e, "%s", _("it is no file"));
    return DATABASE_BROKEN;
}

/* The same, and whether what SQLite would take for its journal is one. */
static enum database_result look_around(const char *path, struct err *e)
{
    struct strbuf journal = {0};
    enum database_result r;

    strbuf_addf(&journal, "%s-journal", path);
    r = look(journal.s, e);
    strbuf_free(&journal);
    if (r == DATABASE_BROKEN) {
        err_set(e, "%s", _("its journal is no file; remove that"));
        return DATABASE_FAILED;
    }
    return r == DATABASE_FAILED ? r : look(path, e);
}

/* An empty file that only the user can read. */
static enum database_result make(const char *path, struct err *e)
{
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

    if (fd < 0 && errno != EEXIST) {
        err_set(e, "%s", strerror(errno));
        return DATABASE_FAILED;
    }
    if (fd >= 0)
        close(fd);
    return DATABASE_DONE;
}

enum database_result database_open(const char *path, const struct database_form *form, bool create,
                                   struct database **out, struct err *e)
{
    struct database *db;
    enum database_result r = look_around(path, e);

    *out = NULL;
    if (r == DATABASE_NONE && create)
        r = make(path, e);
    if (r != DATABASE_DONE)
        return r;
    db = xcalloc(1, sizeof *db);
    if (!dynlib_load(DYNLIB("sqlite3", "0"), names, sizeof names / sizeof *names, &db->api, e)) {
        free(db);
        return DATABASE_FAILED;
    }
    r = judge(db,
              db->api.open_v2(path, &db->db,
                              SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW,
                              NULL),
              e);
    if (r == DATABASE_DONE) {
        db->api.extended_result_codes(db->db, 1);
        database_wait(db, 500);
        r = check(db, form, create, e);
    }
    if (r == DATABASE_DONE)
        *out = db;
    else
        database_close(db);
    return r;
}

void database_close(struct database *db)
{
    if (!db)
        return;
    for (int i = 0; i < db->n_prepared; i++)
        db->api.finalize(db->prepared[i].statement);
    db->api.close(db->db);
    free(db);
}
