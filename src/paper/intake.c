#include <config.h>

#include "paper/intake.h"

#include <string.h>
#include <sys/stat.h>

#include "text/decode.h"
#include "text/folder.h"

static void complain(struct intake *in, const struct err *e)
{
    in->trouble = true;
    in->complain(e->msg);
}

static void add_text(struct intake *in, const char *path)
{
    struct err e;
    struct source *s = source_open(path, &e);

    if (s && e.msg[0])
        complain(in, &e); /* cut short */
    if (s && decode_source(s, in->encoding, &e)) {
        library_add(in->lib, s);
        in->sources++;
    } else {
        source_free(s);
        complain(in, &e);
    }
}

static void add_from_folder(void *ctx, const char *path, const struct err *e)
{
    struct intake *in = ctx;

    if (e)
        complain(in, e);
    else
        add_text(in, path);
}

void intake_add(struct intake *in, const char *path)
{
    struct stat st;

    if (strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        folder_list(path, add_from_folder, in);
    else
        add_text(in, path);
}
