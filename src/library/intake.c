#include <config.h>

#include "library/intake.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "text/decode.h"
#include "text/folder.h"
#include "text/packed.h"
#include "text/sniff.h"

struct intake {
    const char *encoding;
    char **paths;
    size_t n, cap;
    size_t next;           /* of paths */
    struct folder *folder; /* that is being walked through; NULL: none */
    struct packed *packed; /* that is being unpacked; NULL: none */
    bool in_folder;        /* it was found in a folder, and not named */
    bool found;            /* there was a text in it */
    struct watch *watch;   /* of the folders; NULL: what arrives in them is not wanted */
    struct spool *spool;
};

struct intake *intake_new(const char *encoding)
{
    struct intake *in = xcalloc(1, sizeof *in);

    in->encoding = encoding;
    in->spool = spool_new();
    return in;
}

void intake_free(struct intake *in)
{
    if (!in)
        return;
    for (size_t i = 0; i < in->n; i++)
        free(in->paths[i]);
    free(in->paths);
    folder_free(in->folder);
    packed_free(in->packed);
    watch_free(in->watch);
    spool_free(in->spool);
    free(in);
}

void intake_add(struct intake *in, const char *path)
{
    in->paths = xgrow(in->paths, &in->cap, in->n + 1, sizeof *in->paths);
    in->paths[in->n++] = xmemdup0(path, strlen(path));
}

void intake_watch(struct intake *in)
{
    in->watch = watch_new();
}

bool intake_look(struct intake *in, int ms, bool *arrived)
{
    bool round = !in || !in->watch || watch_look(in->watch, ms);

    *arrived = !intake_is_done(in);
    return round;
}

static size_t arrived(const struct intake *in)
{
    return in->watch ? watch_arrived(in->watch) : 0;
}

/* What has come of it so far is; SNIFF_OTHER with a message also where it cannot be read. */
static enum sniff_kind look_at(struct source *s, struct err *e)
{
    char head[SNIFF_BYTES];
    size_t n;

    if (!source_read(s, 0, head, sizeof head, &n, e))
        return SNIFF_OTHER;
    return sniff((struct str){head, n}, !source_is_coming(s) && n == source_size(s),
                 source_name(s), e);
}

/* Takes a packed source, to go on with what is in it. */
static void unpack(struct intake *in, struct source *s, bool in_folder, struct err *e)
{
    in->packed = packed_open(s, e);
    in->in_folder = in_folder;
    in->found = false;
}

static bool is_wanted(enum sniff_kind kind, bool in_folder)
{
    return kind == SNIFF_TEXT || (kind == SNIFF_NULS && !in_folder);
}

/* NULL with a message, where it cannot be opened or is no text; without one, where it is packed
 * (then *packed is it, if that is wanted), or is no text in a folder. */
static struct source *open_file(struct intake *in, const char *path, bool in_folder,
                                struct source **packed, struct err *e)
{
    struct source *s = source_open(path, in->spool, e);
    enum sniff_kind kind;
    struct err why;

    if (!s)
        return NULL;
    kind = source_is_coming(s) ? SNIFF_TEXT : look_at(s, &why);
    if (kind == SNIFF_PACKED && packed) {
        *packed = s;
        return NULL;
    }
    if (is_wanted(kind, in_folder) && (!in->encoding || decode_force(s, in->encoding, e)))
        return s;
    if (kind == SNIFF_PACKED)
        err_set(e, _("%s: is compressed; name it when kanbao starts"), source_name(s));
    else if (!in_folder && !is_wanted(kind, false))
        *e = why;
    source_free(s);
    return NULL;
}

struct source *intake_open(struct intake *in, const char *path, struct err *e)
{
    return open_file(in, path, false, NULL, e);
}

/* The next source from a path; without one, either there is a message or in->packed goes on. */
static struct source *take_path(struct intake *in, const char *path, bool in_folder, struct err *e)
{
    struct source *packed = NULL, *s = open_file(in, path, in_folder, &packed, e);

    if (packed)
        unpack(in, packed, in_folder, e);
    return s;
}

/* The next text of the folder; at its end, NULL without a message. */
static struct source *next_in_folder(struct intake *in, struct err *e)
{
    for (char *path; (path = folder_next(in->folder, e));) {
        struct source *s = take_path(in, path, true, e);

        free(path);
        if (s || in->packed || e->msg[0])
            return s;
    }
    if (!e->msg[0]) {
        folder_free(in->folder);
        in->folder = NULL;
    }
    return NULL;
}

static struct source *take_arrived(struct intake *in, struct err *e)
{
    char *path = watch_next(in->watch);
    struct source *s = take_path(in, path, true, e);

    free(path);
    return s;
}

/* The file that is being unpacked, if it is a text; else NULL, and *why says why not. */
static struct source *open_packed(struct intake *in, const char *name, struct err *why,
                                  struct err *e)
{
    uint64_t before = spool_size(in->spool);
    struct source *s = source_from_feed(in->spool, name, packed_read, in->packed);

    source_set_date(s, packed_date(in->packed));
    while (source_is_coming(s) && source_arrived(s) < SNIFF_BYTES && !e->msg[0])
        source_fill(s, e);
    source_grow(s);
    if (is_wanted(look_at(s, why), in->in_folder) &&
        (!in->encoding || decode_force(s, in->encoding, e)))
        return s;
    source_free(s);
    spool_cut(in->spool, before);
    return NULL;
}

/* The next text of what is packed; at its end NULL, with a message if none was there. */
static struct source *next_packed(struct intake *in, struct err *e)
{
    struct err why = {""};

    for (char *name; (name = packed_next(in->packed, e));) {
        struct source *s = open_packed(in, name, &why, e);

        free(name);
        in->found |= s != NULL;
        if (s || e->msg[0])
            return s;
    }
    if (!e->msg[0] && !in->found && !in->in_folder)
        err_set(e, why.msg[0] ? "%s" : _("%s: there is no text in it"),
                why.msg[0] ? why.msg : packed_name(in->packed));
    packed_free(in->packed);
    in->packed = NULL;
    return NULL;
}

static bool is_folder(const char *path)
{
    struct stat st;

    return strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

struct source *intake_next(struct intake *in, struct err *e)
{
    struct source *s = NULL;

    e->msg[0] = '\0';
    while (!s && !e->msg[0] && !intake_is_done(in)) {
        if (in->packed)
            s = next_packed(in, e);
        else if (in->folder)
            s = next_in_folder(in, e);
        else if (in->next == in->n)
            s = take_arrived(in, e);
        else if (is_folder(in->paths[in->next]))
            in->folder = folder_open(in->paths[in->next++], in->watch);
        else
            s = take_path(in, in->paths[in->next++], false, e);
    }
    return s;
}

bool intake_is_done(const struct intake *in)
{
    return !in || (!in->packed && !in->folder && in->next >= in->n && arrived(in) == 0);
}

enum intake_verdict intake_judge(struct intake *in, struct source *s, struct err *e)
{
    switch (look_at(s, e)) {
    case SNIFF_TEXT:
    case SNIFF_NULS:
        return INTAKE_TEXT;
    case SNIFF_PACKED:
        if (source_is_coming(s))
            return INTAKE_WAIT;
        unpack(in, s, false, e);
        return INTAKE_UNPACKED;
    default:
        return INTAKE_REFUSED;
    }
}

size_t intake_left(const struct intake *in)
{
    return in->n - in->next + (in->folder ? folder_left(in->folder) : 0) + arrived(in);
}
