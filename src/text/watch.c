#include <config.h>

#include "text/watch.h"

#include <dirent.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/clock.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "text/natural.h"
#include "text/source.h"

/* Paths by their hashes, which are never FREE nor GONE. */
enum { FREE, GONE, FIRST_HASH, KNOWN_FIRST = 64 };

struct known {
    uint64_t *v;
    size_t n, cap; /* n: slots that are not free */
};

struct watched {
    char *path;
    struct timespec date; /* when it was last read; {0, 0}: to be read anew */
};

/* A file that may still be being written. */
struct arrival {
    char *path;
    uint64_t hash;
    off_t size; /* -1: not known */
    struct timespec date;
};

struct watch {
    struct watched *folders;
    size_t n_folders, cap_folders;
    struct known known;
    struct arrival *arrivals;
    size_t n_arrivals, cap_arrivals;
    char **ready; /* arrived; the first `given` have been given away */
    size_t n_ready, cap_ready, given;
    /* Where the round is: */
    size_t folder, arrival;
    DIR *dir; /* of the folder, while it is being read */
    struct timespec date;
};

/* --- known names */

static uint64_t hash(uint64_t h, const char *s)
{
    for (; *s; s++)
        h = (h ^ (unsigned char)*s) * 0x100000001B3;
    return h;
}

/* FNV-1a, finished as MurmurHash3 does: every bit in every bit. */
static uint64_t hash_path(const char *folder, const char *name)
{
    uint64_t h = hash(hash(hash(0xCBF29CE484222325, folder), "/"), name);

    h = (h ^ h >> 33) * 0xFF51AFD7ED558CCD;
    h = (h ^ h >> 33) * 0xC4CEB9FE1A85EC53;
    h ^= h >> 33;
    return h < FIRST_HASH ? FIRST_HASH : h;
}

static uint64_t *slot_of(const struct known *k, uint64_t h)
{
    size_t i = (size_t)h & (k->cap - 1);

    while (k->v[i] != FREE && k->v[i] != h)
        i = (i + 1) & (k->cap - 1);
    return &k->v[i];
}

static void grow(struct known *k)
{
    struct known old = *k;

    k->cap = old.cap > 0 ? 2 * old.cap : KNOWN_FIRST;
    k->v = xcalloc(k->cap, sizeof *k->v);
    k->n = 0;
    for (size_t i = 0; i < old.cap; i++)
        if (old.v[i] >= FIRST_HASH) {
            *slot_of(k, old.v[i]) = old.v[i];
            k->n++;
        }
    free(old.v);
}

/* False when it was known before. */
static bool learn(struct known *k, uint64_t h)
{
    uint64_t *slot;

    if (2 * (k->n + 1) > k->cap)
        grow(k);
    slot = slot_of(k, h);
    if (*slot == h)
        return false;
    *slot = h;
    k->n++;
    return true;
}

/* --- folders and files */

struct watch *watch_new(void)
{
    return xcalloc(1, sizeof(struct watch));
}

void watch_free(struct watch *w)
{
    if (!w)
        return;
    for (size_t i = 0; i < w->n_folders; i++)
        free(w->folders[i].path);
    for (size_t i = 0; i < w->n_arrivals; i++)
        free(w->arrivals[i].path);
    for (size_t i = w->given; i < w->n_ready; i++)
        free(w->ready[i]);
    if (w->dir)
        closedir(w->dir);
    free(w->folders);
    free(w->arrivals);
    free(w->ready);
    free(w->known.v);
    free(w);
}

/* The date to know the folder by that is about to be read; {0, 0} when more may come into it
 * without changing that. */
static struct timespec date_of(int fd)
{
    struct stat st;

    return fstat(fd, &st) == 0 && source_is_settled(st.st_mtim) ? st.st_mtim
                                                                : (struct timespec){0, 0};
}

