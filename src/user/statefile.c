#include <config.h>

#include "user/statefile.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "user/aside.h"
#include "user/database.h"
#include "user/paths.h"

enum {
    APPLICATION = 0x4B42414F, /* "KBAO" */
    FORM_VERSION = 1,
    WAIT_MS = 500,       /* for another program, while somebody reads */
    WAIT_LAST_MS = 5000, /* and at the end */
    HISTORY = 500        /* items kept of the kinds that are history */
};

/* Rollback journal, not WAL: two instances write seldom, and their folder may be on a network,
 * where WAL does not work. Full synchronous mode: a power cut leaves the file before the
 * transaction or after it. */
static const struct database_form form = {
    APPLICATION, FORM_VERSION,
    "CREATE TABLE article (key INTEGER PRIMARY KEY, place INTEGER NOT NULL, read INTEGER NOT NULL,"
    " time INTEGER NOT NULL);"
    "CREATE TABLE item (kind INTEGER NOT NULL, id TEXT NOT NULL, article INTEGER NOT NULL,"
    " place INTEGER NOT NULL, title TEXT NOT NULL, source TEXT NOT NULL, time INTEGER NOT NULL,"
    " PRIMARY KEY (kind, id)) WITHOUT ROWID;"
    "PRAGMA application_id = 0x4B42414F; PRAGMA user_version = 1;"};

enum access {
    ACCESS_UNTRIED,
    ACCESS_OPEN,
    ACCESS_NOTHING, /* there is no file yet */
    ACCESS_FAILED,  /* not before the end again */
    ACCESS_NEVER    /* not wanted */
};

/* Which file it was, whatever its name is now. */
struct identity {
    dev_t device;
    ino_t inode;
};

struct statefile {
    char *folder;
    enum access access;
    struct database *db;
    struct identity file; /* that was opened, or could not be */
    struct memory *memory;
    struct err problems[2]; /* not told yet */
    int n_problems;
    bool put_off; /* the file was busy: no hurry with the next attempt */
};

struct statefile *statefile_new(const char *folder, struct memory *m)
{
    struct statefile *f = xcalloc(1, sizeof *f);

    f->memory = m;
    if (folder)
        f->folder = xmemdup0(folder, strlen(folder));
    else
        f->access = ACCESS_NEVER;
    return f;
}

void statefile_free(struct statefile *f)
{
    database_close(f->db);
    free(f->folder);
    free(f);
}

static void note(struct statefile *f, const char *message, const char *why)
{
    if (f->n_problems < (int)(sizeof f->problems / sizeof *f->problems))
        err_set(&f->problems[f->n_problems++], "%s: %s: %s", f->folder, message, why);
}

bool statefile_problem(struct statefile *f, struct err *e)
{
    if (f->n_problems == 0)
        return false;
    *e = f->problems[0];
    f->problems[0] = f->problems[1];
    f->n_problems--;
    return true;
}

static struct database_value number(int64_t n)
{
    return (struct database_value){.number = n};
}

static struct database_value text(const char *s)
{
    return (struct database_value){.text = s};
}

/* No more of the file. */
static void drop(struct statefile *f, enum access access)
{
    database_close(f->db);
    f->db = NULL;
    f->access = access;
}

static void fail(struct statefile *f, const struct err *why)
{
    drop(f, ACCESS_FAILED);
    note(f, _("the reading state is not kept"), why->msg);
}

/* The file, by the folder's real name: SQLite is told to follow no link. The caller frees. */
static char *file_of(const struct statefile *f)
{
    char *real = realpath(f->folder, NULL);
    struct strbuf path = {0};

    strbuf_addf(&path, "%s/state.db", real ? real : f->folder);
    free(real);
    return path.s;
}

static struct identity identify(const char *path)
{
    struct stat st = {0};

    lstat(path, &st);
    return (struct identity){st.st_dev, st.st_ino};
}

static bool is_same(struct identity a, struct identity b)
{
    return a.device == b.device && a.inode == b.inode;
}

/* Sets the file aside, unless another program has done it meanwhile; what is in memory is to be
 * written into the next one. */
