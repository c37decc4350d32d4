#include <config.h>

#include "paper/intake.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/xalloc.h"
#include "text/decode.h"
#include "text/folder.h"
#include "text/sniff.h"

struct intake {
    const char *encoding;
    char **paths;
    size_t n, cap;
    size_t next;           /* of paths */
    struct folder *folder; /* that is being walked through; NULL: none */
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
    spool_free(in->spool);
    free(in);
}

void intake_add(struct intake *in, const char *path)
{
    in->paths = xgrow(in->paths, &in->cap, in->n + 1, sizeof *in->paths);
    in->paths[in->n++] = xmemdup0(path, strlen(path));
}

/* What the file is; what a pipe will bring is not known yet. SNIFF_OTHER with a message also where
 * it cannot be read. */
static enum sniff_kind look_at(struct source *s, struct err *e)
{
    char head[SNIFF_BYTES];
    size_t n;

    if (source_coming(s) >= 0)
        return SNIFF_TEXT;
    if (!source_read(s, 0, head, sizeof head, &n, e))
        return SNIFF_OTHER;
    return sniff((struct str){head, n}, n == source_size(s), source_name(s), e);
}

struct source *intake_open(struct intake *in, const char *path, struct err *e)
{
    struct source *s = source_open(path, in->spool, e);

    if (s && look_at(s, e) <= SNIFF_NULS && (!in->encoding || decode_force(s, in->encoding, e)))
        return s;
    source_free(s);
    return NULL;
}

/* The same of a file in a folder; without a message, where it is no text. */
static struct source *open_member(struct intake *in, const char *path, struct err *e)
{
    struct source *s = source_open(path, in->spool, e);
    bool text = s && look_at(s, e) == SNIFF_TEXT;

    if (text && (!in->encoding || decode_force(s, in->encoding, e)))
        return s;
    if (s && !text)
        e->msg[0] = '\0';
    source_free(s);
    return NULL;
}

/* The next text of the folder; at its end, NULL without a message. */
static struct source *next_in_folder(struct intake *in, struct err *e)
{
    for (char *path; (path = folder_next(in->folder, e));) {
        struct source *s = open_member(in, path, e);

        free(path);
        if (s || e->msg[0])
            return s;
    }
    if (!e->msg[0]) {
        folder_free(in->folder);
        in->folder = NULL;
    }
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
    while (!s && !e->msg[0] && (in->folder || in->next < in->n)) {
        if (in->folder)
            s = next_in_folder(in, e);
        else if (is_folder(in->paths[in->next]))
            in->folder = folder_open(in->paths[in->next++]);
        else
            s = intake_open(in, in->paths[in->next++], e);
    }
    return s;
}

bool intake_is_done(const struct intake *in)
{
    return !in->folder && in->next >= in->n;
}

size_t intake_left(const struct intake *in)
{
    return in->n - in->next + (in->folder ? folder_left(in->folder) : 0);
}
