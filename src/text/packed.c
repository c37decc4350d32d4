#include <config.h>

#include "text/packed.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>

#include "base/dynlib.h"
#include "base/i18n.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "text/charset.h"
#include "text/guess.h"
#include "text/gunzip.h"
#include "text/sanitize.h"

enum { BLOCK = 1 << 16 };

/* What is used of libarchive, in the order of `names` below. */
struct functions {
    __typeof__(archive_read_new) *new;
    __typeof__(archive_read_free) *free;
    __typeof__(archive_read_set_read_callback) *set_read;
    __typeof__(archive_read_set_skip_callback) *set_skip;
    __typeof__(archive_read_set_seek_callback) *set_seek;
    __typeof__(archive_read_set_callback_data) *set_data;
    __typeof__(archive_read_open1) *open;
    __typeof__(archive_read_next_header) *next_header;
    __typeof__(archive_read_data) *read_data;
    __typeof__(archive_format) *format;
    __typeof__(archive_error_string) *error_string;
    __typeof__(archive_entry_pathname) *pathname;
    __typeof__(archive_entry_pathname_utf8) *pathname_utf8;
    __typeof__(archive_entry_filetype) *filetype;
    __typeof__(archive_entry_mtime) *mtime;
    __typeof__(archive_entry_mtime_is_set) *has_mtime;
    /* What it is to understand; all of the same type. */
    __typeof__(archive_read_support_filter_gzip) *supports[16];
};

static const char *const names[] = {
    "archive_read_new", "archive_read_free", "archive_read_set_read_callback",
    "archive_read_set_skip_callback", "archive_read_set_seek_callback",
    "archive_read_set_callback_data", "archive_read_open1", "archive_read_next_header",
    "archive_read_data", "archive_format", "archive_error_string", "archive_entry_pathname",
    "archive_entry_pathname_utf8", "archive_entry_filetype", "archive_entry_mtime",
    "archive_entry_mtime_is_set",
    /* No filter that starts a program, no format that a text may look like. */
    "archive_read_support_filter_gzip", "archive_read_support_filter_bzip2",
    "archive_read_support_filter_compress", "archive_read_support_filter_lz4",
    "archive_read_support_filter_lzip", "archive_read_support_filter_lzma",
    "archive_read_support_filter_xz", "archive_read_support_filter_zstd",
    "archive_read_support_format_7zip", "archive_read_support_format_cab",
    "archive_read_support_format_cpio", "archive_read_support_format_lha",
    "archive_read_support_format_rar", "archive_read_support_format_tar",
    "archive_read_support_format_zip", "archive_read_support_format_raw",
};

struct packed {
    struct functions lib;
    struct archive *archive;
    struct source *source;
    struct gunzip *gunzip; /* NULL: it is not gzip's */
    int64_t date; /* of the file that is being read */
    uint64_t off; /* of the next reading */
    char block[BLOCK];
    bool said;          /* that no more can be read */
    struct err trouble; /* why the source could not be read, or not to its end */
};

static la_ssize_t read_block(struct archive *a, void *data, const void **block)
{
    struct packed *p = data;
    size_t n;

    (void)a;
    if (p->gunzip)
        n = gunzip_read(p->gunzip, p->block, sizeof p->block, &p->trouble);
    else if (!source_read(p->source, p->off, p->block, sizeof p->block, &n, &p->trouble))
        return -1;
    p->off += n;
    *block = p->block;
    return (la_ssize_t)n;
}

static la_int64_t skip(struct archive *a, void *data, la_int64_t n)
{
    struct packed *p = data;
    uint64_t left = source_size(p->source) - p->off;

    (void)a;
    if ((uint64_t)n > left)
        n = (la_int64_t)left;
    p->off += (uint64_t)n;
    return n;
}

static la_int64_t seek(struct archive *a, void *data, la_int64_t to, int whence)
{
    struct packed *p = data;
    la_int64_t size = (la_int64_t)source_size(p->source);

    (void)a;
    to += whence == SEEK_CUR ? (la_int64_t)p->off : whence == SEEK_END ? size : 0;
    if (to < 0 || to > size)
        return ARCHIVE_FATAL;
    p->off = (uint64_t)to;
    return to;
}

/* Says why no more can be read, once. */
static bool complain(struct packed *p, struct err *e)
{
    const char *why = p->archive ? p->lib.error_string(p->archive) : NULL;

    if (!p->said && p->trouble.msg[0])
        *e = p->trouble;
    else if (!p->said)
        err_set(e, _("%s: cannot be unpacked: %s"), source_name(p->source),
                why ? why : _("it is damaged"));
    p->said = true;
    return false;
}