static void set_aside(struct statefile *f, const struct err *why)
{
    char *path = file_of(f), name[4096];
    int lock = aside_lock(f->folder);
    struct err e = {""};

    drop(f, ACCESS_UNTRIED);
    if (is_same(identify(path), f->file)) {
        if (aside_move(path, name, sizeof name, &e))
            note(f, _("the reading state could not be used and was set aside"), why->msg);
        else
            fail(f, &e);
    }
    memory_touch(f->memory);
    if (lock >= 0)
        close(lock);
    free(path);
}

/* Draws the conclusions; true when it is done. */
static bool settle(struct statefile *f, enum database_result r, const struct err *why)
{
    if (r == DATABASE_BROKEN)
        set_aside(f, why);
    else if (r == DATABASE_FAILED)
        fail(f, why);
    else if (r == DATABASE_NONE)
        f->access = ACCESS_NOTHING;
    return r == DATABASE_DONE;
}

static enum database_result open_file(struct statefile *f, bool create, struct err *e)
{
    char *path = file_of(f);
    enum database_result r;

    f->file = identify(path);
    r = database_open(path, &form, create, &f->db, e);
    if (r == DATABASE_DONE) {
        f->file = identify(path);
        f->access = ACCESS_OPEN;
        database_wait(f->db, WAIT_MS);
    }
    free(path);
    return r;
}

/* Asks the file, if there is one. What cannot be had is as if it were not there: false. */
static bool ask(struct statefile *f, const char *sql, struct database_value value,
                void (*row)(void *ctx, const struct database_value *columns), void *ctx)
{
    struct err why = {""};

    if (f->access == ACCESS_UNTRIED)
        settle(f, open_file(f, false, &why), &why);
    return f->access == ACCESS_OPEN &&
           settle(f, database_run(f->db, sql, &value, 1, row, ctx, &why), &why);
}

static void take_article(void *ctx, const struct database_value *columns)
{
    struct store_article *a = ctx;

    a->place = columns[0].number > 0 ? (size_t)columns[0].number : 0;
    a->read = columns[1].number != 0;
}

struct store_article statefile_article(struct statefile *f, uint64_t key)
{
    struct store_article known = {0};

    ask(f, "SELECT place, read FROM article WHERE key = ?", number((int64_t)key), take_article,
        &known);
    return known;
}

static const char *text_or_empty(const struct database_value *v)
{
    return v->text ? v->text : "";
}

static void take_item(void *ctx, const struct database_value *columns)
{
    struct store_item item = {
        .id = text_or_empty(&columns[0]),
        .article = (uint64_t)columns[1].number,
        .place = columns[2].number > 0 ? (size_t)columns[2].number : 0,
        .title = text_or_empty(&columns[3]),
        .source = text_or_empty(&columns[4]),
        .time = columns[5].number,
    };

    memory_load_item(ctx, &item);
}

bool statefile_load_items(struct statefile *f, enum store_kind kind, struct memory_list *to)
{
    if (f->access == ACCESS_NOTHING) /* another program may have made one */
        f->access = ACCESS_UNTRIED;
    return ask(f,
               "SELECT id, article, place, title, source, time FROM item WHERE kind = ?"
               " ORDER BY time",
               number(kind), take_item, to);
}

enum store_changes statefile_changes(const struct statefile *f)
{
    enum store_changes changes = memory_changes(f->memory);

    if (f->access == ACCESS_NEVER || f->access == ACCESS_FAILED)
        return STORE_UNCHANGED;
    return f->put_off && changes == STORE_MORE ? STORE_PLACES : changes;
}

/* A transaction under way, up to the first statement that failed. */
struct writing {
    struct database *db;
    enum database_result result;
    struct err *e;
};

static void run(struct writing *w, const char *sql, const struct database_value *values, int n)
{
    if (w->result == DATABASE_DONE)
        w->result = database_run(w->db, sql, values, n, NULL, NULL, w->e);
}