static bool same(struct timespec a, struct timespec b)
{
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

/* Takes path. */
static void add_folder(struct watch *w, char *path, struct timespec date)
{
    w->folders = xgrow(w->folders, &w->cap_folders, w->n_folders + 1, sizeof *w->folders);
    w->folders[w->n_folders++] = (struct watched){path, date};
}

void watch_folder(struct watch *w, const char *path, int fd)
{
    add_folder(w, xmemdup0(path, strlen(path)), date_of(fd));
}

void watch_known(struct watch *w, const char *path, const char *name)
{
    learn(&w->known, hash_path(path, name));
}

static void add_arrival(struct watch *w, const char *folder, const char *name)
{
    struct arrival a = {.hash = hash_path(folder, name), .size = -1};
    struct strbuf path = {0};

    if (name[0] == '.' || !learn(&w->known, a.hash))
        return;
    strbuf_addf(&path, "%s%s%s", folder, strcmp(folder, "/") == 0 ? "" : "/", name);
    a.path = path.s;
    w->arrivals = xgrow(w->arrivals, &w->cap_arrivals, w->n_arrivals + 1, sizeof *w->arrivals);
    w->arrivals[w->n_arrivals++] = a;
}

/* --- the round */

/* Begins to read the folder if it is not as it was. */
static void look_at_folder(struct watch *w)
{
    const struct watched *f = &w->folders[w->folder];
    struct stat st;

    if (stat(f->path, &st) == 0 && !same(st.st_mtim, f->date))
        w->dir = opendir(f->path);
    if (w->dir)
        w->date = date_of(dirfd(w->dir));
    else
        w->folder++;
}

static void read_name(struct watch *w)
{
    const struct dirent *d = readdir(w->dir);

    if (d) {
        add_arrival(w, w->folders[w->folder].path, d->d_name);
        return;
    }
    closedir(w->dir);
    w->dir = NULL;
    w->folders[w->folder++].date = w->date;
}

/* What the path is: a folder, a file (also behind a link), else 0, with st; -1: it is not there. */
static int kind_of(const char *path, struct stat *st)
{
    if (lstat(path, st) != 0)
        return -1;
    if (S_ISDIR(st->st_mode))
        return S_IFDIR;
    return stat(path, st) == 0 && S_ISREG(st->st_mode) ? S_IFREG : 0;
}

/* The one being looked at is none any more; the last one takes its place. */
static void drop_arrival(struct watch *w)
{
    w->arrivals[w->arrival] = w->arrivals[--w->n_arrivals];
}

static void make_ready(struct watch *w, char *path)
{
    w->ready = xgrow(w->ready, &w->cap_ready, w->n_ready + 1, sizeof *w->ready);
    w->ready[w->n_ready++] = path;
}

static void look_at_arrival(struct watch *w)
{
    struct arrival *a = &w->arrivals[w->arrival];
    char *path = a->path;
    struct stat st;
    int kind = kind_of(path, &st);

    if (kind == S_IFREG &&
        (st.st_size == 0 || a->size != st.st_size || !same(a->date, st.st_mtim))) {
        a->size = st.st_size;
        a->date = st.st_mtim;
        w->arrival++;
        return;
    }
    if (kind < 0) /* when it is there again, it is news again */
        *slot_of(&w->known, a->hash) = GONE;
    drop_arrival(w);
    if (kind == S_IFDIR)
        add_folder(w, path, (struct timespec){0, 0});
    else if (kind == S_IFREG)
        make_ready(w, path);
    else
        free(path);
}

static int compare(const void *a, const void *b)
{
    return natural_compare(str_of(*(char *const *)a), str_of(*(char *const *)b));
}

static void end_round(struct watch *w)
{
    if (w->n_ready > w->given)
        qsort(w->ready + w->given, w->n_ready - w->given, sizeof *w->ready, compare);
    w->folder = w->arrival = 0;
}

bool watch_look(struct watch *w, int ms)
{
    int64_t until = clock_ms() + ms;

    do {
        if (w->dir) {
            read_name(w);
        } else if (w->folder < w->n_folders) {
            look_at_folder(w);
        } else if (w->arrival < w->n_arrivals) {
            look_at_arrival(w);
        } else {
            end_round(w);
            return true;
        }
    } while (clock_ms() < until);
    return false;
}

size_t watch_arrived(const struct watch *w)
{
    return w->n_ready - w->given;
}

char *watch_next(struct watch *w)
{
    char *path = w->ready[w->given++];

    if (w->given == w->n_ready)
        w->given = w->n_ready = 0;
    return path;
}