static bool begin_gunzip(struct packed *p, struct err *e)
{
    char head[3];
    size_t n;

    if (!source_read(p->source, 0, head, sizeof head, &n, e))
        return false;
    if (gunzip_knows((struct str){head, n}))
        p->gunzip = gunzip_new(p->source, e);
    return !e->msg[0];
}

static bool begin(struct packed *p, struct err *e)
{
    e->msg[0] = '\0';
    if (!begin_gunzip(p, e) ||
        !dynlib_load(DYNLIB("archive", "13"), names, sizeof names / sizeof *names, &p->lib, e))
        return false;
    p->archive = p->lib.new();
    if (!p->archive)
        return complain(p, e);
    for (size_t i = 0; i < sizeof p->lib.supports / sizeof *p->lib.supports; i++)
        p->lib.supports[i](p->archive);
    p->lib.set_read(p->archive, read_block);
    if (!p->gunzip) {
        p->lib.set_skip(p->archive, skip);
        p->lib.set_seek(p->archive, seek);
    }
    p->lib.set_data(p->archive, p);
    return p->lib.open(p->archive) == ARCHIVE_OK || complain(p, e);
}

struct packed *packed_open(struct source *s, struct err *e)
{
    struct packed *p = xcalloc(1, sizeof *p);

    p->source = s;
    if (begin(p, e))
        return p;
    packed_free(p);
    return NULL;
}

void packed_free(struct packed *p)
{
    if (!p)
        return;
    if (p->archive)
        p->lib.free(p->archive);
    gunzip_free(p->gunzip);
    source_free(p->source);
    free(p);
}

const char *packed_name(const struct packed *p)
{
    return source_name(p->source);
}

int64_t packed_date(const struct packed *p)
{
    return p->date;
}

static bool is_hidden(const char *path)
{
    for (; path; path = strchr(path, '/')) {
        path += *path == '/';
        if (path[0] == '.' && path[strspn(path, ".")] != '/')
            return true;
    }
    return false;
}

/* The name of a file in it, whatever charset the packer used. */
static void add_name(struct strbuf *out, const char *name)
{
    struct str raw = str_of(name);
    struct guess g;
    struct charset *c;

    guess_charset(raw, true, &g);
    c = charset_is_utf8(g.charset) ? NULL : charset_open(g.charset);
    strbuf_add_char(out, '/');
    if (c)
        charset_convert(c, raw, false, out);
    else
        strbuf_add_str(out, raw);
    charset_close(c);
}

/* The name of the entry; NULL when it is none to be read. */
static char *name_of(const struct packed *p, struct archive_entry *entry)
{
    const char *path = p->lib.pathname(entry);
    struct strbuf name = {0};
    int type = (int)p->lib.filetype(entry);

    if (!path)
        path = p->lib.pathname_utf8(entry);
    if ((type != 0 && type != AE_IFREG) || !path || is_hidden(path))
        return NULL;
    strbuf_add_str(&name, str_of(source_name(p->source)));
    if (p->lib.format(p->archive) != ARCHIVE_FORMAT_RAW)
        add_name(&name, path);
    return name.s;
}

static int64_t date_of(const struct packed *p, struct archive_entry *entry)
{
    int64_t date = p->gunzip ? gunzip_date(p->gunzip) : 0;

    if (p->lib.has_mtime(entry))
        date = (int64_t)p->lib.mtime(entry);
    return date != 0 ? date : source_date(p->source);
}

char *packed_next(struct packed *p, struct err *e)
{
    struct archive_entry *entry;
    int r;

    while ((r = p->lib.next_header(p->archive, &entry)) == ARCHIVE_OK || r == ARCHIVE_WARN ||
           r == ARCHIVE_RETRY) {
        char *name = r == ARCHIVE_RETRY ? NULL : name_of(p, entry);

        if (!name)
            continue;
        p->date = date_of(p, entry);
        return name;
    }
    if (r != ARCHIVE_EOF || p->trouble.msg[0])
        complain(p, e);
    return NULL;
}

long packed_read(void *data, char *buf, size_t n, struct err *e)
{
    struct packed *p = data;
    la_ssize_t got = p->lib.read_data(p->archive, buf, n);

    if (got > 0 || (got == 0 && !p->trouble.msg[0]))
        return (long)got;
    complain(p, e);
    return -1;
}