static void write_list(struct writing *w, enum store_kind kind, const struct memory_list *l)
{
    for (size_t i = 0; i < l->n_removed; i++) {
        const struct database_value values[] = {number(kind), text(l->removed[i])};

        run(w, "DELETE FROM item WHERE kind = ? AND id = ?", values, 2);
    }
    for (size_t i = 0; i < l->n; i++) {
        const struct store_item *it = &l->v[i].item;
        const struct database_value values[] = {number(kind),
                                                text(it->id),
                                                number((int64_t)it->article),
                                                number((int64_t)it->place),
                                                text(it->title),
                                                text(it->source),
                                                number(it->time)};

        if (l->v[i].changed)
            run(w, "INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?, ?, ?, ?)", values, 7);
    }
    if (kind >= STORE_TYPED) {
        const struct database_value values[] = {number(kind), number(HISTORY)};

        run(w,
            "DELETE FROM item WHERE kind = ?1 AND time < (SELECT time FROM item"
            " WHERE kind = ?1 ORDER BY time DESC LIMIT 1 OFFSET ?2 - 1)",
            values, 2);
    }
}

/* What was not changed here stays as it is in the file: another program may have changed it. */
static void write_articles(struct writing *w, const struct memory *m)
{
    for (size_t i = 0; i < m->slots; i++) {
        const struct memory_article *a = &m->articles[i];
        const struct database_value values[] = {
            number((int64_t)a->key),
            {.number = (int64_t)a->known.place, .null = !a->place_changed},
            {.number = a->known.read, .null = !a->read_changed},
            number((int64_t)time(NULL)),
        };

        if (a->place_changed || a->read_changed)
            run(w,
                "INSERT INTO article VALUES (?1, ifnull(?2, 0), ifnull(?3, 0), ?4)"
                " ON CONFLICT (key) DO UPDATE SET place = ifnull(?2, place),"
                " read = ifnull(?3, read), time = ?4",
                values, 4);
    }
}

static enum database_result write_all(struct statefile *f, struct err *e)
{
    struct writing w = {f->db, DATABASE_DONE, e};

    run(&w, "PRAGMA synchronous = FULL", NULL, 0);
    run(&w, "BEGIN IMMEDIATE", NULL, 0);
    if (w.result == DATABASE_DONE)
        w.result = database_verify(f->db, e);
    for (int kind = 0; kind < STORE_KINDS; kind++)
        if (f->memory->lists[kind].loaded)
            write_list(&w, (enum store_kind)kind, &f->memory->lists[kind]);
    write_articles(&w, f->memory);
    run(&w, "COMMIT", NULL, 0);
    return w.result;
}

/* Opens the file to be written; one that was moved away meanwhile is no longer it. */
static bool open_to_write(struct statefile *f, struct err *why)
{
    char *path;

    if (f->access == ACCESS_OPEN) {
        path = file_of(f);
        if (!is_same(identify(path), f->file)) {
            drop(f, ACCESS_NOTHING);
            memory_touch(f->memory);
        }
        free(path);
    }
    if (f->access == ACCESS_OPEN)
        return true;
    if (!paths_make(f->folder)) {
        err_set(why, "%s", strerror(errno));
        return settle(f, DATABASE_FAILED, why);
    }
    return settle(f, open_file(f, true, why), why);
}

/* One attempt. Whatever went wrong ends the connection, and with it the transaction. */
static bool save(struct statefile *f, int wait_ms, struct err *why)
{
    enum database_result r;

    if (!open_to_write(f, why))
        return false;
    database_wait(f->db, wait_ms);
    r = write_all(f, why);
    if (r != DATABASE_DONE && r != DATABASE_BROKEN)
        drop(f, ACCESS_UNTRIED);
    if (!settle(f, r, why))
        return false;
    memory_settle(f->memory);
    f->put_off = false;
    return true;
}

bool statefile_save(struct statefile *f, bool last)
{
    struct err why = {""};

    if (f->access == ACCESS_NEVER || memory_changes(f->memory) == STORE_UNCHANGED)
        return true;
    if (f->access == ACCESS_FAILED && !last)
        return false;
    for (int attempt = 0; attempt < 2; attempt++) {
        if (save(f, last ? WAIT_LAST_MS : WAIT_MS, &why))
            return true;
        if (f->access == ACCESS_FAILED)
            return false;
    }
    f->put_off = true;
    if (last)
        fail(f, &why);
    return false;
}
